import { sameField } from '../domain/content.js';
import type { TaskContent, TaskField } from '../domain/task.js';
import type { FieldExplanation } from './explanation.js';

/**
 * Where a field differs and what the next sync will carry: values that only one side changed since both agreed go to the
 * other; where both changed, rows and lines may go both ways. Pure.
 * @param base what both sides agreed on last; null before the first time
 */
export function differenceOf(
  field: TaskField,
  agents: TaskContent,
  sides: { readonly planner: TaskContent; readonly base: TaskContent | null },
): FieldExplanation['difference'] {
  const { planner, base } = sides;
  if (sameField(field, agents, planner)) return 'equal';
  if (base === null || sameField(field, planner, base)) return 'to_planner';
  return sameField(field, agents, base) ? 'to_agents' : 'both';
}
