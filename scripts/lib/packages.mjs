import { createInterface } from 'node:readline/promises';
import { BootstrapError } from './bootstrap-error.mjs';
import { lastLines } from './children.mjs';
import { findProgram, run } from './processes.mjs';

/**
 * @typedef {object} PackageNames
 * @property {string} what for people
 * @property {string} apt
 * @property {string | null} brew
 */

/**
 * @typedef {object} InstallOptions
 * @property {NodeJS.ProcessEnv} env
 * @property {boolean} yes install without asking
 * @property {(text: string) => void} report
 * @property {AbortSignal} [signal]
 */

/**
 * Installs a package with the system's package manager where that is allowed: as root, with `yes`, or when the person at
 * the terminal agrees.
 * @param {PackageNames} names
 * @param {InstallOptions} options
 * @returns {Promise<boolean>} false when there is no package manager, or nobody agreed
 */
export async function installPackage(names, { env, yes, report, signal }) {
  const steps = installSteps(names, env);
  if (steps === null) return false;
  const shown = steps.map((step) => step.join(' ')).join(' && ');
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && !yes && !(await agrees(`${names.what} is needed. Install it with: ${shown}`))) {
    return false;
  }
  for (const [command = '', ...args] of steps) {
    report([command, ...args].join(' '));
    const quiet = { ...env, DEBIAN_FRONTEND: 'noninteractive' };
    const { code, output } = await run(command, args, { env: quiet, signal });
    if (code !== 0) throw new BootstrapError(`${command} failed:\n${lastLines(output, 12)}`);
  }
  return true;
}

/**
 * @param {PackageNames} names
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[][] | null} null where no package manager is known
 */
function installSteps(names, env) {
  const brew = findProgram(['brew'], env['PATH']);
  if (process.platform === 'darwin') {
    return brew === null || names.brew === null ? null : [[brew, 'install', names.brew]];
  }
  const apt = findProgram(['apt-get'], env['PATH']);
  if (apt === null) return null;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo'];
  return [
    [...sudo, apt, 'update', '-qq'],
    [...sudo, apt, 'install', '-y', '-qq', '--no-install-recommends', names.apt],
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
