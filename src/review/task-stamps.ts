import type { Redis } from 'ioredis';
import * as z from 'zod';
import type { HistoryEntry } from '../domain/history/history-entry.js';
import type { Editor, TaskField } from '../domain/task.js';
import { parseAgentStamp } from '../sync/parse-record.js';
import type { SeenBy } from '../sync/write-stamps.js';
import type { Keys } from '../tasks/keys.js';

/** Who wrote a field last, between which times (ms), and how that became known. */
export interface Stamp {
  readonly by: Editor;
  readonly from: number;
  readonly to: number;
  readonly seenBy: SeenBy | 'agent' | 'made';
}

/** What the bookkeeping of a task remembers of its writers. */
export interface TaskStamps {
  /** The newest write of a field, or of any row of it; null where nobody has written it. */
  of(field: TaskField): Stamp | null;
  /** The newest conflict about a field, by its id. */
  conflictOf(field: string): string | null;
}

const personStampSchema = z.object({
  from: z.number(),
  to: z.number(),
  by: z.string().nullable(),
  seenBy: z.enum(['sweep', 'read', 'answer']),
});

export async function readTaskStamps(
  { redis, keys }: { readonly redis: Redis; readonly keys: Keys },
  taskId: string,
  history: readonly HistoryEntry[],
): Promise<TaskStamps> {
  const state = Object.entries(await redis.hgetall(keys.state(taskId)));
  const stamps = state.flatMap(([name, value]) => {
    const stamp = parseStamp(name, value);
    return stamp === null ? [] : [{ place: name.slice(2), stamp }];
  });
  const conflicts = new Map(state.filter(([name]) => name.startsWith('c:')));
  return {
    of(field) {
      const own = stamps.filter(
        ({ place }) => place === field || place === '*' || place.startsWith(`${field}:`),
      );
      const made = imported(history);
      const all = [...own.map(({ stamp }) => stamp), ...(made === null ? [] : [made])];
      return all.toSorted((one, other) => other.to - one.to)[0] ?? null;
    },
    conflictOf: (field) => conflicts.get(`c:${field}`) ?? null,
  };
}

function parseStamp(name: string, value: string): Stamp | null {
  if (name.startsWith('a:')) {
    const { at, agent } = parseAgentStamp(value);
    return { by: { kind: 'agent', id: agent }, from: at, to: at, seenBy: 'agent' };
  }
  if (!name.startsWith('p:')) return null;
  const { data } = personStampSchema.safeParse(JSON.parse(value));
  if (data === undefined) return null;
  const { from, to, by, seenBy } = data;
  return { by: { kind: 'human', id: by }, from: from === 0 ? to : from, to, seenBy };
}

/** A task that a person made on the board was written as a whole when it was imported. */
function imported(history: readonly HistoryEntry[]): Stamp | null {
  const made = history.find((entry) => entry.operation === 'import');
  if (made === undefined) return null;
  const at = Date.parse(made.at);
  return { by: made.by, from: at, to: at, seenBy: 'made' };
}
