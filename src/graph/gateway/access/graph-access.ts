import type { Alert, AlertSubject } from '../../../domain/alert.js';
import type { GraphLane } from '../graph-request.js';
import type { GraphService } from '../graph-service.js';

/** So many requests of one lane want to go. */
export interface Ask {
  readonly lane: GraphLane;
  readonly count: number;
}

/**
 * Why a request must not go now:
 * - `gate`: Graph asked to wait
 * - `drain`: the gate has just opened, and others go first
 * - `circuit`: too much failed
 * - `budget`: the configured requests of this minute are used up
 */
export type RefusalKind = 'gate' | 'drain' | 'circuit' | 'budget';

export interface Refusal {
  readonly kind: RefusalKind;
  readonly retryAfterMs: number;
  /** What was seen; empty where the kind says it all. */
  readonly why: string;
}

export interface Verdict {
  readonly granted: number;
  /** Of the others; null when there are none. */
  readonly refusal: Refusal | null;
}

export interface Admission {
  /** Changes whenever the circuit opens or closes. */
  readonly generation: number;
  /** One request may go, to find out whether the service is well again. */
  readonly isProbe: boolean;
  /** The gate was closed for a time of our own choice not long ago: the next success is to be told. */
  readonly isDoubtful: boolean;
  /** In the order of what was asked. */
  readonly verdicts: readonly Verdict[];
}

/** What came back, where it says something about the service as a whole. */
export interface AccessReport {
  readonly generation: number;
  /** The mailbox that was asked, of a service that limits each by itself. */
  readonly mailbox?: string;
  readonly throttled?: {
    /** It is the mailbox's own limit: others of the service may be asked. */
    readonly isOfMailbox?: true;
    /** Null: Graph gave no Retry-After. */
    readonly retryAfterMs: number | null;
    readonly why: string;
    /** Requests that were told so. */
    readonly count: number;
  };
  /** What had been throttled without a time is well again: the next such wait is a short one. */
  readonly isWell?: true;
  /** Too much failed: why the circuit is to open. */
  readonly failing?: { readonly why: string; readonly alert: Alert };
  readonly probe?: 'ok' | 'failed';
  readonly over?: AlertSubject & { readonly at: string };
}

/** Gate, circuit and budget of every service: of one process, or shared by all replicas. */
export interface GraphAccess {
  /**
   * `asks`: the most urgent first. `heldBack`: so many the caller has held back since it asked last, because it knew that
   * the gate was closed; they are counted as refused.
   */
  admit(
    service: GraphService,
    asks: readonly Ask[],
    heldBack?: number,
    /** That all of them are for; null: none. */
    mailbox?: string | null,
  ): Promise<Admission>;
  /** Answers for how long the gate is closed now (ms). */
  report(service: GraphService, report: AccessReport): Promise<number>;
}
