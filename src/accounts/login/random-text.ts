import { createHash, randomBytes } from 'node:crypto';

/** 256 bits that nobody guesses, as base64url. */
export function newRandomText(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a text that only its holder may know. It is random and long, so that no salt is needed. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
