import type { BoardChange } from '../evidence/evidence.js';
import type { CellWrite, Write } from '../journal/write.js';

/** A write and what became of it. */
export interface Fact {
  readonly write: Write;
  readonly happened: 'yes' | 'no' | 'maybe';
  /** It happened at this time or later, and at that time or earlier (ms); of a person's, both are when Planner took it. */
  readonly from: number;
  readonly to: number;
  /** Its place among all that Planner accepted; null of an agent's. */
  readonly seq: number | null;
}

/** A request may reach Planner so long after its writer gave up (ms). */
const lateMs = 30_000;

/**
 * What became of every write. An agent's is what it was told. What a person was told may be wrong (an answer lost, a
 * request brought twice), but Planner's log of accepted changes says it.
 * @throws Error when the log lacks a change that a person was told to be accepted: then nothing can be judged
 */
export function toFacts(
  writes: readonly Write[],
  changes: readonly BoardChange[],
): readonly Fact[] {
  const free = new Map<string, BoardChange[]>();
  for (const change of changes) {
    if (change.by.kind !== 'person') continue;
    const own = free.get(change.by.id) ?? [];
    own.push(change);
    free.set(change.by.id, own);
  }
  // Those that were told first: what nobody was told is among what is left.
  return writes
    .toSorted((one, other) => rankOf(one) - rankOf(other) || one.startedAt - other.startedAt)
    .map((write) =>
      write.kind === 'agent' ? factOfAgent(write) : factOfPerson(write, free.get(write.who) ?? []),
    )
    .toSorted((one, other) => one.write.startedAt - other.write.startedAt);
}

function rankOf({ told }: Write): number {
  return told === 'accepted' ? 0 : 1;
}

function factOfAgent(write: Write): Fact {
  const { startedAt: from, endedAt } = write;
  switch (write.told) {
    case 'accepted':
      return { write, happened: 'yes', from, to: endedAt, seq: null };
    case 'refused':
      return { write, happened: 'no', from, to: endedAt, seq: null };
    case 'unknown':
      return { write, happened: 'maybe', from, to: Number.POSITIVE_INFINITY, seq: null };
  }
}

function factOfPerson(write: Write, free: BoardChange[]): Fact {
  const { startedAt, endedAt, told } = write;
  const until = told === 'unknown' ? endedAt + lateMs : endedAt;
  const at = free.findIndex(
    (change) => change.at >= startedAt && change.at <= until && isOf(change, write),
  );
  const [change] = at === -1 ? [] : free.splice(at, 1);
  if (change !== undefined) {
    return { write, happened: 'yes', from: change.at, to: change.at, seq: change.seq };
  }
  if (told === 'accepted') {
    throw new Error(`Write ${write.id} was accepted by Planner, but its log of changes lacks it`);
  }
  return { write, happened: 'no', from: startedAt, to: endedAt, seq: null };
}

function isOf(change: BoardChange, write: Write): boolean {
  switch (write.operation) {
    case 'create':
      return (
        change.operation === 'created' &&
        change.entity === 'task' &&
        write.cells.some(({ cell, value }) => cell === 'title' && value === change.title)
      );
    case 'delete':
      return (
        change.operation === 'deleted' && change.entity === 'task' && change.id === write.plannerId
      );
    case 'change':
      return (
        change.operation === 'updated' &&
        change.id === write.plannerId &&
        sameWords(change.fields, fieldsOf(write.cells))
      );
  }
}

const graphNames: Readonly<Record<string, string>> = {
  labels: 'appliedCategories',
  people: 'assignments',
  links: 'references',
};

function fieldsOf(cells: readonly CellWrite[]): readonly string[] {
  const names = cells.map(({ cell }) => cell.split('/', 1)[0] ?? cell);
  return [...new Set(names.map((name) => graphNames[name] ?? name))];
}

function sameWords(one: readonly string[], other: readonly string[]): boolean {
  return one.toSorted().join(' ') === other.toSorted().join(' ');
}
