import { randomUUID } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { tryLater } from '../../../src/temporal/activity-failure.js';
import {
  approvalProgress,
  approvalWorkflow,
  decided,
  type ApprovalInput,
} from '../../../workflows/approval/contract.js';
import { FakeApproval, fakeApprovalActivities } from './fake-approval.js';
import { startWorkflowLab, type WorkflowLab } from './workflow-lab.js';

const wait = { timeout: 20_000, interval: 20 };
const fakes = new Map<string, FakeApproval>();
let lab: WorkflowLab;

beforeAll(async () => {
  lab = await startWorkflowLab({
    address: inject('temporalAddress'),
    activities: fakeApprovalActivities(fakes),
  });
});
afterAll(() => lab.close());

async function anApproval(shape: Partial<FakeApproval> = {}, livesMs = 600_000) {
  const approvalId = randomUUID();
  const fake = Object.assign(new FakeApproval(), shape);
  fakes.set(approvalId, fake);
  const handle = await lab.client.workflow.start(approvalWorkflow, {
    workflowId: lab.newId(),
    taskQueue: lab.taskQueue,
    args: [{ approvalId, livesMs } satisfies ApprovalInput],
  });
  return { fake, handle };
}

describe('the workflow of an approval', () => {
  test('waits, and has it done once when it hears of a decision, however often', async () => {
    const { fake, handle } = await anApproval();
    expect(await handle.query(approvalProgress)).toEqual({ state: 'waiting', ended: null });
    await handle.signal(decided);
    await handle.signal(decided).catch(() => undefined);
    expect(await handle.result()).toBe('done');
    expect(fake.count('perform')).toBe(1);
    expect(await handle.query(approvalProgress)).toEqual({ state: 'ended', ended: 'done' });
  });

  test.each(['refused', 'gone', 'over'] as const)(
    'has nothing done where it is %s',
    async (found) => {
      const { fake, handle } = await anApproval({ looks: [found] });
      await handle.signal(decided);
      expect(await handle.result()).toBe(found);
      expect(fake.calls).toEqual(['look']);
    },
  );

  test('looks by itself when nobody can decide any more', async () => {
    const { fake, handle } = await anApproval({ looks: ['waiting', 'expired'] }, 100);
    expect(await handle.result()).toBe('expired');
    // Redis's clock had not come so far at first.
    expect(fake.calls).toEqual(['look', 'look']);
  });

  test('does what was approved in the last moment, of which it never heard', async () => {
    const { handle } = await anApproval({ looks: ['approved'] }, 100);
    expect(await handle.result()).toBe('done');
  });

  test('goes on waiting when nothing was decided after all', async () => {
    const { fake, handle } = await anApproval({ looks: ['waiting', 'refused'] });
    await handle.signal(decided);
    await vi.waitFor(() => expect(fake.count('look')).toBe(1), wait);
    await handle.signal(decided);
    expect(await handle.result()).toBe('refused');
  });

  test('tries again what Microsoft put off, and tells of what it does not know', async () => {
    const { fake, handle } = await anApproval({
      outcome: 'unknown',
      before: (activity, times) => {
        if (activity === 'perform' && times === 1) throw tryLater('throttled', null);
      },
    });
    await handle.signal(decided);
    expect(await handle.result()).toBe('unknown');
    expect(fake.count('perform')).toBe(2);
  });

  test('gives up what fails for good', async () => {
    const { fake, handle } = await anApproval({
      before: (activity) => {
        if (activity === 'perform') throw ApplicationFailure.nonRetryable('broken');
      },
    });
    await handle.signal(decided);
    expect(await handle.result()).toBe('failed');
    expect(fake.calls).toEqual(['look', 'perform', 'giveUp']);
  });
});
