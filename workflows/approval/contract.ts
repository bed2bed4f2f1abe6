import { defineQuery, defineSignal } from '@temporalio/workflow';

/** An id and a time only: what is to be done, and who decides about it, is in Redis under the id. */
export interface ApprovalInput {
  readonly approvalId: string;
  /** Until nobody can decide any more (ms). */
  readonly livesMs: number;
}

/** `gone`: nothing is kept of it any more. */
export type ApprovalEnd =
  'done' | 'failed' | 'outdated' | 'unknown' | 'refused' | 'expired' | 'over' | 'gone';

export interface ApprovalProgress {
  readonly state: 'waiting' | 'looking' | 'performing' | 'ended';
  readonly ended: ApprovalEnd | null;
}

/** Somebody has decided; what, is in Redis. */
export const decided = defineSignal('decided');
export const approvalProgress = defineQuery<ApprovalProgress>('approvalProgress');

export const approvalWorkflow = 'approval';

/** One run per approval; the namespace in front lets tenants share a Temporal namespace. */
export function approvalFlowId(namespace: string, approvalId: string): string {
  return `${namespace}/approval/${approvalId}`;
}
