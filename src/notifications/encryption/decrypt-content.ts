import {
  constants,
  createDecipheriv,
  createHmac,
  privateDecrypt,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';
import type { EncryptedContent } from '../notification-body.js';

export type DecryptedContent =
  | { readonly kind: 'content'; readonly entity: unknown }
  /** Encrypted for a certificate whose key we do not have (any more). */
  | { readonly kind: 'unknown_certificate' }
  /** The signature does not fit, or what was signed cannot be read. */
  | { readonly kind: 'tampered' };

const keyBytes = 32;
const ivBytes = 16;

/**
 * What Graph sent along, in the clear. The signature is checked before anything is decrypted with the key.
 * https://learn.microsoft.com/graph/change-notifications-with-resource-data#decrypting-resource-data-from-change-notifications
 */
export function decryptContent(
  content: EncryptedContent,
  privateKey: KeyObject | null,
): DecryptedContent {
  if (privateKey === null) return { kind: 'unknown_certificate' };
  const key = unwrap(content.dataKey, privateKey);
  const data = Buffer.from(content.data, 'base64');
  if (key === null || !isSignature(content.dataSignature, key, data)) return { kind: 'tampered' };
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, ivBytes));
    const text = Buffer.concat([decipher.update(data), decipher.final()]).toString('utf8');
    return { kind: 'content', entity: JSON.parse(text) };
  } catch {
    return { kind: 'tampered' };
  }
}

function unwrap(dataKey: string, privateKey: KeyObject): Buffer | null {
  try {
    // OAEP with SHA-1, which is Node's default.
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    const key = privateDecrypt({ key: privateKey, padding }, Buffer.from(dataKey, 'base64'));
    return key.length === keyBytes ? key : null;
  } catch {
    return null;
  }
}

function isSignature(signature: string, key: Buffer, data: Buffer): boolean {
  const expected = createHmac('sha256', key).update(data).digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
