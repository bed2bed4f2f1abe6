/**
 * How the sync of one task ended. Crosses Temporal, so it holds ids and codes only.
 * `again`: nothing is wrong, but another look is needed after the delay (a lost create that may still appear).
 * `trouble`: could not be done now; the trouble lane tries again by itself.
 */
export type SyncOutcome =
  | { readonly kind: 'done'; readonly ref: string }
  | { readonly kind: 'again'; readonly ref: string; readonly afterMs: number }
  | {
      readonly kind: 'trouble';
      readonly ref: string;
      readonly code: string;
      readonly retryAfterMs: number | null;
    };
