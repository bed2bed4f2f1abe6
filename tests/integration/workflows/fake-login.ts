import type { LoginActivities } from '../../../activities/login-activities.js';
import type { LoginStep } from '../../../src/domain/accounts/login-step.js';

type Activity = 'redeem' | 'poll' | 'expire' | 'announce';

/** A sign-in whose answers are the test's own. */
export class FakeLogin {
  readonly calls: Activity[] = [];
  readonly reasons: string[] = [];
  readonly announced: string[] = [];
  /** What a question about the device code is answered, one after the other; then the last again. */
  polls: readonly LoginStep[] = [{ kind: 'pending' }];
  redeemed: LoginStep = { kind: 'completed', accountId: 'person.tenant' };
  /** Before a call counts; throws where it is to fail. `times`: which call of its kind it is. */
  before: (activity: Activity, times: number) => void = () => undefined;

  count(activity: Activity): number {
    return this.calls.filter((one) => one === activity).length;
  }

  note(activity: Activity): void {
    this.calls.push(activity);
    this.before(activity, this.count(activity));
  }
}

/** Activities for any number of sign-ins, by their id. */
export function fakeLoginActivities(logins: ReadonlyMap<string, FakeLogin>): LoginActivities {
  const of = (loginId: string): FakeLogin => {
    const fake = logins.get(loginId);
    if (fake === undefined) throw new Error(`There is no sign-in ${loginId}`);
    return fake;
  };
  return {
    async redeemLogin({ loginId }) {
      const fake = of(loginId);
      fake.note('redeem');
      return fake.redeemed;
    },
    async pollDeviceLogin({ loginId }) {
      const fake = of(loginId);
      fake.note('poll');
      const at = Math.min(fake.count('poll'), fake.polls.length) - 1;
      return fake.polls[at] ?? { kind: 'pending' };
    },
    async expireLogin({ loginId, reason }) {
      const fake = of(loginId);
      fake.note('expire');
      fake.reasons.push(reason);
      return { kind: 'failed', code: reason };
    },
    async announceSignIn({ accountId }) {
      for (const fake of logins.values()) {
        if (accountId !== accountOf(fake)) continue;
        fake.note('announce');
        fake.announced.push(accountId);
      }
    },
  };
}

function accountOf({ redeemed, polls }: FakeLogin): string | null {
  const done = [redeemed, ...polls].find((step) => step.kind === 'completed');
  return done?.kind === 'completed' ? done.accountId : null;
}
