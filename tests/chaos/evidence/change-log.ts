import type { EmulatorControl } from '../stand/emulator-control.js';
import type { BoardChange } from './evidence.js';

/** Everything that Planner accepted, without a gap. */
export interface ChangeLog {
  changes(): readonly BoardChange[];
  /** Reads what is new. Throws while the emulator is away, and when it has forgotten what was not yet read. */
  look(): Promise<void>;
}

/** As many as the emulator keeps. */
const kept = 500;

export function createChangeLog(control: Pick<EmulatorControl, 'changes'>): ChangeLog {
  const changes: BoardChange[] = [];
  return {
    changes: () => changes,
    async look() {
      const latest = await control.changes(kept);
      const last = changes.at(-1)?.seq ?? 0;
      const fresh = latest.filter(({ seq }) => seq > last);
      const [first] = fresh;
      if (first !== undefined && first.seq !== last + 1 && latest.length >= kept) {
        throw new LostChangesError(last + 1, first.seq - 1);
      }
      changes.push(...fresh);
    },
  };
}

export class LostChangesError extends Error {
  override readonly name = 'LostChangesError';

  constructor(from: number, to: number) {
    super(`Changes ${from} to ${to} of the emulator were not read in time; nothing can be judged`);
  }
}
