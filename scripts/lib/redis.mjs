import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { BootstrapError } from './bootstrap-error.mjs';
import { startChild, waitUntilReady } from './children.mjs';
import { findProgram, run } from './processes.mjs';

/** @import { Child } from './children.mjs' */

/**
 * @typedef {object} RedisProgram
 * @property {string} path
 * @property {string} version "Redis 7.0.15" or "Valkey 8.0.1"
 */

const oldestMajor = 7;

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<RedisProgram | null>} the first program that is new enough
 */
export async function findRedis(env) {
  const problems = [];
  for (const name of ['redis-server', 'valkey-server']) {
    const path = findProgram([name], env['PATH']);
    if (path === null) continue;
    const { output } = await run(path, ['--version'], { timeoutMs: 10_000 });
    const version = /v=(\d+)\.(\d+)\.(\d+)/.exec(output);
    const product = name === 'redis-server' ? 'Redis' : 'Valkey';
    const text = version === null ? 'unknown' : version.slice(1).join('.');
    if (Number(version?.[1] ?? 0) >= oldestMajor) return { path, version: `${product} ${text}` };
    problems.push(`${path} is version ${text}`);
  }
  if (problems.length > 0) {
    throw new BootstrapError(
      `Redis ${oldestMajor} or newer is needed: ${problems.join(', ')}. Install a newer one, or set REDIS_URL.`,
    );
  }
  return null;
}

/**
 * @typedef {object} RedisOptions
 * @property {RedisProgram} program
 * @property {number} port
 * @property {string} folder its own, for the append-only file
 * @property {string} logFile
 * @property {'kept' | 'in memory'} data
 * @property {'everysec' | 'always'} [fsync] of kept data. `always`: what was answered survives whatever happens; with
 *   `everysec`, the default, Redis may hold back what it writes for up to two seconds while the disk is busy
 * @property {(child: Child) => void} [onStarted] before it is ready
 */

/**
 * Starts Redis on loopback with what the design asks: `noeviction`, and an append-only file when data is kept.
 * @param {RedisOptions} options
 * @returns {Promise<{ child: Child, url: string }>}
 */
export async function startRedis({ program, port, folder, logFile, data, fsync, onStarted }) {
  mkdirSync(folder, { recursive: true });
  const where = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
  const manners = [
    '--daemonize',
    'no',
    '--maxmemory-policy',
    'noeviction',
    '--loglevel',
    'warning',
  ];
  const file = data === 'kept' ? ['--appendonly', 'yes', '--appendfsync', fsync ?? 'everysec'] : [];
  const child = await startChild({
    name: program.version,
    command: program.path,
    args: [...where, ...manners, '--save', '', ...file],
    logFile,
  });
  onStarted?.(child);
  await waitUntilReady(child, 60_000, () => pings(port));
  return { child, url: `redis://127.0.0.1:${port}` };
}

/**
 * @param {number} port
 * @returns {Promise<true | null>} null while it does not answer, or still loads its file
 */
function pings(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 1000 });
    /** @param {boolean} isReady */
    const settle = (isReady) => {
      socket.destroy();
      resolve(isReady ? true : null);
    };
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('data', (answer) => settle(answer.toString().startsWith('+PONG')));
    socket.once('error', () => settle(false));
    socket.once('timeout', () => settle(false));
    socket.once('close', () => settle(false));
  });
}
