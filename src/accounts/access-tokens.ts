import type { RefreshAnswer } from '../../workflows/account/contract.js';
import { appAccountId } from '../domain/accounts/account.js';
import type { RefreshOutcome } from '../domain/accounts/refresh-outcome.js';
import type { GraphError } from '../domain/graph-error.js';
import type { GraphAccount } from '../graph/gateway/graph-account.js';
import type { TokenRequest as GraphTokenRequest } from '../graph/gateway/http-chain.js';
import type { AccountStore } from './account-store.js';
import type { ClaimsChallenges } from './claims-challenges.js';
import { createHeldTokens, endOfUse, type HeldToken } from './held-tokens.js';
import type { OnBehalfOf } from './on-behalf-of/on-behalf-of.js';
import { noTokenError } from './no-token-error.js';
import { reauthRequired } from './sign-in-failure.js';
import type { StoredToken } from './stored-token.js';

export type TokenRequest = Pick<GraphTokenRequest, 'fresh' | 'claims'>;

/** Access tokens for Graph. */
export interface AccessTokens {
  /**
   * A token that is good for the next minute; from memory while it is fresh. Rejects with a GraphError: `reauth_required`
   * where the account must sign in again (a ClaimsRequiredError where it is the caller who must), `unauthorized` where the
   * app is refused, otherwise what may pass by itself.
   */
  get(account: GraphAccount, request?: TokenRequest): Promise<string>;
}

export interface AccessTokensDeps {
  readonly store: Pick<AccountStore, 'read' | 'readToken' | 'latestRevision'>;
  readonly challenges: Pick<ClaimsChallenges, 'note'>;
  /** The app's token is had by any process in its turn: nothing rotates there. */
  readonly refreshApp: (after: number) => Promise<RefreshOutcome>;
  /** Everybody else's is renewed by the account's flow alone. Rejects while Temporal is away. */
  readonly askFlow: (id: string, after: number) => Promise<RefreshAnswer>;
  readonly onBehalfOf: OnBehalfOf;
  readonly now: () => number;
}

/** A token in memory is looked up in Redis this often, in passing: somebody may have signed out. */
const lookEveryMs = 30_000;
/** How long the account's flow has for renewing before somebody reminds it. */
const graceMs = 30_000;
/** One that is refused this soon is not the one that was refused: many were under way with the last. */
const youngMs = 5_000;
/** After a refusal nothing is asked for a while, unless Entra ID named a time. */
const pauseMs = 5_000;

interface UnderWay {
  readonly after: number;
  readonly token: Promise<StoredToken>;
}

/** Memory first, then the copy in Redis that all processes share, and only then is a new one asked for, once. */
export function createAccessTokens(deps: AccessTokensDeps): AccessTokens {
  const { store, challenges, now } = deps;
  const held = createHeldTokens(now);
  const underWay = new Map<string, UnderWay>();
  const looks = new Set<string>();
  const pauses = new Map<string, { readonly until: number; readonly error: GraphError }>();

  const isFresh = ({ token, seenAt }: HeldToken): boolean =>
    now() < token.refreshAt && now() - seenAt < lookEveryMs;

  /** One for all who want one after this revision. */
  const renewOnce = (id: string, after: number): Promise<StoredToken> => {
    const running = underWay.get(id);
    if (running !== undefined && running.after >= after) return running.token;
    const token = renew(id, after).finally(() => {
      if (underWay.get(id)?.token === token) underWay.delete(id);
    });
    underWay.set(id, { after, token });
    return token;
  };

  const renew = async (id: string, after: number): Promise<StoredToken> => {
    const pause = pauses.get(id);
    if (pause !== undefined && now() < pause.until) throw pause.error;
    try {
      const token = await requestNew(id, after);
      pauses.delete(id);
      held.keep(id, token);
      return token;
    } catch (error) {
      const refusal = noTokenError(error);
      const waitMs = refusal.retryAfterMs ?? (refusal.code === 'unauthorized' ? pauseMs : 0);
      if (waitMs > 0) pauses.set(id, { until: now() + waitMs, error: refusal });
      throw refusal;
    }
  };

  const requestNew = async (id: string, after: number): Promise<StoredToken> => {
    const isApp = id === appAccountId;
    if (!isApp) await requireReady(id);
    const answer = isApp ? await deps.refreshApp(after) : await deps.askFlow(id, after);
    if (answer.kind === 'fresh') {
      const token = await store.readToken(id);
      if (token !== null && token.revision > after) return token;
      if (!isApp) await requireReady(id);
      throw noTokenError({ kind: 'later', code: 'unavailable', retryAfterMs: 1_000 });
    }
    if (answer.kind === 'reauth_required' || answer.kind === 'gone') held.drop(id);
    throw noTokenError(answer, await store.read(id));
  };

  const requireReady = async (id: string): Promise<void> => {
    const account = await store.read(id);
    if (account?.state === 'ready') return;
    held.drop(id);
    throw reauthRequired(account?.userName ?? id, account?.problem ?? null);
  };

  /** In passing: nobody waits for it, and what fails shows where somebody does. */
  const look = (id: string): void => {
    if (looks.has(id)) return;
    looks.add(id);
    lookNow(id)
      .catch(() => undefined)
      .finally(() => looks.delete(id));
  };

  const lookNow = async (id: string): Promise<void> => {
    const token = await store.readToken(id);
    if (token === null) {
      held.drop(id);
      return;
    }
    held.keep(id, token);
    const isLate = now() >= token.refreshAt + (id === appAccountId ? 0 : graceMs);
    if (isLate) await renewOnce(id, token.revision);
  };

  const getShared = async (id: string, { fresh, claims }: TokenRequest): Promise<StoredToken> => {
    const mine = held.get(id);
    const token = await store.readToken(id);
    if (fresh !== true) {
      if (token !== null && now() < endOfUse(token)) {
        held.keep(id, token);
        return token;
      }
      return renewOnce(id, token?.revision ?? (await store.latestRevision(id)));
    }
    const after = mine?.token.revision ?? token?.revision ?? (await store.latestRevision(id));
    // Another process has had it renewed since.
    if (token !== null && token.revision > after) {
      held.keep(id, token);
      return token;
    }
    if (claims !== undefined) await challenges.note(id, { claims, revision: after });
    return renewOnce(id, after);
  };

  return {
    async get(account, request = {}) {
      if (account.kind === 'on_behalf_of') return deps.onBehalfOf.get(account, request);
      const id = account.kind === 'app' ? appAccountId : account.id;
      const mine = held.get(id);
      if (mine !== undefined && request.fresh !== true) {
        if (isFresh(mine)) return mine.token.token;
        if (now() < endOfUse(mine.token)) {
          look(id);
          return mine.token.token;
        }
      }
      if (mine !== undefined && request.fresh === true && now() - mine.gotAt < youngMs) {
        return mine.token.token;
      }
      try {
        return (await getShared(id, request)).token;
      } catch (error) {
        throw noTokenError(error);
      }
    },
  };
}
