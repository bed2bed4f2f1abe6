/** Chances that come out the same in every run. */
export interface Chance {
  /** From 0 up to 1, which is never reached. */
  next(): number;
  is(share: number): boolean;
  upTo(value: number): number;
  index(count: number): number;
  /** Around a mean, as waits are: many short ones, a few long ones. */
  about(mean: number): number;
  pick<T>(values: readonly T[]): T;
}

/** Mulberry32, a small generator of good enough numbers. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    is: (share) => next() < share,
    upTo: (value) => next() * value,
    index: (count) => Math.floor(next() * count),
    about: (mean) => -mean * Math.log(1 - next()),
    pick(values) {
      const value = values[Math.floor(next() * values.length)];
      if (value === undefined) throw new Error('There is nothing to pick from');
      return value;
    },
  };
}
