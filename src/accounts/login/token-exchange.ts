import type { Logger } from 'pino';
import { GraphError } from '../../domain/graph-error.js';
import { ProblemError } from '../../domain/problem.js';
import type { GraphAccount } from '../../graph/gateway/graph-account.js';
import type { AccessTokens } from '../access-tokens.js';
import type { AccountStore } from '../account-store.js';
import type { AccessHandles } from './access-handles.js';
import type { LoginCodes } from './login-codes.js';
import { toLoginStart, type LoginStarter } from './login-starter.js';
import type { LoginStore } from './login-store.js';
import type { Logins, LoginView, WaitOptions } from './logins.js';
import type { PersonProfile } from './person-profile.js';

/** What somebody who waits for a sign-in is told. */
export type Awaited =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'none'; readonly message: string };

export interface Exchanged {
  readonly accessToken: string;
  readonly expiresInSeconds: number;
}

/**
 * The steps of a sign-in as an OAuth client knows them: a code, and for it a token. Both are handles of ours, unless the
 * configuration hands out Microsoft's own.
 */
export interface TokenExchange {
  /** ProblemError login_not_found where there is none of this owner. */
  awaitCode(state: string, owner: string, options: WaitOptions): Promise<Awaited>;
  /** ProblemError login_not_found for a code that does not count, login_failed where Microsoft refused it. */
  exchange(request: {
    readonly code: string;
    readonly callbackUrl: string;
    readonly owner: string;
  }): Promise<Exchanged>;
  /** ProblemError login_not_found for a token that does not count. */
  profileOf(accessToken: string, owner: string): Promise<PersonProfile>;
}

export interface TokenExchangeDeps {
  readonly logins: Logins;
  readonly store: Pick<LoginStore, 'read' | 'readCode'>;
  readonly codes: LoginCodes;
  readonly handles: AccessHandles;
  readonly flows: Pick<LoginStarter, 'callbackArrived'>;
  readonly accounts: Pick<AccountStore, 'read'>;
  readonly tokens: AccessTokens;
  readonly logger: Pick<Logger, 'warn'>;
  readonly readProfile: (account: GraphAccount) => Promise<PersonProfile>;
  /** ms since the epoch. */
  readonly now: () => number;
}

/** Longer than redeeming takes at its worst. */
const redeemWithinMs = 60_000;

export function createTokenExchange(deps: TokenExchangeDeps): TokenExchange {
  const { logins, store, codes, handles, flows, accounts, tokens, readProfile, logger, now } = deps;

  /** Has Microsoft's own code redeemed now that somebody brings it, and waits for that. */
  const redeem = async (loginId: string): Promise<LoginView | null> => {
    const stored = await store.read(loginId);
    if (stored === null) return null;
    if (stored.record.handsOut === 'code') {
      await flows.callbackArrived(toLoginStart(stored.record)).catch((error: unknown) => {
        logger.warn({ err: error }, 'The flow of a sign-in could not be told to redeem its code');
        const detail =
          'Temporal does not answer, so the code cannot be redeemed; begin again in a moment';
        throw new ProblemError('temporal_unavailable', detail);
      });
    }
    return logins.wait(loginId, { timeoutMs: redeemWithinMs });
  };

  const handOut = async (loginId: string, accountId: string, owner: string): Promise<Exchanged> => {
    const stored = await store.read(loginId);
    if (stored?.record.handsOut !== 'code') {
      const { handle, expiresInSeconds } = await handles.issue({ accountId, owner });
      return { accessToken: handle, expiresInSeconds };
    }
    const accessToken = await tokens.get({ kind: 'delegated', id: accountId });
    const expiresAt = Date.parse((await accounts.read(accountId))?.expiresAt ?? '');
    const livesMs = Math.max(1_000, Number.isNaN(expiresAt) ? 0 : expiresAt - now());
    await handles.note(accessToken, { accountId, owner }, livesMs);
    return { accessToken, expiresInSeconds: Math.floor(livesMs / 1_000) };
  };

  return {
    async awaitCode(state, owner, options) {
      const begun = await logins.viewByState(state);
      if (begun === null || begun.owner !== owner) throw noSuchLogin();
      const { loginId } = begun;
      const login = await logins.waitForAnswer(loginId, options);
      if (login === null) throw noSuchLogin();
      if (login.problem !== null) {
        return { kind: 'none', message: `${login.problem.message}. ${login.problem.advice}` };
      }
      if (login.state === 'completed') {
        return { kind: 'code', code: await codes.issue({ loginId, owner }) };
      }
      const code = login.state === 'redeeming' ? await exposedCode(loginId) : null;
      if (code === null) return { kind: 'none', message: stillWaiting };
      await codes.note(code, { loginId, owner });
      return { kind: 'code', code };
    },

    async exchange({ code, callbackUrl, owner }) {
      const loginId = await codes.find(code, owner);
      const stored = loginId === null ? null : await store.read(loginId);
      if (loginId === null || stored === null) throw noSuchCode();
      if (stored.record.callbackUrl !== callbackUrl) throw otherAddress();
      if (!(await codes.use(code, loginId))) throw noSuchCode();
      const login = await redeem(loginId);
      if (login?.account == null) {
        const { message, advice } = login?.problem ?? unfinished;
        throw new ProblemError('login_failed', `${message}. ${advice}`);
      }
      return handOut(loginId, login.account.id, owner);
    },

    async profileOf(accessToken, owner) {
      const id = await handles.accountOf(accessToken, owner);
      const account = id === null ? null : await accounts.read(id);
      if (id === null || account?.owners.includes(owner) !== true) throw noSuchToken();
      try {
        return await readProfile({ kind: 'delegated', id });
      } catch (error) {
        throw error instanceof GraphError ? toProblem(error) : error;
      }
    },
  };

  async function exposedCode(loginId: string): Promise<string | null> {
    const stored = await store.read(loginId);
    return stored?.record.handsOut === 'code' ? store.readCode(loginId) : null;
  }
}

const stillWaiting = 'Nobody has finished the sign-in yet; call wait_for_callback again';
const unfinished = {
  message: 'Microsoft has not answered in time',
  advice: 'Begin again with authenticate_account',
};

function noSuchLogin(): ProblemError {
  const detail = 'state: no sign-in of yours has it, or it is long over; begin again';
  return new ProblemError('login_not_found', detail);
}

function noSuchCode(): ProblemError {
  const detail =
    'auth_code: counts once and for ten minutes, and only for who got it; wait_for_callback gives a code';
  return new ProblemError('login_not_found', detail);
}

function noSuchToken(): ProblemError {
  const detail =
    'access_token: is over, revoked, or not yours; complete_authentication gives one for an hour';
  return new ProblemError('login_not_found', detail);
}

function otherAddress(): ProblemError {
  const message = 'must be the same as in authenticate_account';
  return new ProblemError('invalid_input', `callback_base_url: ${message}`, {
    errors: [{ field: 'callback_base_url', message }],
  });
}

function toProblem({ code, message, advice, retryAfterMs }: GraphError): ProblemError {
  const detail = `${message}. ${advice}`;
  switch (code) {
    case 'reauth_required':
      return new ProblemError('reauth_required', detail);
    case 'forbidden':
      return new ProblemError('graph_forbidden', detail);
    default:
      return new ProblemError(
        'graph_unavailable',
        detail,
        retryAfterMs === null ? {} : { retryAfter: Math.ceil(retryAfterMs / 1_000) },
      );
  }
}
