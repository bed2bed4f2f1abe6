import { valueAt, type Entity, type EntityKind } from './entity.js';
import { compareValues } from './filter.js';

export interface Order {
  readonly path: string;
  readonly isDescending: boolean;
}

/** Reads an `$orderby` such as `receivedDateTime desc,subject`. */
export function parseOrderBy(text: string, kind: EntityKind): readonly Order[] {
  return text.split(',').map((part) => {
    const [, path, direction] = /^\s*([A-Za-z][\w/]*)(?:\s+(asc|desc))?\s*$/i.exec(part) ?? [];
    if (path === undefined) throw kind.badQuery(`Invalid orderby clause: ${text}`);
    return { path, isDescending: direction?.toLowerCase() === 'desc' };
  });
}

/** Rows with equal values keep their order. */
export function sortBy<T>(
  rows: readonly T[],
  orders: readonly Order[],
  fieldsOf: (row: T) => Entity,
): T[] {
  const paths = orders.map(({ path }) => path.split('/'));
  // Each row's values are looked up once: lists are long, and comparisons many.
  const keyed = rows.map((row) => {
    const fields = fieldsOf(row);
    return { row, keys: paths.map((path) => valueAt(fields, path)) };
  });
  const sorted = keyed.toSorted((a, b) => {
    for (const [index, { isDescending }] of orders.entries()) {
      const order = compareWithNulls(a.keys[index], b.keys[index]);
      if (order !== 0) return isDescending ? -order : order;
    }
    return 0;
  });
  return sorted.map(({ row }) => row);
}

function compareWithNulls(a: unknown, b: unknown): number {
  const [hasA, hasB] = [a !== null && a !== undefined, b !== null && b !== undefined];
  if (!hasA || !hasB) return Number(hasA) - Number(hasB);
  return compareValues(a, b) ?? 0;
}
