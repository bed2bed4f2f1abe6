import {
  isGrpcServiceError,
  ScheduleAlreadyRunning,
  ScheduleNotFoundError,
  ScheduleOverlapPolicy,
} from '@temporalio/client';
import type { Client, WorkflowHandle } from '@temporalio/client';
import { TypedSearchAttributes, WorkflowNotFoundError } from '@temporalio/common';
import type { ChangeSource, PlanSyncInput } from '../../workflows/plan-sync/contract.js';
import {
  planSyncId,
  planSyncWorkflow,
  retryNow,
  tasksChanged,
} from '../../workflows/plan-sync/contract.js';
import type { PlanWatchInput, WatchRhythm } from '../../workflows/plan-watch/contract.js';
import {
  awaited,
  lookNow,
  planWatchId,
  planWatchWorkflow,
  plansTouched,
  rhythmChanged,
} from '../../workflows/plan-watch/contract.js';
import type { ReconcileInput } from '../../workflows/reconcile/contract.js';
import { ChangesRefusedError } from '../tasks/hand-over.js';
import { reconcileId, reconcileWorkflow } from '../../workflows/reconcile/contract.js';
import { namespaceAttribute, planIdAttribute } from './search-attributes.js';

export interface PlanFlowsOptions {
  readonly client: Client;
  /** The Redis namespace: workflow ids begin with it. */
  readonly namespace: string;
  readonly taskQueue: string;
  readonly rhythm: WatchRhythm;
  /** A plan's title for operators, where it is known. */
  readonly titleOf: (planId: string) => Promise<string | null>;
  /** No call waits longer for Temporal (ms). */
  readonly deadlineMs: number;
}

/** Starts and signals the durable flows of plans. */
export interface PlanFlows {
  /** Hands changed tasks to the plan's sync, which is started when it is not running. */
  tasksChanged(planId: string, taskIds: readonly string[], source: ChangeSource): Promise<void>;
  /** Tells the watch where agents are at work; starts it when it is not running. */
  plansTouched(accountId: string, planIds: readonly string[]): Promise<void>;
  /** Has the plan looked at at once, and what sleeps in its sync after trouble tried. ChangesRefusedError as above. */
  lookNow(accountId: string, planId: string): Promise<void>;
  /** Somebody waits for changes of these plans until then (ms since the epoch). */
  awaited(accountId: string, planIds: readonly string[], untilMs: number): Promise<void>;
  /** Makes sure that the watches of these accounts and reconcile exist, also after Temporal lost its data. */
  ensureStanding(accountIds: readonly string[]): Promise<void>;
  /** The latest run of a plan's sync; null where there is none, or Temporal does not answer soon. */
  findPlanRun(
    planId: string,
  ): Promise<{ readonly workflowId: string; readonly runId: string } | null>;
  /** Whether the schedule is there, and with it most likely the rest. */
  isStanding(): Promise<boolean>;
}

const reconcileEvery = '5 minutes';
/** Somebody waits for the answer (ms). */
const soonMs = 2_000;

