import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A process as it can be found again: a pid is given out anew after its process ended, together with the time of its
 * start it is not.
 * @typedef {object} ProcessIdentity
 * @property {number} pid
 * @property {string} startedAt opaque, compared only
 */

/**
 * @param {number} pid
 * @returns {ProcessIdentity | null} null when there is no such process, or only its unreaped rest
 */
export function identify(pid) {
  const startedAt = process.platform === 'linux' ? startOnLinux(pid) : startByTool(pid);
  return startedAt === null ? null : { pid, startedAt };
}

/**
 * @param {ProcessIdentity} identity
 * @returns {boolean} whether exactly this process is still running
 */
export function isRunning(identity) {
  return identify(identity.pid)?.startedAt === identity.startedAt;
}

/**
 * Ends exactly this process: asks first, insists after `graceMs`. Does nothing when it is gone or its pid is another's.
 * @param {ProcessIdentity} identity
 * @param {number} graceMs
 * @returns {Promise<'gone' | 'ended' | 'killed'>}
 */
export async function endProcess(identity, graceMs) {
  if (!isRunning(identity)) return 'gone';
  sendSignal(identity.pid, 'SIGTERM');
  if (await hasEnded(identity, graceMs)) return 'ended';
  // Our children lead a group of their own: what they started must not outlive them.
  sendSignal(process.platform === 'win32' ? identity.pid : -identity.pid, 'SIGKILL');
  sendSignal(identity.pid, 'SIGKILL');
  await hasEnded(identity, 5000);
  return 'killed';
}

/**
 * @param {ProcessIdentity} identity
 * @param {number} timeoutMs
 * @returns {Promise<boolean>}
 */
async function hasEnded(identity, timeoutMs) {
  const end = Date.now() + timeoutMs;
  while (isRunning(identity)) {
    if (Date.now() >= end) return false;
    await sleep(25);
  }
  return true;
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function sendSignal(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in between, which is what was wanted.
  }
}

/**
 * @param {number} pid
 * @returns {string | null}
 */
function startOnLinux(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses and may hold anything; count from behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    // The start is counted in ticks since boot, so that the boot belongs to it.
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`;
  } catch {
    return null;
  }
}

/**
 * @param {number} pid
 * @returns {string | null}
 */
function startByTool(pid) {
  const query = `(Get-Process -Id ${pid} -ErrorAction Stop).StartTime.ToFileTimeUtc()`;
  const { status, stdout } =
    process.platform === 'win32'
      ? spawnSync('powershell', ['-NoProfile', '-Command', query], { encoding: 'utf8' })
      : spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const text = stdout?.trim() ?? '';
  return status === 0 && text !== '' ? text : null;
}

/**
 * @param {readonly string[]} names in order of preference, without extension
 * @param {string | undefined} path the PATH to look in
 * @returns {string | null} the full path of the first one found
 */
export function findProgram(names, path) {
  const extensions = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  // Places where packages put servers and a person's PATH often does not reach.
  const usual =
    process.platform === 'win32' ? [] : ['/usr/sbin', '/usr/local/bin', '/opt/homebrew/bin'];
  const folders = [...(path ?? '').split(delimiter).filter((folder) => folder !== ''), ...usual];
  for (const name of names) {
    for (const folder of folders) {
      for (const extension of extensions) {
        const file = join(folder, name + extension);
        if (isExecutable(file)) return file;
      }
    }
  }
  return null;
}

/**
 * @param {string} file
 * @returns {boolean}
 */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Runs a program to its end and gives what it wrote.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, signal?: AbortSignal | undefined, onOutput?: (text: string) => void }} [options]
 * @returns {Promise<{ code: number | null, output: string }>} code is null when it could not be run or was ended
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeoutMs,
      signal: options.signal,
      windowsHide: true,
      shell: process.platform === 'win32' && command.endsWith('.cmd'),
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        options.onOutput?.(text);
      });
    }
    child.once('error', (error) => resolve({ code: null, output: output + error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}
