import type { Redis } from 'ioredis';
import type { TaskDocument } from '../../domain/task.js';
import type { Keys } from '../../tasks/keys.js';
import { withRedis } from '../../tasks/redis-problem.js';
import { createPlanTraces, noTrace, type PlanTrace } from '../../tasks/plan-traces.js';
import type { PlanStatus, SyncStatus, SyncStatusReader } from './sync-status.js';

export interface SyncStatusDeps {
  readonly redis: Redis;
  readonly keys: Keys;
  /** A sentence for each thing outside that is away (Temporal, Graph), null where all is well. Must answer at once. */
  readonly outages: readonly (() => Promise<string | null>)[];
  readonly now: () => number;
}

/** Counting reads every task of a plan, so that health checks every second share one count. */
const freshMs = 1_000;
const workerSilenceMs = 60_000;
const pageSize = 500;
/** Quotes inside strings are escaped, so what does not match cannot be a hit. */
const unsynced = /"state":"(?:pending|failed)"/;

/** Reads the state of sync from what sync and the task store leave in Redis. */
export function createSyncStatusReader(deps: SyncStatusDeps): SyncStatusReader {
  const { redis, keys, now } = deps;
  const traces = createPlanTraces({ redis, keys });
  let last: { readonly at: number; readonly status: Promise<SyncStatus> } | null = null;
  return {
    async read() {
      // Not from the cache: that Redis is away must show at once.
      await withRedis(() => redis.ping());
      if (last === null || now() - last.at > freshMs) last = { at: now(), status: readStatus() };
      const reading = last;
      try {
        return await reading.status;
      } catch (error) {
        if (last === reading) last = null;
        throw error;
      }
    },
  };

  function readStatus(): Promise<SyncStatus> {
    return withRedis(async () => {
      const [linked, looked, workers, outages] = await Promise.all([
        redis.hkeys(keys.linkedPlans),
        traces.readAll(),
        readWorkers(),
        Promise.all(deps.outages.map((outage) => outage())),
      ]);
      const reasons = outages.filter((reason) => reason !== null);
      if (workers.seen === 0) {
        reasons.push('No worker was heard of for a minute: changes wait until one runs.');
      }
      const plans: PlanStatus[] = [];
      for (const planId of [...new Set([...linked, ...looked.keys()])].sort()) {
        const trace = looked.get(planId) ?? noTrace;
        const plan = await readPlan(planId, trace);
        plans.push(plan);
        reasons.push(...planReasons(plan, trace));
      }
      return { status: reasons.length === 0 ? 'healthy' : 'degraded', reasons, plans, workers };
    });
  }

  async function readWorkers(): Promise<SyncStatus['workers']> {
    const since = now() - workerSilenceMs;
    const [seen, newest] = await Promise.all([
      redis.zcount(keys.workers, since, '+inf'),
      redis.zrevrange(keys.workers, 0, 0, 'WITHSCORES'),
    ]);
    const at = Number(newest[1]);
    return { seen, lastSeenAt: Number.isFinite(at) ? new Date(at).toISOString() : null };
  }

  async function readPlan(planId: string, trace: PlanTrace): Promise<PlanStatus> {
    const ids = await redis.smembers(keys.planTasks(planId));
    let pending = 0;
    let failing = 0;
    let oldest = Number.POSITIVE_INFINITY;
    for (let start = 0; start < ids.length; start += pageSize) {
      const page = ids.slice(start, start + pageSize).map((id) => keys.task(id));
      for (const json of await redis.mget(page)) {
        // Nearly all tasks are synced: only the others are worth parsing.
        if (json === null || !unsynced.test(json)) continue;
        const { sync, updatedAt } = JSON.parse(json) as TaskDocument;
        if (sync.state === 'failed') failing += 1;
        if (sync.state !== 'pending') continue;
        pending += 1;
        oldest = Math.min(oldest, Date.parse(updatedAt));
      }
    }
    return {
      planId,
      title: trace.title,
      state: trace.state,
      lag: pending === 0 ? 0 : Math.max(0, now() - oldest),
      lastLook: trace.lastLook,
      intervalMs: trace.intervalMs,
      pending,
      failing,
    };
  }
}

function planReasons(plan: PlanStatus, { reason }: PlanTrace): string[] {
  const name = plan.title ?? plan.planId;
  const found: string[] = [];
  if (plan.state === 'failing') {
    found.push(`Plan ${name}: the last look at Planner failed. ${reason ?? ''}`.trim());
  }
  if (plan.state === 'stopped') found.push(`Plan ${name} is linked, but nobody watches it.`);
  if (plan.failing > 0) {
    found.push(
      `Plan ${name}: ${plan.failing} ${plan.failing === 1 ? 'task' : 'tasks'} cannot be synced; sync.error says why.`,
    );
  }
  return found;
}
