import type {
  SubscriptionOutcome,
  SubscriptionRefusal,
} from '../../src/domain/subscriptions/subscription-outcome.js';
import type { LifecycleNotice, SubscriptionCarried, SubscriptionView } from './contract.js';

/** What is done about the subscription itself, one at a time. */
export type Step = 'ensure' | 'renew' | 'reauthorize' | 'remove';
/** What is done about changes, one at a time, beside the steps. */
export type Delivery = 'resync' | 'deliver';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/**
 * Graph does not take `/reauthorize` and a renewal of one subscription within this time (ms).
 * https://learn.microsoft.com/graph/change-notifications-lifecycle-events
 */
export const apartMs = 10 * minuteMs;
/** Not every loss is announced: so often Graph is asked whether the subscription is there (ms). */
const checkEveryMs = 24 * hourMs;
const jitter = 0.2;
/** What failed for good in a way that nobody foresaw is tried again after this (ms). */
const afterFailureMs = 5 * minuteMs;

/** First and longest wait after a refusal (ms); it doubles in between. */
const patience: Readonly<Record<SubscriptionRefusal, readonly [number, number]>> = {
  permission_lost: [5 * minuteMs, hourMs],
  quota: [15 * minuteMs, 6 * hourMs],
  address_unreachable: [minuteMs, 30 * minuteMs],
  duplicate: [5 * minuteMs, hourMs],
  rejected: [15 * minuteMs, 6 * hourMs],
  no_address: [hourMs, hourMs],
};

interface Standing {
  readonly id: string;
  readonly expiresAt: number;
  readonly renewAt: number;
}

/**
 * The life of one subscription. Pure: the workflow feeds it signals and outcomes and does what it says. Times in ms since
 * the epoch; `random` gives 0 to 1.
 */
export class SubscriptionState {
  private standing: Standing | null = null;
  /** The last one that stood: Graph may deny it once and show it again. */
  private knownId: string | null = null;
  private renewedAt: number | null = null;
  private reauthorizedAt: number | null = null;
  private checkAt: number;
  /** Graph is to be asked now, whatever an answer under way says. */
  private wantsCheck = false;
  private refusal: SubscriptionCarried['refusal'] = null;
  private wantsReauthorization = false;
  private wantsRenewal = false;
  private wantsResync = false;
  private wantsRemoval = false;
  private removeAt = 0;
  /** From the start: Temporal may have lost a run that knew of some. */
  private changesWait = true;
  private deliverAt = 0;
  /** Said to be removed by Graph; it may still answer for it for a while. */
  private suspectId: string | null = null;
  private step: Step | null = null;
  private delivery: Delivery | null = null;
  private isRemoved = false;
  /** Somebody asked for it while it was being removed; the removal may have ended before that. */
  private isWantedAgain = false;

  constructor(
    private readonly now: () => number,
    private readonly random: () => number,
  ) {
    this.checkAt = now();
  }

  static from(
    carried: SubscriptionCarried | undefined,
    now: () => number,
    random: () => number,
  ): SubscriptionState {
    const state = new SubscriptionState(now, random);
    if (carried === undefined) return state;
    const { subscriptionId: id, expiresAt, renewAt } = carried;
    state.standing =
      id === null || expiresAt === null || renewAt === null ? null : { id, expiresAt, renewAt };
    state.knownId = id;
    state.suspectId = carried.suspectId ?? null;
    state.renewedAt = carried.renewedAt;
    state.reauthorizedAt = carried.reauthorizedAt;
    state.checkAt = carried.checkAt;
    state.refusal = carried.refusal;
    state.wantsReauthorization = carried.wantsReauthorization;
    state.wantsRenewal = carried.wantsRenewal;
    state.wantsResync = carried.wantsResync;
    state.wantsRemoval = carried.wantsRemoval;
    state.changesWait = carried.changesWait;
    return state;
  }

  noteChanges(): void {
    this.changesWait = true;
  }

  noteLifecycle({ event, subscriptionId }: LifecycleNotice): void {
    // Before the first look nobody here knows which one is ours; what was missed was missed all the same.
    const isUnknown = this.standing === null && event === 'missed';
    if (!isUnknown && subscriptionId !== this.standing?.id) return;
    switch (event) {
      case 'missed':
        this.wantsResync = true;
        return;
      case 'reauthorizationRequired':
        this.wantsReauthorization = true;
        return;
      case 'subscriptionRemoved':
        this.suspectId = subscriptionId;
        this.wantsCheck = true;
    }
  }

  /** Looked at, renewed, and tried again after a refusal, all now. */
  noteRenewNow(): void {
    if (this.isRemoved) this.reopen();
    this.isWantedAgain = this.step === 'remove';
    this.wantsCheck = true;
    this.wantsRenewal = true;
  }

