import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { BootstrapError } from './bootstrap-error.mjs';
import { lastLines } from './children.mjs';
import { acquireLock } from './lock.mjs';
import { findProgram, isExecutable, run } from './processes.mjs';

/** @import { Lock } from './lock.mjs' */

/**
 * Builds the pinned Go module once for this user: under a lock, beside the place where it belongs, and moved there when
 * it is complete. A second start meanwhile waits for the first.
 * @param {{ source: string, target: string, env: NodeJS.ProcessEnv, report: (text: string) => void, signal?: AbortSignal | undefined }} options
 */
export async function buildTemporalCli({ source, target, env, report, signal }) {
  const go = findProgram(['go'], env['PATH']) ?? findProgram(['go'], '/usr/local/go/bin');
  if (go === null) throw new BootstrapError(howToGetTemporal);
  const folder = dirname(target);
  mkdirSync(folder, { recursive: true });
  const lock = await waitForLock(folder, target, report);
  if (lock === null) return;
  // A build that was killed left its folder; under the lock nobody else has one.
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith('building-'))) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
  const work = mkdtempSync(join(folder, 'building-'));
  try {
    for (const file of ['go.mod', 'go.sum']) copyFileSync(join(source, file), join(work, file));
    report('building it from source with Go: some minutes and 3.5 GB of caches, this once');
    const started = Date.now();
    const alive = setInterval(
      () => report(`still building, ${minutes(Date.now() - started)}`),
      15_000,
    );
    const args = ['install', '-ldflags', '-s -w', 'github.com/temporalio/cli/cmd/temporal'];
    const result = await run(go, args, {
      cwd: work,
      env: { ...env, GOBIN: work, GOFLAGS: '-mod=mod' },
      signal,
    });
    clearInterval(alive);
    if (result.code !== 0) {
      throw new BootstrapError(
        `The Temporal CLI could not be built with ${go}:\n${lastLines(result.output, 12)}\n${howToGetTemporal}`,
      );
    }
    renameSync(join(work, basename(target)), target);
    report(`built in ${minutes(Date.now() - started)}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
    lock.release();
  }
}

/**
 * @param {string} folder
 * @param {string} target
 * @param {(text: string) => void} report
 * @returns {Promise<Lock | null>} null when another start has built it
 */
async function waitForLock(folder, target, report) {
  let isTold = false;
  for (;;) {
    if (isExecutable(target)) return null;
    try {
      return await acquireLock(folder);
    } catch (error) {
      if (!(error instanceof BootstrapError)) throw error;
      if (!isTold) report('another start is building it; waiting');
      isTold = true;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

/**
 * @param {number} ms
 * @returns {string}
 */
function minutes(ms) {
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}

const howToGetTemporal = `No Temporal server can be had here. One of these helps:
  - install the Temporal CLI (https://docs.temporal.io/cli) so that \`temporal\` is on the PATH, or set TEMPORAL_CLI_PATH
  - install Go 1.21 or newer (https://go.dev/dl): the CLI is then built from source, once
  - set TEMPORAL_ADDRESS to a server that is running`;
