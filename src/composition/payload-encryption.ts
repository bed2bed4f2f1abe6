import type { Logger } from 'pino';
import type { Config } from '../config/config.js';
import { findDevelopmentKey, openDevelopmentKey } from '../config/development-key.js';
import { createCodecEndpoint } from '../http/codec-endpoint.js';
import type { RequestListener } from '../http/create-http-server.js';
import type { Gate } from '../operations/access/gate.js';
import {
  createPayloadCodec,
  type PayloadEncryption,
} from '../temporal/payload-encryption/payload-codec.js';
import { createRemoteCodec } from '../temporal/payload-encryption/remote-codec.js';
import type { FrontDoor } from './front-door.js';

/**
 * The keys for what Temporal is given: those of the configuration, else the one of the data folder, which is made there
 * when encryption is on. DevelopmentKeyError where the folder's key cannot be used.
 */
export function openPayloadEncryption(
  { payloadEncryption, dataDir }: Pick<Config, 'payloadEncryption' | 'dataDir'>,
  logger: Logger,
): PayloadEncryption {
  const { isOn, keys } = payloadEncryption;
  const place = { dataDir, name: 'payload-encryption' };
  if (keys !== null) return { isOn, ring: keys };
  // It may have been on before: runs of that time are still read.
  if (!isOn) return { isOn, ring: findDevelopmentKey(place) };
  const { ring, path, isNew } = openDevelopmentKey(place);
  if (isNew) {
    logger.warn(
      { path, keyId: ring[0].id },
      'A key for payload encryption was made. Keep the file: without it nobody can read what Temporal keeps',
    );
  }
  return { isOn, ring };
}

/** Where Temporal's Web UI and command line have payloads decrypted; null where there is no key. */
export function composeCodec(parts: {
  readonly encryption: PayloadEncryption;
  readonly door: Pick<FrontDoor, 'guardFor' | 'originOf'>;
  readonly gate: Gate;
  readonly temporalUi: string | null;
  readonly logger: Logger;
}): RequestListener | null {
  const { encryption, door, gate, temporalUi, logger } = parts;
  if (encryption.ring === null) return null;
  return createCodecEndpoint({
    codec: createRemoteCodec(createPayloadCodec(encryption)),
    guard: door.guardFor(temporalUi === null ? [] : originsOf(temporalUi)),
    originOf: door.originOf,
    gate,
    logger,
  });
}

/** The Web UI of this machine is opened by either of its names. */
function originsOf(url: string): readonly string[] {
  const { origin, hostname } = new URL(url);
  const names = ['localhost', '127.0.0.1'];
  if (!names.includes(hostname)) return [origin];
  return names.map((name) => origin.replace(hostname, name));
}
