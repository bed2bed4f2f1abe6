import {
  allHandlersFinished,
  condition,
  isCancellation,
  proxyActivities,
  setCurrentDetails,
  setHandler,
} from '@temporalio/workflow';
import { activityOptions } from '../../activities/options.js';
import type { LoginActivities } from '../../activities/login-activities.js';
import type { LoginStep } from '../../src/domain/accounts/login-step.js';
import {
  callbackArrived,
  cancelled,
  loginProgress,
  type LoginEnd,
  type LoginInput,
} from './contract.js';
import { LoginRun, type LoginTurn } from './login-run.js';

const { redeemLogin } = proxyActivities<LoginActivities>(activityOptions.redeemLogin);
const { pollDeviceLogin } = proxyActivities<LoginActivities>(activityOptions.pollDeviceLogin);
const { expireLogin } = proxyActivities<LoginActivities>(activityOptions.expireLogin);
const { announceSignIn } = proxyActivities<LoginActivities>(activityOptions.announceSignIn);

/** One sign-in of a person: waits for Microsoft's answer, redeems it, and ends by itself when none comes. */
export async function login(input: LoginInput): Promise<LoginEnd> {
  const { loginId } = input;
  const run = new LoginRun(input.flow, input, Date.now());
  setHandler(callbackArrived, () => run.noteArrived());
  setHandler(cancelled, () => run.noteCancelled());
  setHandler(loginProgress, () => run.progress());

  let end = run.ended();
  while (end === null) {
    setCurrentDetails(describe(run));
    const turn = run.turn(Date.now());
    if (turn.kind === 'wait') await waitFor(run, turn.forMs);
    else await take(run, turn, loginId);
    end = run.ended();
  }
  setCurrentDetails(describe(run));
  if (end.accountId !== null) await announceSignIn({ accountId: end.accountId });
  await condition(allHandlersFinished);
  return end;
}

async function waitFor(run: LoginRun, forMs: number): Promise<void> {
  const isDue = (): boolean => run.turn(Date.now()).kind !== 'wait';
  await condition(isDue, forMs, { summary: 'until something is due' });
}

type Step = Exclude<LoginTurn, { readonly kind: 'wait' }>;

async function take(run: LoginRun, turn: Step, loginId: string): Promise<void> {
  try {
    run.finish(turn, await perform(turn, loginId), Date.now());
  } catch (error) {
    if (isCancellation(error) || turn.kind === 'end') throw error;
    run.fail(turn, Date.now());
  }
}

function perform(turn: Step, loginId: string): Promise<LoginStep> {
  switch (turn.kind) {
    case 'redeem':
      return redeemLogin({ loginId });
    case 'poll':
      return pollDeviceLogin({ loginId });
    case 'end':
      return expireLogin({ loginId, reason: turn.reason });
  }
}

function describe(run: LoginRun): string {
  const { state, ended, polls } = run.progress();
  return [
    `State: **${ended ?? state}**`,
    ...(polls === 0 ? [] : [`Asked ${polls} times whether the code was typed.`]),
  ].join('\n\n');
}
