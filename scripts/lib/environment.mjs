import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { BootstrapError } from './bootstrap-error.mjs';

/** Node's oldest version that this project runs on. */
const oldestNode = '20.19.0';

/** @param {string} version of this Node, without "v" */
export function checkNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode.split('.').map(Number);
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new BootstrapError(
    `Node ${oldestNode} or newer is needed, this is ${version}: https://nodejs.org`,
  );
}

/**
 * The environment with the project's `.env` below it: what is set already wins, empty counts as unset.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function readEnvironment(root, env) {
  const file = join(root, '.env');
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  const given = Object.entries(env).filter(
    ([, value]) => value !== undefined && value.trim() !== '',
  );
  return { ...fromFile, ...Object.fromEntries(given) };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} names
 * @returns {boolean} whether one of them is set
 */
export function isAnySet(env, names) {
  return names.some((name) => (env[name]?.trim() ?? '') !== '');
}
