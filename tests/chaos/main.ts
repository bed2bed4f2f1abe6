import { randomInt } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, projectRoot } from '../../scripts/lib/build.mjs';
import { breakBuild } from './breakages/break-build.js';
import { breakages, type Breakage } from './breakages/breakages.js';
import { check } from './checker/check.js';
import type { Violation, ViolationKind } from './checker/violation.js';
import { readEvidence, writeEvidence, type KeptEvidence } from './evidence/evidence-file.js';
import { helpText, parseOptions, type Options } from './options.js';
import { excerpt } from './report/excerpt.js';
import { shortestBroken, shortestHistory } from './report/history.js';
import { toTable, violationCounts } from './report/table.js';
import { runChaos, type ChaosOptions, type ChaosResult } from './run-chaos.js';

/** Runs what the arguments ask for; answers the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  let options: Options;
  let broken: readonly Breakage[];
  try {
    options = parseOptions(args, randomInt(1_000_000));
    broken = chosenBreakages(options.breakages);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return 2;
  }
  if (options.help) {
    say(helpText(breakages));
    return 0;
  }
  if (options.judge !== null) {
    const evidence = readEvidence(options.judge);
    const violations = check(evidence);
    tellViolations(violations, evidence);
    return violations.length === 0 ? 0 : 1;
  }
  const stopping = new AbortController();
  const stop = (): void => {
    if (stopping.signal.aborted) return;
    say('\nStopping what was started');
    stopping.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
  try {
    await build(projectRoot, (names) => say(`Building ${names.join(', ')}`));
    const run = toRun(options, stopping.signal);
    return broken.length === 0 ? await judge(run) : await judgeChecker(run, broken);
  } catch (error) {
    if (stopping.signal.aborted) return 130;
    throw error;
  }
}

function chosenBreakages(names: readonly string[]): readonly Breakage[] {
  if (names.includes('all')) return breakages;
  return names.map((name) => {
    const found = breakages.find((one) => one.name === name);
    if (found !== undefined) return found;
    const known = breakages.map((one) => one.name).join(', ');
    throw new Error(`There is no breakage “${name}”; there are ${known}, and all`);
  });
}

function toRun(options: Options, signal: AbortSignal): ChaosOptions {
  const startedAt = Date.now();
  const { seed, minutes, tasks, plans, keep: keepFolder } = options;
  say(`seed ${seed}, ${minutes} min, ${tasks} tasks over ${plans} plans`);
  return {
    seed,
    minutes,
    tasks,
    plans,
    keepFolder,
    signal,
    say: (text) =>
      say(`${Math.round((Date.now() - startedAt) / 1_000)} s`.padStart(6) + `  ${text}`),
  };
}

async function judge(run: ChaosOptions): Promise<number> {
  const result = await runChaos(run);
  conclude(result, run.keepFolder);
  return result.violations.length === 0 ? 0 : 1;
}

/** Judges the checker: it must find what each breakage does. */
async function judgeChecker(run: ChaosOptions, broken: readonly Breakage[]): Promise<number> {
  const missed: string[] = [];
  for (const breakage of broken) {
    say(`\n${breakage.name}: ${breakage.what}`);
    const root = breakBuild(projectRoot, breakage);
    try {
      const result = await runChaos({ ...run, root, patienceMs: brokenPatienceMs });
      conclude(result, run.keepFolder, breakage.expected);
      const found = violationCounts(result.violations).filter(([, count]) => count > 0);
      const isCaught = found.some(([kind]) => breakage.expected.includes(kind));
      const counts = found.map(([kind, count]) => `${count} ${kind}`).join(', ');
      say(
        `${breakage.name}: ${isCaught ? 'caught' : 'NOT CAUGHT'} (${counts === '' ? 'nothing' : counts})`,
      );
      if (!isCaught) missed.push(breakage.name);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  }
  say(
    missed.length === 0
      ? `\nAll ${broken.length} were caught.`
      : `\nNot caught: ${missed.join(', ')}`,
  );
  return missed.length === 0 ? 0 : 1;
}

/** A broken product may never get there. */
const brokenPatienceMs = 45_000;

function conclude(result: ChaosResult, isKept: boolean, told: readonly ViolationKind[] = []): void {
  const { figures, violations, evidence, folder } = result;
  say(toTable(figures).join('\n'));
  if (violations.length > 0) tellViolations(violations, evidence);
  if (!isKept) return;
  const asked = violations.filter(({ kind }) => told.length === 0 || told.includes(kind));
  const task = shortestBroken(asked, evidence);
  if (task !== null) writeEvidence(join(folder, 'broken.json'), excerpt(evidence, task));
  say(`Logs, journal and evidence: ${folder}`);
}

function tellViolations(violations: readonly Violation[], evidence: KeptEvidence): void {
  say(`\n${violations.length} violations${violations.length === 0 ? '' : ':'}`);
  for (const { kind, task, what } of violations.slice(0, 50)) {
    say(`  ${kind} ${task === null ? '' : `t${task} `}${what}`);
  }
  say(`\n${shortestHistory(violations, evidence).join('\n')}`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
