import type { Redis } from 'ioredis';
import * as z from 'zod';
import { probesOf } from '../domain/failing-task.js';
import type { FailingTask } from '../domain/failing-task.js';
import { ProblemError } from '../domain/problem.js';
import type { Keys } from '../tasks/keys.js';
import type { CallFunction } from '../tasks/load-functions.js';
import { withRedis } from '../tasks/redis-problem.js';
import { readFailing } from './failing-tasks.js';
import { steadyNow } from './steady-now.js';
import { readTrouble } from './sync-trouble.js';
import { readOpenAttempts } from './open-attempts.js';

/** A task whose sync fails, or whose create is not decided yet. */
export interface SyncFailure {
  readonly taskId: string;
  readonly planId: string;
  /** Null when nothing is left that holds it. */
  readonly title: string | null;
  readonly operation: FailingTask['operation'];
  readonly code: string;
  readonly message: string;
  readonly advice: string;
  /** UTC. */
  readonly since: string;
  readonly tries: number;
  /** When it, or one for all of its kind, is tried again by itself (UTC); null where that is not known. */
  readonly nextTryAt: string | null;
}

export interface FailureQuery {
  readonly planId?: string | undefined;
  /** Only those of these plans. */
  readonly plans?: ReadonlySet<string>;
  readonly limit: number;
}

/** What cannot be synced, and another try of it before its time. */
export interface SyncFailures {
  /** The oldest first, and how many there are in all. */
  list(query: FailureQuery): Promise<{ failures: readonly SyncFailure[]; total: number }>;
  /**
   * Hands failing tasks to sync at once: one, those of a plan, or all. Answers how many. ProblemError not_found where a
   * named task does not fail.
   */
  retry(what: {
    readonly id?: string | undefined;
    readonly planId?: string | undefined;
    readonly plans?: ReadonlySet<string>;
  }): Promise<number>;
}

/** A create without answer is shown when it has been open for so long (ms): most are settled by the next look. */
const undecidedMs = 60_000;
const refsPerEntry = 500;

const titleSchema = z.object({ title: z.string() });
const tombstoneSchema = z.object({ document: titleSchema });

export function createSyncFailures({
  redis,
  keys,
  call,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
}): SyncFailures {
  return {
    list: (query) =>
      withRedis(async () => {
        const found = await findAll(query);
        const shown = found.slice(0, query.limit);
        const titles = await readTitles(shown.map((one) => one.taskId));
        return {
          failures: shown.map((one, at) => ({ ...one, title: titles[at] ?? null })),
          total: found.length,
        };
      }),
    retry: ({ id, planId, plans }) =>
      withRedis(async () => {
        const found = await findAll({ planId, plans });
        const chosen = id === undefined ? found : found.filter((one) => one.taskId === id);
        if (id !== undefined && chosen.length === 0) {
          throw new ProblemError('not_found', `Task ${id} is not among the failures`);
        }
        await handToSync(chosen);
        return chosen.length;
      }),
  };

  async function findAll({
    planId,
    plans,
  }: {
    readonly planId?: string | undefined;
    readonly plans?: ReadonlySet<string> | undefined;
  }): Promise<readonly Omit<SyncFailure, 'title'>[]> {
    const named = planId === undefined ? await redis.hkeys(keys.linkedPlans) : [planId];
    const planIds = named.filter((id) => plans?.has(id) ?? true);
    const now = await steadyNow(call, keys.namespace);
    const found: Omit<SyncFailure, 'title'>[] = [];
    for (const id of planIds) found.push(...(await findInPlan(id, now)));
    return found.toSorted(
      (one, other) =>
        one.since.localeCompare(other.since) || one.taskId.localeCompare(other.taskId),
    );
  }

  async function findInPlan(
    planId: string,
    now: number,
  ): Promise<readonly Omit<SyncFailure, 'title'>[]> {
    const [failing, attempts] = await Promise.all([
      readFailing({ redis, keys }, planId),
      readOpenAttempts(redis, keys, planId),
    ]);
    const probes = probesOf(failing);
    const failed = [...failing].map(([taskId, task]) => ({
      taskId,
      planId,
      operation: task.operation,
      code: task.code,
      message: task.message,
      advice: task.advice,
      since: toUtc(task.since),
      tries: task.tries,
      nextTryAt: toUtc((probes.get(task.group ?? '')?.[1] ?? task).nextAt),
    }));
    const open = [...attempts].filter(
      ([taskId, { at }]) => !failing.has(taskId) && now - at >= undecidedMs,
    );
    const waits = await Promise.all(open.map(([taskId]) => readTrouble({ redis, keys }, taskId)));
    const undecided = open.map(([taskId, { at }], index) => {
      const wait = waits[index] ?? null;
      return {
        taskId,
        planId,
        operation: 'create' as const,
        code: 'create_undecided',
        message:
          'Planner did not answer the create of this task, and it is not clear yet what came of it.',
        advice:
          'Nothing to do: the plan is looked through again, and the task is adopted or made anew.',
        since: toUtc(at),
        tries: wait?.attempt ?? 1,
        nextTryAt: wait === null ? null : toUtc(wait.nextAt),
      };
    });
    return [...failed, ...undecided];
  }

  async function readTitles(taskIds: readonly string[]): Promise<readonly (string | null)[]> {
    if (taskIds.length === 0) return [];
    const [documents, tombstones] = await Promise.all([
      redis.mget(taskIds.map((id) => keys.task(id))),
      redis.mget(taskIds.map((id) => keys.tombstone(id))),
    ]);
    return taskIds.map((_, at) => {
      const document = titleSchema.safeParse(JSON.parse(documents[at] ?? 'null')).data;
      const buried = tombstoneSchema.safeParse(JSON.parse(tombstones[at] ?? 'null')).data;
      return document?.title ?? buried?.document.title ?? null;
    });
  }

  /** As `planner` does it: what waits for its own time after trouble is tried now too. */
  async function handToSync(chosen: readonly Pick<SyncFailure, 'planId' | 'taskId'>[]) {
    for (const planId of new Set(chosen.map((one) => one.planId))) {
      const tasks = chosen.filter((one) => one.planId === planId);
      for (let from = 0; from < tasks.length; from += refsPerEntry) {
        const refs = tasks.slice(from, from + refsPerEntry).map((one) => one.taskId);
        const entry = {
          plan: planId,
          tasks: JSON.stringify(refs),
          source: 'planner',
          at: Date.now(),
        };
        await redis.xadd(keys.outbox, '*', ...Object.entries(entry).flat());
      }
    }
  }
}

function toUtc(ms: number): string {
  return new Date(ms).toISOString();
}
