import { GraphFailure } from '../graph/graph-failure.js';
import { checkObject } from '../schema/check-value.js';
import type { Entity } from './entity.js';

/** What a write may hold, and the code that its service refuses a wrong one with. */
export interface BodyRules {
  readonly typeName: string;
  readonly writable: readonly string[];
  readonly code: string;
}

/** The object of a request's body without its annotations, checked against Microsoft's schema. */
export function checkBody(body: unknown, { typeName, writable, code }: BodyRules): Entity {
  try {
    const checked = checkObject(typeName, body, writable);
    return Object.fromEntries(Object.entries(checked).filter(([name]) => !name.includes('@')));
  } catch (error) {
    if (error instanceof GraphFailure) throw new GraphFailure(error.status, code, error.message);
    throw error;
  }
}
