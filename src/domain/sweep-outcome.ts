import type { WatchSource } from './watch-source.js';

/** How one look at a plan went. Crosses Temporal: ids and codes only. */
export interface SweepOutcome {
  readonly planId: string;
  /** Something changed or waits to be synced: look again soon. */
  readonly isActive: boolean;
  readonly error: { readonly code: string; readonly retryAfterMs: number | null } | null;
  /** From which source changes of the plan are noticed now. Absent: it was not looked at. */
  readonly source?: WatchSource;
  /** Another account syncs the plan by now: it is not this watch's any more. */
  readonly isLeft?: true;
  /** Which sources Graph offers is not known, or not for the present settings. */
  readonly wantsProbe?: true;
  /** How much of the budget of requests is in use, 0 (free) to 1 (used up). Absent: nothing limits it. */
  readonly pressure?: number;
}
