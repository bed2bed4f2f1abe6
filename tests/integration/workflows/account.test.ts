import { randomUUID } from 'node:crypto';
import type { WorkflowHandleWithFirstExecutionRunId } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import {
  accountView,
  accountWorkflow,
  refresh,
  refreshNow,
  signedIn,
  signOut,
  type AccountInput,
} from '../../../workflows/account/contract.js';
import { FakeAccount, fakeAccountActivities } from './fake-account.js';
import { runsOf, startWorkflowLab, type WorkflowLab } from './workflow-lab.js';

const wait = { timeout: 20_000, interval: 20 };
const fakes = new Map<string, FakeAccount>();
let lab: WorkflowLab;

beforeAll(async () => {
  lab = await startWorkflowLab({
    address: inject('temporalAddress'),
    activities: fakeAccountActivities(fakes),
  });
});
afterAll(() => lab.close());

async function anAccount(
  shape: Partial<FakeAccount> = {},
  input: Partial<AccountInput> = {},
): Promise<{ fake: FakeAccount; handle: WorkflowHandleWithFirstExecutionRunId }> {
  const accountId = randomUUID();
  const fake = Object.assign(new FakeAccount(), shape);
  fakes.set(accountId, fake);
  const handle = await lab.client.workflow.start(accountWorkflow, {
    workflowId: lab.newId(),
    taskQueue: lab.taskQueue,
    args: [{ accountId, ...input }],
  });
  return { fake, handle };
}

const until = (handle: WorkflowHandleWithFirstExecutionRunId, state: string) =>
  vi.waitFor(async () => {
    const view = await handle.query(accountView);
    expect(view.state).toBe(state);
    return view;
  }, wait);

describe('the workflow of an account', () => {
  test('renews the token again and again, each time when it is due', async () => {
    const { fake, handle } = await anAccount({ lifeMs: 1_500 });
    await vi.waitFor(() => expect(fake.calls.length).toBeGreaterThanOrEqual(3), wait);
    expect(fake.calls.map(({ after }) => after).slice(0, 3)).toEqual([0, 1, 2]);
    await handle.signal(signOut);
  });

  test('makes one attempt for all who ask at the same time', async () => {
    const { fake, handle } = await anAccount();
    const { revision } = await until(handle, 'ready');
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    fake.before = () => held;
    const asked = Array.from({ length: 8 }, () =>
      handle.executeUpdate(refresh, { args: [{ after: revision }] }),
    );
    await vi.waitFor(() => expect(fake.calls).toHaveLength(2), wait);
    go();
    expect(new Set((await Promise.all(asked)).map((answer) => answer.kind))).toEqual(
      new Set(['fresh']),
    );
    expect(fake.calls).toHaveLength(2);
  });

  test('tells who asks that only a new sign-in helps, and comes back by itself after one', async () => {
    const { fake, handle } = await anAccount({
      instead: (times) => (times === 1 ? { kind: 'reauth_required', code: 'AADSTS50173' } : null),
    });
    await until(handle, 'reauth_required');
    const refused = await handle.executeUpdate(refresh, { args: [{ after: 0 }] });
    expect(refused).toEqual({ kind: 'reauth_required', code: 'AADSTS50173' });
    expect(fake.calls).toHaveLength(1);
    await handle.signal(signedIn);
    await until(handle, 'ready');
  });

  test('waits as long as Entra ID asks for, in Temporal, and lets a person try at once', async () => {
    const { fake, handle } = await anAccount({
      instead: (times) =>
        times === 1 ? { kind: 'later', code: 'throttled', retryAfterMs: 3_600_000 } : null,
    });
    const { dueAt } = await until(handle, 'waiting');
    expect((dueAt ?? 0) - Date.now()).toBeGreaterThan(3_500_000);
    const later = await handle.executeUpdate(refresh, { args: [{ after: 0 }] });
    expect(later).toMatchObject({ kind: 'later', code: 'throttled' });
    await handle.signal(refreshNow);
    await until(handle, 'ready');
    expect(fake.calls.at(-1)).toMatchObject({ isAsked: true });
  });

  test('survives an attempt that breaks off', async () => {
    const { handle } = await anAccount({
      before: () => {
        throw new Error('broken');
      },
    });
    expect(await until(handle, 'waiting')).toMatchObject({ code: 'failed', failures: 1 });
  });

  test('ends after a sign-out, also for who still waits', async () => {
    const { fake, handle } = await anAccount();
    await until(handle, 'ready');
    await handle.signal(signOut);
    await handle.result();
    expect(fake.isSignedOut).toBe(true);
  });

  test('goes on in a new run with what it knows, and loses nobody who asks', async () => {
    const { fake, handle } = await anAccount({}, { historyLimit: 40 });
    const { revision } = await until(handle, 'ready');
    const latest = lab.client.workflow.getHandle(handle.workflowId);
    const first = lab.client.workflow.getHandle(handle.workflowId, handle.firstExecutionRunId);
    let after = revision;
    for (let asked = 0; asked < 8; asked += 1) {
      const answer = await latest.executeUpdate(refresh, { args: [{ after }] });
      expect(answer).toMatchObject({ kind: 'fresh', revision: after + 1 });
      after += 1;
    }
    await vi.waitFor(async () => {
      expect((await runsOf(lab.client, first)).length).toBeGreaterThan(1);
    }, wait);
    expect((await latest.query(accountView)).revision).toBe(after);
    expect(fake.calls).toHaveLength(9);
  });
});
