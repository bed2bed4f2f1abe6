/** The part of a whole that never repeats itself soon: spreads values evenly over a range, the same in every run. */
const goldenRatio = 0.618_033_988_749_895;

/** Which requests of a storm are throttled, and for how long (seconds). */
export interface Storm {
  /** Null: the request passes. */
  next(): number | null;
}

/** Every n-th request, for a time within the range; nothing in it is left to chance. */
export function createStorm({
  every,
  minSeconds,
  maxSeconds,
}: {
  readonly every: number;
  readonly minSeconds: number;
  readonly maxSeconds: number;
}): Storm {
  let requests = 0;
  let throttled = 0;
  return {
    next() {
      requests += 1;
      if (requests % every !== 0) return null;
      throttled += 1;
      const part = (throttled * goldenRatio) % 1;
      return minSeconds + Math.floor(part * (maxSeconds - minSeconds + 1));
    },
  };
}
