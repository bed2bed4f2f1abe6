import { join } from 'node:path';
import { build, projectRoot } from '../scripts/lib/build.mjs';
import type { Figure } from './figure.js';
import { measurements } from './measurements.js';
import { helpText, parseOptions, type BenchOptions } from './options.js';
import { heading, toLines, writeResults, type Results } from './report.js';
import { openStand } from './stand/stand.js';

/** Runs the bench; answers the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  let options: BenchOptions;
  try {
    options = parseOptions(args);
  } catch (error) {
    console.error(messageOf(error));
    return 2;
  }
  if (options.help) {
    console.log(helpText(measurements));
    return 0;
  }
  const unknown = options.only.filter((name) => !measurements.some((one) => one.name === name));
  if (unknown.length > 0) {
    const known = measurements.map(({ name }) => name).join(', ');
    console.error(`There is no measurement ${unknown.join(', ')}; there are ${known}`);
    return 2;
  }
  return run(options);
}

async function run(options: BenchOptions): Promise<number> {
  const { only, rounds, profileDir } = options;
  const startedAt = new Date();
  await build(projectRoot, (names) => console.log(`Building ${names.join(', ')}`));
  const stand = await openStand({ profileDir, say: console.log });
  const stopping = new AbortController();
  const stop = (signal: NodeJS.Signals) => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    console.log('\nStopping what was started');
    void stand.close().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

  const figures: Record<string, readonly Figure[]> = {};
  const failures: Record<string, string> = {};
  const chosen = measurements.filter(({ name }) => only.length === 0 || only.includes(name));
  for (const { name, title, run: measure } of chosen) {
    console.log(`\n${name}: ${title}`);
    try {
      // The next one finds an empty Redis; its functions stay.
      await stand.redis.flushall();
      figures[name] = await measure({ stand, rounds, say: sayIndented });
      console.log([heading, ...toLines(figures[name])].join('\n'));
    } catch (error) {
      // What fails because everything is being stopped is no news.
      if (stopping.signal.aborted) break;
      failures[name] = messageOf(error);
      console.error(`  ${name} broke off: ${failures[name]}`);
    }
  }
  await stand.close();
  const seconds = Math.round((Date.now() - startedAt.getTime()) / 1000);
  return conclude({ startedAt: startedAt.toISOString(), seconds, figures, failures });
}

/** Writes everything down and shows it once more; answers the exit code. */
function conclude(results: Results): number {
  const { figures, failures, seconds } = results;
  const file = writeResults(join(projectRoot, 'bench', 'results'), results);
  const all = Object.values(figures).flat();
  console.log(`\nAll figures, after ${seconds} s (${file})`);
  console.log([heading, ...toLines(all)].join('\n'));
  const missed = all.filter(({ isMet }) => isMet === false).length;
  const broken = Object.keys(failures);
  if (missed > 0) console.log(`${missed} of ${all.length} figures miss their target.`);
  if (broken.length > 0) console.log(`Broke off: ${broken.join(', ')}`);
  return broken.length > 0 ? 1 : 0;
}

function sayIndented(text: string): void {
  console.log(`  ${text}`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
