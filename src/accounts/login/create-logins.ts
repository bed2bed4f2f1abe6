import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { ProblemError } from '../../domain/problem.js';
import { authorizeUrl } from './authorize-url.js';
import type { DeviceSignIn } from './device-sign-in.js';
import type { LoginRecord, StoredLogin } from './login-record.js';
import { toLoginStart, type LoginStarter } from './login-starter.js';
import type { LoginStore } from './login-store.js';
import {
  isOver,
  type BeginLogin,
  type Logins,
  type LoginView,
  type WaitOptions,
} from './logins.js';
import { hashOf, newRandomText } from './random-text.js';
import { takeArrival } from './take-arrival.js';
import { toLoginView } from './to-login-view.js';

export interface LoginsDeps {
  readonly store: LoginStore;
  readonly flows: LoginStarter;
  readonly device: Pick<DeviceSignIn, 'begin'>;
  readonly azure: {
    readonly tenantId: string;
    readonly clientId: string;
    readonly authorityHost: string;
  };
  /** What a person is asked to allow. */
  readonly scopes: readonly string[];
  /** Microsoft's own code and token are handed out, as an older server did (`EXPOSE_GRAPH_TOKENS`). */
  readonly exposesTokens: boolean;
  readonly newId: () => string;
  readonly logger: Pick<Logger, 'warn'>;
  /** ms since the epoch. */
  readonly now: () => number;
}

/** From the address to the answer, with a second factor in between. */
const livesMs = 600_000;
const lookEveryMs = 250;
const progressEveryMs = 1_000;

export function createLogins(deps: LoginsDeps): Logins {
  const { store, flows, device, azure, scopes, newId, now } = deps;

  const view = async (loginId: string | null): Promise<LoginView | null> => {
    const stored = loginId === null ? null : await store.read(loginId);
    return stored === null ? null : toLoginView(stored, now());
  };

  /** Nobody could finish what has no flow. */
  const startFlow = async (record: LoginRecord, stateHash: string | null): Promise<void> => {
    try {
      await flows.start(toLoginStart(record));
    } catch (error) {
      await store.forget(record, stateHash).catch(() => undefined);
      deps.logger.warn({ err: error }, 'A sign-in could not be begun');
      const detail = 'Temporal does not answer, so no sign-in was begun; come again in a moment';
      throw new ProblemError('temporal_unavailable', detail);
    }
  };

  return {
    async begin(request) {
      if (request.returnTo !== null) requireOwnPath(request.returnTo);
      const beganAt = now();
      const expiresAt = beganAt + livesMs;
      const state = newRandomText();
      const nonce = newRandomText();
      const verifier = newRandomText();
      const pollSecret = newRandomText();
      const record: LoginRecord = {
        ...toRecord(request, { loginId: newId(), beganAt, expiresAt }),
        kind: request.kind,
        callbackUrl: request.callbackUrl,
        browserHash: request.browserHash,
        returnTo: request.returnTo,
        expect: request.expect,
        pollHash: hashOf(pollSecret),
        handsOut: deps.exposesTokens && request.handsOutCode === true ? 'code' : 'handle',
        scopes: [...scopes],
        intervalMs: null,
      };
      const stateHash = hashOf(state);
      await store.create(record, { kind: 'code', verifier, nonce }, stateHash);
      await startFlow(record, stateHash);
      const authUrl = authorizeUrl({
        ...azure,
        callbackUrl: request.callbackUrl,
        scopes,
        state,
        nonce,
        verifier,
        loginHint: request.loginHint ?? null,
      });
      return {
        loginId: record.loginId,
        state,
        authUrl,
        pollSecret,
        message: `Open the address in a browser and sign in within ${livesMs / 60_000} minutes`,
        expiresAt: new Date(expiresAt).toISOString(),
      };
    },

    async beginDevice(request) {
      const begun = await device.begin();
      const beganAt = now();
      const expiresAt = beganAt + begun.expiresInMs;
      const record: LoginRecord = {
        ...toRecord(request, { loginId: newId(), beganAt, expiresAt }),
        kind: 'device',
        callbackUrl: null,
        browserHash: null,
        returnTo: null,
        expect: request.expect,
        pollHash: null,
        handsOut: 'handle',
        scopes: [...scopes],
        intervalMs: begun.intervalMs,
      };
      await store.create(record, { kind: 'device', deviceCode: begun.deviceCode }, null);
      await startFlow(record, null);
      return {
        loginId: record.loginId,
        userCode: begun.userCode,
        verificationUri: begun.verificationUri,
        message: `Open ${begun.verificationUri} in a browser and type the code ${begun.userCode}`,
        expiresAt: new Date(expiresAt).toISOString(),
      };
    },

    view,
    viewByState: async (state) => view(await store.idOfState(hashOf(state))),
    viewOfBrowser: async (browserHash) => view(await store.idOfBrowser(browserHash)),

    async viewByTicket(loginId, ticket) {
      const stored = await store.read(loginId);
      if (stored === null || stored.ticketHash !== hashOf(ticket)) return null;
      return toLoginView(stored, now());
    },

    async viewBySecret(state, pollSecret) {
      const loginId = await store.idOfState(hashOf(state));
      const stored = loginId === null ? null : await store.read(loginId);
      if (stored === null || stored.record.pollHash !== hashOf(pollSecret)) return null;
      return toLoginView(stored, now());
    },

    arrived: (query, browserHash) => takeArrival(deps, query, browserHash),

    wait: (loginId, options) =>
      waitUntil(loginId, options, (stored) => isOver(toLoginView(stored, now()))),

    waitForAnswer: (loginId, options) =>
      waitUntil(
        loginId,
        options,
        (stored) =>
          isOver(toLoginView(stored, now())) ||
          (stored.hasArrived && stored.record.handsOut === 'code'),
      ),

    async cancel(loginId) {
      const current = await view(loginId);
      if (current !== null && !isOver(current)) await flows.cancelled(loginId);
    },
  };

  async function waitUntil(
    loginId: string,
    { timeoutMs, signal, progress }: WaitOptions,
    isThere: (stored: StoredLogin) => boolean,
  ): Promise<LoginView | null> {
    const began = now();
    let told = began;
    for (;;) {
      const stored = await store.read(loginId);
      if (stored === null) return null;
      const time = now();
      const left = began + timeoutMs - time;
      if (isThere(stored) || left <= 0 || signal?.aborted === true)
        return toLoginView(stored, time);
      if (time - told >= progressEveryMs || told === began) {
        told = time;
        progress?.(time - began);
      }
      await wait(Math.min(lookEveryMs, left), null, { signal }).catch(() => null);
    }
  }
}

function toRecord(
  { owner, actor }: Pick<BeginLogin, 'owner' | 'actor'>,
  times: Pick<LoginRecord, 'loginId' | 'beganAt' | 'expiresAt'>,
) {
  return { ...times, owner, actor };
}

/** A mistake here would send people to anybody's page. */
function requireOwnPath(path: string): void {
  const isOwn = /^\/(?![/\\])/.test(path) && new URL(path, 'http://own').host === 'own';
  if (!isOwn) throw new TypeError('A sign-in returns to a path of ours');
}
