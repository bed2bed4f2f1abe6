import { isLeftToCreates } from '../domain/adoption.js';
import type { FailingTask } from '../domain/failing-task.js';
import type { PlanDifference } from '../domain/planner-change.js';
import type { OwnIdentity, PlannerTask } from '../domain/planner.js';
import { plannerRef } from '../domain/ref.js';
import type { SweepStore } from './sweep-store.js';
import type { Seen } from './sync-record.js';

interface AnnounceDeps {
  readonly store: SweepStore;
  /** As whom we write to the plan. */
  readonly own: OwnIdentity;
}

/** A change announced so long ago and still not taken is announced again (ms), later twice as late, up to the longest. */
const announceAgainMs = 30_000;
const longestPatienceMs = 300_000;

/** When what is announced was seen (ms). */
export interface SightTimes {
  readonly beganAt: number;
  readonly endedAt: number;
  readonly previousLookAt: number | null;
}

/**
 * Puts what differs from what we know into the same outbox as an agent's write, what was announced before only as a
 * reminder and ever more seldom. Answers how many tasks that are.
 */
export async function announceDifference(
  { store, own }: AnnounceDeps,
  planId: string,
  found: {
    readonly difference: PlanDifference;
    readonly failing: ReadonlyMap<string, FailingTask>;
    readonly pairs: ReadonlyMap<string, string>;
    readonly times: SightTimes;
  },
): Promise<number> {
  const { difference, pairs, failing, times } = found;
  const { changed, unknown, missing } = difference;
  const ids = [...changed, ...unknown].map((task) => task.plannerId);
  const hints = await store.hints([...ids, ...missing], pairs);
  // Read after the listing: an attempt stands before its task can be listed.
  const attempts = unknown.length === 0 ? [] : [...(await store.openAttempts(planId)).values()];

  const news = new Map<string, Seen>();
  const reminders = new Map<string, Seen>();
  /** What was tried in vain has its own time; only something new makes it come earlier. */
  const isFailing = (plannerId: string): boolean => {
    const nextAt = failing.get(pairs.get(plannerId) ?? '')?.nextAt;
    return nextAt !== undefined && nextAt > times.beganAt;
  };
  const isDue = (plannerId: string, isSame: (earlier: Seen) => boolean): boolean => {
    const hint = hints.get(plannerId);
    if (hint === undefined) return true;
    // Sync touched it after this listing began and knows better; a real change shows again at the next look.
    if (hint.touchedAt >= times.beganAt) return false;
    const earlier = hint.seen;
    if (earlier !== null && isSame(earlier) && isFailing(plannerId)) return false;
    const isFresh = earlier !== null && times.beganAt - earlier.listedAt < patienceMs(earlier);
    return !(isFresh && earlier.listedAt > hint.touchedAt && isSame(earlier));
  };
  // A task in trouble keeps its time when it is only reminded of; a new sight makes it try at once.
  const note = (plannerId: string, sight: Seen, isSame: (earlier: Seen) => boolean): void => {
    const earlier = hints.get(plannerId)?.seen ?? null;
    (earlier !== null && isSame(earlier) ? reminders : news).set(plannerId, sight);
  };

  for (const task of [...changed, ...unknown]) {
    if (!pairs.has(task.plannerId) && isLeftToCreates(own, task, attempts)) continue;
    const isSame = (earlier: Seen): boolean => isSameSight(earlier, task);
    if (!isDue(task.plannerId, isSame)) continue;
    const earlier = hints.get(task.plannerId)?.seen ?? null;
    const first = earlier?.kind === 'task' && isSame(earlier) ? earlier : null;
    const sight: Seen = {
      kind: 'task',
      task,
      listedAt: times.beganAt,
      previousLookAt: first?.previousLookAt ?? times.previousLookAt,
      firstSeenAt: first?.firstSeenAt ?? times.endedAt,
    };
    note(task.plannerId, sight, isSame);
  }
  for (const plannerId of missing) {
    if (!isDue(plannerId, isMissing)) continue;
    note(plannerId, { kind: 'missing', listedAt: times.beganAt }, isMissing);
  }
  const announce = (seen: ReadonlyMap<string, Seen>, source: 'planner' | 'system') => {
    const refs = [...seen.keys()].map((id) => pairs.get(id) ?? plannerRef(id));
    return store.announce(planId, { seen, refs, source });
  };
  await Promise.all([announce(news, 'planner'), announce(reminders, 'system')]);
  return news.size + reminders.size;
}

/** Longer and longer: what cannot be imported must not be tried at every look for ever. */
function patienceMs(earlier: Seen): number {
  const knownMs = earlier.kind === 'task' ? earlier.listedAt - earlier.firstSeenAt : 0;
  return Math.min(Math.max(announceAgainMs, knownMs), longestPatienceMs);
}

function isMissing(sight: Seen): boolean {
  return sight.kind === 'missing';
}

function isSameSight(earlier: Seen, task: PlannerTask): boolean {
  return earlier.kind === 'task' && earlier.task.etag === task.etag;
}
