import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { knownProfiles, readProfile } from '../domain/tools/profile.js';
import { toIanaZone } from '../domain/time/time-zone.js';
import { Secret } from './secret.js';

// Every field reads one variable's text. Unset means absent: an empty variable is treated as unset before.

export function textWith(pattern: RegExp, expected: string) {
  return z.string().regex(pattern, { error: `write ${expected}` });
}

export function integer(range: { readonly min: number; readonly max: number }) {
  return z.string().transform((text, context) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= range.min && value <= range.max) return value;
    context.addIssue(`write a whole number from ${range.min} to ${range.max}, not "${text}"`);
    return z.NEVER;
  });
}

export function boolean() {
  return z.string().transform((text, context) => {
    if (/^(true|1)$/i.test(text)) return true;
    if (/^(false|0)$/i.test(text)) return false;
    context.addIssue(`write true or false, not "${text}"`);
    return z.NEVER;
  });
}

export function oneOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, {
    error: (issue) => `write one of ${values.join(', ')}, not "${String(issue.input)}"`,
  });
}

/** By its IANA or Windows name; kept by its IANA name. */
export function timeZone() {
  return z.string().transform((text, context) => {
    const zone = toIanaZone(text);
    if (zone !== null) return zone;
    context.addIssue(`write a time zone, for instance Europe/Berlin, not "${text}"`);
    return z.NEVER;
  });
}

/** A choice of MCP tools. */
export function toolProfile() {
  return z.string().transform((text, context) => {
    const profile = readProfile(text);
    if (profile !== null) return profile;
    context.addIssue(`write one of ${knownProfiles}, not "${text}"`);
    return z.NEVER;
  });
}

export function secret() {
  return z.string().transform((text) => new Secret(text));
}

/** An https origin: scheme, host and port, nothing behind. Answered without a trailing slash. */
export function httpsOrigin(example: string) {
  return origin(['https:'], 'write an https origin without version, path or query', example);
}

/** As above, but http is not refused here: whether it may be is a matter of other variables. */
export function webOrigin(example: string) {
  return origin(['https:', 'http:'], 'write an https origin without path or query', example);
}

function origin(protocols: readonly string[], what: string, example: string) {
  return z.string().transform((text, context) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (
      url !== null &&
      protocols.includes(url.protocol) &&
      url.pathname === '/' &&
      url.search + url.hash + url.username + url.password === ''
    ) {
      return url.origin;
    }
    context.addIssue(`${what}, for instance ${example}`);
    return z.NEVER;
  });
}

/** Origins of pages, separated by commas. */
export function originList(example: string) {
  return z.string().transform((text, context) => {
    const parts = text.split(',').map((part) => webOrigin(example).safeParse(part.trim()));
    const origins = parts.flatMap(({ data }) => data ?? []);
    if (origins.length === parts.length) return [...new Set(origins)];
    context.addIssue(
      `write http or https origins without path or query, separated by commas, for instance ${example}`,
    );
    return z.NEVER;
  });
}

/** https origins, separated by commas. */
export function httpsOriginList(example: string) {
  return z.string().transform((text, context) => {
    const parts = text.split(',').map((part) => httpsOrigin(example).safeParse(part.trim()));
    const origins = parts.flatMap(({ data }) => data ?? []);
    if (origins.length === parts.length) return [...new Set(origins)];
    context.addIssue(
      `write https origins without path or query, separated by commas, for instance ${example}`,
    );
    return z.NEVER;
  });
}

/** A comma-separated list without doubles. */
export function listOf(item: RegExp, expected: string) {
  return z.string().transform((text, context) => {
    const items = text.split(',').map((part) => part.trim());
    const wrong = items.filter((part) => !item.test(part));
    if (wrong.length === 0) return [...new Set(items)];
    const named = wrong.map((part) => `"${part}"`).join(', ');
    context.addIssue(`write ${expected}, separated by commas; wrong: ${named}`);
    return z.NEVER;
  });
}

/** A PEM file of certificates; answered as its text. */
export function certificateFile() {
  return z.string().transform((path, context) => {
    const pem = readCertificates(path);
    if (pem !== null) return pem;
    context.addIssue(`write the path of a PEM file with certificates, not "${path}"`);
    return z.NEVER;
  });
}

/** Null: there is no such file, or something else is in it. */
function readCertificates(path: string): string | null {
  try {
    const pem = readFileSync(path, 'utf8');
    return new X509Certificate(pem).raw.length > 0 ? pem : null;
  } catch {
    return null;
  }
}
