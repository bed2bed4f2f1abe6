import {
  allHandlersFinished,
  condition,
  continueAsNew,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { activityOptions } from '../../activities/options.js';
import type { AccountActivities } from '../../activities/account-activities.js';
import { AccountState, type AccountWork } from './account-state.js';
import {
  accountView,
  refresh,
  refreshNow,
  signedIn,
  signOut,
  type AccountInput,
  type RefreshAnswer,
} from './contract.js';

const { refreshAccount } = proxyActivities<AccountActivities>(activityOptions.refreshAccount);
const { signOutAccount } = proxyActivities<AccountActivities>(activityOptions.signOutAccount);

/**
 * The only one who renews an account's access token: before it ends, and when somebody has no use for it any more. Waits
 * where only a new sign-in helps. Ends when the account is signed out.
 */
export async function account(input: AccountInput): Promise<void> {
  const { accountId, historyLimit = Number.POSITIVE_INFINITY } = input;
  const mustContinueAsNew = (): boolean => {
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    return continueAsNewSuggested || historyLength >= historyLimit;
  };
  const state = AccountState.from(
    input,
    () => Date.now(),
    () => Math.random(),
  );
  // Whatever has happened may have changed what is due next, and when.
  let happenings = 0;
  setHandler(signedIn, () => {
    state.noteSignedIn();
    happenings += 1;
  });
  setHandler(refreshNow, () => {
    state.noteRefreshNow();
    happenings += 1;
  });
  setHandler(signOut, (request) => {
    state.noteSignOut(request?.at ?? null);
    happenings += 1;
  });
  setHandler(refresh, async ({ after }) => {
    const ask = state.ask(after);
    happenings += 1;
    let answer: RefreshAnswer | null = null;
    await condition(() => (answer = state.answerTo(ask)) !== null);
    return answer ?? { kind: 'later', code: 'unknown', retryAfterMs: 1_000 };
  });
  setHandler(accountView, () => state.view());

  while (!state.isOver()) {
    const work = state.takeWork();
    setCurrentDetails(describe(state));
    if (work !== null) {
      await run(state, accountId, work);
      continue;
    }
    if (mustContinueAsNew()) {
      await condition(allHandlersFinished);
      // Somebody who asked meanwhile is answered first.
      if (state.msUntilNext() === 0) continue;
      await continueAsNew<typeof account>({ ...input, carried: state.toCarried() });
    }
    const seen = happenings;
    await waitForWork(state, () => happenings > seen);
  }
  await condition(allHandlersFinished);
}

async function run(state: AccountState, accountId: string, work: AccountWork): Promise<void> {
  switch (work.kind) {
    case 'refresh':
      try {
        const { after, isAsked } = work;
        state.finishRefresh(await refreshAccount({ accountId, after, isAsked }));
      } catch {
        state.failRefresh();
      }
      return;
    case 'signOut':
      try {
        const { upTo } = work;
        await signOutAccount({ accountId, ...(upTo !== undefined && { upTo }) });
        state.finishSignOut();
      } catch {
        state.failSignOut();
      }
  }
}

async function waitForWork(state: AccountState, isThere: () => boolean): Promise<void> {
  const waitMs = state.msUntilNext();
  if (waitMs === null) await condition(isThere);
  else if (waitMs > 0) await condition(isThere, waitMs, { summary: 'until a token is due' });
}

function describe(state: AccountState): string {
  const { state: name, code, revision, expiresAt, dueAt, failures } = state.view();
  return [
    `State: **${name}**${code === null ? '' : ` (${code}, ${failures} in a row)`}`,
    `Token: ${revision === 0 ? 'none known of' : `revision ${revision}`}, ends ${utc(expiresAt)}`,
    `Next attempt: ${dueAt === null ? 'after a sign-in' : utc(dueAt)}`,
  ].join('\n\n');
}

function utc(time: number | null): string {
  return time === null ? 'at a time not known' : new Date(time).toISOString();
}
