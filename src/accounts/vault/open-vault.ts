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
  return createVault({ keys: vaultKeys(config, logger), namespace: config.redis.namespace });
}

/** @throws DevelopmentKeyError where the data folder's key cannot be used */
export function vaultKeys(
  { vault, dataDir }: Pick<Config, 'vault' | 'dataDir'>,
  logger: Pick<Logger, 'warn'>,
): KeyRing {
  if (vault.keys !== null) return vault.keys;
  const { ring, path, isNew } = openDevelopmentKey({ dataDir, name: 'tokens' });
  if (isNew) {
    logger.warn(
      { path },
      'A key that seals tokens was made in the data folder, because TOKEN_ENCRYPTION_KEY is not set: fine on one machine',
    );
  }
  return ring;
}
