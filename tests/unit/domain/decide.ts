import fc from 'fast-check';
import { makeLegal } from '../../../src/domain/merge/legal.js';
import type { TaskVersions, WriteTimes } from '../../../src/domain/merge/merge-types.js';
import { mergeTask } from '../../../src/domain/merge/merge-task.js';
import { content } from './arbitraries.js';

/** So narrow that merges often pass them. */
export const limits = { description: 55, checklist: 3, references: 2, assignees: 2 };

export const versions: fc.Arbitrary<TaskVersions> = fc.record({
  base: content,
  agent: content,
  planner: content,
});

/** What is to be written to Planner. */
export function decide(given: TaskVersions, times: WriteTimes) {
  const merged = mergeTask(given, times);
  const legal = makeLegal(merged.value, given, limits);
  return {
    value: legal.value,
    conflicts: [...merged.conflicts, ...legal.conflicts],
    legal,
    merged,
  };
}
