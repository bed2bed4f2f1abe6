/**
 * How something that waits for a person stands.
 * - `waiting`: nobody has decided
 * - `approved`: it is being done
 * - `done`, `failed`: it was done; Microsoft or we refused it
 * - `outdated`: what would have been done was no longer what was approved, so nothing was done
 * - `unknown`: it was begun, and whether it was done is not known; it is not repeated
 * - `refused`, `expired`: nothing was done
 */
export const approvalStates = [
  'waiting',
  'approved',
  'done',
  'failed',
  'outdated',
  'unknown',
  'refused',
  'expired',
] as const;

export type ApprovalState = (typeof approvalStates)[number];

/** The first one counts, and is never changed. */
export type Verdict = 'approved' | 'refused' | 'expired';

export type OutcomeState = 'done' | 'failed' | 'outdated' | 'unknown';

/** From what is kept. Time in ms since the epoch. */
export function approvalState(
  kept: {
    readonly expiresAt: number;
    readonly verdict: Verdict | null;
    readonly outcome: OutcomeState | null;
  },
  now: number,
): ApprovalState {
  const { expiresAt, verdict, outcome } = kept;
  if (outcome !== null) return outcome;
  if (verdict !== null) return verdict;
  return now >= expiresAt ? 'expired' : 'waiting';
}

/** Whether nothing will change any more. */
export function isOver(state: ApprovalState): boolean {
  return state !== 'waiting' && state !== 'approved';
}
