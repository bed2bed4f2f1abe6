import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BootstrapError } from './bootstrap-error.mjs';
import { endProcess, identify } from './processes.mjs';

/** @import { ProcessIdentity } from './processes.mjs' */

/**
 * @typedef {object} ChildOptions
 * @property {string} name for people
 * @property {string} command
 * @property {readonly string[]} args
 * @property {string} logFile what it writes goes there, appended
 * @property {NodeJS.ProcessEnv} [env] the whole environment; ours when absent
 * @property {string} [cwd]
 */

/**
 * @typedef {object} Child
 * @property {string} name
 * @property {ProcessIdentity} identity
 * @property {string} logFile
 * @property {number} logStart where in the log file this run begins
 * @property {Promise<string>} exited says in words how it ended, "exit code 1" for instance
 * @property {() => boolean} hasExited
 * @property {(graceMs: number) => Promise<void>} stop asks, insists after the grace
 */

const largestLogBytes = 10_000_000;

/**
 * Starts a program that writes straight into its log file: it keeps running undisturbed whatever happens to us. It leads
 * its own process group, so that Ctrl-C in a terminal reaches only us and everything can be stopped in order.
 * @param {ChildOptions} options
 * @returns {Promise<Child>}
 */
export async function startChild({ name, command, args, logFile, env, cwd }) {
  mkdirSync(dirname(logFile), { recursive: true });
  if (existsSync(logFile) && statSync(logFile).size > largestLogBytes) {
    renameSync(logFile, `${logFile}.1`);
  }
  const log = openSync(logFile, 'a');
  const logStart = existsSync(logFile) ? statSync(logFile).size : 0;
  const child = spawn(command, args, {
    env: env ?? process.env,
    cwd,
    stdio: ['ignore', log, log],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  closeSync(log);
  let ended = false;
  /** @type {Promise<string>} */
  const exited = new Promise((resolve) => {
    /** @param {string} how */
    const settle = (how) => {
      ended = true;
      resolve(how);
    };
    child.once('error', (error) => settle(`it could not be started: ${error.message}`));
    child.once('exit', (code, signal) =>
      settle(signal === null ? `exit code ${code}` : `signal ${signal}`),
    );
  });
  const identity = child.pid === undefined ? null : identify(child.pid);
  if (identity === null) {
    const lines = readLog(logFile, logStart);
    throw new BootstrapError(`${name} ended at once, ${await exited}\n${lastLines(lines, 15)}`);
  }
  return {
    name,
    identity,
    logFile,
    logStart,
    exited,
    hasExited: () => ended,
    async stop(graceMs) {
      await endProcess(identity, graceMs);
      await exited;
    },
  };
}

/**
 * Waits until `check` gives something, as long as the child lives.
 * @template T
 * @param {Child} child
 * @param {number} timeoutMs
 * @param {() => T | null | Promise<T | null>} check
 * @returns {Promise<T>}
 */
export async function waitUntilReady(child, timeoutMs, check) {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const answer = await check();
    if (answer !== null) return answer;
    const problem = child.hasExited()
      ? await child.exited
      : Date.now() > end && `not ready after ${Math.round(timeoutMs / 1000)} s`;
    if (problem !== false) {
      const text = lastLines(readLog(child.logFile, child.logStart), 15);
      throw new BootstrapError(`${child.name}: ${problem}. The end of ${child.logFile}:\n${text}`);
    }
    await sleep(40);
  }
}

/**
 * @param {string} file
 * @param {number} start in bytes
 * @returns {string} what was written since; the last 256 KiB of it at most
 */
export function readLog(file, start) {
  const size = existsSync(file) ? statSync(file).size : 0;
  const from = Math.max(start, size - 262_144);
  if (size <= from) return '';
  const buffer = Buffer.alloc(size - from);
  const handle = openSync(file, 'r');
  try {
    const length = readSync(handle, buffer, 0, buffer.length, from);
    return buffer.toString('utf8', 0, length);
  } finally {
    closeSync(handle);
  }
}

/**
 * @param {string} text
 * @param {number} count
 * @returns {string}
 */
export function lastLines(text, count) {
  const lines = text.trimEnd().split('\n').slice(-count);
  return lines.map((line) => `    ${line}`).join('\n');
}
