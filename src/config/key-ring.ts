import { z } from 'zod';
import { Secret } from './secret.js';

/** A key of AES-256. The id is public: it stands beside what the key has sealed. */
export interface SealingKey {
  readonly id: string;
  /** 32 bytes. */
  readonly key: Secret<Buffer>;
}

/** The first key seals, all of them open: so a key is replaced without a moment in which something cannot be read. */
export type KeyRing = readonly [SealingKey, ...SealingKey[]];

const keyBytes = 32;
const advice = `write id:key, the key being ${keyBytes} bytes in base64 (openssl rand -base64 ${keyBytes} makes one)`;

/** `id:base64,…`, the current key first. Messages name a key by its id or place, and never quote any of it. */
export function keyRing() {
  return z.string().transform((text, context): KeyRing => {
    const keys: SealingKey[] = [];
    for (const [index, entry] of text.split(',').entries()) {
      const read = readKey(entry.trim());
      const problem = typeof read === 'string' ? read : doubleOf(read, keys);
      if (problem !== null) context.addIssue(`entry ${index + 1}: ${problem}`);
      else if (typeof read !== 'string') keys.push(read);
    }
    const [current, ...older] = keys;
    return current === undefined ? z.NEVER : [current, ...older];
  });
}

/** What `keyRing` reads. */
export function formatKey({ id, key }: SealingKey): string {
  return `${id}:${key.reveal().toString('base64')}`;
}

function readKey(entry: string): SealingKey | string {
  const colon = entry.indexOf(':');
  // Without a colon the entry may be a bare key.
  if (colon === -1) return advice;
  const id = entry.slice(0, colon);
  if (!/^[A-Za-z0-9_-]{1,32}$/.test(id)) {
    return 'write an id of 1 to 32 letters, digits, "_" or "-" before the colon';
  }
  const written = entry.slice(colon + 1).trim();
  const key = Buffer.from(written, 'base64');
  // Buffer reads over what is no base64.
  if (key.toString('base64') !== written) return `the key "${id}" is no base64: ${advice}`;
  if (key.length !== keyBytes) return `the key "${id}" has ${key.length} bytes: ${advice}`;
  return { id, key: new Secret(key) };
}

function doubleOf({ id, key }: SealingKey, others: readonly SealingKey[]): string | null {
  if (others.some((other) => other.id === id)) return `the id "${id}" is used twice`;
  const twin = others.find((other) => other.key.reveal().equals(key.reveal()));
  return twin === undefined ? null : `the key "${id}" is the key "${twin.id}" again`;
}
