import type { KeptEvidence } from '../evidence/evidence-file.js';
import type { Write } from '../journal/write.js';
import { toCases, type Case } from '../checker/case.js';
import type { Violation } from '../checker/violation.js';

/** A line of what happened to a task, by when (ms). */
interface Line {
  readonly at: number;
  readonly text: string;
}

interface History {
  readonly task: number;
  readonly lines: readonly Line[];
}

/** Of the tasks that broke, the one of which least is to be read: its violations and all that is known of it, by time. */
export function shortestHistory(
  violations: readonly Violation[],
  evidence: KeptEvidence,
): readonly string[] {
  const shortest = findShortest(violations, evidence);
  if (shortest === null) return [];
  const own = violations.filter(({ task }) => task === shortest.task);
  return [
    `Task t${shortest.task}:`,
    ...own.map(({ kind, what }) => `  ${kind}: ${what}`),
    ...shortest.lines.map(({ text }) => `  ${text}`),
  ];
}

/** Its number; null when no violation is about a task. */
export function shortestBroken(
  violations: readonly Violation[],
  evidence: KeptEvidence,
): number | null {
  return findShortest(violations, evidence)?.task ?? null;
}

function findShortest(violations: readonly Violation[], evidence: KeptEvidence): History | null {
  const broken = new Set(violations.map(({ task }) => task));
  const histories = toCases(evidence)
    .filter(({ task }) => broken.has(task))
    .map((one): History => ({ task: one.task, lines: linesOf(one, evidence.syncLog) }));
  return histories.toSorted((one, other) => one.lines.length - other.lines.length)[0] ?? null;
}

function linesOf(one: Case, syncLog: readonly string[]): readonly Line[] {
  const ids = [...one.taskIds, ...one.plannerIds];
  return [
    ...one.facts.flatMap(({ write }) => writeLines(write)),
    ...one.changes.map(({ at, seq, entity, operation, by, fields, title, id }) =>
      line(
        at,
        'board',
        `#${seq} ${entity} ${id} ${operation} by ${by.kind}: ${fields.join(', ')} “${title}”`,
      ),
    ),
    ...one.revisions.map(({ at, action, source, rev, cells }) =>
      line(
        at,
        'event',
        `${action} by ${source}, revision ${rev}: ${short(Object.fromEntries(cells))}`,
      ),
    ),
    ...one.conflicts.map(({ at, field, key, rule, winner, base, agent, planner }) =>
      line(
        at,
        'conflict',
        `${field} ${key ?? ''}: ${winner} wins (${rule}), base ${short(base)}, agent ${short(agent)}, board ${short(planner)}`,
      ),
    ),
    ...syncLog
      .filter((text) => ids.some((id) => text.includes(id)))
      .map((text) => line(timeOf(text), 'sync', text)),
  ].toSorted((first, second) => first.at - second.at);
}

function writeLines(write: Write): readonly Line[] {
  const { id, kind, who, operation, cells, startedAt, endedAt, told, answer, rev } = write;
  const name = `${kind === 'agent' ? 'a' : 'p'}${id}`;
  const values = cells.map(({ cell, value }) => `${cell} = ${JSON.stringify(value)}`).join(', ');
  const end = `${name} ${told}: ${answer}${rev === null ? '' : `, revision ${rev}`}`;
  return [
    line(startedAt, kind, `${name} (${who}) ${operation} ${values}`),
    ...(Number.isFinite(endedAt) ? [line(endedAt, kind, end)] : []),
  ];
}

function line(at: number, source: string, text: string): Line {
  return { at, text: `${new Date(at).toISOString().slice(11, 23)} ${source.padEnd(8)} ${text}` };
}

function timeOf(json: string): number {
  const at = /"at":"([^"]+)"/.exec(json)?.[1];
  return at === undefined ? 0 : Date.parse(at);
}

function short(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}
