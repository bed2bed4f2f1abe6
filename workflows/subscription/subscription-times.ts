import type {
  SubscriptionOutcome,
  SubscriptionRefusal,
} from '../../src/domain/subscriptions/subscription-outcome.js';
import type { SubscriptionCarried } from './contract.js';

/** What is done about the subscription itself, one at a time. */
export type Step = 'ensure' | 'renew' | 'reauthorize' | 'remove';

/** A step and when it is due. Times in ms since the epoch, here and below. */
export interface DueStep {
  readonly step: Step;
  readonly at: number;
}

export interface Standing {
  readonly id: string;
  readonly expiresAt: number;
  readonly renewAt: number;
}

export type Refusal = NonNullable<SubscriptionCarried['refusal']>;

/** What the next step depends on while the subscription is wanted. */
export interface Life {
  readonly standing: Standing | null;
  readonly refusal: Refusal | null;
  readonly renewedAt: number | null;
  readonly reauthorizedAt: number | null;
  readonly checkAt: number;
  readonly wantsRenewal: boolean;
  readonly wantsReauthorization: boolean;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/**
 * Graph does not take `/reauthorize` and a renewal of one subscription within this time (ms).
 * https://learn.microsoft.com/graph/change-notifications-lifecycle-events
 */
export const apartMs = 10 * minuteMs;
/** What failed for good in a way that nobody foresaw is tried again after this (ms). */
export const afterFailureMs = 5 * minuteMs;
/** Not every loss is announced: so often Graph is asked whether the subscription is there (ms). */
const checkEveryMs = 24 * hourMs;
const jitter = 0.2;

/** First and longest wait after a refusal (ms); it doubles in between. */
const patience: Readonly<Record<SubscriptionRefusal, readonly [number, number]>> = {
  permission_lost: [5 * minuteMs, hourMs],
  quota: [15 * minuteMs, 6 * hourMs],
  address_unreachable: [minuteMs, 30 * minuteMs],
  duplicate: [5 * minuteMs, hourMs],
  rejected: [15 * minuteMs, 6 * hourMs],
  no_address: [hourMs, hourMs],
};

export function nextStep(life: Life, now: number): DueStep {
  const { standing, refusal, checkAt } = life;
  if (refusal !== null) {
    const { retry, retryAt } = refusal;
    const at = notTooSoon(life, 'renew', retryAt);
    const isThere =
      retry === 'renew' && standing !== null && standing.expiresAt > Math.max(now, at);
    return isThere ? { step: 'renew', at } : { step: 'ensure', at: retryAt };
  }
  if (standing === null || standing.expiresAt <= now || checkAt <= now) {
    return { step: 'ensure', at: now };
  }
  const renewal: DueStep = {
    step: 'renew',
    at: notTooSoon(life, 'renew', life.wantsRenewal ? now : standing.renewAt),
  };
  const check: DueStep = { step: 'ensure', at: checkAt };
  const soonest = check.at < renewal.at ? check : renewal;
  if (!life.wantsReauthorization) return soonest;
  // A renewal reauthorizes too, and after a reauthorization it would have to wait.
  const isRenewalNear = Math.min(standing.renewAt, standing.expiresAt - apartMs) <= now + apartMs;
  const step = isRenewalNear ? 'renew' : 'reauthorize';
  const wanted: DueStep = { step, at: notTooSoon(life, step, now) };
  return wanted.at <= soonest.at ? wanted : soonest;
}

/** Not before the other of the two calls is long enough ago. */
function notTooSoon(
  { renewedAt, reauthorizedAt }: Life,
  step: 'renew' | 'reauthorize',
  at: number,
): number {
  const other = step === 'renew' ? reauthorizedAt : renewedAt;
  return other === null ? at : Math.max(at, other + apartMs);
}

/** As it stands after a step. Of an answer that is out of date already nothing counts but that it came. */
export function standingAfter(
  step: Step,
  outcome: Extract<SubscriptionOutcome, { readonly kind: 'standing' }>,
  now: number,
): Standing {
  const { subscriptionId: id, expiresAt, renewAt } = outcome;
  const isSound = expiresAt > now && (step !== 'renew' || renewAt > now);
  return isSound
    ? { id, expiresAt, renewAt }
    : { id, expiresAt: now + 2 * afterFailureMs, renewAt: now + afterFailureMs };
}

/** When a subscription that was just found is looked for again; sooner where Graph has said that it removed it. */
export function nextCheckAt(now: number, isSuspect: boolean, random: () => number): number {
  return Math.ceil(now + (isSuspect ? apartMs : checkEveryMs * (1 - jitter * random())));
}

/** How it goes on after a step that Graph refused: the more often in a row for the same reason, the later. */
export function refusalAfter(
  step: Step,
  outcome: Extract<SubscriptionOutcome, { readonly kind: 'refused' }>,
  before: Refusal | null,
  { now, random }: { readonly now: number; readonly random: () => number },
): Refusal {
  const { reason, retryAfterMs } = outcome;
  const times = before?.reason === reason ? before.times + 1 : 1;
  const [first, longest] = patience[reason];
  const waitMs = Math.min(first * 2 ** Math.min(times - 1, 20), longest);
  const jittered = waitMs * (1 + jitter * random());
  return {
    reason,
    retry: step === 'ensure' ? 'ensure' : 'renew',
    times,
    retryAt: Math.ceil(now + Math.max(jittered, retryAfterMs ?? 0)),
  };
}
