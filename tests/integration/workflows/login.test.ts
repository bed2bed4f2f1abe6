import { randomUUID } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { tryLater } from '../../../src/temporal/activity-failure.js';
import {
  callbackArrived,
  cancelled,
  loginProgress,
  loginWorkflow,
  type LoginInput,
} from '../../../workflows/login/contract.js';
import { FakeLogin, fakeLoginActivities } from './fake-login.js';
import { startWorkflowLab, type WorkflowLab } from './workflow-lab.js';

const wait = { timeout: 20_000, interval: 20 };
const fakes = new Map<string, FakeLogin>();
let lab: WorkflowLab;

beforeAll(async () => {
  lab = await startWorkflowLab({
    address: inject('temporalAddress'),
    activities: fakeLoginActivities(fakes),
  });
});
afterAll(() => lab.close());

async function aLogin(shape: Partial<FakeLogin> = {}, input: Partial<LoginInput> = {}) {
  const loginId = randomUUID();
  const accountId = randomUUID();
  const fake = Object.assign(new FakeLogin(), {
    redeemed: { kind: 'completed', accountId },
    ...shape,
  } satisfies Partial<FakeLogin>);
  fakes.set(loginId, fake);
  const handle = await lab.client.workflow.start(loginWorkflow, {
    workflowId: lab.newId(),
    taskQueue: lab.taskQueue,
    args: [{ loginId, flow: 'code', livesMs: 600_000, ...input } satisfies LoginInput],
  });
  return { fake, handle, accountId };
}

describe('the workflow of a sign-in in a browser', () => {
  test('waits, redeems the answer when it comes, and has the account kept', async () => {
    const { fake, handle, accountId } = await aLogin();
    const progress = await handle.query(loginProgress);
    expect(progress).toEqual({ state: 'waiting', ended: null, polls: 0 });
    await handle.signal(callbackArrived);
    expect(await handle.result()).toEqual({ ended: 'completed', accountId });
    expect(fake.calls).toEqual(['redeem', 'announce']);
    expect(fake.announced).toEqual([accountId]);
  });

  test('is redeemed once, however often it is told', async () => {
    const { fake, handle } = await aLogin();
    await handle.signal(callbackArrived);
    await handle.signal(callbackArrived).catch(() => undefined);
    await handle.result();
    expect(fake.count('redeem')).toBe(1);
  });

  test('ends with the word for why Microsoft refused, and announces nobody', async () => {
    const { fake, handle } = await aLogin({ redeemed: { kind: 'failed', code: 'access_denied' } });
    await handle.signal(callbackArrived);
    expect(await handle.result()).toEqual({ ended: 'access_denied', accountId: null });
    expect(fake.calls).toEqual(['redeem']);
  });

  test('asks Microsoft again when it gave no answer', async () => {
    const { fake, handle } = await aLogin({
      before: (activity, times) => {
        if (activity === 'redeem' && times < 3) throw tryLater('unreachable', null);
      },
    });
    await handle.signal(callbackArrived);
    expect(await handle.result()).toMatchObject({ ended: 'completed' });
    expect(fake.count('redeem')).toBe(3);
  });

  test('ends as interrupted when redeeming fails for good', async () => {
    const { fake, handle } = await aLogin({
      before: (activity) => {
        if (activity === 'redeem') throw ApplicationFailure.nonRetryable('broken');
      },
    });
    await handle.signal(callbackArrived);
    expect(await handle.result()).toEqual({ ended: 'interrupted', accountId: null });
    expect(fake.reasons).toEqual(['interrupted']);
  });

  test('expires by itself', async () => {
    const { fake, handle } = await aLogin({}, { livesMs: 300 });
    expect(await handle.result()).toEqual({ ended: 'expired', accountId: null });
    expect(fake.reasons).toEqual(['expired']);
  });

  test('ends when nobody wants it any more', async () => {
    const { fake, handle } = await aLogin();
    await handle.signal(cancelled);
    expect(await handle.result()).toEqual({ ended: 'cancelled', accountId: null });
    expect(fake.calls).toEqual(['expire']);
  });

  test('announces the account until that is heard', async () => {
    const { fake, handle } = await aLogin({
      before: (activity, times) => {
        if (activity === 'announce' && times === 1) throw tryLater('unreachable', null);
      },
    });
    await handle.signal(callbackArrived);
    await handle.result();
    expect(fake.announced).toHaveLength(1);
  });
});

describe('the workflow of a sign-in by device code', () => {
  test('asks by timer until the code was typed', async () => {
    const accountId = randomUUID();
    const { fake, handle } = await aLogin(
      {
        polls: [{ kind: 'pending' }, { kind: 'pending' }, { kind: 'completed', accountId }],
      },
      { flow: 'device', intervalMs: 50 },
    );
    expect(await handle.result()).toEqual({ ended: 'completed', accountId });
    expect(fake.count('poll')).toBe(3);
    const { events = [] } = await handle.fetchHistory();
    const timers = events?.filter((event) => event.timerStartedEventAttributes != null);
    expect(timers).toHaveLength(3);
  });

  test('goes on after a question without an answer, less often', async () => {
    const { fake, handle } = await aLogin(
      {
        before: (activity) => {
          if (activity === 'poll') throw tryLater('unreachable', null);
        },
      },
      { flow: 'device', intervalMs: 50, livesMs: 2_000 },
    );
    await vi.waitFor(() => expect(fake.count('poll')).toBe(1), wait);
    // The next would come five seconds later.
    expect(await handle.result()).toEqual({ ended: 'expired', accountId: null });
    expect(fake.count('poll')).toBe(1);
  });

  test('ends when it was declined', async () => {
    const { handle } = await aLogin(
      { polls: [{ kind: 'failed', code: 'access_denied' }] },
      { flow: 'device', intervalMs: 50 },
    );
    expect(await handle.result()).toEqual({ ended: 'access_denied', accountId: null });
  });
});
