import { setTimeout as sleep } from 'node:timers/promises';
import type { AgentSignIn } from '../../config/azure.js';
import { appAccountId, type Account } from '../../domain/accounts/account.js';
import type { RefreshOutcome } from '../../domain/accounts/refresh-outcome.js';
import { GraphError } from '../../domain/graph-error.js';
import type { Alerts } from '../../tasks/alerts.js';
import { emptyAccount, type StoredAccount } from '../stored-account.js';
import type { AccountStore, KeptCache } from '../account-store.js';
import type { AccountTurns } from '../account-turns.js';
import type { ClaimsChallenges } from '../claims-challenges.js';
import type { AcquiredToken } from '../msal/acquire.js';
import { challengedAgain, reauthRequired, wrongPerson } from '../sign-in-failure.js';
import type { StoredToken } from '../stored-token.js';
import { askForApp, askSilently, askWithPassword, type AskDeps } from './ask-entra.js';
import { agentAccountId } from './agent-account.js';
import { noteHalt, noteReady } from './reauth-alert.js';
import type { PasswordRefusals } from './password-refusals.js';

export interface RefreshDeps extends AskDeps {
  readonly store: AccountStore;
  readonly turns: AccountTurns;
  readonly challenges: ClaimsChallenges;
  readonly passwordRefusals: PasswordRefusals;
  readonly alerts: Pick<Alerts, 'raise' | 'resolve'>;
}

export interface RefreshRequest {
  readonly accountId: string;
  /** The token of this revision does not do; 0: any does that is not due to be renewed. */
  readonly after: number;
  /** Somebody asked for it by hand: a refused password is tried once more. */
  readonly isAsked?: boolean;
}

const pollMs = 100;
/** How long another process is waited for; whoever asked comes again. */
const patienceMs = 5_000;
/** Challenged so soon after an answer to a challenge, another answer would not be better. */
const answerHoldsMs = 10 * 60_000;

/**
 * Sees to it that an account has a good access token, and asks Entra ID for one if it must, once however many processes
 * want it. Tries once; may be repeated.
 */
export async function refreshAccount(
  deps: RefreshDeps,
  request: RefreshRequest,
): Promise<RefreshOutcome> {
  const outcome = await refreshInTurn(deps, request);
  // Nobody can put right what is not there any more.
  const isWell = outcome.kind === 'fresh' || outcome.kind === 'gone';
  if (isWell) await noteReady(deps, request.accountId);
  return outcome;
}

async function refreshInTurn(deps: RefreshDeps, request: RefreshRequest): Promise<RefreshOutcome> {
  const end = deps.now() + patienceMs;
  for (;;) {
    const found = await findFresh(deps, request);
    if (found !== null) return found;
    const turn = await deps.turns.take(request.accountId, async () => {
      // Another may have done it between our look and our turn.
      return (await findFresh(deps, request)) ?? (await renew(deps, request));
    });
    if (turn !== null) return turn.result;
    if (deps.now() >= end) return { kind: 'later', code: 'busy', retryAfterMs: pollMs * 10 };
    await sleep(pollMs * (0.5 + Math.random()));
  }
}

async function findFresh(
  { store, now }: RefreshDeps,
  { accountId, after }: RefreshRequest,
): Promise<RefreshOutcome | null> {
  const token = await store.readToken(accountId);
  if (token === null || token.revision <= after || token.refreshAt <= now()) return null;
  return toFresh(token);
}

/** What an attempt starts from, read before it. */
interface Before {
  readonly account: StoredAccount | Account | null;
  readonly cache: KeptCache | null;
  /** What it is where nothing is kept of it yet; null for accounts that somebody has to sign in. */
  readonly fresh: StoredAccount | null;
}

async function renew(deps: RefreshDeps, request: RefreshRequest): Promise<RefreshOutcome> {
  const { accountId } = request;
  const agent = agentOf(deps, accountId);
  const [account, cache] = await Promise.all([
    deps.store.read(accountId),
    deps.store.readCache(accountId),
  ]);
  const before: Before = { account, cache, fresh: freshAccount(accountId, agent) };
  if (account === null && before.fresh === null) return { kind: 'gone' };
  try {
    const { token, answersChallenge } = await ask(deps, { ...request, agent, before });
    const kept = await deps.store.keepRenewal(
      accountId,
      {
        ...token,
        cache: accountId === appAccountId ? null : token.cache,
        answersChallenge,
      },
      before,
    );
    if (kept === null) return meanwhile(deps, request);
    return toFresh(kept);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return refused(deps, request, { before, error });
  }
}

