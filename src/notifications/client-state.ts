import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a notification's `clientState` is the secret of which only the SHA-256 (hex) is kept; in constant time. */
export function isClientState(given: string | null, secretHash: string): boolean {
  const digest = createHash('sha256')
    .update(given ?? '')
    .digest();
  const expected = Buffer.from(secretHash, 'hex');
  return expected.length === digest.length && timingSafeEqual(digest, expected) && given !== null;
}
