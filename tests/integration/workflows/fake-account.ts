import type { AccountActivities } from '../../../activities/account-activities.js';
import type { RefreshOutcome } from '../../../src/domain/accounts/refresh-outcome.js';

interface RefreshCall {
  readonly after: number;
  readonly isAsked: boolean;
}

/** Stands where Redis and Entra ID would be, by account id. */
export class FakeAccount {
  readonly calls: RefreshCall[] = [];
  isSignedOut = false;
  lifeMs = 3_600_000;
  revision = 0;
  /** Runs before each attempt; may wait. */
  before: () => Promise<void> | void = () => undefined;
  /** What is answered in the place of a fresh token; null leaves it. */
  instead: (times: number) => RefreshOutcome | null = () => null;

  async refresh(call: RefreshCall): Promise<RefreshOutcome> {
    this.calls.push(call);
    const times = this.calls.length;
    await this.before();
    const instead = this.instead(times);
    if (instead !== null) return instead;
    this.revision += 1;
    const now = Date.now();
    return {
      kind: 'fresh',
      revision: this.revision,
      expiresAt: now + this.lifeMs,
      refreshAt: Math.floor(now + this.lifeMs * 0.8),
    };
  }
}

/** The activities of every fake, so that tests can run side by side. */
export function fakeAccountActivities(fakes: ReadonlyMap<string, FakeAccount>) {
  const of = (accountId: string): FakeAccount => {
    const fake = fakes.get(accountId);
    if (fake === undefined) throw new Error(`There is no ${accountId}`);
    return fake;
  };
  return {
    refreshAccount: ({ accountId, after, isAsked }) => of(accountId).refresh({ after, isAsked }),
    async signOutAccount({ accountId }) {
      of(accountId).isSignedOut = true;
    },
  } satisfies AccountActivities;
}
