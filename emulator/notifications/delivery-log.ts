/** One POST to a subscriber. Holds neither bodies nor secrets. */
export interface DeliveryAttempt {
  readonly at: string;
  readonly address: string;
  readonly kind: 'change' | 'lifecycle';
  readonly subscriptionIds: readonly string[];
  readonly notifications: number;
  /** 1 for the first. */
  readonly attempt: number;
  readonly status: number | 'timeout' | 'unreachable';
  readonly ms: number;
}

/** What became of a subscription's notifications so far. */
export interface DeliveryCounts {
  readonly queued: number;
  readonly delivered: number;
  readonly failedAttempts: number;
  /** Given up after four hours. */
  readonly discarded: number;
  /** Not sent because the address is too slow. */
  readonly dropped: number;
  /** Lost on demand. */
  readonly lost: number;
  /** From the change to the answer of its delivery, of the last one. */
  readonly lastLatencyMs: number | null;
}

export interface DeliveryLog {
  add(attempt: DeliveryAttempt): void;
  count(subscriptionId: string, what: keyof Omit<DeliveryCounts, 'lastLatencyMs'>): void;
  latency(subscriptionId: string, ms: number): void;
  countsOf(subscriptionId: string): DeliveryCounts;
  /** Newest first; of one subscription or of all. */
  latest(limit: number, subscriptionId?: string): DeliveryAttempt[];
}

const CAPACITY = 2000;
const NONE: DeliveryCounts = {
  queued: 0,
  delivered: 0,
  failedAttempts: 0,
  discarded: 0,
  dropped: 0,
  lost: 0,
  lastLatencyMs: null,
};

/** Kept while the emulator runs. */
export function createDeliveryLog(): DeliveryLog {
  const attempts: DeliveryAttempt[] = [];
  const counts = new Map<string, DeliveryCounts>();
  const countsOf = (id: string): DeliveryCounts => counts.get(id) ?? NONE;
  return {
    add(attempt) {
      attempts.push(attempt);
      if (attempts.length > 2 * CAPACITY) attempts.splice(0, attempts.length - CAPACITY);
    },
    count(id, what) {
      const before = countsOf(id);
      counts.set(id, { ...before, [what]: before[what] + 1 });
    },
    latency: (id, ms) => counts.set(id, { ...countsOf(id), lastLatencyMs: ms }),
    countsOf,
    latest: (limit, id) =>
      attempts
        .filter(({ subscriptionIds }) => id === undefined || subscriptionIds.includes(id))
        .slice(-limit)
        .toReversed(),
  };
}
