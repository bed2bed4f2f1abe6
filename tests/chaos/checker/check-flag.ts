import type { Cell } from '../journal/write.js';
import { byAgent, byPerson, isSure, nameOf, writersOf, type Case, type CellFact } from './case.js';
import type { Fact } from './fact.js';
import type { Violation } from './violation.js';

/** Something that is there or not: a row, a link, a label, a person. */
export function checkFlag(one: Case, cell: Cell, isPresent: boolean): readonly Violation[] {
  const writers = writersOf(one, cell);
  const adds = writers.filter(({ value }) => value === true);
  const removes = writers.filter(({ value }) => value === false);
  return isPresent
    ? checkPresent(one, cell, { adds, removes })
    : checkAbsent(one, cell, { adds, removes });
}

interface Flag {
  readonly adds: readonly CellFact[];
  readonly removes: readonly CellFact[];
}

function checkAbsent(one: Case, cell: Cell, { adds, removes }: Flag): readonly Violation[] {
  const { task } = one;
  const add = adds.find(isSure);
  if (removes.length === 0) {
    if (add === undefined) return [];
    const kind = byPerson(add) ? 'overwritten' : 'lost';
    return [{ kind, task, what: `${cell} of ${nameOf(add)} is gone, and nobody removed it` }];
  }
  if (!removes.every((remove) => byAgent(remove) && isSure(remove))) return [];
  // A person who writes into what agents remove without knowing of it keeps it.
  const kept = editsOf(one, cell).find(
    (edit) => byPerson(edit) && isSure(edit) && removes.every(({ to }) => to < edit.from),
  );
  return kept === undefined
    ? []
    : [
        {
          kind: 'overwritten',
          task,
          what: `${cell} is gone by ${removes.map(nameOf).join(', ')}, although ${nameOf(kept)} wrote into it after that`,
        },
      ];
}

function checkPresent(one: Case, cell: Cell, { adds, removes }: Flag): readonly Violation[] {
  const { task } = one;
  if (adds.length === 0) {
    return [{ kind: 'lost', task, what: `${cell} is there, and nobody added it` }];
  }
  const edits = editsOf(one, cell);
  return removes.filter(isSure).flatMap((remove): readonly Violation[] => {
    // A write into a row that is gone makes it anew.
    const isMadeAnew = edits.some((edit) => byAgent(edit) && isAfter(edit, remove));
    if (isMadeAnew) return [];
    if (byPerson(remove)) {
      return [
        { kind: 'overwritten', task, what: `${cell} is back after ${nameOf(remove)} removed it` },
      ];
    }
    const isKept = edits.some((edit) => byPerson(edit) && isSure(edit));
    return isKept
      ? []
      : [{ kind: 'lost', task, what: `${cell} is back after ${nameOf(remove)} removed it` }];
  });
}

/** Writes into a row or link. */
function editsOf({ facts }: Case, cell: Cell): readonly Fact[] {
  return facts.filter(
    ({ happened, write }) =>
      happened !== 'no' &&
      write.operation === 'change' &&
      write.cells.some((one) => one.cell.startsWith(`${cell}/`)),
  );
}

/** Whether the agent's edit may have come after the remove. */
function isAfter(edit: Fact, remove: CellFact): boolean {
  if (!isSure(edit)) return true;
  const [rev, removed] = [edit.write.rev, remove.write.rev];
  return rev !== null && removed !== null ? rev > removed : edit.to > remove.from;
}
