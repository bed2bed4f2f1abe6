import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { pino } from 'pino';
import { ulid } from 'ulid';
import { inject } from 'vitest';
import { createPlanWatchActivities } from '../../../activities/plan-watch-activities.js';
import type { PlannerClient } from '../../../src/domain/planner.js';
import type { SweepOutcome } from '../../../src/domain/sweep-outcome.js';
import type { SyncOutcome } from '../../../src/domain/sync-outcome.js';
import type { TaskDocument, UpdateEvent } from '../../../src/domain/task.js';
import { contentOf } from '../../../src/domain/content.js';
import { createPlanConditions } from '../../../src/sync/plan-conditions.js';
import { createRefreshNames } from '../../../src/sync/refresh-names.js';
import { createSweepStore } from '../../../src/sync/sweep-store.js';
import { sweepPlan, type SweepDeps } from '../../../src/sync/sweep-plan.js';
import { createDeltaLinks } from '../../../src/sync/sources/delta-links.js';
import { createSourceStore } from '../../../src/sync/sources/source-store.js';
import { lookAtPlan } from '../../../src/sync/sources/look-at-plan.js';
import type { WatchSource } from '../../../src/domain/watch-source.js';
import { createPlannerDelta } from '../../../src/graph/planner/planner-delta-client.js';
import { accountOfId, personOf } from '../../../src/graph/gateway/graph-account.js';
import { createSyncStore } from '../../../src/sync/sync-store.js';
import type { SyncDeps } from '../../../src/sync/sync-tasks.js';
import { SyncBlockedError, syncTasks } from '../../../src/sync/sync-tasks.js';
import { connectRedis, whenRedisReady } from '../../../src/tasks/connect-redis.js';
import { createKeys } from '../../../src/tasks/keys.js';
import { loadFunctions } from '../../../src/tasks/load-functions.js';
import { createLinkedPlans } from '../../../src/tasks/linked-plans.js';
import { parseEntries } from '../../../src/tasks/outbox-entry.js';
import { streamEntries } from '../../../src/tasks/stream-entries.js';
import { createPlanNamesStore } from '../../../src/tasks/plan-names.js';
import { createPlanTraces } from '../../../src/tasks/plan-traces.js';
import { publishSettings } from '../../../src/tasks/settings.js';
import { createTaskStore } from '../../../src/tasks/task-store.js';
import type { GraphLab, LabPlan } from '../graph/graph-lab.js';

/** A worker's own way to Redis and Graph. */
export interface LabWorker {
  readonly planner: PlannerClient;
  readonly store: SyncDeps['store'];
}

/** A plan with agents and people, and sync between them run by hand: no Temporal, everything else real. */
export type SyncLab = Awaited<ReturnType<typeof openSyncLab>>;

export interface GraphTask {
  readonly id: string;
  readonly title: string;
  readonly [property: string]: unknown;
}

const limits = { title: 255, description: 32_768, checklist: 20, references: 10, assignees: 20 };
const logger = pino({ level: 'silent' });

