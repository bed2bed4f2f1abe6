import { defineQuery, defineSignal } from '@temporalio/workflow';
import type { WatchPace } from '../../src/domain/watch-pace.js';

/** The adaptive rhythm of the looks (ms). */
export interface WatchRhythm {
  readonly minMs: number;
  readonly maxMs: number;
}

export interface PlanWatchInput {
  readonly accountId: string;
  readonly rhythm: WatchRhythm;
  /** Continues as new at so many events of history; at Temporal's own suggestion without it. */
  readonly historyLimit?: number;
  /** Rhythm of each plan in the run before; of runs that carried it plan by plan. */
  readonly carried?: readonly WatchedPlan[];
  /** The same, one line a plan (`carried-plans.ts`): ten thousand plans must fit into one payload. */
  readonly carriedLines?: string;
  /** Where somebody waits for a change, since when and until when (ms since the epoch). */
  readonly awaiting?: readonly {
    readonly planId: string;
    readonly since: number;
    readonly until: number;
  }[];
  /** When Graph is to be asked again which sources of changes it offers (ms since the epoch). */
  readonly probeAt?: number;
  /** What the list of plans was when it was read last. */
  readonly listDigest?: string;
}

export interface WatchedPlan {
  readonly planId: string;
  /** The next look comes after so long at the latest, when nothing happens until then (ms). */
  readonly intervalMs: number;
  /** Why that interval. */
  readonly pace?: WatchPace;
  /** When the next look is due (ms since the epoch). */
  readonly nextAt: number;
  /** Since when nothing happened (ms since the epoch). */
  readonly quietSince: number;
  /** Graph asked not to be looked at before (ms since the epoch). */
  readonly notBefore?: number;
}

/** Agents wrote into these plans; plans not yet watched are watched from now on. */
export interface PlansTouched {
  readonly planIds: readonly string[];
}

export interface PlansAwaited {
  readonly planIds: readonly string[];
  /** So long somebody waits (ms since the epoch); ten minutes from now count at most. */
  readonly untilMs: number;
}

export const plansTouched = defineSignal<[PlansTouched]>('plansTouched');
/** Somebody wants these plans looked at now. */
export const lookNow = defineSignal<[PlansTouched]>('lookNow');
/** Somebody waits for a change in these plans: they are looked at more often until then. */
export const awaited = defineSignal<[PlansAwaited]>('awaited');
/** New settings of the rhythm, from a server that was started with others. */
export const rhythmChanged = defineSignal<[WatchRhythm]>('rhythmChanged');
/** The named plans; without names those that are looked at most often, 50 at most. */
export const watchedPlans = defineQuery<readonly WatchedPlan[], [(readonly string[])?]>(
  'watchedPlans',
);

export const planWatchWorkflow = 'planWatch';

export function planWatchId(namespace: string, accountId: string): string {
  return `${namespace}/plan-watch/${accountId}`;
}
