import { contentOf, emptyDetails } from '../domain/content.js';
import { GraphError } from '../domain/graph-error.js';
import { ruleTexts } from '../domain/merge/rule-text.js';
import type { PlannerClient } from '../domain/planner.js';
import { ProblemError } from '../domain/problem.js';
import type { TaskContent } from '../domain/task.js';
import { detailsFields, taskFields } from '../domain/task.js';
import type { PeopleNames } from '../metadata/people-names.js';
import { readFailingTask } from '../sync/failing-tasks.js';
import { readTrouble } from '../sync/sync-trouble.js';
import type { SyncStore } from '../sync/sync-store.js';
import type { Keys } from '../tasks/keys.js';
import type { LinkedPlans } from '../tasks/linked-plans.js';
import type { Redis } from 'ioredis';
import type { Conflict, ConflictLog } from './conflict-log.js';
import { differenceOf } from './explain-field.js';
import type { FieldExplanation, LastWrite, TaskExplanation } from './explanation.js';
import { summarise } from './summarise.js';
import type { TaskHistory, TaskRecord } from './task-history.js';
import type { Stamp, TaskStamps } from './task-stamps.js';
import { readTaskStamps } from './task-stamps.js';
import type { Circumstances } from './whats-next.js';
import { whatsNext } from './whats-next.js';

export interface ExplainTaskDeps {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly sync: Pick<SyncStore, 'load'>;
  readonly history: TaskHistory;
  readonly conflicts: Pick<ConflictLog, 'get'>;
  /** Planner by the account that syncs the task's plan. */
  readonly plannerOf: (accountId: string) => Pick<PlannerClient, 'getTask' | 'getDetails'>;
  readonly linked: Pick<LinkedPlans, 'accountOf'>;
  readonly people: PeopleNames;
  readonly surroundings: Surroundings;
  readonly now: () => number;
}

/** What is known outside of the task: its plan, its workflow. */
export interface Surroundings {
  plan(
    planId: string,
  ): Promise<
    Pick<Circumstances, 'hold' | 'outages' | 'lookEveryMs'> & { readonly title: string | null }
  >;
  workflow(planId: string): Promise<TaskExplanation['workflow']>;
}

/** ProblemError not_found. Reads Planner once; when that cannot be read, says so and shows what was agreed on last. */
export type ExplainTask = (taskId: string) => Promise<TaskExplanation>;

export function createExplainTask(deps: ExplainTaskDeps): ExplainTask {
  return async (taskId) => {
    const task = await deps.history.read(taskId);
    const { document, tombstone } = task;
    const { planId } = document;
    const { records } = await deps.sync.load([taskId]);
    const bookkeeping = records[0]?.bookkeeping ?? null;
    const base = bookkeeping?.base ?? null;
    const plannerId = records[0]?.plannerId ?? null;
    const [look, stamps, trouble, failing, plan, workflow, restorableUntil] = await Promise.all([
      lookAtPlanner(deps, { planId, plannerId }),
      readTaskStamps(deps, taskId, task.history),
      readTrouble(deps, taskId),
      planId === null ? null : readFailingTask(deps, planId, taskId),
      planId === null ? noPlan : deps.surroundings.plan(planId),
      planId === null ? null : deps.surroundings.workflow(planId),
      tombstone === null ? null : restorable(deps, taskId),
    ]);
    const planner = look.content ?? base ?? nothing;
    const fields = await explainFields(deps, task, { stamps, planner, base });
    const isWaiting =
      tombstone === null
        ? document.sync.syncedRev !== document.rev || document.sync.state !== 'synced'
        : bookkeeping?.isDeleted !== true;
    const state = tombstone === null ? document.sync.state : ('deleted' as const);
    const next = whatsNext({
      state,
      isWaiting,
      trouble,
      failing,
      hold: plan.hold,
      outages: plan.outages,
      lookEveryMs: plan.lookEveryMs,
      restorableUntil,
      now: deps.now(),
    });
    const explained = {
      task: {
        id: document.id,
        title: document.title,
        planId,
        planTitle: plan.title,
        plannerId,
        webUrl: document.sync.webUrl,
        rev: document.rev,
        syncedRev: document.sync.syncedRev,
        state,
        error: document.sync.error,
      },
      fields,
      plannerReadAt: look.readAt,
      plannerNote: look.note,
      next,
      workflow,
    };
    return { ...explained, summary: summarise(explained) };
  };
}

