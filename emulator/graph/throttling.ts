/** Who asks, and when it reached us (ms of a clock that never jumps). */
export interface Arrival {
  /** Throttling is per app; a person's requests are nobody else's. */
  readonly callerId: string;
  readonly arrivedAt: number;
}

interface ThrottlingCounts {
  /** Requests that were answered with a Retry-After. */
  readonly throttled: number;
  /** Time in which the caller was to send nothing, overlaps counted once, up to now (ms). */
  readonly closedMs: number;
  /** Requests that came within a quarter of a second after the answer had left: they were under way. */
  readonly onTheirWay: number;
  /** Requests that came later than that, although the time had not passed. */
  readonly inClosedGate: number;
}

/** Keeps book of whether callers wait as long as they were told. */
export interface Throttling {
  /** A caller was told to wait; the answer leaves in `leavesInMs`. */
  close(callerId: string, retryAfterMs: number, leavesInMs: number): Gate;
  /** A request reached a gate that may be closed for it. */
  note(arrivals: Arrival, gates: readonly Gate[]): void;
  counts(): ThrottlingCounts;
  clear(): void;
}

/** One answer that told a caller to wait. */
export interface Gate {
  readonly callerId: string;
  readonly from: number;
  readonly until: number;
}

/** A caller gets to know of an answer, and tells others of its kind, within this time. */
const onTheWayMs = 250;

export function createThrottling(now: () => number): Throttling {
  let throttled = 0;
  let onTheirWay = 0;
  let inClosedGate = 0;
  let closedMs = 0;
  let closedUntil = Number.NEGATIVE_INFINITY;
  return {
    close(callerId, retryAfterMs, leavesInMs) {
      throttled += 1;
      const at = now();
      closedMs += Math.max(0, at + retryAfterMs - Math.max(at, closedUntil));
      closedUntil = Math.max(closedUntil, at + retryAfterMs);
      return { callerId, from: at + leavesInMs, until: at + retryAfterMs };
    },
    note(arrival, gates) {
      const closed = gates.filter((gate) => isClosed(gate, arrival));
      if (closed.length === 0) return;
      const depthMs = Math.max(...closed.map(({ from }) => arrival.arrivedAt - from));
      if (depthMs <= onTheWayMs) onTheirWay += 1;
      else inClosedGate += 1;
    },
    counts: () => ({
      throttled,
      closedMs: Math.round(closedMs - Math.max(0, closedUntil - now())),
      onTheirWay,
      inClosedGate,
    }),
    clear() {
      throttled = 0;
      onTheirWay = 0;
      inClosedGate = 0;
      closedMs = 0;
      closedUntil = Number.NEGATIVE_INFINITY;
    },
  };
}

export function isClosed({ callerId, from, until }: Gate, arrival: Arrival): boolean {
  return callerId === arrival.callerId && arrival.arrivedAt > from && arrival.arrivedAt < until;
}