  noteUnsubscribe(): void {
    this.wantsRemoval = true;
  }

  /** The step that is due; it counts as begun. */
  takeStep(): Step | null {
    const { step, at } = this.next();
    if (this.step !== null || this.isRemoved || at > this.now()) return null;
    this.step = step;
    if (step === 'ensure') this.wantsCheck = false;
    if (step === 'renew') this.wantsRenewal = false;
    if (step === 'renew' || step === 'reauthorize') this.wantsReauthorization = false;
    return step;
  }

  finishStep(outcome: SubscriptionOutcome): void {
    const step = this.endStep() ?? 'ensure';
    switch (outcome.kind) {
      case 'standing':
        this.stand(step, outcome);
        return;
      case 'reauthorized':
        this.refusal = null;
        return;
      case 'gone':
        this.standing = null;
        this.refusal = null;
        this.wantsResync = true;
        return;
      case 'refused':
        this.refuse(step, outcome);
        return;
      case 'unwanted':
        this.wantsRemoval = true;
        return;
      case 'removed':
        this.isRemoved = true;
        if (this.isWantedAgain) this.reopen();
        return;
      case 'wanted':
        this.reopen();
    }
  }

  /** The step was stopped before it ended: it is still to be done. */
  returnStep(): void {
    const step = this.endStep();
    if (step === 'ensure') this.wantsCheck = true;
    if (step === 'renew') this.wantsRenewal = true;
    if (step === 'reauthorize') this.wantsReauthorization = true;
  }

  failStep(): void {
    if (this.step === 'remove') {
      this.step = null;
      this.removeAt = this.now() + afterFailureMs;
    } else this.finishStep({ kind: 'refused', reason: 'rejected', retryAfterMs: null });
  }

  takeDelivery(): Delivery | null {
    if (!this.canDeliver()) return null;
    if (this.wantsResync && this.standing !== null) {
      this.wantsResync = false;
      this.delivery = 'resync';
    } else {
      this.changesWait = false;
      this.delivery = 'deliver';
    }
    return this.delivery;
  }

  /** `left`: how many changes wait still. */
  finishDelivery(left: number): void {
    if (left > 0) this.changesWait = true;
    this.delivery = null;
  }

  /** The delivery was stopped before it ended. */
  returnDelivery(): void {
    if (this.delivery === 'resync') this.wantsResync = true;
    this.changesWait = true;
    this.delivery = null;
  }

  failDelivery(): void {
    this.returnDelivery();
    this.deliverAt = this.now() + afterFailureMs;
  }

  hasStartable(): boolean {
    if (this.canDeliver()) return true;
    return this.step === null && !this.isRemoved && this.next().at <= this.now();
  }

  /** What is going on must stop, because the subscription is to be removed. */
  mustStop(): boolean {
    return this.wantsRemoval && (this.delivery !== null || (this.step ?? 'remove') !== 'remove');
  }

  isOver(): boolean {
    return this.isRemoved && this.delivery === null;
  }

  /** Until something is due (ms); null while only the end of what is under way is awaited. */
  msUntilNext(): number | null {
    const times: number[] = [];
    if (this.step === null && !this.isRemoved) times.push(this.next().at);
    const mayDeliver = this.delivery === null && !this.wantsRemoval && !this.isRemoved;
    if (mayDeliver && this.hasToDeliver()) times.push(this.deliverAt);
    return times.length === 0 ? null : Math.max(0, Math.min(...times) - this.now());
  }

  view(): SubscriptionView {
    const { standing } = this;
    return {
      state: this.nameOfState(),
      subscriptionId: standing?.id ?? null,
      expiresAt: standing?.expiresAt ?? null,
      renewAt: standing?.renewAt ?? null,
      changesWait: this.changesWait || this.delivery !== null,
    };
  }

  /** What the next run needs to go on; only when nothing is under way. */
  toCarried(): SubscriptionCarried {
    const { standing } = this;
    return {
      subscriptionId: standing?.id ?? null,
      expiresAt: standing?.expiresAt ?? null,
      renewAt: standing?.renewAt ?? null,
      renewedAt: this.renewedAt,
      reauthorizedAt: this.reauthorizedAt,
      suspectId: this.suspectId,
      checkAt: this.wantsCheck ? this.now() : this.checkAt,
      refusal: this.refusal,
      wantsReauthorization: this.wantsReauthorization,
      wantsRenewal: this.wantsRenewal,
      wantsResync: this.wantsResync,
      wantsRemoval: this.wantsRemoval,
      changesWait: this.changesWait,
    };
  }

