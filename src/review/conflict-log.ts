import type { Redis } from 'ioredis';
import * as z from 'zod';
import { ProblemError } from '../domain/problem.js';
import type { Keys } from '../tasks/keys.js';
import { withRedis } from '../tasks/redis-problem.js';

/** How somebody has decided a conflict. */
const resolutionSchema = z.object({
  /** UTC. */
  at: z.string(),
  by: z.string(),
  take: z.enum(['agent', 'person', 'value']),
});

export type Resolution = z.infer<typeof resolutionSchema>;

/** Both sides changed the same thing: both values, who wrote them, and what decided. */
export interface Conflict {
  readonly id: string;
  readonly taskId: string;
  readonly planId: string | null;
  /** `task`: the whole task, deleted on one side. */
  readonly field: string;
  /** Row of a checklist (id), reference (url), person or label. */
  readonly key: string | null;
  /** Property of the row, where the values are of that alone. */
  readonly cell: string | null;
  readonly base: unknown;
  readonly agentValue: unknown;
  readonly personValue: unknown;
  readonly winner: 'agent' | 'person';
  readonly rule: string;
  /** UTC. */
  readonly at: string;
  readonly agent: { readonly id: string | null; readonly at: string | null };
  /** The person wrote in between the two times. */
  readonly person: {
    readonly id: string | null;
    readonly from: string | null;
    readonly to: string | null;
  };
  readonly resolution: Resolution | null;
}

export interface ConflictQuery {
  readonly taskId?: string;
  readonly planId?: string;
  /** Only those of these plans. */
  readonly plans?: ReadonlySet<string>;
  readonly state: 'open' | 'resolved' | 'all';
  readonly limit: number;
  /** The last conflict of the page before. */
  readonly before?: string;
}

export interface ConflictLog {
  /** The newest first. */
  list(query: ConflictQuery): Promise<{
    readonly conflicts: readonly Conflict[];
    readonly next: string | null;
  }>;
  /** ProblemError not_found. */
  get(id: string): Promise<Conflict>;
  note(id: string, resolution: Resolution): Promise<void>;
}

const perPage = 200;

export function createConflictLog({
  redis,
  keys,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
}): ConflictLog {
  /** Conflicts before an entry of the stream, the newest first. */
  const page = async (before: string | undefined): Promise<readonly Conflict[]> => {
    const end = before === undefined ? '+' : `(${before}`;
    const entries = await redis.xrevrange(keys.conflicts, end, '-', 'COUNT', perPage);
    return withResolutions(entries);
  };
  const withResolutions = async (
    entries: readonly [string, string[]][],
  ): Promise<readonly Conflict[]> => {
    if (entries.length === 0) return [];
    const ids = entries.map(([id]) => id);
    const resolutions = await redis.hmget(keys.conflictResolutions, ...ids);
    return entries.map(([id, fields], at) => toConflict(id, fields, resolutions[at] ?? null));
  };
  return {
    list: (query) =>
      withRedis(async () => {
        const found: Conflict[] = [];
        let { before } = query;
        if (before !== undefined && !isEntryId(before)) {
          throw new ProblemError('invalid_cursor', 'The cursor is not one of ours');
        }
        for (;;) {
          const conflicts = await page(before);
          for (const conflict of conflicts) {
            if (isWanted(conflict, query)) found.push(conflict);
            if (found.length > query.limit) {
              const shown = found.slice(0, query.limit);
              return { conflicts: shown, next: shown.at(-1)?.id ?? null };
            }
          }
          const last = conflicts.at(-1);
          if (last === undefined || conflicts.length < perPage) {
            return { conflicts: found, next: null };
          }
          before = last.id;
        }
      }),

    get: (id) =>
      withRedis(async () => {
        const entries = isEntryId(id) ? await redis.xrange(keys.conflicts, id, id) : [];
        const [conflict] = await withResolutions(entries);
        if (conflict === undefined) {
          throw new ProblemError('not_found', 'There is no such conflict, or it is no longer kept');
        }
        return conflict;
      }),

    note: (id, resolution) =>
      withRedis(async () => {
        await redis.hset(keys.conflictResolutions, id, JSON.stringify(resolution));
        await forgetOld();
      }),
  };

  /** The stream is capped; what was decided about entries that it no longer holds goes with them. */
  async function forgetOld(): Promise<void> {
    const [[oldest] = []] = await redis.xrange(keys.conflicts, '-', '+', 'COUNT', 1);
    if (oldest === undefined) return;
    const decided = await redis.hkeys(keys.conflictResolutions);
    const gone = decided.filter((id) => toMs(id) < toMs(oldest));
    if (gone.length > 0) await redis.hdel(keys.conflictResolutions, ...gone);
  }
}

function isEntryId(text: string): boolean {
  return /^\d{1,16}-\d{1,10}$/.test(text) && text !== '0-0';
}

function isWanted(conflict: Conflict, { taskId, planId, plans, state }: ConflictQuery): boolean {
  if (taskId !== undefined && conflict.taskId !== taskId) return false;
  if (planId !== undefined && conflict.planId !== planId) return false;
  if (plans !== undefined && (conflict.planId === null || !plans.has(conflict.planId)))
    return false;
  return state === 'all' || (conflict.resolution !== null) === (state === 'resolved');
}

/** An entry of the stream, as sync wrote it. */
function toConflict(id: string, flat: readonly string[], resolution: string | null): Conflict {
  const fields = new Map<string, string>();
  for (let at = 0; at + 1 < flat.length; at += 2) fields.set(flat[at] ?? '', flat[at + 1] ?? '');
  const text = (name: string): string | null => fields.get(name) ?? null;
  const value = (name: string): unknown => JSON.parse(fields.get(name) ?? 'null');
  const time = (name: string): string | null => {
    const ms = Number(fields.get(name) ?? Number.NaN);
    return Number.isNaN(ms) || ms === 0 ? null : new Date(ms).toISOString();
  };
  return {
    id,
    taskId: text('task_id') ?? '',
    planId: text('plan_id'),
    field: text('field') ?? '',
    key: text('key'),
    cell: text('cell'),
    base: rowOf(value('base'), text('key')),
    agentValue: rowOf(value('agent'), text('key')),
    personValue: rowOf(value('planner'), text('key')),
    winner: text('winner') === 'agent' ? 'agent' : 'person',
    rule: text('rule') ?? '',
    at: text('at') ?? '',
    agent: { id: text('agent_id'), at: time('agent_at') },
    person: { id: text('person_id'), from: time('person_from'), to: time('person_to') },
    resolution:
      resolution === null
        ? null
        : (resolutionSchema.safeParse(JSON.parse(resolution)).data ?? null),
  };
}

/** A row that was one too many is told with its whole list. */
function rowOf(value: unknown, key: string | null): unknown {
  if (key === null || !Array.isArray(value)) return value;
  const rows: readonly unknown[] = value;
  return rows.find((row) => row === key || keyOf(row) === key) ?? null;
}

function keyOf(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return null;
  return 'id' in row ? row.id : 'url' in row ? row.url : null;
}

function toMs(id: string): number {
  return Number(id.slice(0, id.indexOf('-')));
}
