/** Why Graph does not give us a subscription, or we cannot ask for it:
 * - `permission_lost`: 401 or 403 without a word of a quota
 * - `quota`: 403, too many subscriptions
 * - `address_unreachable`: 400, Graph could not validate our address
 * - `duplicate`: 409, somebody else with our app registration has it
 * - `rejected`: another 400
 * - `no_address`: the configuration does not say where Graph reaches us
 */
export type SubscriptionRefusal =
  'permission_lost' | 'quota' | 'address_unreachable' | 'duplicate' | 'rejected' | 'no_address';

/** How one step of a subscription's life ended. Codes and ids only: it stands in Temporal's history. */
export type SubscriptionOutcome =
  | {
      readonly kind: 'standing';
      readonly subscriptionId: string;
      /** ms since the epoch. */
      readonly expiresAt: number;
      readonly renewAt: number;
      /** It was made or renewed just now. */
      readonly isFresh: boolean;
      /** It was made anew after a time without one. */
      readonly mustResync: boolean;
      /** What Graph has is not what is wanted any more, and renewing puts it right. */
      readonly mustRenew: boolean;
    }
  | { readonly kind: 'reauthorized' }
  /** Graph does not know it any more. */
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'refused';
      readonly reason: SubscriptionRefusal;
      readonly retryAfterMs: number | null;
    }
  /** Nobody wants it any more. */
  | { readonly kind: 'unwanted' }
  | { readonly kind: 'removed' }
  /** It was to be removed, but is wanted again. */
  | { readonly kind: 'wanted' };
