import type { Redis } from 'ioredis';
import { graphReasons, type GraphControl } from '../../graph/gateway/graph-status.js';
import type { Keys } from '../../tasks/keys.js';
import type { Alerts } from '../../tasks/alerts.js';
import { withRedis } from '../../tasks/redis-problem.js';
import { readCapabilities } from '../../sync/sources/source-store.js';
import { readGraphUsage } from '../../tasks/graph-usage.js';
import { createPlanFreshness } from '../../tasks/plan-freshness.js';
import { createPlanTraces, noTrace, type PlanTrace } from '../../tasks/plan-traces.js';
import { createPlanStates, holdSentence, type PlanState } from '../../tasks/plan-states.js';
import { statusOf, type SyncFindings } from './status-of.js';
import type { PlanStatus, SyncStatus, SyncStatusReader } from './sync-status.js';

export interface SyncStatusDeps {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly alerts: Pick<Alerts, 'open'>;
  readonly graph: Pick<GraphControl, 'status'>;
  /** A sentence for each thing outside that is away (Temporal, Graph), null where all is well. Must answer at once. */
  readonly outages: readonly (() => Promise<string | null>)[];
  readonly now: () => number;
}

/** Health checks every second share one reading. */
const freshMs = 1_000;
const workerSilenceMs = 60_000;
/** Tasks that fail come first among those that wait long; the oldest other one tells the lag. */
const searched = 200;

/** Reads the state of sync from what sync and the task store leave in Redis. */
export function createSyncStatusReader(deps: SyncStatusDeps): SyncStatusReader {
  const { redis, keys, now } = deps;
  const traces = createPlanTraces({ redis, keys });
  const states = createPlanStates({ redis, keys });
  const freshness = createPlanFreshness({ redis, keys });
  let last: { readonly at: number; readonly findings: Promise<SyncFindings> } | null = null;
  return {
    async read(plans) {
      // Not from the cache: that Redis is away must show at once.
      await withRedis(() => redis.ping());
      if (last === null || now() - last.at > freshMs) last = { at: now(), findings: find() };
      const reading = last;
      try {
        return statusOf(await reading.findings, plans);
      } catch (error) {
        if (last === reading) last = null;
        throw error;
      }
    },
  };

  function find(): Promise<SyncFindings> {
    return withRedis(async () => {
      const [linked, looked, sources, graphRequests, workers, alerts, graph, outages] =
        await Promise.all([
          states.all(),
          traces.readAll(),
          readCapabilities({ redis, keys }),
          readGraphUsage({ redis, keys }, now()),
          readWorkers(),
          deps.alerts.open(),
          deps.graph.status().catch(() => null),
          Promise.all(deps.outages.map((outage) => outage())),
        ]);
      const reasons = outages.filter((reason) => reason !== null);
      if (graph !== null) reasons.push(...graphReasons(graph));
      if (workers.seen === 0) {
        reasons.push('No worker was heard of for a minute: changes wait until one runs.');
      }
      const plans: PlanStatus[] = [];
      const reasonsOfPlans = new Map<string, readonly string[]>();
      for (const [planId, state] of linked) {
        const trace = looked.get(planId) ?? noTrace;
        const plan = await readPlan(state, trace);
        plans.push(plan);
        reasonsOfPlans.set(planId, planReasons(plan, trace));
      }
      return {
        reasons,
        reasonsOfPlans,
        plans,
        sources: [...sources].map(([accountId, { probedAt, notification, delta }]) => ({
          accountId,
          probedAt,
          notification,
          delta,
        })),
        graphRequests,
        workers,
        graph,
        alerts,
      };
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

  async function readPlan(state: PlanState, trace: PlanTrace): Promise<PlanStatus> {
    const { planId, link, hold, stop } = state;
    const [fresh, waiting, failed, oldest] = await Promise.all([
      freshness.read(planId),
      redis.zcard(keys.planUnsynced(planId)),
      redis.hkeys(keys.planFailing(planId)),
      redis.zrange(keys.planUnsynced(planId), 0, String(searched - 1), 'WITHSCORES'),
    ]);
    const failing = failed.length;
    const pending = Math.max(0, waiting - failing);
    const since = oldestOf(oldest, new Set(failed));
    return {
      planId,
      title: trace.title,
      state: hold === null || hold === 'unlinked' ? trace.state : hold,
      mode: link.mode,
      accountId: link.accountId,
      hold: holdSentence(state),
      stopped: stop,
      lag: pending === 0 || since === null ? 0 : Math.max(0, now() - since),
      source: trace.source,
      lastLook: trace.lastLook,
      lastSignal: trace.lastSignal,
      freshness: fresh,
      intervalMs: trace.intervalMs,
      pace: trace.pace,
      pending,
      failing,
    };
  }
}

/** When the change that waits longest was made; null when only failed tasks were found. */
function oldestOf(membersAndScores: readonly string[], failed: ReadonlySet<string>): number | null {
  for (let at = 0; at + 1 < membersAndScores.length; at += 2) {
    if (!failed.has(membersAndScores[at] ?? '')) return Number(membersAndScores[at + 1]);
  }
  return null;
}

function planReasons(plan: PlanStatus, { reason }: PlanTrace): string[] {
  const name = plan.title ?? plan.planId;
  const found: string[] = [];
  if (plan.state === 'failing') {
    found.push(`Plan ${name}: the last look at Planner failed. ${reason ?? ''}`.trim());
  }
  if (plan.state === 'watching' && reason !== null) found.push(`Plan ${name}: ${reason}`);
  if (plan.hold !== null && plan.state !== 'preview' && plan.state !== 'failing')
    found.push(`Plan ${name}: ${plan.hold}`);
  if (plan.failing > 0) {
    found.push(
      `Plan ${name}: ${plan.failing} ${plan.failing === 1 ? 'task' : 'tasks'} cannot be synced; sync.error says why.`,
    );
  }
  return found;
}
