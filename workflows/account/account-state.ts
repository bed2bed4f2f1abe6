import { delayAfterMs } from '../../src/domain/backoff.js';
import type { RefreshOutcome } from '../../src/domain/accounts/refresh-outcome.js';
import type { AccountCarried, AccountStateName, AccountView, RefreshAnswer } from './contract.js';

/** What is to be done now. */
export type AccountWork =
  | { readonly kind: 'refresh'; readonly after: number; readonly isAsked: boolean }
  | { readonly kind: 'signOut'; readonly upTo?: number };

/** Somebody who waits for a token. */
export interface Ask {
  readonly after: number;
  /** An attempt that was begun before says nothing about what was asked after it. */
  readonly attempt: number;
}

const minuteMs = 60_000;
/** After a refusal of the app, which nobody tells us is over (ms). */
const refusedFirstMs = minuteMs;
const refusedLongestMs = 60 * minuteMs;
const jitter = 0.2;
/** A token that is due at once again and again must not become a loop (ms). */
const leastPauseMs = 1_000;

/**
 * The life of one account. Pure: the workflow feeds it signals and outcomes and does what it says. Times in ms since the
 * epoch; `random` gives 0 to 1.
 */
export class AccountState {
  private state: AccountStateName = 'starting';
  private revision = 0;
  private expiresAt: number | null = null;
  /** At once: whatever Redis holds, Temporal may know nothing of it. */
  private dueAt: number | null;
  private failures = 0;
  private code: string | null = null;
  private notBefore: number | null = null;

  private running: AccountWork['kind'] | null = null;
  private begun = 0;
  private ended = 0;
  /** The revision that somebody has no use for any more. */
  private wantedAfter = 0;
  private wantsRefresh = false;
  /** By hand. */
  private isAsked = false;
  private wantsLook = false;
  private wantsSignOut = false;
  private signOutAt = 0;
  private signOutUpTo: number | null = null;
  private isEnded = false;

  constructor(
    private readonly accountId: string,
    private readonly now: () => number,
    private readonly random: () => number,
  ) {
    this.dueAt = now();
  }

  static from(
    { accountId, carried }: { readonly accountId: string; readonly carried?: AccountCarried },
    now: () => number,
    random: () => number,
  ): AccountState {
    const state = new AccountState(accountId, now, random);
    if (carried === undefined) return state;
    state.state = carried.state;
    state.revision = carried.revision;
    state.expiresAt = carried.expiresAt;
    state.dueAt = carried.dueAt;
    state.failures = carried.failures;
    state.code = carried.code;
    state.notBefore = carried.notBefore;
    return state;
  }

  noteSignedIn(): void {
    this.wantsSignOut = false;
    this.isEnded = false;
    this.wantsLook = true;
    this.notBefore = null;
  }

  noteRefreshNow(): void {
    this.wantsRefresh = true;
    this.isAsked = true;
    this.wantedAfter = Math.max(this.wantedAfter, this.revision);
  }

  /** `at`: when somebody wished it; null: not known. */
  noteSignOut(at: number | null = null): void {
    this.wantsSignOut = true;
    this.signOutUpTo = at;
    this.wantsLook = false;
  }

  /** Somebody asks for a token after this revision. */
  ask(after: number): Ask {
    const ask = { after, attempt: this.begun + 1 };
    if (this.answerTo(ask) === null) {
      this.wantsRefresh = true;
      this.wantedAfter = Math.max(this.wantedAfter, after);
    }
    return ask;
  }

  /** Null: not yet. */
  answerTo({ after, attempt }: Ask): RefreshAnswer | null {
    if (this.revision > after) return { kind: 'fresh', revision: this.revision };
    const isTried = this.ended >= attempt;
    const code = this.code ?? 'unknown';
    switch (this.state) {
      case 'reauth_required':
        return this.wantsLook || this.isAsked || this.running !== null
          ? null
          : { kind: 'reauth_required', code };
      case 'refused':
        return isTried || this.mustWait() ? { kind: 'refused', code } : null;
      case 'waiting':
        return isTried || this.mustWait()
          ? { kind: 'later', code, retryAfterMs: this.msUntilAllowed() }
          : null;
      case 'starting':
      case 'ready':
        if (this.isOver()) return { kind: 'reauth_required', code: 'gone' };
        // No newer one is to be had, so the revision that was named is none of ours.
        return isTried ? { kind: 'fresh', revision: this.revision } : null;
    }
  }

