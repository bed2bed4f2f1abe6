import type { Chance } from '../chance.js';
import type { World } from '../world/world.js';

/** How much is written when. */
export interface Pace {
  nextPauseMs(chance: Chance): number;
  /** Whether one more task is to be made now, so that all are there when the time is over. */
  isCreateDue(kind: 'agent' | 'person', wish: number): boolean;
}

/** So many writes to a task, its making among them. */
const writesPerTask = 5;
/** Tasks that people make. */
const personShare = 0.25;

export function createPace(options: {
  readonly world: World;
  readonly tasks: number;
  readonly actors: number;
  readonly durationMs: number;
}): Pace {
  const { world, tasks, actors, durationMs } = options;
  const startedAt = Date.now();
  const meanMs = (durationMs * actors) / (tasks * writesPerTask);
  return {
    nextPauseMs: (chance) => chance.between(0.2, 1.4) * meanMs,
    isCreateDue(kind, wish) {
      // All are made after four fifths of the time: the last ones are to be written to as well.
      const share = Math.min(1, (Date.now() - startedAt) / (durationMs * 0.8));
      if (world.made() >= tasks * share) return false;
      return kind === 'agent' ? wish > personShare : wish < personShare * 2;
    },
  };
}
