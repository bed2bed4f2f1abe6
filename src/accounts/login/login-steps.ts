import type { EndReason, LoginStep } from '../../domain/accounts/login-step.js';
import type { AccountStore } from '../account-store.js';
import type { DeviceSignIn } from './device-sign-in.js';
import type { RedeemCode, SignInAnswer } from './entra-sign-in.js';
import type { LoginOutcome, LoginRecord } from './login-record.js';
import type { LoginStore } from './login-store.js';

/** The steps of a sign-in's flow. Each may be repeated: one that is over stays as it ended. */
export interface LoginSteps {
  /** Redeems the code that the browser brought. Rejects with a GraphError where Entra gave no answer. */
  redeem(loginId: string): Promise<LoginStep>;
  /** Asks once whether the device code was typed. */
  pollDevice(loginId: string): Promise<LoginStep>;
  end(loginId: string, reason: EndReason): Promise<LoginStep>;
}

export function createLoginSteps(deps: {
  readonly store: LoginStore;
  readonly accounts: Pick<AccountStore, 'keepSignIn'>;
  readonly redeemCode: RedeemCode;
  readonly device: Pick<DeviceSignIn, 'ask'>;
}): LoginSteps {
  const { store, accounts, redeemCode, device } = deps;

  const finish = async (loginId: string, outcome: LoginOutcome): Promise<LoginStep> =>
    toStep(await store.finish(loginId, outcome));

  const keep = async (loginId: string, answer: SignInAnswer): Promise<LoginStep> => {
    if (answer.kind === 'refused') {
      const { code, said } = answer;
      return finish(loginId, { kind: 'failed', code, said });
    }
    await accounts.keepSignIn(answer.signIn);
    return finish(loginId, { kind: 'completed', account: answer.account });
  };

  /** Does something about a sign-in unless it is over. */
  const whileOpen = async (
    loginId: string,
    work: (record: LoginRecord) => Promise<LoginStep>,
  ): Promise<LoginStep> => {
    const stored = await store.read(loginId);
    if (stored === null) return gone;
    return stored.outcome === null ? work(stored.record) : toStep(stored.outcome);
  };

  return {
    redeem: (loginId) =>
      whileOpen(loginId, async ({ kind, owner, expect, callbackUrl }) => {
        const [secrets, code] = [await store.readSecrets(loginId), await store.readCode(loginId)];
        if (secrets?.kind !== 'code' || code === null || callbackUrl === null) {
          return finish(loginId, interrupted);
        }
        const { verifier, nonce } = secrets;
        return keep(
          loginId,
          await redeemCode({
            code,
            verifier,
            nonce,
            // Who connects a host is known only now.
            owner: kind === 'connect' ? null : owner,
            expect,
            callbackUrl,
          }),
        );
      }),

    pollDevice: (loginId) =>
      whileOpen(loginId, async ({ owner, expect }) => {
        const secrets = await store.readSecrets(loginId);
        if (secrets?.kind !== 'device') return finish(loginId, interrupted);
        const answer = await device.ask({ deviceCode: secrets.deviceCode, owner, expect });
        if (answer.kind === 'pending' || answer.kind === 'slowDown') return answer;
        return keep(loginId, answer);
      }),

    end: (loginId, code) => finish(loginId, { kind: 'failed', code, said: null }),
  };
}

const gone: LoginStep = { kind: 'failed', code: 'expired' };
const interrupted: LoginOutcome = { kind: 'failed', code: 'interrupted', said: null };

function toStep(outcome: LoginOutcome | null): LoginStep {
  if (outcome === null) return gone;
  return outcome.kind === 'completed'
    ? { kind: 'completed', accountId: outcome.account.id }
    : { kind: 'failed', code: outcome.code };
}
