import type { AccountStore } from '../src/accounts/account-store.js';
import { refreshAccount, type RefreshDeps } from '../src/accounts/refresh/refresh-account.js';
import type { RefreshOutcome } from '../src/domain/accounts/refresh-outcome.js';
import { runActivity } from './run-activity.js';

/** What happens to an account. Each may be repeated; nothing of a token goes in or out. */
export function createAccountActivities(deps: {
  readonly refresh: RefreshDeps;
  readonly store: Pick<AccountStore, 'forget'>;
}) {
  return {
    /** Tries once; when it is tried again is the workflow's to decide. */
    async refreshAccount(request: {
      readonly accountId: string;
      readonly after: number;
      readonly isAsked: boolean;
    }): Promise<RefreshOutcome> {
      return runActivity(() => refreshAccount(deps.refresh, request));
    },

    /** `upTo` (ms since the epoch): whoever has signed in after that stays signed in. */
    async signOutAccount(request: {
      readonly accountId: string;
      readonly upTo?: number;
    }): Promise<void> {
      await runActivity(() => deps.store.forget(request.accountId, request.upTo));
    },
  };
}

export type AccountActivities = ReturnType<typeof createAccountActivities>;
