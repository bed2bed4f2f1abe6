import type { AccountProblem } from '../../domain/accounts/account.js';
import type { Alerts } from '../../tasks/alerts.js';

interface AlertDeps {
  readonly alerts: Pick<Alerts, 'raise' | 'resolve'>;
  readonly now: () => number;
}

/** Tells operators, once, that an account is of no use. */
export async function noteHalt(
  { alerts, now }: AlertDeps,
  account: {
    readonly id: string;
    readonly name: string | null;
    readonly problem: AccountProblem;
  },
): Promise<void> {
  const { id, problem } = account;
  await alerts.raise({
    kind: 'reauth_required',
    severity: 'error',
    subject: id,
    message: `What is done in the name of ${account.name ?? id} waits: ${problem.message}`,
    advice: problem.advice,
    at: new Date(now()).toISOString(),
  });
}

/** Silent where nothing was wrong. */
export async function noteReady({ alerts, now }: AlertDeps, id: string): Promise<void> {
  const at = new Date(now()).toISOString();
  await alerts.resolve({ kind: 'reauth_required', subject: id }, at);
}
