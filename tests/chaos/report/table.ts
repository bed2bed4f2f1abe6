import { violationKinds, type Violation, type ViolationKind } from '../checker/violation.js';
import type { Write } from '../journal/write.js';
import type { Damage } from '../nemesis/nemesis.js';

export interface RunFigures {
  readonly seed: number;
  readonly minutes: number;
  readonly tasks: number;
  readonly plans: number;
  readonly writes: readonly Write[];
  readonly damage: Damage;
  readonly convergenceMs: number;
  /** Writes of the product that Planner accepted while all this went on. */
  readonly writesMeanwhile: number;
  readonly conflicts: number;
  readonly violations: readonly Violation[];
}

/** The figures of a run as lines of a table. */
export function toTable(figures: RunFigures): readonly string[] {
  const { seed, minutes, tasks, plans, writes, damage, convergenceMs, conflicts } = figures;
  const kills = [...damage.kills].map(([piece, count]) => `${piece} ${count}`);
  const faults = [...damage.faults].toSorted(([one], [other]) => one.localeCompare(other));
  return [
    row('seed', String(seed)),
    row('minutes', String(minutes)),
    row('tasks, plans', `${tasks}, ${plans}`),
    row('writes by agents', told(writes, 'agent')),
    row('writes by persons', told(writes, 'person')),
    row('writes by the product meanwhile', String(figures.writesMeanwhile)),
    row('kill -9', kills.join(', ')),
    ...faults.map(([name, count]) => row(name, String(count))),
    row('conflicts decided', String(conflicts)),
    row('equal after', `${(convergenceMs / 1_000).toFixed(1)} s`),
    ...violationCounts(figures.violations).map(([kind, count]) =>
      row(violationKinds[kind], String(count)),
    ),
  ];
}

export function violationCounts(
  violations: readonly Violation[],
): readonly [ViolationKind, number][] {
  const kinds = Object.keys(violationKinds).filter(isKind);
  return kinds.map((kind) => [kind, violations.filter((one) => one.kind === kind).length]);
}

function isKind(text: string): text is ViolationKind {
  return text in violationKinds;
}

function told(writes: readonly Write[], kind: Write['kind']): string {
  const own = writes.filter((write) => write.kind === kind);
  const count = (what: Write['told']): number => own.filter(({ told }) => told === what).length;
  return `${own.length}: ${count('accepted')} accepted, ${count('refused')} refused, ${count('unknown')} without an answer`;
}

function row(name: string, value: string): string {
  return `  ${name.padEnd(42)} ${value}`;
}
