import { mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { PlanWatchActivities } from '../../activities/plan-watch-activities.js';
import type { ReconcileActivities } from '../../activities/reconcile-activities.js';
import { tryLater } from '../../src/temporal/activity-failure.js';
import type { ChangeSource, PlanSyncInput } from '../../workflows/plan-sync/contract.js';
import { planSyncWorkflow, tasksChanged } from '../../workflows/plan-sync/contract.js';
import {
  planWatchWorkflow,
  plansTouched,
  rhythmChanged,
} from '../../workflows/plan-watch/contract.js';
import { reconcileWorkflow } from '../../workflows/reconcile/contract.js';
import { FakeSync } from '../integration/workflows/fake-sync.js';
import {
  runsOf,
  startWorkflowLab,
  type WorkflowLab,
} from '../integration/workflows/workflow-lab.js';
import { startServices } from '../support/services.js';

const projectRoot = new URL('../../', import.meta.url);
/** The recorded histories, beside this file. */
export const historiesFolder = new URL('./histories/', import.meta.url);

/**
 * Runs every workflow through what it can meet, on a Temporal of its own, and keeps the histories. To be run when a
 * workflow was changed on purpose and no run of the old code can be open any more; otherwise the change needs
 * `patched`. Answers the names of the files.
 */
export async function main(): Promise<readonly string[]> {
  const services = await startServices();
  try {
    return await recordHistories(services.temporalAddress);
  } finally {
    await services.close();
  }
}

async function recordHistories(address: string): Promise<readonly string[]> {
  const sync = new FakeSync();
  let sweeps = 0;
  const lab = await startWorkflowLab({
    address,
    activities: {
      ...sync.activities,
      listWatchedPlans: async () => ['plan-1', 'plan-2'],
      sweepPlans: async ({ plans }) => {
        sweeps += 1;
        if (sweeps === 2) throw new Error('lost');
        return plans.map(({ planId }) => ({
          planId,
          isActive: planId === 'plan-1',
          error: planId === 'plan-2' ? { code: 'throttled', retryAfterMs: 1_000 } : null,
        }));
      },
      requeueLeftBehind: async () => 3,
    } satisfies typeof sync.activities & PlanWatchActivities & ReconcileActivities,
  });
  const recorded: string[] = [];
  const keep = async (name: string, handle: WorkflowHandle): Promise<void> => {
    mkdirSync(historiesFolder, { recursive: true });
    const file = `${name}.json`;
    writeFileSync(
      new URL(file, historiesFolder),
      withoutMachine(historyToJSON(await handle.fetchHistory())),
    );
    recorded.push(file);
  };
  try {
    await recordIdleClose(lab, keep);
    await recordTrouble(lab, sync, keep);
    await recordContinueAsNew(lab, sync, keep);
    await recordWatch(lab, keep);
    await recordReconcile(lab, keep);
  } finally {
    await lab.close();
  }
  return recorded;
}

/** Formatted, and without what names the machine: paths of stack traces, the worker's identity. */
function withoutMachine(historyJson: string): string {
  const text = JSON.stringify(JSON.parse(historyJson), null, 1)
    .replaceAll(fileURLToPath(projectRoot), '')
    .replaceAll(`${String(process.pid)}@${hostname()}`, 'recorder');
  return `${text}\n`;
}

type Keep = (name: string, handle: WorkflowHandle) => Promise<void>;

function aPlan(lab: WorkflowLab, input: Partial<PlanSyncInput> = {}) {
  const workflowId = lab.newId();
  return async (taskIds: readonly string[], source: ChangeSource = 'agent') => {
    const { signaledRunId } = await lab.client.workflow.signalWithStart(planSyncWorkflow, {
      workflowId,
      taskQueue: lab.taskQueue,
      args: [{ planId: 'plan', ...input }],
      signal: tasksChanged,
      signalArgs: [{ taskIds, source }],
    });
    return lab.client.workflow.getHandle(workflowId, signaledRunId);
  };
}

const refs = (count: number, prefix: string): string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}-${String(at)}`);

async function recordIdleClose(lab: WorkflowLab, keep: Keep): Promise<void> {
  // With the default for closing, because that is what real histories hold.
  const change = aPlan(lab);
  const handle = await change(refs(45, 'task'));
  await change(['task-1', 'person'], 'planner');
  await handle.result();
  await keep('plan-sync-idle-close', handle);
}

async function recordTrouble(lab: WorkflowLab, sync: FakeSync, keep: Keep): Promise<void> {
  sync.script = (ref, attempt) => {
    if (ref === 'woken' && attempt === 1) {
      return { kind: 'trouble', code: 'throttled', retryAfterMs: 3_600_000 };
    }
    if (ref === 'slow' && attempt < 4) {
      return { kind: 'trouble', code: 'throttled', retryAfterMs: 1_000 };
    }
    return ref === 'twice' && attempt === 1 ? { kind: 'again', afterMs: 100 } : { kind: 'done' };
  };
  let blocked = 0;
  sync.beforeBatch = () => {
    blocked += 1;
    if (blocked === 1) throw tryLater('unavailable', 1_000);
  };
  const change = aPlan(lab, { idleMs: 1_000 });
  const handle = await change(['woken', 'slow', 'twice', 'fine']);
  await until(() => sync.triedAt.has('slow'));
  await until(() => (sync.triedAt.get('slow')?.length ?? 0) > 1);
  await change(['woken', 'slow']);
  await handle.result();
  await keep('plan-sync-trouble', handle);
}

async function recordContinueAsNew(lab: WorkflowLab, sync: FakeSync, keep: Keep): Promise<void> {
  sync.script = (ref, attempt) =>
    ref === 'later' && attempt === 1
      ? { kind: 'trouble', code: 'throttled', retryAfterMs: 3_000 }
      : { kind: 'done' };
  const change = aPlan(lab, { idleMs: 1_000, historyLimit: 60 });
  const first = await change(['later']);
  for (let at = 0; (await runsOf(lab.client, first)).length < 2; at += 1) {
    await change([`many-${String(at)}`]);
  }
  await first.result();
  const [, second = ''] = await runsOf(lab.client, first);
  await keep('plan-sync-continue-as-new-before', first);
  const after = lab.client.workflow.getHandle(first.workflowId, second);
  await keep('plan-sync-continue-as-new-after', after);
}

async function recordWatch(lab: WorkflowLab, keep: Keep): Promise<void> {
  const workflowId = lab.newId();
  const started = await lab.client.workflow.start(planWatchWorkflow, {
    workflowId,
    taskQueue: lab.taskQueue,
    args: [{ accountId: 'app', rhythm: { minMs: 300, maxMs: 1_000 }, historyLimit: 60 }],
  });
  const first = lab.client.workflow.getHandle(workflowId, started.firstExecutionRunId);
  await started.signal(plansTouched, { planIds: ['plan-1', 'plan-3'] });
  await started.signal(rhythmChanged, { minMs: 200, maxMs: 800 });
  await until(async () => (await runsOf(lab.client, first)).length > 1);
  await keep('plan-watch', first);
}

async function recordReconcile(lab: WorkflowLab, keep: Keep): Promise<void> {
  const handle = await lab.client.workflow.start(reconcileWorkflow, {
    workflowId: lab.newId(),
    taskQueue: lab.taskQueue,
    args: [{ accountId: 'app' }],
  });
  await handle.result();
  await keep('reconcile', handle);
}

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 20));
}
