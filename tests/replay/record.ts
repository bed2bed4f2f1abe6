import { mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { PlanWatchActivities } from '../../activities/plan-watch-activities.js';
import type { ReconcileActivities } from '../../activities/reconcile-activities.js';
import { reconcileWorkflow } from '../../workflows/reconcile/contract.js';
import {
  type FakeApproval,
  fakeApprovalActivities,
} from '../integration/workflows/fake-approval.js';
import { type FakeLogin, fakeLoginActivities } from '../integration/workflows/fake-login.js';
import { FakeSync } from '../integration/workflows/fake-sync.js';
import {
  type FakeSubscription,
  fakeSubscriptionActivities,
} from '../integration/workflows/fake-subscription.js';
import { type FakeAccount, fakeAccountActivities } from '../integration/workflows/fake-account.js';
import { startWorkflowLab, type WorkflowLab } from '../integration/workflows/workflow-lab.js';
import { startServices } from '../support/services.js';
import { recordAccount } from './account-histories.js';
import { recordApprovals } from './approval-histories.js';
import { recordLogins } from './login-histories.js';
import { recordPlanSync } from './plan-sync-histories.js';
import { FakeWatch, recordPlanWatch } from './plan-watch-histories.js';
import { recordSubscription } from './subscription-histories.js';

const projectRoot = new URL('../../', import.meta.url);
/** The recorded histories, beside this file. */
export const historiesFolder = new URL('./histories/', import.meta.url);

/** Writes down the history of a run under a name. */
export type Keep = (name: string, handle: WorkflowHandle) => Promise<void>;

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
  const watch = new FakeWatch();
  const subscriptions = new Map<string, FakeSubscription>();
  const accounts = new Map<string, FakeAccount>();
  const logins = new Map<string, FakeLogin>();
  const approvals = new Map<string, FakeApproval>();
  let reconciled = 0;
  const lab = await startWorkflowLab({
    address,
    activities: {
      ...sync.activities,
      ...watch.activities,
      ...fakeSubscriptionActivities(subscriptions),
      ...fakeAccountActivities(accounts),
      ...fakeLoginActivities(logins),
      ...fakeApprovalActivities(approvals),
      requeueLeftBehind: async () => {
        reconciled += 1;
        if (reconciled === 2) throw new Error('lost');
        return 3;
      },
    } satisfies typeof sync.activities & PlanWatchActivities & ReconcileActivities,
  });
  const recorded: string[] = [];
  const keep: Keep = async (name, handle) => {
    mkdirSync(historiesFolder, { recursive: true });
    const file = `${name}.json`;
    writeFileSync(
      new URL(file, historiesFolder),
      withoutMachine(historyToJSON(await handle.fetchHistory())),
    );
    recorded.push(file);
  };
  try {
    await recordPlanSync(lab, sync, keep);
    await recordPlanWatch(lab, watch, keep);
    await recordReconcile(lab, keep);
    await recordSubscription(lab, subscriptions, keep);
    await recordAccount(lab, accounts, keep);
    await recordLogins(lab, logins, keep);
    await recordApprovals(lab, approvals, keep);
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

/** One run that finds something, and one whose look fails: the schedule's next one comes back to it. */
async function recordReconcile(lab: WorkflowLab, keep: Keep): Promise<void> {
  for (const name of ['reconcile', 'reconcile-failed']) {
    const handle = await lab.client.workflow.start(reconcileWorkflow, {
      workflowId: lab.newId(),
      taskQueue: lab.taskQueue,
      args: [{ accountId: 'app' }],
    });
    await handle.result().catch((error: unknown) => {
      if (name === 'reconcile') throw error;
    });
    await keep(name, handle);
  }
}
