import { compareHints, hintAt } from '../graph/order-hint.js';
import type { DetailsPatch, GraphTaskDetails } from '../graph/shapes.js';

export interface ChecklistRow {
  readonly id: string;
  readonly title: string;
  readonly isChecked: boolean;
  readonly orderHint: string;
}

const itemType = { '@odata.type': '#microsoft.graph.plannerChecklistItem' } as const;

/** The rows in board order; rows with equal hints keep a stable order by id. */
export function checklistRows(details: GraphTaskDetails): readonly ChecklistRow[] {
  return Object.entries(details.checklist)
    .map(([id, row]) => ({ id, ...row }))
    .sort((a, b) => compareHints(a.orderHint, b.orderHint) || compareHints(a.id, b.id));
}

/** A new row at the end. */
export function addRow(details: GraphTaskDetails, id: string, title: string): DetailsPatch {
  const rows = checklistRows(details);
  const orderHint = hintAt(rows, rows.length);
  return { checklist: { [id]: { ...itemType, title, isChecked: false, orderHint } } };
}

export function changeRow(
  id: string,
  changes: Partial<Pick<ChecklistRow, 'title' | 'isChecked'>>,
): DetailsPatch {
  return { checklist: { [id]: { ...itemType, ...changes } } };
}

export function removeRow(id: string): DetailsPatch {
  return { checklist: { [id]: null } };
}

/** The row one place up (-1) or down (1); undefined at the edge. */
export function moveRow(
  details: GraphTaskDetails,
  id: string,
  step: -1 | 1,
): DetailsPatch | undefined {
  const rows = checklistRows(details);
  const from = rows.findIndex((row) => row.id === id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= rows.length) return undefined;
  const others = rows.filter((row) => row.id !== id);
  return { checklist: { [id]: { ...itemType, orderHint: hintAt(others, to) } } };
}
