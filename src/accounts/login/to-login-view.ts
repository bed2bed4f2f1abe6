import { toLoginProblem } from '../../domain/accounts/login-problem.js';
import type { StoredLogin } from './login-record.js';
import type { LoginView } from './logins.js';

/** Longer than its flow takes to end it. One that is not over by then has lost its flow. */
const graceMs = 30_000;

/** `now`: ms since the epoch. */
export function toLoginView({ record, hasArrived, outcome }: StoredLogin, now: number): LoginView {
  const { loginId, kind, owner, actor, returnTo, expiresAt } = record;
  const always = {
    loginId,
    kind,
    owner,
    actor,
    returnTo,
    expiresAt: new Date(expiresAt).toISOString(),
  };
  if (outcome?.kind === 'completed') {
    return { ...always, state: 'completed', account: outcome.account, problem: null };
  }
  const failed = outcome ?? lost(expiresAt, now);
  if (failed === null) {
    return { ...always, state: hasArrived ? 'redeeming' : 'waiting', account: null, problem: null };
  }
  const problem = toLoginProblem(failed.code, failed.said);
  const state = failed.code === 'expired' ? 'expired' : 'failed';
  return { ...always, state, account: null, problem };
}

function lost(expiresAt: number, now: number) {
  return now > expiresAt + graceMs ? ({ code: 'expired', said: null } as const) : null;
}
