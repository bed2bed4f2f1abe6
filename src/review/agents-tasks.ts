import * as z from 'zod';
import type { EventLog } from '../tasks/event-log.js';
import { toStreamCursor } from '../tasks/stream-cursor.js';

const eventSchema = z.looseObject({
  task_id: z.string(),
  source: z.string(),
  at: z.string(),
  task: z.looseObject({ updatedBy: z.looseObject({ id: z.string().nullable() }) }).nullable(),
});

const perPage = 1_000;

/**
 * The tasks that an agent has written to since (ms), by id; and since when that is known (UTC), where the stream of events
 * no longer reaches back so far.
 */
export async function agentsTasks(
  log: EventLog,
  agent: string,
  since: number,
): Promise<{ readonly ids: readonly string[]; readonly knownSince: string | null }> {
  const ids = new Set<string>();
  let knownSince: string | null = null;
  // Everything of that millisecond comes after this.
  for (let cursor = toStreamCursor(`${Math.max(0, since - 1)}-9999999999999999`); ;) {
    const { entries, gap, next } = await log.after(cursor, perPage);
    for (const { json } of entries) {
      const { data } = eventSchema.safeParse(JSON.parse(json));
      if (data === undefined || Date.parse(data.at) < since) continue;
      if (gap !== null) knownSince ??= data.at;
      if (data.source === 'agent' && data.task?.updatedBy.id === agent) ids.add(data.task_id);
    }
    if (entries.length < perPage) return { ids: [...ids].toSorted(), knownSince };
    cursor = next;
  }
}