export async function openSyncLab(
  graph: GraphLab,
  options: Partial<SyncDeps> & { readonly planner?: PlannerClient } = {},
  /** Left out: a new plan and a new namespace, in the tests' Redis. */
  place: {
    readonly plan?: LabPlan;
    readonly namespace?: string;
    readonly redisUrl?: string;
    /** Whose plans are looked at; default: the app's. */
    readonly accountId?: string;
  } = {},
) {
  const plan = place.plan ?? (await graph.makePlan({ buckets: ['To do', 'Done'] }));
  const { id: planId, buckets } = plan;
  const { accountId = 'app' } = place;
  const redis = connectRedis({ url: place.redisUrl ?? inject('redisUrl') }, logger);
  await whenRedisReady(redis);
  const keys = createKeys(place.namespace ?? `sync-${randomUUID()}`);
  const call = await loadFunctions(redis);
  await publishSettings(redis, keys, {
    plans: { defaultPlanId: planId, planIds: [planId], autoLink: true },
    limits,
    history: { perTask: 50 },
  });
  const store = createTaskStore({ redis, keys, call });
  const brake = options.brake ?? { percent: 20, tasks: 10, windowMs: 600_000 };
  const conditions = createPlanConditions({ keys, call, brake });
  let planner = options.planner ?? graph.planner;
  const deps: SyncDeps = {
    plannerOf: () => planner,
    store: createSyncStore({ redis, keys, call, streamMax: 10_000, historyMax: 50 }),
    limits,
    ownAppId: graph.emulator.clientId,
    webUrl: (plan, task) => `https://board.example/${plan}/${task}`,
    newTaskId: (createdAt) => ulid(createdAt),
    monotonicMs: () => performance.now(),
    lateCreateMs: 0,
    brake,
    conditions,
    ...options,
  };
  const forgotten: string[] = [];
  const names = createPlanNamesStore({ redis, keys, call });
  let sweep: SweepDeps = {
    accountId,
    planner: options.plannerOf?.(accountId) ?? graph.planner,
    own: { appId: graph.emulator.clientId, userId: personOf(accountOfId(accountId)) },
    conditions,
    store: createSweepStore({ redis, keys, call }),
    traces: createPlanTraces({ redis, keys }),
    detailsRotation: { minMs: 600_000, maxMs: 86_400_000 },
    refreshNames: createRefreshNames({
      planner: graph.planner,
      names,
      namesIntervalMs: 300_000,
      random: () => 0,
      forgetMetadata: async (kind, id) => void forgotten.push(`${kind}/${id}`),
    }),
  };

  const refusals: string[] = [];
  const links = createDeltaLinks({ redis, keys });
  const delta = createPlannerDelta(graph.gateway);

  let cursor = '0';
  /** Refs that were announced since the last call, each once. */
  const takeOutbox = async (): Promise<readonly string[]> => {
    const { entries } = parseEntries(
      streamEntries(await redis.xread('STREAMS', keys.outbox, cursor)),
    );
    cursor = entries.at(-1)?.entryId ?? cursor;
    return [...new Set(entries.flatMap((entry) => entry.taskIds))];
  };

  const syncBatch = (refs: readonly string[], attempt = 1): Promise<readonly SyncOutcome[]> =>
    syncTasks(deps, { planId, refs, workflowId: 'test', attempt });

  const sync = async (refs: readonly string[]): Promise<readonly SyncOutcome[]> => {
    const outcomes: SyncOutcome[] = [];
    for (let at = 0; at < refs.length; at += 20) {
      const batch = refs.slice(at, at + 20);
      try {
        outcomes.push(...(await syncBatch(batch)));
      } catch (error) {
        if (!(error instanceof SyncBlockedError)) throw error;
        const { code, retryAfterMs } = error;
        for (const ref of batch) outcomes.push({ kind: 'trouble', ref, code, retryAfterMs });
      }
    }
    return outcomes;
  };

  const write = async (
    write: Parameters<typeof store.write>[0],
    agent = 'tester',
  ): Promise<TaskDocument> => {
    const reply = await store.write(write, { actor: agent });
    if (reply.status >= 400) throw new Error(reply.json);
    return JSON.parse(reply.json) as TaskDocument;
  };

  return {
    ...graph,
    plan,
    planId,
    buckets,
    redis,
    keys,
    call,
    deps,
    /** What a worker of this lab has of its own. */
    worker: { planner, store: deps.store } satisfies LabWorker,
    names,
    /** What the metadata cache was told to forget. */
    forgotten,
    takeOutbox,
    /** One batch, as an activity runs it. */
    syncBatch,
    /** One batch of another worker, with its own way to Redis and Graph. */
    as: (worker: LabWorker, refs: readonly string[]): Promise<readonly SyncOutcome[]> => {
      const { planner: own, store: ownStore } = worker;
      const request = { planId, refs, workflowId: 'test', attempt: 1 };
      return syncTasks({ ...deps, plannerOf: () => own, store: ownStore }, request);
    },
    /** One batch of another plan. */
    syncIn: (otherPlanId: string, refs: readonly string[]): Promise<readonly SyncOutcome[]> =>
      syncTasks(deps, { planId: otherPlanId, refs, workflowId: 'test', attempt: 1 }),
    /** Any number of refs; a batch that Graph blocks as a whole is trouble for each. */
    sync,
    sweep: () => sweepPlan(sweep, { planId, intervalMs: 2_000 }),
    /** A look from a source, as the watch takes it; without `isAsked` complete only where it has to be. */
    look: (source: WatchSource, isAsked = false) =>
      lookAtPlan(
        { ...sweep, delta, links, refuseDelta: async (reason) => void refusals.push(reason) },
        { planId, intervalMs: 300_000, source, isAsked },
      ),
    links,
    /** Looks at several plans as the watch's activity takes them. */
    sweepPlans: async (planIds: readonly string[]): Promise<readonly SweepOutcome[]> => {
      const { sweepPlans } = createPlanWatchActivities({
        linked: createLinkedPlans({ redis, keys }),
        looksOf: () => ({ ...sweep, delta, links }),
        sources: createSourceStore({
          redis,
          keys,
          isDeltaOn: false,
          settings: '',
          now: () => Date.now(),
        }),
        probeOf: () => ({ trySubscription: null, delta: null, now: () => Date.now() }),
      });
      const plans = planIds.map((id) => ({ planId: id, intervalMs: 2_000 }));
      return new MockActivityEnvironment().run(() => sweepPlans({ accountId: 'app', plans }));
    },
    /** Why Graph refused delta. */
    refusals,
    /** Looks and syncs ask this Planner from now on. */
    lookWith: (other: PlannerClient): void => {
      sweep = { ...sweep, planner: other };
      planner = other;
    },

    /** Syncs what is announced, looks at the plan, until nothing is announced any more. */
    async settle(): Promise<void> {
      // A look that begins in the millisecond of the last commit leaves the task to the next one.
      for (let quiet = 0; quiet < 3;) {
        const refs = await takeOutbox();
        const outcomes = await sync(refs);
        const again = outcomes.filter((outcome) => outcome.kind !== 'done');
        await sync(again.map((outcome) => outcome.ref));
        await sweepPlan(sweep, { planId, intervalMs: 2_000 });
        quiet = refs.length === 0 ? quiet + 1 : 0;
      }
    },

    create: (body: object, agent?: string) => write({ operation: 'create', body }, agent),
    update: (id: string, body: object) => write({ operation: 'update', id, body }),
    remove: (id: string) => write({ operation: 'delete', id }),
    restore: (id: string) => write({ operation: 'restore', id }),
    read: async (id: string) => JSON.parse(await store.read(id)) as TaskDocument,
    exists: async (id: string) => (await redis.exists(keys.task(id))) === 1,
    all: async () => {
      const tasks: TaskDocument[] = [];
      for (let next: string | null | undefined; next !== null;) {
        const page = await store.list({ limit: 200, ...(next !== undefined && { cursor: next }) });
        tasks.push(...page.tasks);
        next = page.nextCursor;
      }
      return tasks;
    },

    /** What people see. */
    async board(): Promise<readonly GraphTask[]> {
      const answer = await graph.asPerson('GET', `/planner/plans/${planId}/tasks`);
      return (answer as { value: GraphTask[] }).value;
    },
    /** Planner's content of a task in the document's shapes. */
    async plannerContent(plannerId: string) {
      const [task, details] = await Promise.all([
        graph.planner.getTask(plannerId),
        graph.planner.getDetails(plannerId),
      ]);
      return contentOf({ ...task.fields, ...details.fields });
    },
    editTask: (plannerId: string, body: object) =>
      graph.asPerson('PATCH', `/planner/tasks/${plannerId}`, body),
    editDetails: (plannerId: string, body: object) =>
      graph.asPerson('PATCH', `/planner/tasks/${plannerId}/details`, body),
    deleteTask: (plannerId: string) => graph.asPerson('DELETE', `/planner/tasks/${plannerId}`),

    /** Writes to Graph that the product makes while `work` runs. */
    async writesDuring(work: () => Promise<void>): Promise<number> {
      const before = await countWrites(graph);
      await work();
      return (await countWrites(graph)) - before;
    },
    /** What happened to tasks. */
    async events(): Promise<
      readonly { action: string; task_id: string; source: string; rev: number }[]
    > {
      const entries = await redis.xrange(keys.stream, '-', '+');
      const events = entries.map(([, fields]) => JSON.parse(fields[1] ?? '{}') as UpdateEvent);
      return events.filter((event) => event.action !== 'plan_updated');
    },
    async conflicts(): Promise<readonly Record<string, string>[]> {
      const entries = await redis.xrange(keys.conflicts, '-', '+');
      return entries.map(([, flat]) =>
        Object.fromEntries(
          Array.from({ length: flat.length / 2 }, (_, at) => [flat[at * 2], flat[at * 2 + 1]]),
        ),
      );
    },
    leave: () => redis.disconnect(),
  };
}

async function countWrites(graph: GraphLab): Promise<number> {
  const response = await fetch(`${graph.emulator.boardUrl}/control/stats`);
  const { app } = (await response.json()) as { app: { writes: number } };
  return app.writes;
}

export function plannerIdOf(document: TaskDocument): string {
  const { plannerId } = document.sync;
  if (plannerId === null) throw new Error(`${document.id} is not in Planner`);
  return plannerId;
}
