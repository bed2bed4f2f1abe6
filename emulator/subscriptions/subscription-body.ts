import { isObject, findTypeProblem } from '../schema/check-value.js';
import { graphSchema } from '../schema/graph-schema.js';
import { findProperty } from '../schema/schema.js';
import { readEncryptionCertificate } from './encryption-certificate.js';
import { invalidRequest } from './refusals.js';

/** A property that the body carries with its declared type, or `undefined`. */
export interface SubscriptionBody {
  text(name: string): string | undefined;
  flag(name: string): boolean | undefined;
  has(name: string): boolean;
}

const READ_ONLY = ['id', 'applicationId', 'creatorId'];
const CHANGEABLE = [
  'expirationDateTime',
  'notificationUrl',
  'encryptionCertificate',
  'encryptionCertificateId',
];
const MAX_SHORT_TEXT = 128;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

export function readNewSubscriptionBody(body: unknown): SubscriptionBody {
  return readBody(body, 'creation', (name) => !READ_ONLY.includes(name));
}

/** A PATCH may move the end, the address and the certificate, nothing else. */
export function readSubscriptionPatch(body: unknown): SubscriptionBody {
  return readBody(body, 'update', (name) => CHANGEABLE.includes(name));
}

function readBody(
  body: unknown,
  purpose: 'creation' | 'update',
  isWritable: (name: string) => boolean,
): SubscriptionBody {
  const unreadable = invalidRequest(
    `Could not process subscription ${purpose} payload. Are all property names spelled and camelCased properly?`,
  );
  if (!isObject(body)) throw unreadable;
  for (const [name, value] of Object.entries(body)) {
    if (name.includes('@')) continue;
    const property = findProperty(graphSchema, 'subscription', name);
    if (property === undefined) throw unreadable;
    if (!isWritable(name))
      throw invalidRequest(`${name} cannot be set by subscription ${purpose}.`);
    const problem = findTypeProblem(property.type, property.nullable, value);
    if (problem !== undefined) throw invalidRequest(`The property '${name}' ${problem}.`);
  }
  return {
    text: (name) => {
      const value = body[name];
      return typeof value === 'string' ? value : undefined;
    },
    flag: (name) => {
      const value = body[name];
      return typeof value === 'boolean' ? value : undefined;
    },
    has: (name) => body[name] !== undefined && body[name] !== null,
  };
}

/** Secrets and names are at most 128 characters long. */
export function readShortText(body: SubscriptionBody, name: string): string | null {
  const value = body.text(name) ?? null;
  if (value !== null && value.length > MAX_SHORT_TEXT) {
    throw invalidRequest(`${name} cannot be longer than ${MAX_SHORT_TEXT} characters.`);
  }
  return value;
}

/** An address that notifications go to: https, or http on this machine where the settings allow it. */
export function checkAddress(name: string, value: string, allowHttp: boolean): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isAllowed =
    url?.protocol === 'https:' ||
    (allowHttp && url?.protocol === 'http:' && LOOPBACK.includes(url.hostname));
  if (!isAllowed) throw invalidRequest(`The ${name} must be a well-formed https address.`);
  return value;
}

/** The certificate with its id: both or none, and an RSA one. */
export function readCertificate(body: SubscriptionBody): {
  readonly encryptionCertificate: string | null;
  readonly encryptionCertificateId: string | null;
} {
  const encryptionCertificate = body.text('encryptionCertificate') ?? null;
  const encryptionCertificateId = readShortText(body, 'encryptionCertificateId');
  if (encryptionCertificate === null && encryptionCertificateId === null) {
    return { encryptionCertificate, encryptionCertificateId };
  }
  if (encryptionCertificate === null || encryptionCertificateId === null) {
    throw invalidRequest('encryptionCertificate and encryptionCertificateId belong together.');
  }
  if (readEncryptionCertificate(encryptionCertificate) === undefined) {
    throw invalidRequest(
      'The encryptionCertificate is not the base64 text of an X.509 certificate with an RSA key of 2048 to 4096 bits.',
    );
  }
  return { encryptionCertificate, encryptionCertificateId };
}
