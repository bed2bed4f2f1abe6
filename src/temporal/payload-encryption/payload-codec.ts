import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import type { KeyRing } from '../../config/key-ring.js';
import { open, seal } from '../../crypto/seal.js';
import { PayloadKeyError } from './payload-key-error.js';

const { Payload: PayloadMessage } = proto.temporal.api.common.v1;

/** As in Temporal's own samples, so that tools show such a payload for what it is. */
const encoding = Buffer.from('binary/encrypted');
const keyIdName = 'encryption-key-id';
const associated = 'temporal payload';

export interface PayloadEncryption {
  /** Off: what goes out stays as it is; what comes in is decrypted in any case, for runs that began with it on. */
  readonly isOn: boolean;
  /** Null: there is none. */
  readonly ring: KeyRing | null;
}

/**
 * Encrypts whole payloads with the current key and decrypts with any key of the ring; a payload that is not encrypted is
 * passed on as it is, for runs that began without. Rejects with PayloadKeyError what cannot be decrypted.
 */
export function createPayloadCodec({ isOn, ring }: PayloadEncryption): PayloadCodec {
  const encode = (payload: Payload): Payload => {
    if (!isOn || ring === null) return payload;
    const { keyId, bytes } = seal(ring, PayloadMessage.encode(payload).finish(), associated);
    return { metadata: { encoding, [keyIdName]: Buffer.from(keyId) }, data: bytes };
  };
  const decode = (payload: Payload): Payload => {
    if (!isEncrypted(payload)) return payload;
    const keyId = Buffer.from(payload.metadata?.[keyIdName] ?? []).toString('utf8');
    const sealed = { keyId, bytes: payload.data ?? new Uint8Array() };
    const opened = open(ring ?? [], sealed, associated);
    switch (opened.kind) {
      case 'opened':
        return PayloadMessage.decode(opened.plain);
      case 'unknown_key':
        throw new PayloadKeyError(unknownKey(keyId, ring));
      case 'refused':
        throw new PayloadKeyError(refused(keyId));
    }
  };
  return {
    encode: async (payloads) => payloads.map(encode),
    decode: async (payloads) => payloads.map(decode),
  };
}

function isEncrypted({ metadata }: Payload): boolean {
  const given = metadata?.['encoding'];
  return given !== null && given !== undefined && encoding.equals(given);
}

const nothingIsLost = 'The run goes on by itself then; nothing is lost.';

function unknownKey(keyId: string, ring: KeyRing | null): string {
  const named = JSON.stringify(keyId.slice(0, 64));
  const there = ring?.map(({ id }) => `"${id}"`).join(', ') ?? 'no key';
  return `A payload was encrypted with the key ${named}, and here is ${there}: give every server and worker this key too, in PAYLOAD_ENCRYPTION_KEY. ${nothingIsLost}`;
}

function refused(keyId: string): string {
  return `A payload that names the key "${keyId}" does not open with it: it was changed, or another key has the same id elsewhere. Give every server and worker the same PAYLOAD_ENCRYPTION_KEY. ${nothingIsLost}`;
}
