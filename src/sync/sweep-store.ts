import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { CreateAttempt } from '../domain/adoption.js';
import type { KnownTasks } from '../domain/planner-change.js';
import type { Keys } from '../tasks/keys.js';
import type { CallFunction } from '../tasks/load-functions.js';
import type { FailingTask } from '../domain/failing-task.js';
import { readFailing } from './failing-tasks.js';
import { readOpenAttempts } from './open-attempts.js';
import { steadyNow } from './steady-now.js';
import type { Seen } from './sync-record.js';

/** How long a look may serve as a hint (seconds). */
const seenSeconds = 3_600;
const refsPerEntry = 500;

export interface Announcement {
  readonly seen: ReadonlyMap<string, Seen>;
  readonly refs: readonly string[];
  /** `system`: seen and announced before, a mere reminder. */
  readonly source: 'planner' | 'system';
}

/** What a sweep reads and leaves in Redis. */
export interface SweepStore {
  now(): Promise<number>;
  known(planId: string, listedIds: readonly string[]): Promise<KnownTasks>;
  /** What earlier sweeps saw, and when sync last touched the task (ms). */
  hints(
    plannerIds: readonly string[],
    pairs: ReadonlyMap<string, string>,
  ): Promise<ReadonlyMap<string, { readonly seen: Seen | null; readonly touchedAt: number }>>;
  /**
   * Of the planner ids that a complete listing lacks, those that people must have deleted: neither agents did, nor did
   * sync touch the task after the listing began (ms).
   */
  deletedByPeople(look: {
    readonly missing: readonly string[];
    readonly pairs: ReadonlyMap<string, string>;
    readonly before: number;
  }): Promise<readonly string[]>;
  /** Keeps what was seen and puts the refs into the outbox, together. */
  announce(planId: string, news: Announcement): Promise<void>;
  /** Planner ids whose details have waited since before the given time (ms), the oldest first. */
  dueDetails(planId: string, before: number, limit: number): Promise<readonly string[]>;
  detailsEtags(plannerIds: readonly string[]): Promise<readonly (string | null)[]>;
  /** Keeps from when on (ms) each waits for its next turn; those that are no longer of the plan are left out. */
  detailsRead(planId: string, turns: ReadonlyMap<string, number>): Promise<void>;
  /** When sync last had to look at the details of each task (ms); 0 where that is not known. */
  detailsMovedAt(taskIds: readonly (string | null)[]): Promise<readonly number[]>;
  /** Open create attempts of a plan, by task id. */
  openAttempts(planId: string): Promise<ReadonlyMap<string, CreateAttempt>>;
  /** Whether agents' changes wait that were made after the given time (ms); those of failing tasks do not count. */
  hasYoungChanges(planId: string, since: number): Promise<boolean>;
  failing(planId: string): Promise<ReadonlyMap<string, FailingTask>>;
  /** The groups of failing tasks of which one went through since the last call. */
  takeRoom(planId: string): Promise<readonly string[]>;
}

const seenSchema = z.looseObject({
  kind: z.enum(['task', 'missing', 'details']),
  listedAt: z.number(),
});

export function createSweepStore({
  redis,
  keys,
  call,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
}): SweepStore {
  const now = (): Promise<number> => steadyNow(call, keys.namespace);
  return {
    now,

    async known(planId, listedIds) {
      const [pairs, etags] = await Promise.all([
        redis.hgetall(keys.planPairs(planId)),
        listedIds.length === 0 ? [] : redis.mget(listedIds.map((id) => keys.etag(id))),
      ]);
      return {
        pairs: new Map(Object.entries(pairs)),
        etags: new Map(listedIds.map((id, at) => [id, etags[at] ?? null])),
      };
    },

    async hints(plannerIds, pairs) {
      if (plannerIds.length === 0) return new Map();
      const [seen, touched] = await Promise.all([
        redis.mget(plannerIds.map((id) => keys.seen(id))),
        Promise.all(
          plannerIds.map(async (id) => {
            const taskId = pairs.get(id);
            return taskId === undefined ? null : redis.hget(keys.state(taskId), 'touchedAt');
          }),
        ),
      ]);
      return new Map(
        plannerIds.map((id, at) => [
          id,
          { seen: parseSeen(seen[at]), touchedAt: Number(touched[at] ?? 0) },
        ]),
      );
    },

    async deletedByPeople({ missing, pairs, before }) {
      const taskIds = missing.map((plannerId) => pairs.get(plannerId) ?? '');
      const found = await Promise.all(
        taskIds.map((taskId) =>
          Promise.all([
            redis.hmget(keys.state(taskId), 'touchedAt', 'restored'),
            redis.exists(keys.tombstone(taskId)),
          ]),
        ),
      );
      return missing.filter((_, at) => {
        const [[touchedAt, restored] = [], isBuried] = found[at] ?? [];
        return isBuried !== 1 && restored !== '1' && Number(touchedAt ?? 0) < before;
      });
    },

    async announce(planId, { seen, refs, source }) {
      if (refs.length === 0) return;
      const at = await now();
      const pipeline = redis.multi();
      for (const [plannerId, look] of seen) {
        pipeline.set(keys.seen(plannerId), JSON.stringify(look), 'EX', seenSeconds);
      }
      for (let from = 0; from < refs.length; from += refsPerEntry) {
        const chunk = JSON.stringify(refs.slice(from, from + refsPerEntry));
        pipeline.xadd(keys.outbox, '*', 'plan', planId, 'tasks', chunk, 'source', source, 'at', at);
      }
      await pipeline.exec();
    },

    async dueDetails(planId, before, limit) {
      return redis.zrangebyscore(keys.planDetails(planId), '-inf', before, 'LIMIT', 0, limit);
    },

    async detailsEtags(plannerIds) {
      return plannerIds.length === 0
        ? []
        : redis.mget(plannerIds.map((id) => keys.detailsEtag(id)));
    },

    async detailsRead(planId, turns) {
      if (turns.size === 0) return;
      const members = [...turns].flatMap(([id, at]) => [String(at), id]);
      await redis.zadd(keys.planDetails(planId), 'XX', ...members);
    },

    async detailsMovedAt(taskIds) {
      return Promise.all(
        taskIds.map(async (id) =>
          id === null ? 0 : Number((await redis.hget(keys.state(id), 'detailsAt')) ?? 0),
        ),
      );
    },

    openAttempts: (planId) => readOpenAttempts(redis, keys, planId),

    async hasYoungChanges(planId, since) {
      const [young, failing] = await Promise.all([
        redis.zrangebyscore(keys.planUnsynced(planId), since, '+inf'),
        redis.hkeys(keys.planFailing(planId)),
      ]);
      const isFailing = new Set(failing);
      return young.some((taskId) => !isFailing.has(taskId));
    },

    failing: (planId) => readFailing({ redis, keys }, planId),

    async takeRoom(planId) {
      const groups = await redis.smembers(keys.planRoom(planId));
      if (groups.length > 0) await redis.srem(keys.planRoom(planId), ...groups);
      return groups;
    },
  };
}

/** A hint that cannot be read is no hint. */
function parseSeen(json: string | null | undefined): Seen | null {
  if (json === null || json === undefined) return null;
  const parsed: unknown = JSON.parse(json);
  return seenSchema.safeParse(parsed).success ? (parsed as Seen) : null;
}
