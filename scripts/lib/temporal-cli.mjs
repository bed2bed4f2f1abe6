import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BootstrapError, messageOf } from './bootstrap-error.mjs';
import { cacheFolder } from './cache-folder.mjs';
import { findProgram, isExecutable, run } from './processes.mjs';
import { buildTemporalCli } from './temporal-cli-build.mjs';
import { temporalServerVersion } from './temporal.mjs';

/**
 * @typedef {object} TemporalCli
 * @property {string} path
 * @property {string} source where it comes from, for people
 * @property {string} serverVersion
 */

const oldestServer = '1.28';
const program = process.platform === 'win32' ? 'temporal.exe' : 'temporal';

/**
 * Finds a Temporal CLI, or gets one: `TEMPORAL_CLI_PATH`, the PATH, this user's cache, the SDK's own download, and at last
 * the pinned Go module built into the cache, which takes minutes and happens once.
 * @param {{ env: NodeJS.ProcessEnv, root: string, report: (text: string) => void, signal?: AbortSignal }} options
 * @returns {Promise<TemporalCli>}
 */
export async function ensureTemporalCli({ env, root, report, signal }) {
  const given = env['TEMPORAL_CLI_PATH']?.trim() ?? '';
  if (given !== '') {
    if (!isExecutable(given)) {
      throw new BootstrapError(`TEMPORAL_CLI_PATH: ${given} is not a program that can be run.`);
    }
    return {
      path: given,
      source: 'TEMPORAL_CLI_PATH',
      serverVersion: await temporalServerVersion(given),
    };
  }
  const onPath = await usable(findProgram(['temporal'], env['PATH']), 'on the PATH', report);
  if (onPath !== null) return onPath;

  const cache = cacheFolder(env);
  const built = join(cache, pinnedFolder(root), program);
  const kept =
    (await usable(existing(built), 'built here', report)) ?? (await downloaded(cache, report));
  if (kept !== null) return kept;

  report('asking the download server of the SDK');
  const download = await downloadBySdk(cache, report, signal);
  if (download !== null) return download;
  await buildTemporalCli({
    source: join(root, 'deploy', 'temporal-cli'),
    target: built,
    env,
    report,
  });
  const result = await usable(built, 'built here', report);
  if (result === null)
    throw new BootstrapError(`The Temporal CLI was built, but ${built} does not run.`);
  return result;
}

/**
 * @param {string} root
 * @returns {string} named after what the pinned module holds, so that a new pin is built anew
 */
export function pinnedFolder(root) {
  const pins = readFileSync(join(root, 'deploy', 'temporal-cli', 'go.mod'), 'utf8');
  const cli = /github\.com\/temporalio\/cli v(\S+)/.exec(pins)?.[1] ?? 'unknown';
  const server = /go\.temporal\.io\/server v(\S+)/.exec(pins)?.[1] ?? 'unknown';
  return `temporal-cli-${cli}-server-${server}`;
}

/**
 * @param {string | null} path
 * @param {string} source
 * @param {(text: string) => void} report
 * @returns {Promise<TemporalCli | null>}
 */
async function usable(path, source, report) {
  if (path === null) return null;
  try {
    const serverVersion = await temporalServerVersion(path);
    if (isAtLeast(serverVersion, oldestServer)) return { path, source, serverVersion };
    report(`${path} has server ${serverVersion}, older than ${oldestServer}: not used`);
  } catch (error) {
    report(messageOf(error));
  }
  return null;
}

/**
 * @param {string} path
 * @returns {string | null}
 */
function existing(path) {
  return existsSync(path) ? path : null;
}

/**
 * @param {string} cache
 * @param {(text: string) => void} report
 * @returns {Promise<TemporalCli | null>} what an earlier start let the SDK download
 */
async function downloaded(cache, report) {
  const folder = join(cache, 'temporal-sdk');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const name = names.find((file) => file.startsWith('temporal-') && !file.endsWith('.downloading'));
  return name === undefined
    ? null
    : await usable(join(folder, name), 'downloaded by the SDK', report);
}

/**
 * The SDK has no "only download": it starts a server and so leaves the file. First a short question whether its server
 * can be reached at all, because behind a firewall the SDK may wait for long.
 * @param {string} cache
 * @param {(text: string) => void} report
 * @param {AbortSignal} [signal]
 * @returns {Promise<TemporalCli | null>}
 */
async function downloadBySdk(cache, report, signal) {
  const folder = join(cache, 'temporal-sdk');
  mkdirSync(folder, { recursive: true });
  try {
    await fetch('https://temporal.download/', {
      method: 'HEAD',
      signal: AbortSignal.timeout(5000),
    });
  } catch {
    report('the download server of the SDK cannot be reached from here');
    return null;
  }
  report('the SDK downloads it');
  const script = fileURLToPath(new URL('./download-temporal.mjs', import.meta.url));
  const { code } = await run(process.execPath, [script, folder], { timeoutMs: 300_000, signal });
  if (code !== 0) report('the SDK could not download it');
  return code === 0 ? await downloaded(cache, report) : null;
}

/**
 * @param {string} version
 * @param {string} oldest
 * @returns {boolean}
 */
function isAtLeast(version, oldest) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldest.split('.').map(Number);
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}
