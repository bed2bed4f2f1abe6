/** How one look at a plan went. Crosses Temporal: ids and codes only. */
export interface SweepOutcome {
  readonly planId: string;
  /** Something changed or waits to be synced: look again soon. */
  readonly isActive: boolean;
  readonly error: { readonly code: string; readonly retryAfterMs: number | null } | null;
}
