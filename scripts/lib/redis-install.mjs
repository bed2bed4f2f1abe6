import { BootstrapError } from './bootstrap-error.mjs';
import { installPackage } from './packages.mjs';
import { findRedis } from './redis.mjs';

/** @import { InstallOptions } from './packages.mjs' */
/** @import { RedisProgram } from './redis.mjs' */

const howToGetRedis = `Redis 7 or newer (or Valkey) is needed and was not found. One of these helps:
  - Debian, Ubuntu:  sudo apt-get install redis-server
  - macOS:           brew install redis
  - Windows:         use WSL, or Memurai, or a Redis elsewhere
  - set REDIS_URL to one that is running`;

/**
 * Finds Redis, or installs the system's package where it may.
 * @param {InstallOptions} options
 * @returns {Promise<RedisProgram>}
 */
export async function ensureRedis(options) {
  const found = await findRedis(options.env);
  if (found !== null) return found;
  await installPackage({ what: 'Redis', apt: 'redis-server', brew: 'redis' }, options);
  const installed = await findRedis(options.env);
  if (installed === null) throw new BootstrapError(howToGetRedis);
  return installed;
}
