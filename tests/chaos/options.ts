import { parseArgs } from 'node:util';

export interface Options {
  readonly help: boolean;
  readonly seed: number;
  readonly minutes: number;
  readonly tasks: number;
  readonly plans: number;
  readonly keep: boolean;
  /** A file of evidence that is to be judged again; null: a run is to be made. */
  readonly judge: string | null;
  /** Names of breakages of the product, or `all`; empty: the product as it is. */
  readonly breakages: readonly string[];
}

/** @throws Error with what is wrong, for people */
export function parseOptions(args: readonly string[], randomSeed: number): Options {
  const { values } = parseArgs({
    args: [...args],
    strict: true,
    options: {
      help: { type: 'boolean', default: false },
      seed: { type: 'string' },
      minutes: { type: 'string' },
      tasks: { type: 'string' },
      plans: { type: 'string' },
      keep: { type: 'boolean', default: false },
      judge: { type: 'string' },
      break: { type: 'string', multiple: true, default: [] },
    },
  });
  const breakages = values.break.flatMap((names) => names.split(','));
  const isBroken = breakages.length > 0;
  return {
    help: values.help,
    seed: readNumber('seed', values.seed ?? String(randomSeed), 0),
    minutes: readNumber('minutes', values.minutes ?? (isBroken ? '1' : '3'), 0.1),
    tasks: readNumber('tasks', values.tasks ?? (isBroken ? '300' : '1000'), 1),
    plans: readNumber('plans', values.plans ?? (isBroken ? '3' : '5'), 1),
    keep: values.keep,
    judge: values.judge ?? null,
    breakages,
  };
}

function readNumber(name: string, text: string, least: number): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < least) {
    throw new Error(`--${name}: write a number from ${least}, not “${text}”`);
  }
  return value;
}

export function helpText(breakages: readonly { name: string; what: string }[]): string {
  return `Agents and people write to the same tasks while every process is killed and every connection broken; then a
checker compares what every writer was told with both sides. Starts all it needs by itself, on free ports.

  npm run test:chaos [-- options]

  --seed N       of everything that is left to chance; printed, a new one without it
  --minutes M    of chaos (3); then as long as both sides need to be equal
  --tasks N      tasks in all (1000)
  --plans N      plans they are spread over (5)
  --keep         leaves logs, journal and evidence, and says where
  --judge FILE   judges kept evidence (evidence.json) again, without a run
  --break NAME   breaks the product in a known way, for a minute with 300 tasks: the checker must notice; or: all
  --help         this text

Breakages:
${breakages.map(({ name, what }) => `  ${name.padEnd(17)} ${what}`).join('\n')}
`;
}
