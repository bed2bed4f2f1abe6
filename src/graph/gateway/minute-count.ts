const slots = 60;

/** Counts what happened in the last minute, to the second. */
export interface MinuteCount {
  add(count: number): void;
  perMinute(): number;
}

/** `now`: ms. */
export function createMinuteCount(now: () => number): MinuteCount {
  const counts = new Map<number, number>();
  const forget = (second: number): void => {
    for (const at of counts.keys()) if (at <= second - slots) counts.delete(at);
  };
  return {
    add(count) {
      const second = Math.floor(now() / 1_000);
      forget(second);
      counts.set(second, (counts.get(second) ?? 0) + count);
    },
    perMinute() {
      forget(Math.floor(now() / 1_000));
      return [...counts.values()].reduce((sum, count) => sum + count, 0);
    },
  };
}