/** Rejects with a GraphError. */
async function ask(
  deps: RefreshDeps,
  {
    accountId,
    after,
    isAsked = false,
    agent,
    before,
  }: RefreshRequest & { readonly agent: AgentSignIn | null; readonly before: Before },
): Promise<{ readonly token: AcquiredToken; readonly answersChallenge: boolean }> {
  const [challenge, current] = await Promise.all([
    deps.challenges.read(accountId),
    deps.store.readToken(accountId),
  ]);
  // One about a token that has been replaced since is answered already.
  const counts = challenge !== null && challenge.revision >= (current?.revision ?? 0);
  const claims = counts ? challenge.claims : null;
  const who = before.account?.userName ?? accountId;
  if (
    counts &&
    current?.answersChallenge === true &&
    current.revision <= after &&
    deps.now() - current.issuedAt < answerHoldsMs
  ) {
    throw challengedAgain(accountId === appAccountId ? 'the app' : who, accountId !== appAccountId);
  }
  const token =
    accountId === appAccountId
      ? await askForApp(deps, claims)
      : await askForPerson(deps, { accountId, who, claims, agent, isAsked, cache: before.cache });
  return { token, answersChallenge: claims !== null };
}

async function askForPerson(
  deps: RefreshDeps,
  request: {
    readonly accountId: string;
    readonly who: string;
    readonly claims: string | null;
    readonly agent: AgentSignIn | null;
    readonly isAsked: boolean;
    readonly cache: KeptCache | null;
  },
): Promise<AcquiredToken> {
  const { accountId, who, claims, agent, cache } = request;
  if (cache !== null) {
    try {
      return await askSilently(deps, { accountId, who, claims, cache: cache.text });
    } catch (error) {
      if (agent === null || !isReauth(error)) throw error;
    }
  }
  if (agent === null) throw reauthRequired(who, null);
  return signInAgent(deps, { ...request, agent });
}

/** Once for each name and password: whoever is refused is not tried again until somebody asks, or some time has passed. */
async function signInAgent(
  deps: RefreshDeps,
  {
    accountId,
    agent,
    claims,
    isAsked,
  }: {
    readonly accountId: string;
    readonly agent: AgentSignIn;
    readonly claims: string | null;
    readonly isAsked: boolean;
  },
): Promise<AcquiredToken> {
  const known = isAsked ? null : await deps.passwordRefusals.find(accountId, agent);
  if (known !== null) throw reauthRequired(agent.userName, known);
  try {
    const token = await askWithPassword(deps, { agent, claims });
    const homeAccountId = token.result.account?.homeAccountId ?? '';
    if (homeAccountId.toLowerCase() !== accountId) throw wrongPerson(agent.userName);
    await deps.passwordRefusals.forget(accountId);
    return token;
  } catch (error) {
    if (isReauth(error)) {
      await deps.passwordRefusals.note(accountId, agent, toProblem(error));
    }
    throw error;
  }
}

/** Somebody signed in or out while Entra ID was asked: that counts. */
async function meanwhile(
  deps: RefreshDeps,
  { accountId }: RefreshRequest,
): Promise<RefreshOutcome> {
  const token = await deps.store.readToken(accountId);
  if (token !== null) return toFresh(token);
  const account = await deps.store.read(accountId);
  return account === null
    ? { kind: 'gone' }
    : { kind: 'later', code: 'changed_meanwhile', retryAfterMs: null };
}

async function refused(
  deps: RefreshDeps,
  request: RefreshRequest,
  { before, error }: { readonly before: Before; readonly error: GraphError },
): Promise<RefreshOutcome> {
  const { accountId } = request;
  const problem = toProblem(error);
  const { code } = problem;
  switch (error.code) {
    case 'reauth_required': {
      const isHalted = await deps.store.halt(accountId, problem, before);
      if (!isHalted) return meanwhile(deps, request);
      await noteHalt(deps, { id: accountId, name: before.account?.userName ?? null, problem });
      return { kind: 'reauth_required', code };
    }
    case 'unauthorized': {
      // Of a person's account nothing is wrong; the app's own flow tells what is.
      if (accountId !== appAccountId) return { kind: 'refused', code };
      await deps.store.halt(accountId, problem, before);
      await noteHalt(deps, { id: accountId, name: null, problem });
      return { kind: 'refused', code };
    }
    default:
      return { kind: 'later', code: error.code, retryAfterMs: error.retryAfterMs };
  }
}

function toProblem(error: GraphError) {
  const { message, advice } = error;
  const number = /AADSTS\d+/.exec(message)?.[0];
  return { code: number ?? error.code, message, advice };
}

function isReauth(error: unknown): error is GraphError {
  return error instanceof GraphError && error.code === 'reauth_required';
}

function agentOf(deps: RefreshDeps, accountId: string): AgentSignIn | null {
  const { azure } = deps;
  return agentAccountId(azure) === accountId ? azure.agent : null;
}

function freshAccount(accountId: string, agent: AgentSignIn | null): StoredAccount | null {
  if (accountId === appAccountId) return emptyAccount({ id: accountId, kind: 'app', flow: 'app' });
  if (agent === null) return null;
  const account = emptyAccount({ id: accountId, kind: 'delegated', flow: 'password' });
  return { ...account, userName: agent.userName };
}

function toFresh({ revision, expiresAt, refreshAt }: StoredToken): RefreshOutcome {
  return { kind: 'fresh', revision, expiresAt, refreshAt };
}
