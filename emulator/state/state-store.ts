import { join } from 'node:path';
import type { Collection } from './collection.js';
import { openJournal, readJournal, type JournalChange } from './journal.js';

const FILE_NAME = 'state.jsonl';
/** Beyond this the log is rewritten as the state it leads to. */
const REWRITE_AFTER_BYTES = 32 * 1024 * 1024;

export interface StateStore {
  /** Writes what changed since the last commit as one step. Called before a request is answered. */
  commit(): void;
  close(): void;
}

/**
 * Fills the collections from the folder's log and from then on writes down their changes. Without a folder the state
 * lives as long as the process.
 */
export function openStateStore(
  dataDir: string | undefined,
  collections: readonly Collection<unknown>[],
): StateStore {
  if (dataDir === undefined) return { commit: () => {}, close: () => {} };
  const path = join(dataDir, FILE_NAME);
  restore(readJournal(path), collections);
  const journal = openJournal(path);
  journal.rewrite(everything(collections));

  const dirty = new Map<string, JournalChange>();
  let isClosed = false;
  for (const collection of collections) {
    collection.observe((id, _before, after) => {
      dirty.set(`${collection.name}/${id}`, [collection.name, id, after ?? null]);
    });
  }
  const commit = (): void => {
    // A request may still be waiting out its latency when the emulator closes.
    if (dirty.size === 0 || isClosed) return;
    journal.append([...dirty.values()]);
    dirty.clear();
    if (journal.grownBytes > REWRITE_AFTER_BYTES) journal.rewrite(everything(collections));
  };
  return {
    commit,
    close() {
      commit();
      isClosed = true;
      journal.close();
    },
  };
}

function restore(changes: JournalChange[], collections: readonly Collection<unknown>[]): void {
  const byName = new Map(collections.map((collection) => [collection.name, collection]));
  for (const [name, id, value] of changes) {
    const collection = byName.get(name);
    if (value === null) collection?.remove(id);
    else collection?.put(id, value);
  }
}

function* everything(collections: readonly Collection<unknown>[]): Generator<JournalChange> {
  for (const collection of collections) {
    for (const [id, value] of collection.entries()) yield [collection.name, id, value];
  }
}
