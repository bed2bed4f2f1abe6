import type { Sealed } from '../../crypto/seal.js';

/** What the vault makes of a text. */
export interface Envelope {
  /** The text's own key, sealed; the id says with which of the configured keys. */
  readonly key: Sealed;
  /** The text, sealed with its own key. */
  readonly body: Uint8Array;
}

/** What every sealed text begins with. */
export const envelopePrefix = 'tandem-sealed-1.';

const pattern = /^tandem-sealed-1\.([A-Za-z0-9_-]{1,32})\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)$/;

export function formatEnvelope({ key, body }: Envelope): string {
  return `${envelopePrefix}${key.keyId}.${toText(key.bytes)}.${toText(body)}`;
}

/** Null: not one of ours. */
export function parseEnvelope(text: string): Envelope | null {
  const [, keyId, wrapped, body] = pattern.exec(text) ?? [];
  if (keyId === undefined || wrapped === undefined || body === undefined) return null;
  return {
    key: { keyId, bytes: Buffer.from(wrapped, 'base64url') },
    body: Buffer.from(body, 'base64url'),
  };
}

function toText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