interface PlannerLook {
  readonly content: TaskContent | null;
  readonly readAt: string | null;
  readonly note: string | null;
}

const nothing: TaskContent = {
  bucketId: null,
  title: '',
  percentComplete: 0,
  priority: 5,
  startDateTime: null,
  dueDateTime: null,
  assigneeIds: [],
  appliedCategories: [],
  ...emptyDetails,
};

const noPlan = { hold: null, outages: [], lookEveryMs: null, title: null };

async function lookAtPlanner(
  { plannerOf, linked, now }: ExplainTaskDeps,
  { planId, plannerId }: { readonly planId: string | null; readonly plannerId: string | null },
): Promise<PlannerLook> {
  if (plannerId === null || planId === null) {
    return { content: null, readAt: null, note: 'Planner does not have the task.' };
  }
  const planner = plannerOf(await linked.accountOf(planId));
  try {
    const [task, details] = await Promise.all([
      planner.getTask(plannerId),
      planner.getDetails(plannerId),
    ]);
    const content = { ...task.fields, ...details.fields };
    return { content, readAt: new Date(now()).toISOString(), note: null };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    const note =
      error.code === 'not_found'
        ? 'Planner no longer has the task.'
        : `Planner cannot be read now (${error.code}); its values are those that both sides agreed on last.`;
    return { content: null, readAt: null, note };
  }
}

async function explainFields(
  deps: ExplainTaskDeps,
  { document }: TaskRecord,
  known: {
    readonly stamps: TaskStamps;
    readonly planner: TaskContent;
    readonly base: TaskContent | null;
  },
): Promise<readonly FieldExplanation[]> {
  const { stamps, planner, base } = known;
  const agents = contentOf(document);
  const all = [...taskFields, ...detailsFields].map((field) => ({
    field,
    stamp: stamps.of(field),
  }));
  const ids = all.flatMap(({ stamp }) =>
    stamp?.by.kind === 'human' && stamp.by.id !== null ? [stamp.by.id] : [],
  );
  const names = await deps.people.of(ids);
  return Promise.all(
    all.map(async ({ field, stamp }) => ({
      field,
      agents: agents[field],
      planner: planner[field],
      difference: differenceOf(field, agents, { planner, base }),
      lastWrite: stamp === null ? null : toLastWrite(stamp, names),
      conflict: await conflictAbout(deps, stamps.conflictOf(field)),
    })),
  );
}

async function conflictAbout(
  { conflicts }: ExplainTaskDeps,
  id: string | null,
): Promise<FieldExplanation['conflict']> {
  if (id === null) return null;
  try {
    const conflict: Conflict = await conflicts.get(id);
    const decided =
      Object.entries(ruleTexts).find(([rule]) => rule === conflict.rule)?.[1] ?? conflict.rule;
    return { ...conflict, decided };
  } catch (error) {
    // The log of conflicts is capped.
    if (error instanceof ProblemError && error.code === 'not_found') return null;
    throw error;
  }
}

function toLastWrite(stamp: Stamp, names: ReadonlyMap<string, string>): LastWrite {
  const { by, from, to } = stamp;
  const name = by.kind === 'agent' || by.id === null ? by.id : (names.get(by.id) ?? null);
  return {
    by: { ...by, name },
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    how: howTexts[stamp.seenBy],
  };
}

const howTexts: Readonly<Record<Stamp['seenBy'], string>> = {
  agent: 'written by the agent through Tandem, stamped by the server',
  sweep: 'seen when the plan was looked at',
  read: 'seen when the task was read for its sync',
  answer: "came with Planner's answer to a write of ours",
  made: 'made on the board and taken over',
};

/** Until when a deleted task can be brought back (ms); null while its delete has not reached Planner. */
async function restorable(
  { redis, keys, now }: ExplainTaskDeps,
  taskId: string,
): Promise<number | null> {
  const leftMs = await redis.pttl(keys.tombstone(taskId));
  return leftMs < 0 ? null : now() + leftMs;
}
