import type { EndReason, LoginStep } from '../src/domain/accounts/login-step.js';
import type { LoginSteps } from '../src/accounts/login/login-steps.js';
import { runActivity } from './run-activity.js';

interface OfLogin {
  readonly loginId: string;
}

/**
 * The steps of a sign-in. Each may be repeated. How Entra refused is an outcome, in a word of ours; that it gave no answer is a
 * failure. What is secret stays in Redis.
 */
export function createLoginActivities(deps: {
  readonly steps: LoginSteps;
  /** Has the account's own flow keep it from now on. Rejects while Temporal is away. */
  readonly announce: (accountId: string) => Promise<void>;
}) {
  const { steps, announce } = deps;
  return {
    async redeemLogin({ loginId }: OfLogin): Promise<LoginStep> {
      return runActivity(() => steps.redeem(loginId));
    },

    async pollDeviceLogin({ loginId }: OfLogin): Promise<LoginStep> {
      return runActivity(() => steps.pollDevice(loginId));
    },

    /** Ends one that came to nothing. */
    async expireLogin({
      loginId,
      reason,
    }: OfLogin & { readonly reason: EndReason }): Promise<LoginStep> {
      return runActivity(() => steps.end(loginId, reason));
    },

    async announceSignIn({ accountId }: { readonly accountId: string }): Promise<void> {
      return runActivity(() => announce(accountId));
    },
  };
}

export type LoginActivities = ReturnType<typeof createLoginActivities>;
