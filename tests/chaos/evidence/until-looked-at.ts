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
  for (const { id } of plans) {
    const before = await control.looks(id);
    // The look that is under way may have begun before.
    while ((await control.looks(id)) < before + 3) {
      if (Date.now() > until) throw new Error('The product does not look at its plans any more');
      await sleep(200);
    }
  }
}