  private next(): { readonly step: Step; readonly at: number } {
    const now = this.now();
    if (this.wantsRemoval) return { step: 'remove', at: Math.max(now, this.removeAt) };
    if (this.wantsCheck) return { step: 'ensure', at: now };
    const { standing, refusal } = this;
    if (refusal !== null) {
      const { retry, retryAt } = refusal;
      const at = this.notTooSoon('renew', retryAt);
      const isThere =
        retry === 'renew' && standing !== null && standing.expiresAt > Math.max(now, at);
      return isThere ? { step: 'renew', at } : { step: 'ensure', at: retryAt };
    }
    if (standing === null || standing.expiresAt <= now || this.checkAt <= now) {
      return { step: 'ensure', at: now };
    }
    const renewal = {
      step: 'renew' as const,
      at: this.notTooSoon('renew', this.wantsRenewal ? now : standing.renewAt),
    };
    const check = { step: 'ensure' as const, at: this.checkAt };
    const soonest = check.at < renewal.at ? check : renewal;
    if (!this.wantsReauthorization) return soonest;
    // A renewal reauthorizes too, and after a reauthorization it would have to wait.
    const isRenewalNear = Math.min(standing.renewAt, standing.expiresAt - apartMs) <= now + apartMs;
    const wanted = isRenewalNear
      ? { step: 'renew' as const, at: this.notTooSoon('renew', now) }
      : { step: 'reauthorize' as const, at: this.notTooSoon('reauthorize', now) };
    return wanted.at <= soonest.at ? wanted : soonest;
  }

  /** Not before the other of the two calls is long enough ago. */
  private notTooSoon(step: 'renew' | 'reauthorize', at: number): number {
    const other = step === 'renew' ? this.reauthorizedAt : this.renewedAt;
    return other === null ? at : Math.max(at, other + apartMs);
  }

  private stand(
    step: Step,
    outcome: Extract<SubscriptionOutcome, { readonly kind: 'standing' }>,
  ): void {
    const { subscriptionId: id } = outcome;
    const now = this.now();
    const isNew = this.knownId !== null && id !== this.knownId;
    this.knownId = id;
    const isSound = outcome.expiresAt > now && (step !== 'renew' || outcome.renewAt > now);
    const { expiresAt, renewAt } = isSound
      ? outcome
      : { expiresAt: now + 2 * afterFailureMs, renewAt: now + afterFailureMs };
    this.standing = { id, expiresAt, renewAt };
    this.refusal = null;
    if (outcome.mustResync) this.wantsResync = true;
    if (outcome.isFresh) this.wantsRenewal = false;
    if (step !== 'renew' && outcome.mustRenew) this.wantsRenewal = true;
    if (isNew) {
      this.wantsReauthorization = false;
      this.renewedAt = null;
      this.reauthorizedAt = null;
    }
    if (step !== 'ensure') return;
    const nextCheckMs =
      id === this.suspectId ? apartMs : checkEveryMs * (1 - jitter * this.random());
    this.checkAt = Math.ceil(now + nextCheckMs);
    this.suspectId = null;
  }

  private refuse(
    step: Step,
    { reason, retryAfterMs }: Extract<SubscriptionOutcome, { readonly kind: 'refused' }>,
  ): void {
    const times = this.refusal?.reason === reason ? this.refusal.times + 1 : 1;
    const [first, longest] = patience[reason];
    const waitMs = Math.min(first * 2 ** Math.min(times - 1, 20), longest);
    const jittered = waitMs * (1 + jitter * this.random());
    this.refusal = {
      reason,
      retry: step === 'ensure' ? 'ensure' : 'renew',
      times,
      retryAt: Math.ceil(this.now() + Math.max(jittered, retryAfterMs ?? 0)),
    };
  }

  /** Somebody wants it again before the run has ended. */
  private reopen(): void {
    this.isRemoved = false;
    this.isWantedAgain = false;
    this.wantsRemoval = false;
    this.standing = null;
    this.refusal = null;
  }

  /** However it ended, Graph may have done it, until this moment. */
  private endStep(): Step | null {
    const { step } = this;
    this.step = null;
    if (step === 'renew') this.renewedAt = this.now();
    if (step === 'reauthorize') this.reauthorizedAt = this.now();
    return step;
  }

  private canDeliver(): boolean {
    if (this.delivery !== null || this.wantsRemoval || this.isRemoved) return false;
    if (this.deliverAt > this.now()) return false;
    return this.hasToDeliver();
  }

  private hasToDeliver(): boolean {
    return this.changesWait || (this.wantsResync && this.standing !== null);
  }

  private nameOfState(): SubscriptionView['state'] {
    if (this.wantsRemoval || this.isRemoved) return 'removing';
    if (this.refusal !== null) return this.refusal.reason;
    return this.standing === null ? 'creating' : 'active';
  }
}
