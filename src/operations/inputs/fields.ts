import * as z from 'zod';

/** `fields` of an operation whose rows have these members. */
export function fieldsInput<Names extends readonly [string, ...string[]]>(names: Names) {
  return z.array(z.enum(names)).min(1).optional().describe('Only these members, and id.');
}

/** The row with the members that were asked for; undefined: all. */
export function pickFields<Row extends { readonly id: string }>(
  row: Row,
  fields: readonly string[] | undefined,
): Partial<Row> {
  if (fields === undefined) return row;
  const wanted = new Set(['id', ...fields]);
  const kept: Partial<Row> = {};
  for (const key of Object.keys(row).filter((name) => wanted.has(name))) {
    Object.assign(kept, { [key]: row[key as keyof Row] });
  }
  return kept;
}
