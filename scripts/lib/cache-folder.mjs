import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {string} where this user's programs keep what can be made again
 */
export function cacheFolder(env) {
  const local = env['LOCALAPPDATA'];
  if (process.platform === 'win32' && local !== undefined) return join(local, 'tandem', 'cache');
  const base = env['XDG_CACHE_HOME'];
  if (base !== undefined && base !== '') return join(base, 'tandem');
  const home = homedir();
  return process.platform === 'darwin'
    ? join(home, 'Library', 'Caches', 'tandem')
    : join(home, '.cache', 'tandem');
}
