import type { Collection } from './collection.js';

/** Finds the record of a collection by something that names it besides its id; the name may change. */
export function createLookup<T>(
  collection: Collection<T>,
  nameOf: (record: T) => string,
): (name: string) => T | undefined {
  const records = new Map<string, T>();
  collection.observe((_id, before, after) => {
    if (before !== undefined) records.delete(nameOf(before));
    if (after !== undefined) records.set(nameOf(after), after);
  });
  return (name) => records.get(name);
}
