import { createCollection, type Collection } from './collection.js';

/** A record that a delta query may have to tell about. */
export interface Tracked {
  /** Number of the change that made it. */
  readonly created: number;
  /** Number of its latest change. */
  readonly changed: number;
}

/** Something that left a set: `scope` names the set, as the set's delta query does. */
interface Removal extends Tracked {
  readonly scope: string;
  readonly itemId: string;
  /** The id of an Outlook item that `Prefer: IdType="ImmutableId"` asks for. */
  readonly immutableId?: string;
}

export type NewRemoval = Omit<Removal, 'changed'>;

/** Numbers all changes of the tenant's mailboxes, lists and conversations, so that a token can say up to where it has seen. */
export interface ChangeHistory {
  readonly removals: Collection<Removal>;
  /** The number of the change that is being made. */
  next(): number;
  readonly current: number;
  /** Numbers before this one are forgotten: a delta cannot start there any more. */
  readonly oldest: number;
  /** Follows the numbers of stored records, so that they go on after a restart. */
  follow(records: Collection<Tracked>): void;
  addRemoval(removal: NewRemoval): void;
  /** What had left a set after `after` and was in it before. */
  removalsAfter(scope: string, after: number): Removal[];
}

export function createChangeHistory(keptChanges: () => number): ChangeHistory {
  const removals = createCollection<Removal>('removals');
  let current = 0;
  const follow = (records: Collection<Tracked>): void => {
    records.observe((_id, _before, after) => {
      if (after !== undefined && after.changed > current) current = after.changed;
    });
  };
  follow(removals);
  const forget = (): void => {
    for (const [id, removal] of removals.entries()) {
      if (removal.changed >= current - keptChanges()) return;
      removals.remove(id);
    }
  };
  return {
    removals,
    next: () => {
      current += 1;
      return current;
    },
    get current() {
      return current;
    },
    get oldest() {
      return Math.max(0, current - keptChanges());
    },
    follow,
    addRemoval(removal) {
      current += 1;
      removals.put(String(current), { ...removal, changed: current });
      forget();
    },
    removalsAfter: (scope, after) =>
      [...removals.values()].filter(
        (removal) => removal.scope === scope && removal.changed > after && removal.created <= after,
      ),
  };
}
