import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Figure, Quantity } from './figure.js';

/** The figures of one measurement as lines of a table. */
export function toLines(figures: readonly Figure[]): readonly string[] {
  return figures.map((figure) => {
    const { name, measured, baseline, ratio, target, isMet } = figure;
    const verdict = isMet === null ? '' : isMet ? 'met' : 'NOT MET';
    return [
      name.padEnd(58),
      quantity(measured).padStart(15),
      ratio.toFixed(ratio < 0.1 ? 3 : 2).padStart(8),
      `of ${quantity(baseline)} ${baseline.what}`.padEnd(54),
      (target ?? '').padEnd(13),
      verdict,
    ].join('  ');
  });
}

export const heading = [
  'figure'.padEnd(58),
  'measured'.padStart(15),
  'ratio'.padStart(8),
  'of the baseline of the same run'.padEnd(54),
  'target'.padEnd(13),
].join('  ');

export interface Results {
  readonly startedAt: string;
  readonly seconds: number;
  readonly figures: Readonly<Record<string, readonly Figure[]>>;
  /** Measurements that broke off, with the reason. */
  readonly failures: Readonly<Record<string, string>>;
}

/** Writes the results as JSON and answers where. */
export function writeResults(folder: string, results: Results): string {
  const file = join(folder, 'latest.json');
  const machine = {
    cpus: cpus().length,
    cpu: cpus()[0]?.model ?? 'unknown',
    memoryMb: Math.round(totalmem() / 1_048_576),
    platform: `${platform()} ${arch()}`,
    node: process.version,
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...results, machine }, null, 2)}\n`);
  return file;
}

function quantity({ value, unit }: Quantity): string {
  const digits = value >= 100 || Number.isInteger(value) ? 0 : value >= 1 ? 1 : 3;
  const text = value.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d|\.))/g, value >= 1000 ? ',' : '');
  return `${text} ${unit}`;
}
