import { badRequest } from '../../graph/graph-failure.js';
import { checkObject, isObject } from '../../schema/check-value.js';

/** Changes of an open-type map by key; `null` removes the key, all others keep their value. */
export type MapChanges<P> = ReadonlyMap<string, P | null>;

/** The stamp keys of the changed keys: `checklist/<id>`. */
export function stampKeys(map: string, changes: MapChanges<unknown>): string[] {
  return [...changes.keys()].map((key) => `${map}/${key}`);
}

export function applyChanges<P, V>(
  current: Readonly<Record<string, V>>,
  changes: MapChanges<P>,
  build: (patch: P, before: V | undefined) => V,
): Readonly<Record<string, V>> {
  if (changes.size === 0) return current;
  const next: Record<string, V> = { ...current };
  for (const [key, patch] of changes) {
    if (patch === null) delete next[key];
    else next[key] = build(patch, current[key]);
  }
  return next;
}

/** The entries of a map of typed values: `@odata.type` is needed, at least one property too, null removes. */
export function readTypedEntries<P>(
  map: unknown,
  rules: {
    readonly typeName: string;
    readonly writable: readonly string[];
    readKey(key: string): string;
    readValue(value: Readonly<Record<string, unknown>>): P;
  },
): MapChanges<P> {
  const changes = new Map<string, P | null>();
  for (const [key, value] of entriesOf(map, rules.typeName)) {
    changes.set(
      rules.readKey(key),
      value === null ? null : rules.readValue(readTyped(value, rules.typeName, rules.writable)),
    );
  }
  return changes;
}

/** The entries of a map of booleans, in which false removes. */
export function readFlags(
  map: unknown,
  typeName: string,
  readKey: (key: string) => string,
): MapChanges<true> {
  const changes = new Map<string, true | null>();
  for (const [key, value] of entriesOf(map, typeName)) {
    if (typeof value !== 'boolean') {
      throw badRequest(
        `The value of '${key}' in 'microsoft.graph.${typeName}' must be true or false.`,
      );
    }
    changes.set(readKey(key), value ? true : null);
  }
  return changes;
}

export function entriesOf(map: unknown, typeName: string): [string, unknown][] {
  if (map === undefined) return [];
  if (!isObject(map))
    throw badRequest(`'microsoft.graph.${typeName}' must be an object, not null.`);
  return Object.entries(map).filter(([key]) => !key.includes('@odata.'));
}

function readTyped(
  value: unknown,
  typeName: string,
  writable: readonly string[],
): Readonly<Record<string, unknown>> {
  if (!isObject(value) || value['@odata.type'] === undefined) {
    throw badRequest(
      `The values of this open type need '@odata.type': 'microsoft.graph.${typeName}'. (Value cannot be null. Parameter name: qualifiedName)`,
    );
  }
  checkObject(typeName, value, writable);
  if (Object.keys(value).every((name) => name.includes('@'))) {
    throw badRequest(
      `A value of type 'microsoft.graph.${typeName}' must have at least one property.`,
    );
  }
  return value;
}
