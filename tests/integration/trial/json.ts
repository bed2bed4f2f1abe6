/** A result as a model reads it: every member may be there. */
export interface Json {
  readonly [name: string]: Json;
}

export function rowsOf(json: Json | undefined, member: string): readonly Json[] {
  const rows: unknown = json?.[member];
  if (Array.isArray(rows)) return rows as readonly Json[];
  throw new Error(`There are no ${member} in ${JSON.stringify(json)}`);
}

export function textOf(json: Json | undefined, member: string): string {
  const text: unknown = json?.[member];
  if (typeof text === 'string') return text;
  throw new Error(`There is no ${member} in ${JSON.stringify(json)}`);
}

/** Empty where there is none. */
export function maybeText(json: Json | undefined, member: string): string {
  const text: unknown = json?.[member];
  return typeof text === 'string' ? text : '';
}

export function numberOf(json: Json | undefined, member: string): number {
  const number: unknown = json?.[member];
  if (typeof number === 'number') return number;
  throw new Error(`There is no ${member} in ${JSON.stringify(json)}`);
}

export function isTrue(json: Json | undefined, member: string): boolean {
  const value: unknown = json?.[member];
  return value === true;
}

/** The first that fits; throws where none does. */
export function found(rows: readonly Json[], fits: (row: Json) => boolean): Json {
  const row = rows.find(fits);
  if (row !== undefined) return row;
  throw new Error(`None fits in ${JSON.stringify(rows)}`);
}

/** The one row that there is. */
export function only(rows: readonly Json[]): Json {
  const [row] = rows;
  if (row !== undefined && rows.length === 1) return row;
  throw new Error(`One was expected in ${JSON.stringify(rows)}`);
}
