import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { toLoginProblem, type LoginProblemCode } from '../../domain/accounts/login-problem.js';
import { numberIn, readRefusal } from './entra-words.js';
import type { LoginOutcome, LoginRecord } from './login-record.js';
import { toLoginStart, type LoginStarter } from './login-starter.js';
import type { LoginStore } from './login-store.js';
import type { Arrival } from './logins.js';
import { hashOf, newRandomText } from './random-text.js';
import { toLoginView } from './to-login-view.js';

interface ArrivalDeps {
  readonly store: LoginStore;
  readonly flows: Pick<LoginStarter, 'callbackArrived'>;
  readonly logger: Pick<Logger, 'warn'>;
  readonly now: () => number;
}

/** Longer than any that Entra sends. */
const longestParameter = 4_096;
/** The browser waits meanwhile, and the code lives for a minute. */
const tryForMs = 8_000;
const tryEveryMs = 500;

/**
 * Takes what a browser brings from Microsoft. Only the first answer counts, and only that of the browser that began, where
 * one did; anything else leaves the sign-in as it is, so that nobody can end that of another.
 */
export async function takeArrival(
  deps: ArrivalDeps,
  query: URLSearchParams,
  browserHash: string | null,
): Promise<Arrival> {
  const { store, now } = deps;
  const state = single(query, 'state');
  const loginId = state === null ? null : await store.idOfState(hashOf(state));
  const stored = loginId === null ? null : await store.read(loginId);
  if (stored === null) return refused('unknown_state');
  const { record } = stored;
  if (record.browserHash !== null && record.browserHash !== browserHash) {
    return refused('other_browser');
  }
  if (stored.hasArrived) return refused('already_used');
  if (stored.outcome?.kind === 'failed') return refused(stored.outcome.code);
  if (record.expiresAt <= now()) return refused('expired');
  const ticket = newRandomText();
  if (!(await store.claimArrival(record, hashOf(ticket), browserHash))) {
    return refused('already_used');
  }
  const failure = await keepAnswer(store, record, query);
  const taken = failure ?? (await handOver(deps, record));
  if (taken !== null) await store.finish(record.loginId, taken);
  // A sign-in that has failed is over for its flow as well; it need not hear of it soon.
  if (failure !== null)
    void deps.flows.callbackArrived(toLoginStart(record)).catch(() => undefined);
  const after = await store.read(record.loginId);
  if (after === null) return refused('unknown_state');
  return { kind: taken === null ? 'taken' : 'failed', login: toLoginView(after, now()), ticket };
}

/** Answers how the sign-in has failed; null: its code is kept. */
async function keepAnswer(
  store: LoginStore,
  { loginId }: LoginRecord,
  query: URLSearchParams,
): Promise<LoginOutcome | null> {
  const error = single(query, 'error');
  if (error !== null) {
    const number = numberIn(single(query, 'error_description'));
    return { kind: 'failed', ...readRefusal({ error, number }) };
  }
  const code = single(query, 'code');
  if (code === null) return { kind: 'failed', code: 'refused', said: null };
  await store.keepCode(loginId, code);
  return null;
}

/** Wakes the flow, which redeems the code at once: it lives for a minute. */
async function handOver(
  { flows, logger, now }: ArrivalDeps,
  record: LoginRecord,
): Promise<LoginOutcome | null> {
  if (record.handsOut === 'code') return null;
  const until = now() + tryForMs;
  for (;;) {
    try {
      await flows.callbackArrived(toLoginStart(record));
      return null;
    } catch (error) {
      if (now() >= until) {
        logger.warn({ err: error }, 'The flow of a sign-in could not be told of its answer');
        return { kind: 'failed', code: 'interrupted', said: null };
      }
      await wait(tryEveryMs);
    }
  }
}

function refused(code: LoginProblemCode): Arrival {
  return { kind: 'refused', problem: toLoginProblem(code) };
}

/** A parameter that comes twice is none: two readers might read two different ones. */
function single(query: URLSearchParams, name: string): string | null {
  const [first, ...others] = query.getAll(name);
  if (first === undefined || others.length > 0) return null;
  return first === '' || first.length > longestParameter ? null : first;
}
