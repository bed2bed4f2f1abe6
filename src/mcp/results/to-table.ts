import type { OutsidePaths } from './outside-paths.js';
import { inOneCell, type TextLine } from './text-lines.js';

type Row = Readonly<Record<string, unknown>>;

/** Longer texts are read better one below the other. */
const longestCell = 240;
const mostColumns = 24;

/** Rows of one shape with the names of their members once; null: they are not flat, or too wide. */
export function toTable(
  items: readonly unknown[],
  path: string,
  { indent, outside }: { readonly indent: string; readonly outside: OutsidePaths },
): TextLine[] | null {
  const rows = items.map(flatten);
  if (rows.length < 2 || !rows.every((row) => row !== null)) return null;
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (columns.length === 0 || columns.length > mostColumns) return null;
  const header = columns.map((name) =>
    outside.has(`${path}[].${name}`) ? `${inOneCell(name)} (outside)` : inOneCell(name),
  );
  const line = (cells: readonly string[]): TextLine => ({
    // With a bar before the first cell too: without it a row of one cell could look like a fence.
    text: `${indent}| ${cells.join(' | ')}`,
    closing: null,
  });
  return [line(header), ...rows.map((row) => line(columns.map((name) => row[name] ?? '')))];
}

/** Cells by column; members of members are columns of their own. Null: there is more to it than a row can hold. */
function flatten(item: unknown): Record<string, string> | null {
  if (!isRecord(item)) return null;
  const row: Record<string, string> = {};
  for (const [name, value] of Object.entries(item)) {
    const cells = isRecord(value)
      ? Object.entries(value).map(([part, one]) => [`${name}.${part}`, one] as const)
      : [[name, value] as const];
    for (const [column, one] of cells) {
      const cell = toCell(one);
      if (cell === null || cell.length > longestCell || Object.hasOwn(row, column)) return null;
      if (cell !== '') row[column] = cell;
    }
  }
  return row;
}

function toCell(value: unknown): string | null {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return inOneCell(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!Array.isArray(value)) return null;
  const parts = value.map((one) => (isScalar(one) ? toCell(one) : null));
  return parts.every((part) => part !== null) ? parts.join('; ') : null;
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function isRecord(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
