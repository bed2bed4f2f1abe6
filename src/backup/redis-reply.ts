import { BackupError } from './backup-error.js';
import { toStoredText, type StoredText } from './stored-text.js';

// Replies are read as bytes, because a value need not be UTF-8. Their shape is Redis' own; what is none of it is a bug.

export function asList(reply: unknown): readonly unknown[] {
  if (Array.isArray(reply)) return reply;
  throw new TypeError('Redis answered something else than a list');
}

function asBytes(reply: unknown): Buffer {
  if (Buffer.isBuffer(reply)) return reply;
  throw new TypeError('Redis answered something else than bytes');
}

export function asText(reply: unknown): string {
  return typeof reply === 'number' ? String(reply) : asBytes(reply).toString('utf8');
}

export function asStored(reply: unknown): StoredText {
  return toStoredText(asBytes(reply));
}

export function asPairs(reply: unknown): readonly (readonly [unknown, unknown])[] {
  const flat = asList(reply);
  return Array.from({ length: flat.length / 2 }, (_, at) => [flat[at * 2], flat[at * 2 + 1]]);
}

/** Names are made by this product; one that is no UTF-8 is somebody else's and could not be written down safely. */
export function asName(reply: unknown): string {
  const name = asStored(reply);
  if (typeof name === 'string') return name;
  const shown = asBytes(reply).toString('latin1');
  throw new BackupError(
    'unsupported',
    `The key ${JSON.stringify(shown)} has a name that is not UTF-8`,
  );
}
