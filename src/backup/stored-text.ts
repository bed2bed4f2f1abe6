import { isUtf8 } from 'node:buffer';
import { z } from 'zod';

/** What Redis holds, as JSON can: bytes that are no UTF-8 are marked, so that they come back as they were. */
export type StoredText = string | { readonly base64: string };

export const storedTextSchema = z.union([z.string(), z.strictObject({ base64: z.base64() })]);

export function toStoredText(bytes: Buffer): StoredText {
  return isUtf8(bytes) ? bytes.toString('utf8') : { base64: bytes.toString('base64') };
}

export function fromStoredText(text: StoredText): string | Buffer {
  return typeof text === 'string' ? text : Buffer.from(text.base64, 'base64');
}
