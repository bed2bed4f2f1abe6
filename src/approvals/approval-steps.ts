import type { OutcomeState } from '../domain/approvals/approval-state.js';

/** What a look at an approval found. `gone`: it is no longer kept. */
export type ApprovalLook = 'waiting' | 'approved' | 'refused' | 'expired' | 'over' | 'gone';

/** What the flow of an approval has done, in the worker. Each may be repeated. */
export interface ApprovalSteps {
  /** What was decided; where the time is over and nobody has, that it has expired. */
  look(approvalId: string): Promise<ApprovalLook>;
  /** Does what was approved, once. Rejects where Microsoft says so for now, and nothing was done. */
  perform(approvalId: string): Promise<OutcomeState | 'gone'>;
  /** It could not be done for too long. */
  giveUp(approvalId: string): Promise<void>;
}
