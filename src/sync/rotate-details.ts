import type { PlannerClient } from '../domain/planner.js';
import { GraphError } from '../domain/graph-error.js';
import { isTransient } from './graph-refusals.js';
import type { Seen } from './sync-record.js';
import type { SweepStore } from './sweep-store.js';

const leastPerLook = 20;
const mostPerLook = 400;

/** Reads the details whose turn it is and announces those that changed. Answers how many. */
export async function rotateDetails(
  deps: {
    readonly store: SweepStore;
    readonly planner: PlannerClient;
    readonly detailsRotationMs: number;
  },
  planId: string,
  look: {
    readonly now: number;
    /** Tasks of the plan on both sides, and the time since the last look (ms): they set the share of this one. */
    readonly total: number;
    readonly sinceMs: number;
    readonly pairs: ReadonlyMap<string, string>;
  },
): Promise<number> {
  const { store, planner, detailsRotationMs: rotationMs } = deps;
  const share = Math.ceil((look.total * look.sinceMs) / rotationMs) * 2;
  const limit = Math.min(mostPerLook, Math.max(leastPerLook, share));
  const due = await store.dueDetails(planId, look.now - rotationMs, limit);
  if (due.length === 0) return 0;

  const [known, read] = await Promise.all([
    store.detailsEtags(due),
    Promise.all(due.map((plannerId) => readEtag(planner, plannerId))),
  ]);
  const seen = new Map<string, Seen>();
  due.forEach((plannerId, at) => {
    const etag = read[at] ?? null;
    if (etag !== null && etag !== known[at]) {
      seen.set(plannerId, { kind: 'details', listedAt: look.now });
    }
  });
  const refs = [...seen.keys()].flatMap((plannerId) => look.pairs.get(plannerId) ?? []);
  await store.announce(planId, { seen, refs, source: 'planner' });
  await store.detailsRead(planId, due, look.now);
  return refs.length;
}

async function readEtag(planner: PlannerClient, plannerId: string): Promise<string | null> {
  try {
    return (await planner.getDetails(plannerId)).etag;
  } catch (error) {
    // One task that cannot be read must not keep the others from their turn; if it is gone, the listing says so.
    if (error instanceof GraphError && (!isTransient(error) || error.code === 'unexpected')) {
      return null;
    }
    throw error;
  }
}
