import type {
  BoardChange,
  Conflict,
  Evidence,
  Revision,
  Standing,
  StandingDocument,
} from '../evidence/evidence.js';
import type { Cell, CellValue } from '../journal/write.js';
import { taskNumberOf } from '../world/texts.js';
import { toFacts, type Fact } from './fact.js';

/** All that is known of one task. */
export interface Case {
  readonly task: number;
  readonly facts: readonly Fact[];
  readonly documents: readonly StandingDocument[];
  readonly board: readonly Standing[];
  /** Of all its cards on the board: there is one, unless something went wrong. */
  readonly changes: readonly BoardChange[];
  readonly conflicts: readonly Conflict[];
  /** In order. */
  readonly revisions: readonly Revision[];
  readonly taskIds: ReadonlySet<string>;
  readonly plannerIds: ReadonlySet<string>;
}

/** A write of one cell that happened, or may have. */
export interface CellFact extends Fact {
  readonly value: CellValue;
}

export function toCases(evidence: Evidence): readonly Case[] {
  const facts = groupBy(toFacts(evidence.writes, evidence.changes), ({ write }) => write.task);
  const documents = groupBy(evidence.documents, ({ task }) => task);
  const board = groupBy(evidence.board, ({ task }) => task);
  const revisions = groupBy(evidence.revisions, ({ task }) => task);
  const cardTasks = new Map<string, number | null>();
  for (const { operation, entity, id, title } of evidence.changes) {
    if (operation === 'created' && entity === 'task') cardTasks.set(id, taskNumberOf(title));
  }
  const changes = groupBy(evidence.changes, ({ id }) => cardTasks.get(id) ?? null);
  const numbers = new Set([
    ...facts.keys(),
    ...documents.keys(),
    ...board.keys(),
    ...revisions.keys(),
  ]);
  const idTasks = new Map<string, number>();
  for (const { task, taskId } of evidence.revisions) if (task !== null) idTasks.set(taskId, task);
  const conflicts = groupBy(evidence.conflicts, ({ taskId }) => idTasks.get(taskId) ?? null);
  return [...numbers].flatMap((task) => {
    if (task === null) return [];
    const own = {
      facts: facts.get(task) ?? [],
      documents: documents.get(task) ?? [],
      board: board.get(task) ?? [],
      changes: changes.get(task) ?? [],
      conflicts: conflicts.get(task) ?? [],
      revisions: (revisions.get(task) ?? []).toSorted((one, other) => one.rev - other.rev),
    };
    const taskIds = new Set([
      ...own.facts.flatMap(({ write }) => write.taskId ?? []),
      ...own.documents.map(({ id }) => id),
      ...own.revisions.map(({ taskId }) => taskId),
    ]);
    const plannerIds = new Set([
      ...own.board.map(({ id }) => id),
      ...own.changes.map(({ id }) => id),
    ]);
    return [{ task, ...own, facts: withoutLostCards(own), taskIds, plannerIds }];
  });
}

/** Who wrote the cell, without those who certainly did not. */
export function writersOf({ facts }: Case, cell: Cell): readonly CellFact[] {
  return facts.flatMap((fact) => {
    if (fact.happened === 'no') return [];
    const written = fact.write.cells.find((one) => one.cell === cell);
    return written === undefined ? [] : [{ ...fact, value: written.value }];
  });
}

/**
 * Without agents who wrote a row's property before an agent removed the row: that was the agents' last word on it, also
 * where a person's edit brought the row back.
 */
export function withLastWord(
  one: Case,
  cell: Cell,
  writers: readonly CellFact[],
): readonly CellFact[] {
  const row = cell.slice(0, Math.max(0, cell.lastIndexOf('/')));
  const removals = writersOf(one, row).filter(
    (fact) => fact.value === false && byAgent(fact) && isSure(fact),
  );
  return writers.filter(
    (fact) =>
      !byAgent(fact) ||
      removals.every((removal) => (removal.write.rev ?? 0) <= (fact.write.rev ?? Infinity)),
  );
}

export function isSure({ happened }: Fact): boolean {
  return happened === 'yes';
}

export function byAgent({ write }: Fact): boolean {
  return write.kind === 'agent';
}

export function byPerson({ write }: Fact): boolean {
  return write.kind === 'person';
}

/** For people who read a violation. */
export function nameOf({ write }: Fact): string {
  return `${write.kind === 'agent' ? 'a' : 'p'}${write.id}`;
}

function groupBy<K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/**
 * A card whose create was never answered, and which a person deleted before anybody had looked, cannot be told from one
 * that was never made: the task is made again, and edits of the card that its own people deleted claim nothing.
 */
function withoutLostCards({ facts, changes }: Pick<Case, 'facts' | 'changes'>): readonly Fact[] {
  const cards = changes.filter(({ entity }) => entity === 'task');
  const made = cards.filter(({ operation, by }) => operation === 'created' && by.kind === 'app');
  const [first] = made;
  const isLost =
    made.length > 1 &&
    cards.some(
      ({ operation, by, id }) =>
        operation === 'deleted' && by.kind === 'person' && id === first?.id,
    );
  if (!isLost) return facts;
  return facts.filter(
    ({ write }) =>
      write.kind !== 'person' || write.operation !== 'change' || write.plannerId !== first?.id,
  );
}
