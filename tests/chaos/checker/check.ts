import type { Evidence } from '../evidence/evidence.js';
import type { Cell } from '../journal/write.js';
import { toCases, type Case } from './case.js';
import { checkFlag } from './check-flag.js';
import { checkPresence } from './check-presence.js';
import { checkRevisions } from './check-revisions.js';
import { checkValue } from './check-value.js';
import { compareSides } from './compare-sides.js';
import type { Violation } from './violation.js';

/**
 * Judges a run by what was seen of it from outside. Where it cannot be told what is right (a write without an answer, two
 * writes at once), nothing is held against the product.
 */
export function check(evidence: Evidence): readonly Violation[] {
  const cases = toCases(evidence);
  return [
    ...cases.flatMap((one) => checkCase(one, evidence.gone)),
    ...compareSides(evidence.documents, evidence.board).map(({ task, what }): Violation => ({
      kind: 'differing',
      task,
      what,
    })),
    ...evidence.afterwards.map(({ id, operation, fields }): Violation => {
      const owner = cases.find(({ plannerIds }) => plannerIds.has(id));
      const what = `task ${id} was ${operation} on the board (${fields.join(', ')}) after both sides were equal`;
      return { kind: 'afterwards', task: owner?.task ?? null, what };
    }),
    ...evidence.exits.map((what): Violation => ({ kind: 'died', task: null, what })),
  ];
}

function checkCase(one: Case, gone: ReadonlyMap<string, string>): readonly Violation[] {
  return [...checkPresence(one, gone), ...checkRevisions(one), ...checkCells(one)];
}

function checkCells(one: Case): readonly Violation[] {
  // Where one side lacks the task or they differ, that is told by itself.
  const standing = one.documents[0] ?? one.board[0];
  if (standing === undefined) return [];
  const { cells } = standing;
  const written = one.facts.flatMap(({ write }) => write.cells.map(({ cell }) => cell));
  const all = [...new Set([...cells.keys(), ...written])];
  return all.flatMap((cell) => {
    if (cell === 'description') return [];
    if (isFlag(cell)) return checkFlag(one, cell, cells.has(cell));
    const owner = ownerOf(cell);
    if (owner !== null && !cells.has(owner)) return [];
    return checkValue(one, cell, cells.get(cell) ?? null);
  });
}

function isFlag(cell: Cell): boolean {
  return /^(labels|people|checklist)\/[^/]+$/.test(cell) || /^links\/(?!.*\/alias$)/.test(cell);
}

/** The row or link that a value belongs to. */
function ownerOf(cell: Cell): Cell | null {
  return /^(checklist|links)\/.*(?=\/[^/]+$)/.exec(cell)?.[0] ?? null;
}
