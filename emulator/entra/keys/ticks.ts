/** Milliseconds since 1970 that never repeat and never go back, so that two events always have an order. */
export function createTicks(now: () => Date): () => number {
  let last = 0;
  return () => {
    last = Math.max(last + 1, now().getTime());
    return last;
  };
}
