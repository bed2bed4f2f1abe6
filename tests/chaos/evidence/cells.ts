import type { Cell, CellValue } from '../journal/write.js';
import { rowNameOf, slotsOf } from '../world/texts.js';
import type { BoardDetails, BoardTask, TaskDocument } from './shapes.js';
import { fromReferenceKey } from './shapes.js';

/** A task taken apart into what can be written by itself. What is not there has no cell. */
export type Cells = ReadonlyMap<Cell, CellValue>;

export function cellsOfDocument(document: TaskDocument): Cells {
  return new Map<Cell, CellValue>([
    ...plainCells(document),
    ...document.appliedCategories.map((label): [Cell, CellValue] => [`labels/${label}`, true]),
    ...document.assigneeIds.map((id): [Cell, CellValue] => [`people/${id}`, true]),
    ...textCells(document.description),
    ...document.checklist.flatMap(rowCells),
    ...document.references.flatMap(({ url, alias }) => linkCells(url, alias)),
  ]);
}

export function cellsOfBoardTask(task: BoardTask, details: BoardDetails): Cells {
  return new Map<Cell, CellValue>([
    ...plainCells(task),
    ...keysOf(task.appliedCategories).map((label): [Cell, CellValue] => [`labels/${label}`, true]),
    ...keysOf(task.assignments).map((id): [Cell, CellValue] => [`people/${id}`, true]),
    ...textCells(details.description),
    ...details.checklist.flatMap(([, row]) => rowCells(row)),
    ...details.references.flatMap(([key, { alias }]) => linkCells(fromReferenceKey(key), alias)),
  ]);
}

/** The keys of one of Graph's open maps that are set; it has annotations among them. */
function keysOf(map: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(map)
    .filter(([key, value]) => !key.includes('@odata') && value !== null && value !== false)
    .map(([key]) => key);
}

/** Rows that stand twice in a checklist, by name: a row's name is its own. */
export function doubledRows(titles: readonly string[]): readonly string[] {
  const names = titles.map(rowNameOf);
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
}

function plainCells(
  task: Pick<TaskDocument, 'title' | 'percentComplete' | 'priority' | 'dueDateTime' | 'bucketId'>,
): [Cell, CellValue][] {
  return [
    ['title', task.title],
    ['percentComplete', task.percentComplete],
    ['priority', task.priority],
    ['dueDateTime', task.dueDateTime],
    ['bucketId', task.bucketId],
  ];
}

/** The description as a whole, too: both sides must have the same one. */
function textCells(description: string): [Cell, CellValue][] {
  const lines = [...slotsOf(description)];
  return [
    ['description', description],
    ...lines.map(([slot, line]): [Cell, CellValue] => [`description/${slot}`, line]),
  ];
}

function rowCells({
  title,
  isChecked,
}: {
  title: string;
  isChecked: boolean;
}): [Cell, CellValue][] {
  const row = `checklist/${rowNameOf(title)}`;
  return [
    [row, true],
    [`${row}/title`, title],
    [`${row}/isChecked`, isChecked],
  ];
}

function linkCells(url: string, alias: string | null): [Cell, CellValue][] {
  return [
    [`links/${url}`, true],
    [`links/${url}/alias`, alias],
  ];
}
