import type { WorkflowHandle } from '@temporalio/client';
import {
  accountView,
  accountWorkflow,
  refresh,
  refreshNow,
  signedIn,
  signOut,
  type AccountInput,
} from '../../workflows/account/contract.js';
import { FakeAccount } from '../integration/workflows/fake-account.js';
import { runsOf, type WorkflowLab } from '../integration/workflows/workflow-lab.js';
import type { Keep } from './record.js';
import { until } from './until.js';

/** Runs an account through its life and keeps what that leaves in history. */
export async function recordAccount(
  lab: WorkflowLab,
  fakes: Map<string, FakeAccount>,
  keep: Keep,
): Promise<void> {
  const begin = async (
    accountId: string,
    shape: Partial<FakeAccount>,
    input: Partial<AccountInput> = {},
  ) => {
    const fake = Object.assign(new FakeAccount(), shape);
    fakes.set(accountId, fake);
    const { workflowId, firstExecutionRunId } = await lab.client.workflow.start(accountWorkflow, {
      workflowId: lab.newId(),
      taskQueue: lab.taskQueue,
      args: [{ accountId, ...input }],
    });
    return { fake, handle: lab.client.workflow.getHandle(workflowId, firstExecutionRunId) };
  };
  await recordLife(begin, keep);
  await recordTrouble(begin, keep);
  await recordContinueAsNew(lab, begin, keep);
}

type Begin = (
  accountId: string,
  shape: Partial<FakeAccount>,
  input?: Partial<AccountInput>,
) => Promise<{
  readonly fake: FakeAccount;
  readonly handle: WorkflowHandle;
}>;

/** Renewed by itself, for who asks, by hand, and signed out. */
async function recordLife(begin: Begin, keep: Keep): Promise<void> {
  const { fake, handle } = await begin('life', { lifeMs: 1_500 });
  await until(() => fake.calls.length > 1);
  fake.lifeMs = 3_600_000;
  await until(() => fake.calls.length > 2);
  await handle.executeUpdate(refresh, { args: [{ after: 0 }] });
  await Promise.all(
    [1, 2].map(() => handle.executeUpdate(refresh, { args: [{ after: fake.revision }] })),
  );
  await handle.signal(refreshNow);
  await until(() => fake.calls.some(({ isAsked }) => isAsked));
  await handle.signal(signOut);
  await handle.result();
  await keep('account-life', handle);
}

/** Throttled, broken off, refused, revoked, and signed in anew. */
async function recordTrouble(begin: Begin, keep: Keep): Promise<void> {
  const { fake, handle } = await begin('trouble', {
    instead: (times) => {
      if (times === 1) return { kind: 'later', code: 'throttled', retryAfterMs: 1_000 };
      if (times === 2) throw new Error('lost');
      if (times === 3) return { kind: 'refused', code: 'AADSTS7000215' };
      return times === 4 ? { kind: 'reauth_required', code: 'AADSTS50173' } : null;
    },
  });
  const is = async (state: string) => (await handle.query(accountView)).state === state;
  await until(() => is('refused'));
  await handle.executeUpdate(refresh, { args: [{ after: 0 }] });
  await handle.signal(refreshNow);
  await until(() => is('reauth_required'));
  await handle.executeUpdate(refresh, { args: [{ after: 0 }] });
  await handle.signal(signedIn);
  await until(() => is('ready'));
  fake.instead = () => ({ kind: 'gone' });
  await handle.signal(refreshNow);
  await handle.result();
  await keep('account-trouble', handle);
}

async function recordContinueAsNew(lab: WorkflowLab, begin: Begin, keep: Keep): Promise<void> {
  const { fake, handle: first } = await begin('long', {}, { historyLimit: 40 });
  const latest = lab.client.workflow.getHandle(first.workflowId);
  while ((await runsOf(lab.client, first)).length < 2) {
    await latest.executeUpdate(refresh, { args: [{ after: fake.revision }] });
  }
  const [, second = ''] = await runsOf(lab.client, first);
  await latest.executeUpdate(refresh, { args: [{ after: fake.revision }] });
  await latest.signal(signOut);
  await latest.result();
  await keep('account-continue-as-new-before', first);
  await keep(
    'account-continue-as-new-after',
    lab.client.workflow.getHandle(first.workflowId, second),
  );
}
