import type { KeyRing } from '../../config/key-ring.js';
import { open, seal, type Opened, type Sealed } from '../../crypto/seal.js';

/** Where no text belongs: a data key is sealed for nothing else. */
const purpose = 'tandem data key';

/** The key of one text, sealed with the current one of the configured keys. */
export function wrapKey(keys: KeyRing, dataKey: Uint8Array): Sealed {
  return seal(keys, dataKey, purpose);
}

export function unwrapKey(keys: KeyRing, wrapped: Sealed): Opened {
  return open(keys, wrapped, purpose);
}
