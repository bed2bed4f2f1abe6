/** Who asks, and when it reached us (ms of a clock that never jumps). */
export interface Arrival {
  /** Throttling is per app; a person's requests are nobody else's. */
  readonly callerId: string;
  readonly arrivedAt: number;
}

interface ThrottlingCounts {
  /** Requests that were answered with a Retry-After. */
  readonly throttled: number;
  /** Requests that came although the time had not passed: also those that were under way when the answer left. */
  readonly inClosedGate: number;
  /** How long after the answer had left the latest of them came (ms). */
  readonly deepestMs: number;
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

export function createThrottling(now: () => number): Throttling {
  let throttled = 0;
  let inClosedGate = 0;
  let deepestMs = 0;
  return {
    close(callerId, retryAfterMs, leavesInMs) {
      throttled += 1;
      const at = now();
      return { callerId, from: at + leavesInMs, until: at + retryAfterMs };
    },
    note(arrival, gates) {
      const closed = gates.filter((gate) => isClosed(gate, arrival));
      if (closed.length === 0) return;
      inClosedGate += 1;
      deepestMs = Math.max(deepestMs, ...closed.map(({ from }) => arrival.arrivedAt - from));
    },
    counts: () => ({ throttled, inClosedGate, deepestMs: Math.round(deepestMs) }),
    clear() {
      throttled = 0;
      inClosedGate = 0;
      deepestMs = 0;
    },
  };
}

export function isClosed({ callerId, from, until }: Gate, arrival: Arrival): boolean {
  return callerId === arrival.callerId && arrival.arrivedAt > from && arrival.arrivedAt < until;
}
