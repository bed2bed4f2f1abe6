import { Redis } from 'ioredis';
import { pino } from 'pino';
import { composeAccounts } from '../../src/composition/account-parts.js';
import { openGraph } from '../../src/composition/graph-access.js';
import { syncSettings } from '../../src/composition/sync-settings.js';
import { appAccountId } from '../../src/domain/accounts/account.js';
import { loadConfig } from '../../src/config/load-config.js';
import type { SweepOutcome } from '../../src/domain/sweep-outcome.js';
import type { TaskDocument } from '../../src/domain/task.js';
import type { GetToken } from '../../src/graph/gateway/http-chain.js';
import { createPlannerClient } from '../../src/graph/planner/planner-client.js';
import { createPlanConditions } from '../../src/sync/plan-conditions.js';
import { createRefreshNames } from '../../src/sync/refresh-names.js';
import { createPlanNamesStore } from '../../src/tasks/plan-names.js';
import { createSweepStore } from '../../src/sync/sweep-store.js';
import { sweepPlan } from '../../src/sync/sweep-plan.js';
import { createSyncStore } from '../../src/sync/sync-store.js';
import { syncTasks } from '../../src/sync/sync-tasks.js';
import { createAlerts } from '../../src/tasks/alerts.js';
import { createKeys } from '../../src/tasks/keys.js';
import { loadFunctions } from '../../src/tasks/load-functions.js';
import { parseEntries } from '../../src/tasks/outbox-entry.js';
import { streamEntries } from '../../src/tasks/stream-entries.js';
import { createPlanTraces } from '../../src/tasks/plan-traces.js';
import { publishSettings, streamMax } from '../../src/tasks/settings.js';
import { createTaskStore } from '../../src/tasks/task-store.js';
import type { WatchPace } from '../../src/domain/watch-pace.js';
import { countGateway } from './counted-gateway.js';

const perBatch = 20;

/** Everything of the product that looks and syncs, in this process, with time of its own. No Temporal. */
export type Stage = Awaited<ReturnType<typeof openStage>>;

export async function openStage(environment: NodeJS.ProcessEnv, namespace: string) {
  const config = loadConfig({ ...environment, REDIS_NAMESPACE: namespace });
  const logger = pino({ level: 'silent' });
  const redis = new Redis(environment['REDIS_URL'] ?? '');
  const keys = createKeys(namespace);
  const call = await loadFunctions(redis);
  const { tokens } = composeAccounts({
    config,
    redis,
    keys,
    call,
    alerts: createAlerts({ redis, keys, call }),
    logger,
    flows: { refresh: async () => ({ kind: 'refused', code: 'no_temporal' }) },
  });
  const getToken: GetToken = ({ account, ...request }) => tokens.get(account, request);
  const gateway = countGateway(openGraph({ config, logger, call, getToken }).gateway);
  const planner = createPlannerClient(gateway);
  const watching = createPlannerClient(gateway, { lane: 'sweep' });
  const conditions = createPlanConditions({ keys, call, brake: config.deleteBrake });
  const settings = syncSettings(config);
  const sweep = {
    accountId: appAccountId,
    planner: watching,
    own: { appId: settings.ownAppId, userId: null },
    conditions,
    store: createSweepStore({ redis, keys, call }),
    detailsRotation: config.watch.detailsRotation,
    refreshNames: createRefreshNames({
      planner: watching,
      names: createPlanNamesStore({ redis, keys, call }),
      namesIntervalMs: config.watch.namesIntervalMs,
      random: () => Math.random(),
      forgetMetadata: async () => {},
    }),
    traces: createPlanTraces({ redis, keys }),
  };
  const sync = {
    ...settings,
    plannerOf: () => planner,
    conditions,
    store: createSyncStore({
      redis,
      keys,
      call,
      streamMax,
      historyMax: config.history.perTask,
    }),
  };
  const store = createTaskStore({ redis, keys, call });

  let cursor = '0';
  const takeChanges = async (): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
    const { entries, lastId } = parseEntries(
      streamEntries(await redis.xread('STREAMS', keys.outbox, cursor)),
    );
    if (entries.length > 0) cursor = lastId;
    const byPlan = new Map<string, Set<string>>();
    for (const { planId, taskIds } of entries) {
      const refs = byPlan.get(planId) ?? new Set();
      for (const ref of taskIds) refs.add(ref);
      byPlan.set(planId, refs);
    }
    return byPlan;
  };

  const syncPlan = async (planId: string, refs: readonly string[]): Promise<void> => {
    let left = refs;
    for (let attempt = 1; left.length > 0; attempt += 1) {
      if (attempt > 5) throw new Error(`${left.length} tasks cannot be synced`);
      const again: string[] = [];
      for (let at = 0; at < left.length; at += perBatch) {
        const batch = left.slice(at, at + perBatch);
        const request = { planId, refs: batch, workflowId: 'bench', attempt };
        for (const outcome of await syncTasks(sync, request)) {
          if (outcome.kind !== 'done') again.push(outcome.ref);
        }
      }
      left = again;
    }
  };

  return {
    config,
    redis,
    keys,
    gateway,
    planner,
    /** Links the plans, so that agents may write into them. */
    link: (planIds: readonly string[]) =>
      publishSettings(redis, keys, {
        plans: { defaultPlanId: null, planIds, autoLink: true },
        limits: config.limits,
        history: config.history,
      }),
    look: (
      plans: readonly { planId: string; intervalMs: number; pace: WatchPace }[],
    ): Promise<readonly SweepOutcome[]> => Promise.all(plans.map((plan) => sweepPlan(sweep, plan))),
    /** Syncs all that was announced, as the relay and the sync of each plan would. Answers the plans. */
    async syncAnnounced(): Promise<readonly string[]> {
      const byPlan = await takeChanges();
      await Promise.all([...byPlan].map(([planId, refs]) => syncPlan(planId, [...refs])));
      return [...byPlan.keys()];
    },
    async write(write: Parameters<typeof store.write>[0]): Promise<string> {
      const reply = await store.write(write, { actor: 'agent' });
      if (reply.status >= 400) throw new Error(reply.json);
      return reply.id;
    },
    /** The agents' documents, by Planner's ids. */
    async documents(plannerIds: readonly string[]): Promise<ReadonlyMap<string, TaskDocument>> {
      if (plannerIds.length === 0) return new Map();
      const ids = await redis.mget(plannerIds.map((id) => keys.idMap(id)));
      const json = await redis.mget(ids.map((id) => keys.task(id ?? '')));
      return new Map(
        plannerIds.flatMap((id, at) => {
          const text = json[at];
          return text == null ? [] : [[id, JSON.parse(text) as TaskDocument] as const];
        }),
      );
    },
    close: () => redis.disconnect(),
  };
}
