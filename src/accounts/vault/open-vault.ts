import type { Logger } from 'pino';
import type { Config } from '../../config/config.js';
import { openDevelopmentKey } from '../../config/development-key.js';
import type { KeyRing } from '../../config/key-ring.js';
import { createVault, type Vault } from './vault.js';

/** The vault of a process. Without a configured key one is made in the data folder, and the log says so. */
export function openVault(
  config: Pick<Config, 'vault' | 'dataDir' | 'redis'>,
  logger: Pick<Logger, 'warn'>,
): Vault {
  const { keys, madeAt } = vaultKeys(config);
  if (madeAt !== null) {
    logger.warn(
      { path: madeAt },
      'A key that seals tokens was made in the data folder, because TOKEN_ENCRYPTION_KEY is not set: fine on one machine',
    );
  }
  return createVault({ keys, namespace: config.redis.namespace });
}

/** `madeAt`: the file of a key that was made just now. @throws DevelopmentKeyError where the data folder's cannot be used */
export function vaultKeys({ vault, dataDir }: Pick<Config, 'vault' | 'dataDir'>): {
  readonly keys: KeyRing;
  readonly madeAt: string | null;
} {
  if (vault.keys !== null) return { keys: vault.keys, madeAt: null };
  const { ring, path, isNew } = openDevelopmentKey({ dataDir, name: 'tokens' });
  return { keys: ring, madeAt: isNew ? path : null };
}
