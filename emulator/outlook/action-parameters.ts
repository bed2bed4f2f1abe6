import { isObject } from '../schema/check-value.js';

/** The parameters of an action's body by their names in lower case: Graph takes them in any. */
export function parametersOf(body: unknown): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(isObject(body) ? body : {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
}
