import type { Chance } from '../chance.js';
import type { World } from '../world/world.js';

/** Values of which there are few: each once per task. Null: all of them have been used. */
export function takePercent(world: World, task: number, chance: Chance): number | null {
  if (chance.hits(0.15) && world.take('completions', String(task)) !== null) return 100;
  const index = world.take('percentComplete', String(task));
  return index === null ? null : index + 1;
}

/** 5 is what a new task has. */
const priorities = [1, 3, 9, 0, 2, 4, 6, 7, 8, 10];

export function takePriority(world: World, task: number): number | null {
  const index = world.take('priority', String(task));
  return index === null ? null : (priorities[index] ?? null);
}

/** A new task stands in the first one. */
export function takeBucket(world: World, task: number, planId: string): string | null {
  const index = world.take('bucketId', String(task));
  const plan = world.plans.find(({ id }) => id === planId);
  return index === null ? null : (plan?.bucketIds[index + 1] ?? null);
}

export function takeLabel(world: World, task: number): string | null {
  const index = world.take('labels', String(task));
  return index === null ? null : `category${index + 1}`;
}

export function takePerson(world: World, task: number): string | null {
  const index = world.take('people', String(task));
  return index === null ? null : (world.people[index]?.id ?? null);
}
