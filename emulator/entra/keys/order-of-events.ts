/**
 * Numbers that only grow, over restarts too: whether a token was issued before a revocation. They follow the machine's clock,
 * not the one that may be set wrong for a rehearsal.
 */
export function createOrderOfEvents(machineMs: () => number): () => number {
  let last = 0;
  return () => {
    last = Math.max(last + 1, machineMs());
    return last;
  };
}
