import { Secret } from '../config/secret.js';
import type { Finding } from './finding.js';

/** Shorter ones would be found in innocent words; they are no secrets to anybody. */
const shortest = 6;

/**
 * Texts of findings come from what was asked, too. Should one of them hold a secret of the configuration, it is taken out: a
 * second line behind the checks, which tell none.
 */
export function withoutSecrets(findings: readonly Finding[], config: object): readonly Finding[] {
  const secrets = secretsIn(config).filter((secret) => secret.length >= shortest);
  const clean = (text: string) =>
    secrets.reduce((rest, secret) => rest.replaceAll(secret, '[redacted]'), text);
  return findings.map((finding) => ({
    ...finding,
    found: clean(finding.found),
    fix: finding.fix === null ? null : clean(finding.fix),
  }));
}

function secretsIn(value: unknown): readonly string[] {
  if (value instanceof Secret) {
    const revealed: unknown = value.reveal();
    if (Buffer.isBuffer(revealed)) return [revealed.toString('base64')];
    return typeof revealed === 'string' ? [revealed] : secretPartsOf(revealed);
  }
  return isPlain(value) ? Object.values(value).flatMap(secretsIn) : [];
}

/** Of a secret that is an object (TLS settings), what is secret by its name; the rest may be the name of a server. */
function secretPartsOf(value: unknown): readonly string[] {
  if (!isPlain(value)) return [];
  return Object.entries(value).flatMap(([name, part]: [string, unknown]) => {
    if (!/key|pass|secret|token/i.test(name)) return secretPartsOf(part);
    if (typeof part === 'string') return [part];
    return Buffer.isBuffer(part) ? [part.toString()] : secretPartsOf(part);
  });
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}
