import { byAgent, byPerson, isSure, nameOf, writersOf, type Case } from './case.js';
import { comebacks } from './excuses.js';
import type { Fact } from './fact.js';
import type { Violation } from './violation.js';

/**
 * Between the product's look at the details and its delete a person may have edited them without moving the task's etag:
 * Graph gives no way to notice that. No request takes longer than this (ms).
 */
const blindMs = 25_000;

/** Whether a task stands or is gone as it must, once on each side. */
export function checkPresence(one: Case, gone: ReadonlyMap<string, string>): readonly Violation[] {
  const exists = one.documents.length > 0 || one.board.length > 0;
  return [
    ...checkDoubles(one),
    ...(exists ? checkStanding(one) : checkGone(one, gone)),
    ...checkDeletes(one),
  ];
}

function checkDoubles({ task, documents, board }: Case): readonly Violation[] {
  const tell = (count: number, what: string): readonly Violation[] =>
    count < 2 ? [] : [{ kind: 'doubled', task, what: `there are ${count} ${what}` }];
  const rows = [...documents, ...board].flatMap(({ doubledRows }) => doubledRows);
  return [
    ...tell(documents.length, 'documents'),
    ...tell(board.length, 'tasks on the board'),
    ...[...new Set(rows)].map((row): Violation => ({
      kind: 'doubled',
      task,
      what: `row ${row} is there twice`,
    })),
  ];
}

function checkStanding(one: Case): readonly Violation[] {
  const { task, board } = one;
  const deletes = one.facts.filter((fact) => isDelete(fact) && isSure(fact));
  const byAgents = deletes.filter(byAgent);
  const isEdited = one.facts.some((fact) => byPerson(fact) && isChange(fact) && isSure(fact));
  const violations: Violation[] = [];
  if (byAgents.length > comebacks(one) || (byAgents.length > 0 && !isEdited)) {
    violations.push({
      kind: 'lost',
      task,
      what: `it stands, although ${byAgents.map(nameOf).join(', ')} deleted it and no person's edit brought it back`,
    });
  }
  for (const remove of deletes.filter(byPerson)) {
    const isBack = board.some(({ id }) => id !== remove.write.plannerId);
    if (isBack && remove.write.onSettled === true) {
      violations.push({
        kind: 'overwritten',
        task,
        what: `it is back on the board, although ${nameOf(remove)} deleted it`,
      });
    }
  }
  return violations;
}

function checkGone(one: Case, gone: ReadonlyMap<string, string>): readonly Violation[] {
  const { task, facts, changes, taskIds } = one;
  const create = facts.find(({ write }) => write.operation === 'create');
  if (create === undefined || !isSure(create)) return [];
  const deletes = facts.filter((fact) => isDelete(fact) && fact.happened !== 'no');
  if (deletes.length === 0) {
    const wasOnBoard = changes.some(({ operation }) => operation === 'created');
    return [
      {
        kind: wasOnBoard ? 'deleted' : 'lost',
        task,
        what: `${nameOf(create)} made it, nobody deleted it, and it is gone`,
      },
    ];
  }
  const unburied = [...taskIds].filter((id) => gone.has(id) && gone.get(id) !== 'deleted');
  return [
    ...unburied.map((id): Violation => ({
      kind: 'lost',
      task,
      what: `document ${id} is ${gone.get(id) ?? ''}: what it was is forgotten`,
    })),
    ...checkUnknownEdits(one, deletes),
  ];
}

/** A person's edit that agents did not know of when they deleted the task brings it back. */
function checkUnknownEdits(one: Case, deletes: readonly Fact[]): readonly Violation[] {
  const { task, revisions, changes } = one;
  if (!deletes.every((fact) => byAgent(fact) && isSure(fact))) return [];
  const burial = revisions.findLast(
    ({ action, source }) => action === 'deleted' && source === 'agent',
  );
  const removal = changes.find(({ operation }) => operation === 'deleted');
  if (burial === undefined || removal === undefined) return [];
  const known = revisions.filter(({ rev }) => rev <= burial.rev);
  const unknown = one.facts.find((fact) => {
    if (!byPerson(fact) || !isChange(fact) || !isSure(fact)) return false;
    const isBlind = isOfDetails(fact) && removal.at - fact.from < blindMs;
    return (
      !isBlind &&
      fact.write.cells.some(({ cell, value }) => {
        // A property of a row is over with the row.
        const row = cell.slice(0, Math.max(0, cell.lastIndexOf('/')));
        const writers = [...writersOf(one, cell), ...writersOf(one, row)];
        const others = writers.filter((other) => other.write.id !== fact.write.id);
        // Where it was written over or removed again, those writes are judged themselves.
        const isOver = others.some((other) => other.to > fact.from || other.value === false);
        if (value === false || isOver) return false;
        return known.every(({ cells }) => cells.get(cell) !== value);
      })
    );
  });
  return unknown === undefined
    ? []
    : [
        {
          kind: 'deleted',
          task,
          what: `${deletes.map(nameOf).join(', ')} deleted it without knowing of ${nameOf(unknown)}`,
        },
      ];
}

/** No side deletes by itself: each delete that was passed on was somebody's. */
function checkDeletes(one: Case): readonly Violation[] {
  const { task, facts, changes, revisions } = one;
  const deletes = facts.filter((fact) => isDelete(fact) && fact.happened !== 'no');
  const onBoard = changes.filter(
    ({ operation, by }) => operation === 'deleted' && by.kind === 'app',
  );
  const made = changes.filter(({ operation }) => operation === 'created').length;
  const unasked = onBoard.filter(
    ({ at }) => !deletes.some((fact) => byAgent(fact) && fact.from <= at),
  );
  const violations: Violation[] = [];
  // Of two that came of one create, one may be taken away again.
  if (unasked.length > Math.max(0, made - 1)) {
    violations.push({
      kind: 'deleted',
      task,
      what: 'it was deleted on the board, and no agent had asked for that',
    });
  }
  for (const { action, source, at } of revisions) {
    if (action !== 'deleted' || source !== 'planner') continue;
    if (!deletes.some((fact) => byPerson(fact) && fact.from <= at)) {
      violations.push({
        kind: 'deleted',
        task,
        what: 'it was deleted for the agents, and no person had deleted it',
      });
    }
  }
  return violations;
}

function isDelete({ write }: Fact): boolean {
  return write.operation === 'delete';
}

function isChange({ write }: Fact): boolean {
  return write.operation === 'change';
}

function isOfDetails({ write }: Fact): boolean {
  return write.cells.every(({ cell }) => /^(description|checklist|links)\//.test(cell));
}
