import { approvalState, type ApprovalState } from '../domain/approvals/approval-state.js';
import type { ApprovalRecord, Outcome } from './approval-record.js';

/** An approval as it is shown. Times are UTC; what is not known is left out. */
export interface ApprovalView {
  readonly id: string;
  readonly state: ApprovalState;
  readonly operation: string;
  readonly effect: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly expiresAt: string;
  /** Where a person decides. */
  readonly url: string;
  readonly decidedBy?: string;
  readonly decidedAt?: string;
  readonly comment?: string;
  /** What the operation answered. */
  readonly result?: Readonly<Record<string, unknown>>;
  readonly problem?: NonNullable<Outcome['problem']>;
}

/** `baseUrl`: an origin. `now`: ms since the epoch. */
export function toApprovalView(record: ApprovalRecord, baseUrl: string, now: number): ApprovalView {
  const { id, asked, decision, outcome } = record;
  const { operation, effect, details, asker, askedAt, expiresAt } = asked;
  const kept = {
    expiresAt,
    verdict: decision?.verdict ?? null,
    outcome: outcome?.state ?? null,
  };
  return {
    id,
    state: approvalState(kept, now),
    operation,
    effect,
    details,
    askedBy: asker.actor,
    askedAt: toTime(askedAt),
    expiresAt: toTime(expiresAt),
    url: `${baseUrl}/approvals/${id}`,
    ...(decision !== null &&
      decision.by !== null && { decidedBy: decision.by, decidedAt: toTime(decision.at) }),
    ...(decision !== null && decision.comment !== null && { comment: decision.comment }),
    ...(outcome?.result !== undefined && { result: outcome.result }),
    ...(outcome?.problem !== undefined && { problem: outcome.problem }),
  };
}

function toTime(ms: number): string {
  return new Date(ms).toISOString();
}
