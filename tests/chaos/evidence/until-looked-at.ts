import { setTimeout as sleep } from 'node:timers/promises';
import type { EmulatorControl } from '../stand/emulator-control.js';
import type { Plan } from '../world/world.js';

const patienceMs = 60_000;

/** Waits until the product has looked at every plan twice more, and has had the time to act on what it saw. */
export async function untilLookedAt(
  control: EmulatorControl,
  plans: readonly Plan[],
): Promise<void> {
  const until = Date.now() + patienceMs;
  const before = await control.looks();
  const isDone = (now: ReadonlyMap<string, number>): boolean =>
    // The look that is under way may have begun before.
    plans.every(({ id }) => (now.get(id) ?? 0) >= (before.get(id) ?? 0) + 3);
  while (!isDone(await control.looks())) {
    if (Date.now() > until) throw new Error('The product does not look at its plans any more');
    await sleep(500);
  }
}
