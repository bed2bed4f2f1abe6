import { createHash, timingSafeEqual } from 'node:crypto';

/** Under which a code or a token is kept. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Compares without telling by its time how much is right. */
export function isSameSecret(given: string, known: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(given)), Buffer.from(hashOf(known)));
}
