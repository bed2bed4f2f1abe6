import * as z from 'zod';
import type { StreamEntry } from './stream-entries.js';

/** One entry of the outbox: refs of a plan whose tasks changed. */
export interface OutboxEntry {
  readonly entryId: string;
  readonly planId: string;
  readonly taskIds: readonly string[];
  readonly source: 'agent' | 'planner' | 'system';
  /** The plan is to be looked at at once, and what sleeps after trouble is to be tried. */
  readonly look: boolean;
}

const fieldsSchema = z.object({
  plan: z.string(),
  tasks: z.string().transform(parseRefs),
  source: z.enum(['agent', 'planner', 'system']).catch('system'),
  look: z.literal('1').optional(),
});

export interface ReadEntries {
  readonly entries: readonly OutboxEntry[];
  /** Ids of entries that were not written by the library and say nothing that could be handed over. */
  readonly unreadable: readonly string[];
  /** Id of the last entry, of whichever kind; `0` without any. */
  readonly lastId: string;
}

/** What the entries of the outbox say. */
export function parseEntries(found: readonly StreamEntry[]): ReadEntries {
  const entries: OutboxEntry[] = [];
  const unreadable: string[] = [];
  let lastId = '0';
  for (const [entryId, fields] of found) {
    lastId = entryId;
    if (fields === null) continue;
    const parsed = fieldsSchema.safeParse(fields);
    if (parsed.success) {
      const { plan, tasks, source, look } = parsed.data;
      entries.push({ entryId, planId: plan, taskIds: tasks, source, look: look === '1' });
    } else {
      unreadable.push(entryId);
    }
  }
  return { entries, unreadable, lastId };
}

function parseRefs(json: string, context: z.RefinementCtx): string[] {
  try {
    return z.array(z.string()).parse(JSON.parse(json));
  } catch {
    context.addIssue({ code: 'custom', message: 'is not a JSON array of refs' });
    return z.NEVER;
  }
}

export interface PlanChanges {
  readonly planId: string;
  readonly source: OutboxEntry['source'];
  readonly taskIds: readonly string[];
  /** One of the entries asks for a look. */
  readonly look: boolean;
  readonly entryIds: readonly string[];
}

/** One group per plan and source, each task once, in the order in which they first appeared. */
export function groupByPlan(entries: readonly OutboxEntry[]): readonly PlanChanges[] {
  const groups = new Map<string, { entries: OutboxEntry[]; taskIds: Set<string> }>();
  for (const entry of entries) {
    const key = `${entry.source}\u0000${entry.planId}`;
    const group = groups.get(key) ?? { entries: [], taskIds: new Set() };
    group.entries.push(entry);
    for (const taskId of entry.taskIds) group.taskIds.add(taskId);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group.entries;
    if (first === undefined) return [];
    return [
      {
        planId: first.planId,
        source: first.source,
        taskIds: [...group.taskIds],
        look: group.entries.some((entry) => entry.look),
        entryIds: group.entries.map((entry) => entry.entryId),
      },
    ];
  });
}
