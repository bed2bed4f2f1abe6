import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { BootstrapError } from './bootstrap-error.mjs';
import { startChild, waitUntilReady } from './children.mjs';
import { answers } from './ports.mjs';
import { run } from './processes.mjs';

/** @import { Child } from './children.mjs' */

/**
 * @typedef {object} TemporalOptions
 * @property {string} program
 * @property {number} port
 * @property {number | null} uiPort null: no Web UI
 * @property {string | null} [codecEndpoint] where the Web UI has payloads decrypted
 * @property {string | null} folder for its file; null: in memory
 * @property {string} namespace
 * @property {string} logFile
 * @property {(child: Child) => void} [onStarted] before it is ready
 */

/**
 * Starts Temporal's own development server on loopback and waits until it takes workflows.
 * @param {TemporalOptions} options
 * @returns {Promise<{ child: Child, address: string }>}
 */
export async function startTemporal(options) {
  const { program, port, uiPort, folder, namespace, codecEndpoint = null } = options;
  const address = `127.0.0.1:${port}`;
  const where = ['--ip', '127.0.0.1', '--port', String(port), '--namespace', namespace];
  const quiet = ['--ui-disable-news-fetch', '--log-level', 'warn'];
  const ui =
    uiPort === null ? ['--headless'] : ['--ui-ip', '127.0.0.1', '--ui-port', String(uiPort)];
  const codec = codecEndpoint === null ? [] : ['--ui-codec-endpoint', codecEndpoint];
  // Without these a file is two to four times slower than memory.
  const pragmas = ['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=normal'];
  if (folder !== null) mkdirSync(folder, { recursive: true });
  const data = folder === null ? [] : ['--db-filename', join(folder, 'temporal.db'), ...pragmas];
  const child = await startChild({
    name: 'Temporal',
    command: program,
    args: ['server', 'start-dev', ...where, ...quiet, ...ui, ...codec, ...data],
    logFile: options.logFile,
  });
  options.onStarted?.(child);
  await waitUntilReady(child, 60_000, async () => {
    if (!(await answers(port, '127.0.0.1'))) return null;
    const args = [
      'operator',
      'namespace',
      'describe',
      '--namespace',
      namespace,
      '--address',
      address,
    ];
    const local = ['--disable-config-env', '--disable-config-file', '--command-timeout', '5s'];
    return (await run(program, [...args, ...local])).code === 0 ? true : null;
  });
  return { child, address };
}

/**
 * @param {string} program
 * @returns {Promise<string>} the version of the server inside, "1.31.2"
 */
export async function temporalServerVersion(program) {
  const { output } = await run(program, ['--version'], { timeoutMs: 20_000 });
  // The command's own version is "0.0.0-DEV" when it was built from source.
  const version = /Server (\d+\.\d+\.\d+)/.exec(output)?.[1];
  if (version === undefined) {
    throw new BootstrapError(`${program} does not look like the Temporal CLI: ${output.trim()}`);
  }
  return version;
}
