import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyRing, SealingKey } from '../config/key-ring.js';

/** Something encrypted, and the id of the key that opens it. */
export interface Sealed {
  readonly keyId: string;
  /** Nonce (12 bytes), ciphertext, tag (16 bytes). */
  readonly bytes: Uint8Array;
}

export type Opened =
  | { readonly kind: 'opened'; readonly plain: Buffer }
  /** No key has this id. */
  | { readonly kind: 'unknown_key'; readonly keyId: string }
  /** Changed, moved (other associated data), cut, or sealed with another key of the same id. */
  | { readonly kind: 'refused'; readonly keyId: string };

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM with the ring's current key. What opens it must name the same associated data, which is authenticated and
 * not stored: where the thing belongs, so that it cannot be moved. The key's id is authenticated with it.
 * Nonces are random, which holds for 2^32 things per key (NIST SP 800-38D, section 8.3).
 */
export function seal(ring: KeyRing, plain: Uint8Array, associated: string): Sealed {
  const [{ id, key }] = ring;
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key.reveal(), nonce, { authTagLength: tagBytes });
  cipher.setAAD(toAad(id, associated));
  const body = cipher.update(plain);
  return {
    keyId: id,
    bytes: Buffer.concat([nonce, body, cipher.final(), cipher.getAuthTag()]),
  };
}

/** The other way round; what cannot be trusted is no error but an outcome, for whose words the caller knows better. */
export function open(
  keys: readonly SealingKey[],
  { keyId, bytes }: Sealed,
  associated: string,
): Opened {
  const found = keys.find(({ id }) => id === keyId);
  if (found === undefined) return { kind: 'unknown_key', keyId };
  const refused: Opened = { kind: 'refused', keyId };
  if (bytes.length < nonceBytes + tagBytes) return refused;
  const tagAt = bytes.length - tagBytes;
  const decipher = createDecipheriv(algorithm, found.key.reveal(), bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(toAad(keyId, associated));
  decipher.setAuthTag(bytes.subarray(tagAt));
  const body = decipher.update(bytes.subarray(nonceBytes, tagAt));
  try {
    return { kind: 'opened', plain: Buffer.concat([body, decipher.final()]) };
  } catch {
    // Node says no more than that the tag does not fit.
    return refused;
  }
}

/** Ids have no line break, so no two pairs read alike. */
function toAad(keyId: string, associated: string): Buffer {
  return Buffer.from(`${keyId}\n${associated}`, 'utf8');
}
