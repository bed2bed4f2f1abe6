import { createInterface } from 'node:readline/promises';
import { BootstrapError } from './bootstrap-error.mjs';
import { lastLines } from './children.mjs';
import { findProgram, run } from './processes.mjs';
import { findRedis } from './redis.mjs';

/** @import { RedisProgram } from './redis.mjs' */

/**
 * Finds Redis, or installs the system's package where it may: as root, with `--yes`, or when the person at the terminal
 * agrees.
 * @param {{ env: NodeJS.ProcessEnv, yes: boolean, report: (text: string) => void, signal?: AbortSignal }} options
 * @returns {Promise<RedisProgram>}
 */
export async function ensureRedis({ env, yes, report, signal }) {
  const found = await findRedis(env);
  if (found !== null) return found;
  const steps = packageSteps(env);
  if (steps === null) throw new BootstrapError(howToGetRedis);
  const shown = steps.map((step) => step.join(' ')).join(' && ');
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && !yes && !(await agrees(`Redis is needed. Install it with: ${shown}`))) {
    throw new BootstrapError(howToGetRedis);
  }
  for (const [command = '', ...args] of steps) {
    report([command, ...args].join(' '));
    const quiet = { ...env, DEBIAN_FRONTEND: 'noninteractive' };
    const { code, output } = await run(command, args, { env: quiet, signal });
    if (code !== 0) {
      throw new BootstrapError(`${command} failed:\n${lastLines(output, 12)}\n${howToGetRedis}`);
    }
  }
  const installed = await findRedis(env);
  if (installed === null) throw new BootstrapError(howToGetRedis);
  return installed;
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[][] | null} null where no package manager is known
 */
function packageSteps(env) {
  const brew = findProgram(['brew'], env['PATH']);
  if (process.platform === 'darwin') return brew === null ? null : [[brew, 'install', 'redis']];
  const apt = findProgram(['apt-get'], env['PATH']);
  if (apt === null) return null;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo'];
  return [
    [...sudo, apt, 'update', '-qq'],
    [...sudo, apt, 'install', '-y', '--no-install-recommends', 'redis-server'],
  ];
}

/**
 * @param {string} question
 * @returns {Promise<boolean>} no when nobody sits at a terminal
 */
async function agrees(question) {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await terminal.question(`  ? ${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}

const howToGetRedis = `Redis 7 or newer (or Valkey) is needed and was not found. One of these helps:
  - Debian, Ubuntu:  sudo apt-get install redis-server
  - macOS:           brew install redis
  - Windows:         use WSL, or Memurai, or a Redis elsewhere
  - set REDIS_URL to one that is running`;
