import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RefreshOutcome } from '../../../src/domain/accounts/refresh-outcome.js';
import { AccountState, type Ask } from '../../../workflows/account/account-state.js';

const minuteMs = 60_000;

/** An account with a clock of its own and no luck. */
function anAccount(start = 1_000_000) {
  let now = start;
  const state = AccountState.from(
    { accountId: 'a' },
    () => now,
    () => 0,
  );
  const fresh = (revision: number, lifeMs = 60 * minuteMs): RefreshOutcome => ({
    kind: 'fresh',
    revision,
    expiresAt: now + lifeMs,
    refreshAt: now + lifeMs * 0.8,
  });
  return {
    state,
    fresh,
    now: () => now,
    pass: (ms: number) => {
      now += ms;
    },
    /** Takes what is due, which must be a refresh, and ends it so. */
    refresh(outcome: RefreshOutcome) {
      const work = state.takeWork();
      expect(work?.kind).toBe('refresh');
      state.finishRefresh(outcome);
      return work;
    },
  };
}

const halted: RefreshOutcome = { kind: 'reauth_required', code: 'AADSTS50173' };
const busy = (retryAfterMs: number | null = null): RefreshOutcome => ({
  kind: 'later',
  code: 'throttled',
  retryAfterMs,
});

describe('the state of an account', () => {
  it('looks at what there is at once, then renews when that is due and not before', () => {
    const { state, refresh, fresh, pass } = anAccount();
    refresh(fresh(5));
    expect(state.takeWork()).toBeNull();
    expect(state.msUntilNext()).toBe(48 * minuteMs);
    pass(48 * minuteMs - 1);
    expect(state.takeWork()).toBeNull();
    pass(1);
    expect(refresh(fresh(6))).toMatchObject({ after: 5, isAsked: false });
    expect(state.view()).toMatchObject({ state: 'ready', revision: 6, code: null });
  });

  it('answers who asks for a token that is there already, and has one got for all others together', () => {
    const { state, refresh, fresh } = anAccount();
    refresh(fresh(5));
    expect(state.answerTo(state.ask(4))).toEqual({ kind: 'fresh', revision: 5 });
    expect(state.takeWork()).toBeNull();
    const asks = [state.ask(5), state.ask(5), state.ask(5)];
    expect(state.takeWork()).toMatchObject({ after: 5 });
    const late = state.ask(5);
    expect(state.takeWork()).toBeNull();
    state.finishRefresh(fresh(6));
    for (const ask of [...asks, late]) {
      expect(state.answerTo(ask)).toEqual({ kind: 'fresh', revision: 6 });
    }
    expect(state.takeWork()).toBeNull();
  });

  it('tries once more for who asked while a token was got that is of no use to them', () => {
    const { state, fresh } = anAccount();
    state.takeWork();
    const ask = state.ask(5);
    state.finishRefresh(fresh(5));
    expect(state.answerTo(ask)).toBeNull();
    expect(state.takeWork()).toMatchObject({ after: 5 });
    state.finishRefresh(fresh(7));
    expect(state.answerTo(ask)).toEqual({ kind: 'fresh', revision: 7 });
  });

  it('waits longer from failure to failure, never shorter than Entra wants, and answers at once meanwhile', () => {
    const { state, refresh, pass, fresh } = anAccount();
    refresh(busy());
    expect(state.msUntilNext()).toBe(2_000);
    pass(2_000);
    refresh(busy());
    expect(state.msUntilNext()).toBe(4_000);
    pass(4_000);
    refresh(busy(90_000));
    expect(state.msUntilNext()).toBe(90_000);
    const ask = state.ask(0);
    expect(state.answerTo(ask)).toEqual({ kind: 'later', code: 'throttled', retryAfterMs: 90_000 });
    expect(state.takeWork()).toBeNull();
    pass(90_000);
    refresh(fresh(9));
    expect(state.view()).toMatchObject({ state: 'ready', failures: 0 });
  });

  it('waits for a sign-in where only that helps, and goes on by itself after it', () => {
    const { state, refresh, fresh, pass } = anAccount();
    refresh(halted);
    pass(365 * 24 * 60 * minuteMs);
    expect(state.takeWork()).toBeNull();
    expect(state.msUntilNext()).toBeNull();
    expect(state.answerTo(state.ask(0))).toEqual({ kind: 'reauth_required', code: 'AADSTS50173' });
    expect(state.takeWork()).toBeNull();
    state.noteSignedIn();
    const ask = state.ask(0);
    expect(state.answerTo(ask)).toBeNull();
    refresh(fresh(9));
    expect(state.answerTo(ask)).toEqual({ kind: 'fresh', revision: 9 });
    expect(state.view()).toMatchObject({ state: 'ready', code: null });
  });

  it('tries by hand what it would not try by itself, and says that somebody asked', () => {
    const { state, refresh } = anAccount();
    refresh(halted);
    state.noteRefreshNow();
    expect(refresh(halted)).toMatchObject({ isAsked: true });
    expect(state.takeWork()).toBeNull();
  });

  it('comes back to an app that is refused, more and more seldom', () => {
    const { state, refresh, pass } = anAccount();
    const waits: (number | null)[] = [];
    for (let at = 0; at < 9; at += 1) {
      refresh({ kind: 'refused', code: 'AADSTS7000215' });
      const waitMs = state.msUntilNext() ?? 0;
      waits.push(waitMs / minuteMs);
      pass(waitMs);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it('ends after a sign-out, and not when somebody signed in again meanwhile', () => {
    const one = anAccount();
    one.refresh(one.fresh(5));
    one.state.noteSignOut();
    expect(one.state.takeWork()).toEqual({ kind: 'signOut' });
    one.state.finishSignOut();
    expect(one.state.isOver()).toBe(true);
    expect(one.state.answerTo(one.state.ask(5))).toMatchObject({ kind: 'reauth_required' });

    const other = anAccount();
    other.refresh(other.fresh(5));
    other.state.noteSignOut();
    other.state.takeWork();
    other.state.noteSignedIn();
    other.state.finishSignOut();
    expect(other.state.isOver()).toBe(false);
    other.refresh(other.fresh(6));
    expect(other.state.view().state).toBe('ready');
  });

  it('ends when there is no such account any more', () => {
    const { state, refresh } = anAccount();
    refresh({ kind: 'gone' });
    expect(state.isOver()).toBe(true);
    expect(state.answerTo(state.ask(0))).toEqual({ kind: 'reauth_required', code: 'gone' });
  });

  it('tries a sign-out that broke off again after a minute', () => {
    const { state, refresh, fresh } = anAccount();
    refresh(fresh(5));
    state.noteSignOut();
    state.takeWork();
    state.failSignOut();
    expect(state.takeWork()).toBeNull();
    expect(state.msUntilNext()).toBe(minuteMs);
  });

  it('goes on from what it carries as if nothing had been', () => {
    const { state, refresh, fresh, now } = anAccount();
    refresh(fresh(5));
    const next = AccountState.from({ accountId: 'a', carried: state.toCarried() }, now, () => 0);
    expect(next.view()).toEqual(state.view());
    expect(next.msUntilNext()).toBe(state.msUntilNext());
  });
});

type Happening =
  | { readonly kind: 'ask' }
  | { readonly kind: 'signedIn' }
  | { readonly kind: 'refreshNow' }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'work'; readonly outcome: 'fresh' | 'later' | 'halted' | 'refused' };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.constantFrom<Happening>({ kind: 'ask' }, { kind: 'signedIn' }, { kind: 'refreshNow' }),
  fc.nat(4 * 3_600_000).map((ms) => ({ kind: 'pass', ms }) as const),
  fc
    .constantFrom('fresh', 'later', 'halted', 'refused')
    .map((outcome) => ({ kind: 'work', outcome }) as const),
);

describe('whatever happens to an account', () => {
  it('nobody who asks waits for ever, and no attempt is made that nothing calls for', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
        const account = anAccount();
        const { state } = account;
        let revision = 0;
        const asks: Ask[] = [];
        const outcomes: Readonly<Record<string, () => RefreshOutcome>> = {
          fresh: () => account.fresh((revision += 1)),
          later: () => busy(),
          halted: () => halted,
          refused: () => ({ kind: 'refused', code: 'x' }),
        };
        const work = (outcome: string): boolean => {
          const before = state.view();
          const taken = state.takeWork();
          if (taken === null) return false;
          expect(state.takeWork()).toBeNull();
          if (before.state === 'reauth_required') expect(before.dueAt).not.toBeNull();
          state.finishRefresh((outcomes[outcome] ?? busy)());
          return true;
        };
        for (const one of happenings) {
          switch (one.kind) {
            case 'ask':
              asks.push(state.ask(state.view().revision));
              break;
            case 'signedIn':
              state.noteSignedIn();
              break;
            case 'refreshNow':
              state.noteRefreshNow();
              break;
            case 'pass':
              account.pass(one.ms);
              break;
            case 'work':
              work(one.outcome);
          }
        }
        for (let at = 0; at < 3; at += 1) {
          account.pass(state.msUntilNext() ?? 0);
          work('fresh');
        }
        expect(asks.map((ask) => state.answerTo(ask)).filter((answer) => answer === null)).toEqual(
          [],
        );
      }),
      { numRuns: 1_000 },
    );
  });
});
