import type { WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import {
  callbackArrived,
  cancelled,
  loginProgress,
  loginWorkflow,
  type LoginInput,
} from '../../workflows/login/contract.js';
import { FakeLogin } from '../integration/workflows/fake-login.js';
import type { WorkflowLab } from '../integration/workflows/workflow-lab.js';
import type { Keep } from './record.js';

/** Runs sign-ins to each of their ends and keeps what that leaves in history. */
export async function recordLogins(
  lab: WorkflowLab,
  fakes: Map<string, FakeLogin>,
  keep: Keep,
): Promise<void> {
  const begin = async (
    loginId: string,
    shape: Partial<FakeLogin>,
    input: Partial<LoginInput> = {},
  ): Promise<WorkflowHandle> => {
    fakes.set(loginId, Object.assign(new FakeLogin(), shape));
    return lab.client.workflow.start(loginWorkflow, {
      workflowId: lab.newId(),
      taskQueue: lab.taskQueue,
      args: [{ loginId, flow: 'code', livesMs: 600_000, ...input } satisfies LoginInput],
    });
  };
  const end = async (name: string, handle: WorkflowHandle): Promise<void> => {
    await handle.result();
    await keep(name, handle);
  };

  const code = await begin('code', { redeemed: { kind: 'completed', accountId: 'code' } });
  await code.query(loginProgress);
  await code.signal(callbackArrived);
  await end('login-code', code);

  const interrupted = await begin('interrupted', {
    before: (activity) => {
      if (activity === 'redeem') throw ApplicationFailure.nonRetryable('broken');
    },
  });
  await interrupted.signal(callbackArrived);
  await end('login-interrupted', interrupted);

  await end('login-expired', await begin('expired', {}, { livesMs: 200 }));

  const unwanted = await begin('unwanted', {});
  await unwanted.signal(cancelled);
  await end('login-cancelled', unwanted);

  const device = await begin(
    'device',
    {
      polls: [
        { kind: 'pending' },
        { kind: 'slowDown' },
        { kind: 'completed', accountId: 'device' },
      ],
      before: (activity, times) => {
        if (activity === 'poll' && times === 2) throw ApplicationFailure.nonRetryable('lost');
      },
    },
    { flow: 'device', intervalMs: 50 },
  );
  await end('login-device', device);
}
