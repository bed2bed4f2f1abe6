import type { Redis } from 'ioredis';
import type { Keys, MetadataKind } from '../tasks/keys.js';
import { createMetadataValues } from './metadata-values.js';
import { toWanted } from './wanted.js';

/** For processes that hear of changes and read no metadata themselves: whoever asks next, asks Graph. */
export type ForgetMetadata = (kind: MetadataKind, id: string) => Promise<void>;

export function createForgetMetadata(deps: {
  readonly redis: Redis;
  readonly keys: Keys;
}): ForgetMetadata {
  const values = createMetadataValues(deps);
  return async (kind, id) => {
    const wanted = toWanted(kind, id);
    if (wanted !== null) await values.forget(wanted);
  };
}
