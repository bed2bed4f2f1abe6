import type { ThreeWay } from './merge-types.js';

export function mapSides<From, To>(
  { base, agent, planner }: ThreeWay<From>,
  map: (side: From) => To,
): ThreeWay<To> {
  return { base: map(base), agent: map(agent), planner: map(planner) };
}
