import { boardTaskShape } from '../evidence/shapes.js';
import type { Plan } from '../world/world.js';
import { taskNumberOf } from '../world/texts.js';
import { listAll, type GraphDoor } from './graph-door.js';

export interface BoardCard {
  readonly plannerId: string;
  readonly planId: string;
  readonly task: number;
}

/** What people see on the boards who look at them now and then. */
export interface PersonsView {
  cards(): readonly BoardCard[];
  look(): Promise<void>;
}

export function createPersonsView(door: GraphDoor, plans: readonly Plan[]): PersonsView {
  const cards = new Map<string, readonly BoardCard[]>();
  return {
    cards: () => [...cards.values()].flat(),
    async look() {
      for (const { id: planId } of plans) {
        const rows = await listAll(door, `/planner/plans/${planId}/tasks`);
        if (rows === null) continue;
        cards.set(
          planId,
          rows.flatMap((row) => {
            const { id: plannerId, title } = boardTaskShape.parse(row);
            const task = taskNumberOf(title);
            return task === null ? [] : [{ plannerId, planId, task }];
          }),
        );
      }
    },
  };
}
