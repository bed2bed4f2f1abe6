import type { ApprovalLook, ApprovalSteps } from '../src/approvals/approval-steps.js';
import type { OutcomeState } from '../src/domain/approvals/approval-state.js';
import { runActivity } from './run-activity.js';

interface OfApproval {
  readonly approvalId: string;
}

/** The steps of an approval. Each may be repeated; what it is about stays in Redis. */
export function createApprovalActivities({ steps }: { readonly steps: ApprovalSteps }) {
  return {
    async lookAtApproval({ approvalId }: OfApproval): Promise<ApprovalLook> {
      return runActivity(() => steps.look(approvalId));
    },

    /** What was begun and never ended is told as unknown, and not done again. */
    async performApproved({ approvalId }: OfApproval): Promise<OutcomeState | 'gone'> {
      return runActivity(() => steps.perform(approvalId));
    },

    async giveUpApproved({ approvalId }: OfApproval): Promise<void> {
      return runActivity(() => steps.giveUp(approvalId));
    },
  };
}

export type ApprovalActivities = ReturnType<typeof createApprovalActivities>;
