import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BootstrapError } from './bootstrap-error.mjs';
import { lastLines } from './children.mjs';
import { findProgram, run } from './processes.mjs';

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {boolean} [optional]
 * @property {boolean} [devOptional]
 * @property {boolean} [peer]
 * @property {boolean} [link]
 */

/**
 * @param {string} root
 * @returns {string | null} why the dependencies have to be installed; null when all are there in the locked versions
 */
export function staleDependencies(root) {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return 'they are not installed yet';
  const installed = packagesOf(installedFile);
  for (const [path, locked] of Object.entries(packagesOf(join(root, 'package-lock.json')))) {
    if (path === '' || locked.link === true) continue;
    const found = installed[path];
    // Optional ones are for other systems.
    if (found === undefined && (locked.optional ?? locked.devOptional ?? locked.peer) === true)
      continue;
    if (found?.version !== locked.version || !existsSync(join(root, path))) {
      return `${path.replace('node_modules/', '')} ${locked.version} is not there`;
    }
  }
  return null;
}

/**
 * Installs exactly what package-lock.json says, what is only needed to build among it.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} [signal]
 */
export async function installDependencies(root, env, signal) {
  const script = env['npm_execpath'];
  const npm = findProgram(['npm'], env['PATH']);
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const isNpm = script !== undefined && /npm-cli\.c?js$/.test(script);
  if (!isNpm && npm === null) {
    throw new BootstrapError('npm is not on the PATH: install it together with Node.');
  }
  const result = isNpm
    ? await run(process.execPath, [script, ...args], { cwd: root, env, signal })
    : await run(npm ?? 'npm', args, { cwd: root, env, signal });
  if (result.code !== 0) {
    throw new BootstrapError(`npm ci failed:\n${lastLines(result.output, 20)}`);
  }
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}
