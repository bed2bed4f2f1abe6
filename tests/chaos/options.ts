import { parseArgs } from 'node:util';

export interface Options {
  readonly help: boolean;
  readonly seed: number;
  readonly minutes: number;
  readonly tasks: number;
  readonly plans: number;
  readonly keep: boolean;
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
      break: { type: 'string', multiple: true, default: [] },
    },
  });
  const breakages = values.break.flatMap((names) => names.split(','));
  const isBroken = breakages.length > 0;
  return {
    help: values.help,
    seed: readNumber('seed', values.seed ?? String(randomSeed), 0),
    minutes: readNumber('minutes', values.minutes ?? (isBroken ? '0.5' : '3'), 0.1),
    tasks: readNumber('tasks', values.tasks ?? (isBroken ? '150' : '1000'), 1),
    plans: readNumber('plans', values.plans ?? (isBroken ? '3' : '5'), 1),
    keep: values.keep,
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
