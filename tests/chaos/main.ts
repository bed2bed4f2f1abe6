import { randomInt } from 'node:crypto';
import { build, projectRoot } from '../../scripts/lib/build.mjs';
import { parseOptions, type Options } from './options.js';
import { shortestHistory } from './report/history.js';
import { toTable } from './report/table.js';
import { runChaos, type ChaosResult } from './run-chaos.js';

/** Runs what the arguments ask for; answers the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  let options: Options;
  try {
    options = parseOptions(args, randomInt(1_000_000));
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return 2;
  }
  await build(projectRoot, (names) => say(`Building ${names.join(', ')}`));
  const startedAt = Date.now();
  const stamped = (text: string): void =>
    say(`${((Date.now() - startedAt) / 1_000).toFixed(0).padStart(4)} s  ${text}`);
  const { seed, minutes, tasks, plans, keep } = options;
  say(`seed ${seed}, ${minutes} min, ${tasks} tasks over ${plans} plans`);
  const result = await runChaos({ seed, minutes, tasks, plans, keepFolder: keep, say: stamped });
  conclude(result);
  if (keep) say(`Logs, journal and evidence: ${result.folder}`);
  return result.violations.length === 0 ? 0 : 1;
}

function conclude({ figures, violations, evidence, syncLog }: ChaosResult): void {
  say(toTable(figures).join('\n'));
  if (violations.length === 0) return;
  say(`\n${violations.length} violations:`);
  for (const { kind, task, what } of violations.slice(0, 50)) {
    say(`  ${kind} ${task === null ? '' : `t${task} `}${what}`);
  }
  say(`\n${shortestHistory(violations, evidence, syncLog).join('\n')}`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
