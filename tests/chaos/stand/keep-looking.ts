import { pause } from '../actors/pause.js';
import { LostChangesError } from '../evidence/change-log.js';

/** Looks again and again until the signal; what is looked at may be away for a while. */
export async function keepLooking(
  look: () => Promise<void>,
  everyMs: number,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await look();
    } catch (error) {
      if (error instanceof LostChangesError) throw error;
    }
    await pause(everyMs, signal);
  }
}
