import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';

/** Ids only: who it is, and the tokens, are in Redis under the id. */
export interface AccountInput {
  readonly accountId: string;
  /** Continues as new at so many events of history; at Temporal's own suggestion without it. */
  readonly historyLimit?: number;
  /** What the run before left, by continue-as-new. */
  readonly carried?: AccountCarried;
}

export type AccountStateName = 'starting' | 'ready' | 'waiting' | 'reauth_required' | 'refused';

/** Times in ms since the epoch; null where there is none. */
export interface AccountCarried {
  readonly state: AccountStateName;
  /** Of the token that is known of. */
  readonly revision: number;
  readonly expiresAt: number | null;
  /** When the next attempt is due; null: not until something happens. */
  readonly dueAt: number | null;
  /** Attempts in a row that gave no token. */
  readonly failures: number;
  /** What the last one said; before `notBefore` there is no other, unless by hand or after a sign-in. */
  readonly code: string | null;
  readonly notBefore: number | null;
}

export interface AccountView extends AccountCarried {
  readonly accountId: string;
}

/** How it goes with the account when somebody asks for a token. */
export type RefreshAnswer =
  | { readonly kind: 'fresh'; readonly revision: number }
  | { readonly kind: 'reauth_required' | 'refused'; readonly code: string }
  | { readonly kind: 'later'; readonly code: string; readonly retryAfterMs: number };

/** Somebody signed it in, or what it is configured with changed: it looks at what there is now. */
export const signedIn = defineSignal('signedIn');
/** A token now, whatever the reason why there is none. */
export const refreshNow = defineSignal('refreshNow');
/** Its tokens are forgotten, and the workflow ends. `at` (ms since the epoch): who signs in after that is not meant. */
export const signOut = defineSignal<[{ readonly at: number }?]>('signOut');
/** Answers once there is a token after the given revision, or when an attempt to get one has failed. */
export const refresh = defineUpdate<RefreshAnswer, [{ readonly after: number }]>('refresh');
export const accountView = defineQuery<AccountView>('accountView');

export const accountWorkflow = 'account';

/** One open run per account; the namespace in front lets tenants share a Temporal namespace. */
export function accountWorkflowId(namespace: string, accountId: string): string {
  return `${namespace}/account/${accountId}`;
}
