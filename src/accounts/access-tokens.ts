import type { GraphAccount } from '../graph/gateway/graph-account.js';

export interface TokenRequest {
  /** Graph refused the last one: another is needed. */
  readonly fresh?: boolean;
  /** What Graph's claims challenge asked for, as JSON. Not logged, and never in an error. */
  readonly claims?: string;
}

/** Access tokens for Graph. */
export interface AccessTokens {
  /**
   * A token that is good for at least a minute; from memory while it is fresh. Rejects with a GraphError: `reauth_required`
   * where the account must sign in again, `unauthorized` where the app is refused, otherwise what may pass by itself.
   */
  get(account: GraphAccount, request?: TokenRequest): Promise<string>;
}
