/**
 * Why nothing of a plan is synced:
 * - `unlinked`: nobody has linked it, or it was removed
 * - `paused`: by itself, or with everything
 * - `preview`: linked to be looked at first
 * - `reauth_required`: the person of the account that syncs it must sign in again
 * - `stopped`: too many of its tasks are missing in Planner
 */
export type PlanHold = 'unlinked' | 'paused' | 'preview' | 'reauth_required' | 'stopped';

/**
 * When deletions by people stop their plan: more than so many percent of it and more than so many tasks within the
 * window (ms). What agents delete is not braked: each delete is a request that was answered, and can be undone.
 */
export interface DeleteBrake {
  readonly percent: number;
  readonly tasks: number;
  readonly windowMs: number;
}
