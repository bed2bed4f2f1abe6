import { randomBytes } from 'node:crypto';
import type { KeyRing } from '../../config/key-ring.js';
import { Secret } from '../../config/secret.js';
import { open, seal } from '../../crypto/seal.js';
import { formatEnvelope, parseEnvelope } from './envelope.js';
import { unwrapKey, wrapKey } from './wrapped-key.js';
import { VaultError } from './vault-error.js';

/**
 * Seals what Redis must not hold in the clear: AES-256-GCM with a key of its own for every text, which is sealed with the
 * current one of the configured keys. Keep the sealed text as the whole value of a Redis string or of a field of a hash:
 * `npm run keys:rotate` finds it there.
 */
export interface Vault {
  /** `purpose` says what it is, `subject` whose: neither is stored, and only who names both opens it again. */
  seal(purpose: string, subject: string, text: string): string;
  /** @throws VaultError for what was changed, belongs elsewhere, or is sealed with a key that is not configured */
  open(purpose: string, subject: string, sealed: string): string;
}

const dataKeyBytes = 32;

/** What is sealed in one Redis namespace opens in no other. */
export function createVault({
  keys,
  namespace,
}: {
  readonly keys: KeyRing;
  readonly namespace: string;
}): Vault {
  const placeOf = (purpose: string, subject: string): string =>
    JSON.stringify([namespace, purpose, subject]);
  return {
    seal(purpose, subject, text) {
      const dataKey = randomBytes(dataKeyBytes);
      const body = seal(ringOf(dataKey), Buffer.from(text, 'utf8'), placeOf(purpose, subject));
      return formatEnvelope({ key: wrapKey(keys, dataKey), body: body.bytes });
    },
    open(purpose, subject, sealed) {
      const envelope = parseEnvelope(sealed);
      if (envelope === null) throw new VaultError('malformed', purpose);
      const unwrapped = unwrapKey(keys, envelope.key);
      if (unwrapped.kind !== 'opened')
        throw new VaultError(unwrapped.kind, purpose, unwrapped.keyId);
      const body = open(
        ringOf(unwrapped.plain),
        { keyId: dataKeyId, bytes: envelope.body },
        placeOf(purpose, subject),
      );
      if (body.kind !== 'opened') throw new VaultError('refused', purpose, envelope.key.keyId);
      return body.plain.toString('utf8');
    },
  };
}

/** A data key has no name: it stands beside what it has sealed. */
const dataKeyId = 'data';

function ringOf(dataKey: Buffer): KeyRing {
  return [{ id: dataKeyId, key: new Secret(dataKey) }];
}
