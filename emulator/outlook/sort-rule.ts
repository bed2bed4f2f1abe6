import { GraphFailure } from '../graph/graph-failure.js';
import type { ListQuery } from '../odata/list.js';

/**
 * What is sorted by must be filtered by first, in the same order.
 * https://learn.microsoft.com/graph/api/user-list-messages
 */
export function refuseHardSort({ filter, orders }: ListQuery): void {
  if (filter === undefined || orders === undefined) return;
  const isServed = orders.every(({ path }, index) => filter.paths[index] === path);
  if (isServed) return;
  throw new GraphFailure(
    400,
    'InefficientFilter',
    'The restriction or sort order is too complex for this operation.',
  );
}
