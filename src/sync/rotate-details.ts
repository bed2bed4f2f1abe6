import type { PlannerClient, PlannerTask } from '../domain/planner.js';
import { GraphError } from '../domain/graph-error.js';
import { isTransient } from './graph-refusals.js';
import type { Seen } from './sync-record.js';
import type { SweepStore } from './sweep-store.js';

/** When details are read again that no listing shows to have changed (ms). */
export interface DetailsRotation {
  /** After a change that sync had to look at them for, and at least. */
  readonly minMs: number;
  /** However long they have rested. */
  readonly maxMs: number;
}

const leastPerLook = 20;
const mostPerLook = 400;
/** The next reading comes after so many times the time that they have rested. */
const patience = 3;
/** Without details they need no request, so they are many more. */
const mostConsidered = 2_000;

/**
 * Reads the details whose turn it is and announces those that changed. Answers how many. A task's next turn comes after
 * three times as long as its details had rested at the last one, within the bounds: what is worked on is read often,
 * what rests seldom. Those that Graph does not show now keep their turn: what was read of the others counts, or a plan
 * with more of them than a budget allows would never get on.
 */
export async function rotateDetails(
  deps: {
    readonly store: SweepStore;
    readonly planner: PlannerClient;
    readonly detailsRotation: DetailsRotation;
  },
  planId: string,
  look: {
    readonly now: number;
    readonly listed: readonly PlannerTask[];
    /** Since the last look (ms): it sets the share of this one. */
    readonly sinceMs: number;
    readonly pairs: ReadonlyMap<string, string>;
  },
): Promise<number> {
  const { store, planner, detailsRotation: rotation } = deps;
  const { now, pairs } = look;
  const waiting = await store.dueDetails(planId, now - rotation.minMs, mostConsidered);
  if (waiting.length === 0) return 0;
  const open = new Set(look.listed.filter(mayChangeUnseen).map((task) => task.plannerId));
  const share = Math.ceil((open.size * look.sinceMs) / rotation.minMs) * 2;
  const limit = Math.min(mostPerLook, Math.max(leastPerLook, share));
  const due = waiting.filter((plannerId) => open.has(plannerId)).slice(0, limit);

  const looks = await Promise.all(due.map((plannerId) => readEtag(planner, plannerId)));
  const read = looks.filter((one): one is ReadDetails => one !== 'later');
  const [known, movedAt] = await Promise.all([
    store.detailsEtags(read.map(({ plannerId }) => plannerId)),
    store.detailsMovedAt(read.map(({ plannerId }) => pairs.get(plannerId) ?? null)),
  ]);
  const seen = new Map<string, Seen>();
  const turns = new Map<string, number>();
  // They have none, so that a listing shows when they get some.
  for (const plannerId of waiting) {
    if (!open.has(plannerId)) turns.set(plannerId, now + rotation.maxMs - rotation.minMs);
  }
  read.forEach(({ plannerId, etag }, at) => {
    const isChanged = etag !== null && etag !== known[at];
    if (isChanged) seen.set(plannerId, { kind: 'details', listedAt: now });
    const restedMs = etag === null || isChanged ? 0 : now - (movedAt[at] ?? 0);
    turns.set(plannerId, now + waitAfter(restedMs, rotation) - rotation.minMs);
  });
  const refs = [...seen.keys()].flatMap((plannerId) => pairs.get(plannerId) ?? []);
  await store.announce(planId, { seen, refs, source: 'planner' });
  await store.detailsRead(planId, turns);
  return refs.length;
}

/** Until details that have rested for so long are read again (ms). */
export function waitAfter(restedMs: number, { minMs, maxMs }: DetailsRotation): number {
  return Math.min(Math.max(patience * restedMs, minMs), maxMs);
}

/**
 * Whether the details may be changed without a change of what Planner derives from them for its lists: where there is
 * nothing yet, the first word or row shows. https://learn.microsoft.com/graph/api/resources/plannertask
 */
function mayChangeUnseen({ derived }: PlannerTask): boolean {
  return derived.hasDescription || derived.checklistItemCount > 0 || derived.referenceCount > 0;
}

interface ReadDetails {
  readonly plannerId: string;
  /** Null: they cannot be read. If the task is gone, the listing says so. */
  readonly etag: string | null;
}

/** `later`: Graph is busy or away. */
async function readEtag(planner: PlannerClient, plannerId: string): Promise<ReadDetails | 'later'> {
  try {
    return { plannerId, etag: (await planner.getDetails(plannerId)).etag };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    const isHopeless = !isTransient(error) || error.code === 'unexpected';
    return isHopeless ? { plannerId, etag: null } : 'later';
  }
}
