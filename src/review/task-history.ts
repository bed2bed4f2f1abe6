import type { Redis } from 'ioredis';
import { contentOf } from '../domain/content.js';
import type { HistoryEntry, ValueChange } from '../domain/history/history-entry.js';
import { placeOf } from '../domain/history/history-entry.js';
import { valueAt } from '../domain/history/value-at.js';
import { ProblemError } from '../domain/problem.js';
import type { TaskContent, TaskDocument } from '../domain/task.js';
import type { Tombstone } from '../sync/sync-record.js';
import type { Keys } from '../tasks/keys.js';
import { withRedis } from '../tasks/redis-problem.js';

/** A change with both of its values. */
export interface ShownChange extends ValueChange {
  readonly after: unknown;
}

export interface ShownEntry extends Omit<HistoryEntry, 'changes'> {
  readonly changes: readonly ShownChange[];
}

/** A task as it is, or as it was when it was deleted, with what was done to it. */
export interface TaskRecord {
  readonly document: TaskDocument;
  /** Null while the task is there. */
  readonly tombstone: Tombstone | null;
  /** The newest first; bounded, so the oldest may be gone. */
  readonly history: readonly HistoryEntry[];
}

export interface TaskHistory {
  /** ProblemError not_found where neither the task nor its tombstone is there. */
  read(taskId: string): Promise<TaskRecord>;
}

export function createTaskHistory({
  redis,
  keys,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
}): TaskHistory {
  return {
    async read(taskId) {
      const [[json, buried], lines] = await withRedis(() =>
        Promise.all([
          redis.mget(keys.task(taskId), keys.tombstone(taskId)),
          redis.lrange(keys.history(taskId), 0, -1),
        ]),
      );
      // Both were written, and checked, by this product.
      const tombstone = typeof buried === 'string' ? (JSON.parse(buried) as Tombstone) : null;
      const history = lines.map((line) => JSON.parse(line) as HistoryEntry);
      if (typeof json === 'string') {
        return { document: JSON.parse(json) as TaskDocument, tombstone: null, history };
      }
      if (tombstone === null) throw new ProblemError('not_found', 'There is no such task');
      return { document: tombstone.document, tombstone, history };
    },
  };
}

/** The history with what each value became: that stands in the next younger change of its place, or in the task. */
export function withAfter(
  history: readonly HistoryEntry[],
  document: TaskContent,
): readonly ShownEntry[] {
  const content = contentOf(document);
  const younger = new Map<string, unknown>();
  return history.map((entry) => ({
    ...entry,
    changes: entry.changes.map((change) => {
      const place = placeOf(change);
      const after = younger.has(place) ? younger.get(place) : valueAt(content, change);
      younger.set(place, change.before);
      return { ...change, after };
    }),
  }));
}
