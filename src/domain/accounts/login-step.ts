/** What a step of a sign-in's flow came to. Ids and words of ours only: it goes into Temporal's history. */
export type LoginStep =
  | { readonly kind: 'completed'; readonly accountId: string }
  | { readonly kind: 'failed'; readonly code: string }
  /** Of a device code: nobody has typed it yet. */
  | { readonly kind: 'pending' }
  /** Asked too soon: from now on the time between two questions is longer. RFC 8628, section 3.5 */
  | { readonly kind: 'slowDown' };

/** Why the flow itself ends a sign-in. */
export type EndReason = 'expired' | 'cancelled' | 'interrupted';
