import { parseArgs } from 'node:util';

export interface BenchOptions {
  readonly help: boolean;
  /** Names of the measurements to make; empty: all. */
  readonly only: readonly string[];
  readonly rounds: number;
  /** Where the processes leave their CPU profiles; null: no profiles. */
  readonly profileDir: string | null;
}

/** @throws Error with what is wrong, for people */
export function parseOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    strict: true,
    options: {
      help: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      rounds: { type: 'string', default: '5' },
      'cpu-prof': { type: 'string' },
    },
  });
  if (!/^[1-9]\d?$/.test(values.rounds)) throw new Error('--rounds: write a number from 1 to 99');
  return {
    help: values.help,
    only: values.only.flatMap((names) => names.split(',')).filter((name) => name !== ''),
    rounds: Number(values.rounds),
    profileDir: values['cpu-prof'] ?? null,
  };
}

export function helpText(measurements: readonly { name: string; title: string }[]): string {
  return `Measures how fast Tandem is. Starts all it needs by itself, on free ports, with temporary data.

  npm run bench [-- options]

  --only NAME       only this measurement; may be repeated or hold several, separated by commas
  --rounds N        rounds of each comparison (5); the figure is their median
  --cpu-prof DIR    server, worker and emulator leave their CPU profiles there
  --help            this text

Measurements:
${measurements.map(({ name, title }) => `  ${name.padEnd(17)} ${title}`).join('\n')}

Every figure is a ratio against a baseline of the same run, because the machine's speed is in both.
The results are also written to bench/results/latest.json.
`;
}
