import type { Collection } from '../state/collection.js';

/** One change of the directory, for delta queries. */
export interface DirectoryChange {
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly set: 'users' | 'groups';
  readonly id: string;
  /** `changed`: deleted and restorable; `deleted`: for good; `null`: there. */
  readonly removed: 'changed' | 'deleted' | null;
  /** Members that came or went with it. */
  readonly members: readonly MemberChange[];
}

interface MemberChange {
  readonly id: string;
  readonly isGone: boolean;
}

export interface DirectoryHistory {
  readonly lastSeq: number;
  add(change: Omit<DirectoryChange, 'seq' | 'at' | 'members'> & Partial<DirectoryChange>): void;
  /** Oldest first; `undefined` when it does not reach back that far. */
  since(seq: number, set: DirectoryChange['set']): readonly DirectoryChange[] | undefined;
}

const MAX_KEPT = 10_000;

export function createDirectoryHistory(
  stored: Collection<DirectoryChange>,
  now: () => Date,
): DirectoryHistory {
  const lastSeq = (): number => [...stored.values()].at(-1)?.seq ?? 0;
  let last: number | undefined;
  return {
    get lastSeq() {
      return (last ??= lastSeq());
    },
    add(change) {
      last = (last ??= lastSeq()) + 1;
      stored.put(String(last), { members: [], ...change, seq: last, at: now().getTime() });
      stored.remove(String(last - MAX_KEPT));
    },
    since(seq, set) {
      const [oldest] = stored.values();
      if (seq + 1 < (oldest?.seq ?? 0)) return undefined;
      return [...stored.values()].filter((change) => change.seq > seq && change.set === set);
    },
  };
}
