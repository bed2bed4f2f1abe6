import type { Collection } from './collection.js';

/** The records of a collection by something they belong to. */
export interface GroupIndex<T> {
  recordsOf(group: string): T[];
  countOf(group: string): number;
}

/** A record whose group changes comes last in its new one. */
export function createGroupIndex<T>(
  collection: Collection<T>,
  groupOf: (record: T) => string,
): GroupIndex<T> {
  const groups = new Map<string, Map<string, T>>();
  collection.observe((id, before, after) => {
    if (after !== undefined) {
      const group = groupOf(after);
      if (before !== undefined && groupOf(before) !== group)
        groups.get(groupOf(before))?.delete(id);
      const records = groups.get(group) ?? new Map<string, T>();
      groups.set(group, records.set(id, after));
    } else if (before !== undefined) {
      groups.get(groupOf(before))?.delete(id);
    }
  });
  return {
    recordsOf: (group) => [...(groups.get(group)?.values() ?? [])],
    countOf: (group) => groups.get(group)?.size ?? 0,
  };
}
