import type { GraphFailure } from '../graph/graph-failure.js';

/** An object as it goes over the wire. */
export type Entity = Readonly<Record<string, unknown>>;

/** A type of the schema, and how its service says that a request about it is wrong. */
export interface EntityKind {
  /** Name in the schema, without namespace. */
  readonly typeName: string;
  readonly badQuery: (message: string) => GraphFailure;
}

/** The value at a path such as `from/emailAddress/address`. */
export function valueAt(entity: unknown, path: readonly string[]): unknown {
  let value = entity;
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Entity)[name];
  }
  return value;
}

/** A text property, or the fallback when it is absent or no text. */
export function textIn(entity: Entity | null, name: string, fallback: string): string {
  const value = entity?.[name];
  return typeof value === 'string' ? value : fallback;
}
