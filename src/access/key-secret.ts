import { createHash, randomBytes } from 'node:crypto';

/** So that people and secret scanners know what they see. */
const prefix = 'tandem_';
const pattern = /^tandem_[A-Za-z0-9_-]{43}$/;

/** A new key: 256 random bits, so that its plain hash can be kept (nobody can try all). */
export function makeKeySecret(): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** Whether a text has the shape of such a key. What has not costs no look-up. */
export function isKeySecret(text: string): boolean {
  return pattern.test(text);
}

/** SHA-256, hex: the name under which a key is kept. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Names a key among people: the beginning of its hash. */
export function keyIdOf(hash: string): string {
  return hash.slice(0, 12);
}
