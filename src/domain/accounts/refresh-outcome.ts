/**
 * How an attempt to renew an account's access token went. Times in ms since the epoch; no word of Entra's in it, because
 * it stands in Temporal's history.
 * - `fresh`: there is a token that is good
 * - `reauth_required`: only a new sign-in helps
 * - `refused`: what the app itself is configured with is refused; somebody has to change that
 * - `later`: it passes by itself
 * - `gone`: there is no such account any more
 */
export type RefreshOutcome =
  | {
      readonly kind: 'fresh';
      /** Grows with every token. */
      readonly revision: number;
      readonly expiresAt: number;
      readonly refreshAt: number;
    }
  | { readonly kind: 'reauth_required'; readonly code: string }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'later'; readonly code: string; readonly retryAfterMs: number | null }
  | { readonly kind: 'gone' };