export function createPlanFlows(options: PlanFlowsOptions): PlanFlows {
  const { client, namespace, taskQueue, rhythm, titleOf, deadlineMs } = options;
  const timely = <T>(call: () => Promise<T>): Promise<T> =>
    client.withDeadline(Date.now() + deadlineMs, call);
  const attributes = (planId?: string): TypedSearchAttributes =>
    new TypedSearchAttributes([
      { key: namespaceAttribute, value: namespace },
      ...(planId === undefined ? [] : [{ key: planIdAttribute, value: planId }]),
    ]);

  const signalWatch = async (
    accountId: string,
    planIds: readonly string[],
    signal = plansTouched,
  ): Promise<void> => {
    const input: PlanWatchInput = { accountId, rhythm };
    await timely(() =>
      client.workflow.signalWithStart(planWatchWorkflow, {
        workflowId: planWatchId(namespace, accountId),
        taskQueue,
        args: [input],
        signal,
        signalArgs: [{ planIds }],
        typedSearchAttributes: attributes(),
        staticSummary: `Watches the plans of account ${accountId}`,
      }),
    );
  };

  return {
    async tasksChanged(planId, taskIds, source) {
      const input: PlanSyncInput = { planId };
      const title = await titleOf(planId);
      await unlessRefused(() =>
        timely(() =>
          client.workflow.signalWithStart(planSyncWorkflow, {
            workflowId: planSyncId(namespace, planId),
            taskQueue,
            args: [input],
            signal: tasksChanged,
            signalArgs: [{ taskIds, source }],
            typedSearchAttributes: attributes(planId),
            staticSummary: title === null ? `Syncs plan ${planId}` : `Syncs the plan “${title}”`,
          }),
        ),
      );
    },

    plansTouched: (accountId, planIds) => signalWatch(accountId, planIds),

    async lookNow(accountId, planId) {
      await unlessRefused(async () => {
        await wakeSync(planId);
        await signalWatch(accountId, [planId], lookNow);
      });
    },

    async awaited(accountId, planIds, untilMs) {
      await unlessEnded(() => watchOf(accountId).signal(awaited, { planIds, untilMs }));
    },

    async findPlanRun(planId) {
      const workflowId = planSyncId(namespace, planId);
      try {
        const { runId } = await client.withDeadline(Date.now() + soonMs, () =>
          client.workflow.getHandle(workflowId).describe(),
        );
        return { workflowId, runId };
      } catch {
        // Only a hint for people; that Temporal is away is told elsewhere.
        return null;
      }
    },

    async ensureStanding(accountIds) {
      for (const accountId of accountIds) {
        await signalWatch(accountId, []);
        await tellRhythm(accountId);
      }
      await timely(ensureReconcile);
    },

    async isStanding() {
      try {
        await timely(() => client.schedule.getHandle(reconcileId(namespace)).describe());
        return true;
      } catch (error) {
        if (error instanceof ScheduleNotFoundError) return false;
        throw error;
      }
    },
  };

  async function wakeSync(planId: string): Promise<void> {
    // It closes when it is idle: then nothing sleeps there.
    await unlessEnded(() =>
      client.workflow.getHandle(planSyncId(namespace, planId)).signal(retryNow),
    );
  }

  async function tellRhythm(accountId: string): Promise<void> {
    // A person's watch ends when it has no plan; its next run begins with this rhythm.
    await unlessEnded(() => watchOf(accountId).signal(rhythmChanged, rhythm));
  }

  function watchOf(accountId: string): WorkflowHandle {
    return client.workflow.getHandle(planWatchId(namespace, accountId));
  }

  async function unlessEnded(signal: () => Promise<void>): Promise<void> {
    try {
      await timely(signal);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }

  async function ensureReconcile(): Promise<void> {
    try {
      await makeSchedule();
    } catch (error) {
      if (error instanceof ScheduleAlreadyRunning) return;
      throw error;
    }
    // There was no schedule: a Temporal that knows nothing of us, so whatever waits was handed to nobody.
    const input: ReconcileInput = { olderThanMs: 0 };
    await client.workflow.start(reconcileWorkflow, {
      workflowId: `${reconcileId(namespace)}/fresh`,
      workflowIdConflictPolicy: 'USE_EXISTING',
      taskQueue,
      args: [input],
      typedSearchAttributes: attributes(),
      staticSummary: 'Hands over everything that waits',
    });
  }

  async function makeSchedule(): Promise<void> {
    await client.schedule.create({
      scheduleId: reconcileId(namespace),
      spec: { intervals: [{ every: reconcileEvery }] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 minute' },
      action: {
        type: 'startWorkflow',
        workflowType: reconcileWorkflow,
        workflowId: `${reconcileId(namespace)}/run`,
        taskQueue,
        typedSearchAttributes: attributes(),
      },
      // Also where the process ends before it has started the run above.
      state: { triggerImmediately: true },
    });
  }
}

/** gRPC's INVALID_ARGUMENT: the same call again would be refused again. */
const invalidArgument = 3;

async function unlessRefused(call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    const isRefused = [error, cause].some((one) => grpcCodeOf(one) === invalidArgument);
    throw isRefused
      ? new ChangesRefusedError('Temporal refuses the signal', { cause: error })
      : error;
  }
}

function grpcCodeOf(error: unknown): number | null {
  return isGrpcServiceError(error) ? error.code : null;
}
