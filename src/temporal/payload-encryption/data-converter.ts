import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import { createPayloadCodec, type PayloadEncryption } from './payload-codec.js';

/** What every client and worker of ours is given. */
export function createDataConverter(encryption: PayloadEncryption): DataConverter {
  return {
    payloadCodecs: [createPayloadCodec(encryption)],
    ...(encryption.isOn && { failureConverterPath }),
  };
}

/** Messages and stack traces of failures become payloads. Workflows need it in their bundle. */
export const failureConverterPath = fileURLToPath(
  new URL('./failure-converter.cjs', import.meta.url),
);
