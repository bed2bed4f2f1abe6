import type { ApprovalEnd, ApprovalProgress } from './contract.js';

/** What is due. */
export type ApprovalTurn =
  | { readonly kind: 'wait'; readonly forMs: number }
  | { readonly kind: 'look' }
  | { readonly kind: 'perform' };

/** What a look found, as the activity says it. */
type Look = 'waiting' | 'approved' | 'refused' | 'expired' | 'over' | 'gone';

/** A clock in Redis's process may be behind ours: what has expired here has not there, so it is looked again. */
const lookAgainMs = 1_000;

/** Decides what an approval does next; pure, the workflow tells it times and outcomes. Times in ms since the epoch. */
export class ApprovalRun {
  private lookAt: number;
  private hasHeard = false;
  private isApproved = false;
  private isLooking = false;
  private end: ApprovalEnd | null = null;

  constructor(livesMs: number, now: number) {
    this.lookAt = now + livesMs;
  }

  noteDecided(): void {
    this.hasHeard = true;
  }

  /** Only when nothing is under way. */
  turn(now: number): ApprovalTurn {
    if (this.isApproved) return { kind: 'perform' };
    if (this.hasHeard || now >= this.lookAt) return { kind: 'look' };
    return { kind: 'wait', forMs: this.lookAt - now };
  }

  /** What is heard from now on was not yet seen. */
  beginLook(): void {
    this.hasHeard = false;
    this.isLooking = true;
  }

  looked(found: Look, now: number): void {
    this.isLooking = false;
    if (found === 'approved') this.isApproved = true;
    else if (found === 'waiting') this.lookAt = Math.max(this.lookAt, now + lookAgainMs);
    else this.end = found;
  }

  performed(end: ApprovalEnd): void {
    this.end = end;
  }

  /** Null: it goes on. */
  ended(): ApprovalEnd | null {
    return this.end;
  }

  progress(): ApprovalProgress {
    const { end } = this;
    if (end !== null) return { state: 'ended', ended: end };
    const state = this.isApproved ? 'performing' : this.isLooking ? 'looking' : 'waiting';
    return { state, ended: null };
  }
}
