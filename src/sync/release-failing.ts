import type { FailingTask } from '../domain/failing-task.js';
import { nextPortion } from '../domain/failing-task.js';
import type { SweepStore } from './sweep-store.js';

/** What changed at Planner since the last look, as far as it can make room. */
export interface Room {
  /** Fewer tasks, or fewer open ones. */
  readonly hasFewerTasks: boolean;
  /** The plan could not be looked at before. */
  readonly isBack: boolean;
}

/**
 * Tries the next portion of failing tasks where there is room again: a person removed or completed something, or one
 * that was tried for all of them went through. Answers how many.
 */
export async function releaseFailing(
  store: Pick<SweepStore, 'takeRoom' | 'announce'>,
  planId: string,
  found: { readonly failing: ReadonlyMap<string, FailingTask>; readonly room: Room },
): Promise<number> {
  const { failing, room } = found;
  if (failing.size === 0) return 0;
  const groups = new Set(await store.takeRoom(planId));
  for (const { group } of failing.values()) {
    if (group === null) continue;
    if (group === 'forbidden' ? room.isBack : room.hasFewerTasks) groups.add(group);
  }
  const refs = nextPortion(failing, groups);
  await store.announce(planId, { seen: new Map(), refs, source: 'system' });
  return refs.length;
}
