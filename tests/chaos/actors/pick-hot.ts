import type { Chance } from '../chance.js';

/** Every second time one of the tasks that everybody likes, so that people and agents meet at the same ones. */
export function pickHot<T>(
  chance: Chance,
  items: readonly T[],
  numberOf: (item: T) => number | null,
): T | undefined {
  const wantsHot = chance.hits(0.5);
  const hot = items.filter((item) => (numberOf(item) ?? 1) % 8 === 0);
  return chance.pick(wantsHot && hot.length > 0 ? hot : items);
}
