import type { HtmlPiece } from './scan-html.js';

type StartTag = Extract<HtmlPiece, { readonly kind: 'start' }>;

interface Table {
  readonly start: StartTag;
  isLayout: boolean;
  rows: number;
  cellsInRow: number;
  widestRow: number;
}

/**
 * The tables that hold facts: none within them, two rows and columns at least, and not said to be for looks. Most tables of
 * mail only place things, and read better as text.
 */
export function findDataTables(pieces: readonly HtmlPiece[]): ReadonlySet<HtmlPiece> {
  const found = new Set<HtmlPiece>();
  const open: Table[] = [];
  const close = (): void => {
    const table = open.pop();
    if (table === undefined || table.isLayout) return;
    if (table.rows >= 2 && table.widestRow >= 2) found.add(table.start);
  };
  for (const piece of pieces) {
    if (piece.kind === 'text') continue;
    const { kind, name } = piece;
    const table = open.at(-1);
    if (kind === 'end') {
      if (name === 'table') close();
    } else if (name === 'table') {
      if (table !== undefined) table.isLayout = true;
      const isLayout = /presentation|none/i.test(piece.attributes.get('role') ?? '');
      open.push({ start: piece, isLayout, rows: 0, cellsInRow: 0, widestRow: 0 });
    } else if (table !== undefined && name === 'tr') {
      table.rows += 1;
      table.cellsInRow = 0;
    } else if (table !== undefined && (name === 'td' || name === 'th')) {
      table.cellsInRow += 1;
      table.widestRow = Math.max(table.widestRow, table.cellsInRow);
    }
  }
  while (open.length > 0) close();
  return found;
}
