import type { Cells } from '../evidence/cells.js';
import type { Standing, StandingDocument } from '../evidence/evidence.js';

/** Where the two sides are not the same, by task. */
export interface Difference {
  readonly task: number | null;
  readonly what: string;
}

export function compareSides(
  documents: readonly StandingDocument[],
  board: readonly Standing[],
): readonly Difference[] {
  const cards = new Map(board.map((card) => [card.id, card]));
  const paired = new Set<string>();
  const differences: Difference[] = [];
  for (const document of documents) {
    const { task, id, plannerId, state } = document;
    if (state !== 'synced') differences.push({ task, what: `document ${id} is ${state}` });
    const card = plannerId === null ? undefined : cards.get(plannerId);
    if (card === undefined) {
      const where = plannerId === null ? '' : ` (${plannerId})`;
      differences.push({ task, what: `document ${id} has no task on the board${where}` });
      continue;
    }
    paired.add(card.id);
    differences.push(...compareCells(document.cells, card.cells).map((what) => ({ task, what })));
  }
  for (const { id, task } of board) {
    if (!paired.has(id))
      differences.push({ task, what: `task ${id} on the board has no document` });
  }
  return differences;
}

function compareCells(document: Cells, board: Cells): readonly string[] {
  const cells = new Set([...document.keys(), ...board.keys()]);
  return [...cells]
    .filter((cell) => document.get(cell) !== board.get(cell))
    .map((cell) => `${cell}: document ${show(document, cell)}, board ${show(board, cell)}`);
}

function show(cells: Cells, cell: string): string {
  return cells.has(cell) ? JSON.stringify(cells.get(cell)) : 'nothing';
}
