import type { EndReason, LoginStep } from '../../src/domain/accounts/login-step.js';
import type { LoginEnd, LoginInput, LoginProgress } from './contract.js';

/** What is due. `forMs`: nothing, for so long. */
export type LoginTurn =
  | { readonly kind: 'redeem' }
  | { readonly kind: 'poll' }
  | { readonly kind: 'end'; readonly reason: EndReason }
  | { readonly kind: 'wait'; readonly forMs: number };

/** Entra's rule for an answer of slow_down, and ours for no answer. RFC 8628, section 3.5 */
const slowerMs = 5_000;
const usualIntervalMs = 5_000;

/** The life of one sign-in. Pure: the workflow feeds it signals and outcomes and does what it says. Times in ms since the epoch. */
export class LoginRun {
  private readonly expiresAt: number;
  private intervalMs: number;
  private pollAt: number;
  private polls = 0;
  private hasArrived = false;
  private isCancelled = false;
  private isInterrupted = false;
  private end: LoginEnd | null = null;

  constructor(
    private readonly flow: LoginInput['flow'],
    { livesMs, intervalMs = usualIntervalMs }: Pick<LoginInput, 'livesMs' | 'intervalMs'>,
    now: number,
  ) {
    this.expiresAt = now + livesMs;
    this.intervalMs = intervalMs;
    this.pollAt = now + intervalMs;
  }

  noteArrived(): void {
    this.hasArrived = true;
  }

  noteCancelled(): void {
    this.isCancelled = true;
  }

  /** What is due; only when nothing is under way. */
  turn(now: number): LoginTurn {
    if (this.isInterrupted) return { kind: 'end', reason: 'interrupted' };
    // An answer that is here counts before anything else: whoever gave it sees that it worked.
    if (this.hasArrived) return { kind: 'redeem' };
    if (this.isCancelled) return { kind: 'end', reason: 'cancelled' };
    if (now >= this.expiresAt) return { kind: 'end', reason: 'expired' };
    if (this.flow === 'code') return { kind: 'wait', forMs: this.expiresAt - now };
    if (now >= this.pollAt) return { kind: 'poll' };
    return { kind: 'wait', forMs: Math.min(this.pollAt, this.expiresAt) - now };
  }

  finish(turn: LoginTurn, step: LoginStep, now: number): void {
    if (turn.kind === 'poll') this.polls += 1;
    switch (step.kind) {
      case 'completed':
        this.end = { ended: 'completed', accountId: step.accountId };
        return;
      case 'failed':
        this.end = { ended: step.code, accountId: null };
        return;
      case 'slowDown':
        this.intervalMs += slowerMs;
        this.pollAt = now + this.intervalMs;
        return;
      case 'pending':
        this.pollAt = now + this.intervalMs;
    }
  }

  /** A step came to nothing, and was repeated for as long as that makes sense. */
  fail(turn: LoginTurn, now: number): void {
    if (turn.kind === 'poll') this.finish(turn, { kind: 'slowDown' }, now);
    else this.isInterrupted = true;
  }

  /** Null: it goes on. */
  ended(): LoginEnd | null {
    return this.end;
  }

  progress(): LoginProgress {
    const { end, polls } = this;
    if (end !== null) return { state: 'ended', ended: end.ended, polls };
    return { state: this.hasArrived ? 'redeeming' : 'waiting', ended: null, polls };
  }
}