  /** What is due; it counts as begun. */
  takeWork(): AccountWork | null {
    if (this.running !== null || this.isEnded) return null;
    if (this.wantsSignOut) {
      if (this.signOutAt > this.now()) return null;
      this.running = 'signOut';
      return this.signOutUpTo === null
        ? { kind: 'signOut' }
        : { kind: 'signOut', upTo: this.signOutUpTo };
    }
    const at = this.nextAt();
    if (at === null || at > this.now()) return null;
    const after = this.wantsRefresh ? this.wantedAfter : this.wantsLook ? 0 : this.revision;
    const work: AccountWork = { kind: 'refresh', after, isAsked: this.isAsked };
    this.running = 'refresh';
    this.begun += 1;
    this.wantsRefresh = false;
    this.isAsked = false;
    this.wantsLook = false;
    return work;
  }

  finishRefresh(outcome: RefreshOutcome): void {
    this.running = null;
    this.ended = this.begun;
    switch (outcome.kind) {
      case 'fresh':
        this.revision = outcome.revision;
        this.expiresAt = outcome.expiresAt;
        this.settle('ready', null);
        this.failures = 0;
        // Whoever asked meanwhile has what they asked for.
        if (this.revision > this.wantedAfter) this.wantsRefresh = false;
        this.dueAt = Math.max(outcome.refreshAt, this.now() + leastPauseMs);
        return;
      case 'later': {
        this.settle('waiting', outcome.code);
        const waitMs = this.backoffMs(delayAfterMs(this.failures));
        this.dueAt = Math.ceil(this.now() + Math.max(waitMs, outcome.retryAfterMs ?? 0));
        this.notBefore = this.dueAt;
        return;
      }
      case 'refused': {
        this.settle('refused', outcome.code);
        const doubled = refusedFirstMs * 2 ** Math.min(this.failures - 1, 20);
        this.dueAt = Math.ceil(this.now() + this.backoffMs(Math.min(doubled, refusedLongestMs)));
        this.notBefore = this.now() + leastPauseMs * 10;
        return;
      }
      case 'reauth_required':
        this.settle('reauth_required', outcome.code);
        this.expiresAt = null;
        this.dueAt = null;
        return;
      case 'gone':
        this.isEnded = !this.wantsLook;
    }
  }

  /** The attempt broke off in a way that nobody foresaw. */
  failRefresh(): void {
    this.finishRefresh({ kind: 'later', code: 'failed', retryAfterMs: null });
  }

  finishSignOut(): void {
    this.running = null;
    this.state = 'reauth_required';
    this.code = 'signed_out';
    this.dueAt = null;
    // Whoever signed in again meanwhile has taken the wish back.
    this.isEnded = this.wantsSignOut;
    this.wantsSignOut = false;
    this.signOutAt = 0;
  }

  failSignOut(): void {
    this.running = null;
    this.signOutAt = this.now() + minuteMs;
  }

  isOver(): boolean {
    return this.isEnded && this.running === null;
  }

  /** Until something is due (ms); null while only the end of what is under way, or a signal, is awaited. */
  msUntilNext(): number | null {
    if (this.running !== null || this.isEnded) return null;
    const at = this.wantsSignOut ? this.signOutAt : this.nextAt();
    return at === null ? null : Math.max(0, at - this.now());
  }

  view(): AccountView {
    return { accountId: this.accountId, ...this.toCarried() };
  }

  /** What the next run needs to go on; only when nothing is under way and nobody waits. */
  toCarried(): AccountCarried {
    const { state, revision, expiresAt, failures, code, notBefore } = this;
    const dueAt = this.wantsLook || this.isAsked ? this.now() : this.dueAt;
    return { state, revision, expiresAt, dueAt, failures, code, notBefore };
  }

  private settle(state: AccountStateName, code: string | null): void {
    this.state = state;
    this.code = code;
    this.notBefore = null;
    this.failures += 1;
  }

  private nextAt(): number | null {
    const wants = this.wantsLook || this.isAsked || this.wantsRefresh;
    if (wants) return Math.max(this.now(), this.isAsked || this.wantsLook ? 0 : this.allowedAt());
    return this.dueAt;
  }

  private allowedAt(): number {
    return this.notBefore ?? 0;
  }

  private mustWait(): boolean {
    return this.allowedAt() > this.now();
  }

  private msUntilAllowed(): number {
    return Math.max(leastPauseMs, this.allowedAt() - this.now());
  }

  private backoffMs(waitMs: number): number {
    return waitMs * (1 + jitter * this.random());
  }
}
