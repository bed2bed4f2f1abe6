import type { Conflict } from '../evidence/evidence.js';
import type { Cell, CellValue } from '../journal/write.js';
import { slots, slotsOf } from '../world/texts.js';
import type { Case } from './case.js';

/** Whether the log of conflicts says that one of these values of the agents gave way to a person's. */
export function gaveWay({ conflicts }: Case, cell: Cell, values: readonly CellValue[]): boolean {
  return conflicts.some(
    (conflict) =>
      conflict.winner === 'person' && values.some((value) => isAbout(conflict, cell, value)),
  );
}

/** How often a person's edit brought the task back that agents had deleted. */
export function comebacks({ conflicts }: Case): number {
  return conflicts.filter(
    ({ field, rule }) => field === 'task' && rule === 'person_edit_beats_agent_delete',
  ).length;
}

function isAbout(conflict: Conflict, cell: Cell, value: CellValue): boolean {
  const [field, key] = cell.split('/');
  const { agent } = conflict;
  switch (field) {
    case 'description':
      return conflict.field === field && isAboutSlot(conflict, key ?? '', value);
    case 'checklist':
      return conflict.field === field && (agent === value || holds(agent, value));
    case 'links':
      return conflict.field === 'references' && (agent === value || holds(agent, value));
    default:
      return conflict.field === field && agent === value;
  }
}

/** The whole text is logged; it is about a line of it when both sides had changed that line. */
function isAboutSlot({ base, agent, planner }: Conflict, name: string, value: CellValue): boolean {
  const slot = slots.find((one) => one === name);
  if (slot === undefined) return false;
  const line = (text: unknown): string | undefined =>
    typeof text === 'string' ? slotsOf(text).get(slot) : undefined;
  return line(agent) === value && line(planner) !== line(base);
}

function holds(row: unknown, value: CellValue): boolean {
  return typeof row === 'object' && row !== null && Object.values(row).includes(value);
}
