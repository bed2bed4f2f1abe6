import type { Redis } from 'ioredis';
import { appAccountId } from '../../domain/accounts/account.js';
import { GraphError } from '../../domain/graph-error.js';
import { accountOfId, personOf } from '../../graph/gateway/graph-account.js';
import { ProblemError } from '../../domain/problem.js';
import type { Keys } from '../../tasks/keys.js';
import { parseLink, type PlanMode } from '../../tasks/linked-plans.js';
import type { CallFunction } from '../../tasks/load-functions.js';
import { createPlanTraces } from '../../tasks/plan-traces.js';
import { withRedis } from '../../tasks/redis-problem.js';
import { lookUpPlan, planProblem } from '../plan-control/look-up-plan.js';
import type { DetailsRotation } from '../rotate-details.js';
import { createSweepStore } from '../sweep-store.js';
import { SyncBlockedError, type SyncDeps } from '../sync-tasks.js';
import { previewLook } from './preview-look.js';
import { sharedListing } from './preview-planner.js';
import { previewTask, type PreviewTaskDeps } from './preview-task.js';
import type { PreviewedTask, PreviewedWrite } from './report-task.js';

export interface PreviewQuery {
  readonly planId: string;
  /** Tasks that are looked at in one call, with and without something to do. */
  readonly limit: number;
  readonly cursor: string | null;
}

export interface PreviewCounts {
  readonly toPlanner: Readonly<Record<'create' | 'update' | 'delete' | 'adopt', number>>;
  readonly fromPlanner: Readonly<Record<'import' | 'update' | 'delete', number>>;
  readonly conflicts: number;
  /** Tasks of this page that are equal on both sides. */
  readonly unchanged: number;
}

export interface PlanPreview {
  readonly planId: string;
  readonly title: string;
  /** Null where the plan is not linked. */
  readonly mode: PlanMode | null;
  /** So many tasks are missing that the plan would stop, or has stopped, instead of deleting them. */
  readonly isStopped: boolean;
  /** Tasks that a sync would look at, on all pages. */
  readonly total: number;
  /** Of this page. */
  readonly counts: PreviewCounts;
  readonly tasks: readonly PreviewedTask[];
  readonly nextCursor: string | null;
}

/**
 * The writes that a sync would make now, in both directions: the look and the sync themselves, with stand-ins that keep
 * what would be written. Nothing is written to Planner or Redis. ProblemErrors as of `lookUpPlan`.
 */
export type PreviewPlan = (query: PreviewQuery) => Promise<PlanPreview>;

/** Tasks whose reads share requests to Graph. */
const atOnce = 20;

export function createPreviewPlan(deps: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
  readonly sync: Omit<SyncDeps, 'conditions'>;
  readonly detailsRotation: DetailsRotation;
}): PreviewPlan {
  const { redis, keys, call, sync, detailsRotation } = deps;
  const look = {
    store: createSweepStore({ redis, keys, call }),
    traces: createPlanTraces({ redis, keys }),
    detailsRotation,
    wouldStop: async (planId: string, missing: readonly string[]) => {
      const input = { planId, missing, limits: sync.brake, dryRun: true };
      const verdict = await call('tandem_plan_judge_v1', keys.namespace, JSON.stringify(input));
      return verdict === 'stopped';
    },
  };
  return ({ planId, limit, cursor }) =>
    withRedis(async () => {
      const json = await redis.hget(keys.linkedPlans, planId);
      const link = json === null ? null : parseLink(json);
      const accountId = link?.accountId ?? appAccountId;
      const read = sync.plannerOf(accountId);
      const { title } = await lookUpPlan(read, planId);
      const listTasks = sharedListing(read);
      const planner = { ...read, listTasks };
      const own = { appId: sync.ownAppId, userId: personOf(accountOfId(accountId)) };
      const [waiting, held, found] = await Promise.all([
        redis.zrange(keys.planUnsynced(planId), 0, '-1'),
        redis.smembers(keys.planHeld(planId)),
        previewLook({ ...look, accountId, planner, own }, planId),
      ]);
      if (found.failure !== null) throw new ProblemError('graph_unavailable', found.failure);
      const refs = [...new Set([...found.refs, ...waiting, ...held])].toSorted();
      const left = cursor === null ? refs : refs.filter((ref) => ref > cursor);
      const page = left.slice(0, limit);
      const tasks = await previewAll(
        { sync, accountId, listTasks, seen: found.seen },
        planId,
        page,
      );
      return {
        planId,
        title,
        mode: link?.mode ?? null,
        isStopped: found.isStopped,
        total: refs.length,
        counts: countOf(tasks),
        tasks: tasks.filter((task) => !isEqual(task)),
        nextCursor: left.length > limit ? (page.at(-1) ?? null) : null,
      };
    });
}

async function previewAll(
  deps: PreviewTaskDeps,
  planId: string,
  refs: readonly string[],
): Promise<readonly PreviewedTask[]> {
  const tasks: PreviewedTask[] = [];
  try {
    for (let at = 0; at < refs.length; at += atOnce) {
      const some = refs.slice(at, at + atOnce);
      tasks.push(...(await Promise.all(some.map((ref) => previewTask(deps, planId, ref)))));
    }
  } catch (error) {
    if (error instanceof SyncBlockedError) {
      const code = error.code === 'reauth_required' ? 'reauth_required' : 'graph_unavailable';
      throw new ProblemError(code, error.message);
    }
    throw error instanceof GraphError ? planProblem(planId, error) : error;
  }
  return tasks;
}

function isEqual({ writes, conflicts, note }: PreviewedTask): boolean {
  return writes.length === 0 && conflicts.length === 0 && note === null;
}

function countOf(tasks: readonly PreviewedTask[]): PreviewCounts {
  const writes = tasks.flatMap((task) => task.writes);
  const count = (
    direction: PreviewedWrite['direction'],
    operation: PreviewedWrite['operation'],
  ): number =>
    writes.filter((write) => write.direction === direction && write.operation === operation).length;
  return {
    toPlanner: {
      create: count('to_planner', 'create'),
      update: count('to_planner', 'update'),
      delete: count('to_planner', 'delete'),
      adopt: count('to_planner', 'adopt'),
    },
    fromPlanner: {
      import: count('from_planner', 'import'),
      update: count('from_planner', 'update'),
      delete: count('from_planner', 'delete'),
    },
    conflicts: tasks.reduce((sum, task) => sum + task.conflicts.length, 0),
    unchanged: tasks.filter(isEqual).length,
  };
}
