import type { WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import {
  approvalProgress,
  approvalWorkflow,
  decided,
  type ApprovalInput,
} from '../../workflows/approval/contract.js';
import { FakeApproval } from '../integration/workflows/fake-approval.js';
import type { WorkflowLab } from '../integration/workflows/workflow-lab.js';
import type { Keep } from './record.js';

/** Runs approvals to each of their ends and keeps what that leaves in history. */
export async function recordApprovals(
  lab: WorkflowLab,
  fakes: Map<string, FakeApproval>,
  keep: Keep,
): Promise<void> {
  const begin = async (
    approvalId: string,
    shape: Partial<FakeApproval>,
    livesMs = 600_000,
  ): Promise<WorkflowHandle> => {
    fakes.set(approvalId, Object.assign(new FakeApproval(), shape));
    return lab.client.workflow.start(approvalWorkflow, {
      workflowId: lab.newId(),
      taskQueue: lab.taskQueue,
      args: [{ approvalId, livesMs } satisfies ApprovalInput],
    });
  };
  const end = async (name: string, handle: WorkflowHandle): Promise<void> => {
    await handle.result();
    await keep(name, handle);
  };

  const approved = await begin('approved', { looks: ['waiting', 'approved'] });
  await approved.query(approvalProgress);
  await approved.signal(decided);
  await approved.signal(decided).catch(() => undefined);
  await approved.signal(decided).catch(() => undefined);
  await end('approval-done', approved);

  const refused = await begin('refused', { looks: ['refused'] });
  await refused.signal(decided);
  await end('approval-refused', refused);

  await end('approval-expired', await begin('expired', { looks: ['waiting', 'expired'] }, 200));

  const failing = await begin('failing', {
    before: (activity) => {
      if (activity === 'perform') throw ApplicationFailure.nonRetryable('broken');
    },
  });
  await failing.signal(decided);
  await end('approval-given-up', failing);
}
