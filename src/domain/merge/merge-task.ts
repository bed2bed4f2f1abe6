import { checklistRows, referenceRows } from './row-shapes.js';
import { mergeRows } from './merge-rows.js';
import { mergeSet } from './merge-set.js';
import { mergeDescription } from './merge-description.js';
import type { TaskContent } from '../task.js';
import type { Merged, TaskVersions, ThreeWay, WriteTimes } from './merge-types.js';
import { mergeValue } from './merge-value.js';

/**
 * Three-way merge of a task, field by field; lists row by row, the description line by line. Pure. Every value of the
 * result comes from one of the two sides, and a side that changed nothing changes nothing.
 */
export function mergeTask(versions: TaskVersions, times: WriteTimes): Merged<TaskContent> {
  const of = <F extends keyof TaskContent>(field: F): ThreeWay<TaskContent[F]> => ({
    base: versions.base[field],
    agent: versions.agent[field],
    planner: versions.planner[field],
  });
  const title = mergeValue('title', of('title'), times);
  const bucketId = mergeValue('bucketId', of('bucketId'), times);
  const percentComplete = mergeValue('percentComplete', of('percentComplete'), times);
  const priority = mergeValue('priority', of('priority'), times);
  const startDateTime = mergeValue('startDateTime', of('startDateTime'), times);
  const dueDateTime = mergeValue('dueDateTime', of('dueDateTime'), times);
  const description = mergeDescription(of('description'), times);
  const checklist = mergeRows(checklistRows, of('checklist'), times);
  const references = mergeRows(referenceRows, of('references'), times);
  return {
    value: {
      bucketId: bucketId.value,
      title: title.value,
      description: description.value,
      percentComplete: percentComplete.value,
      priority: priority.value,
      startDateTime: startDateTime.value,
      dueDateTime: dueDateTime.value,
      assigneeIds: mergeSet(of('assigneeIds')),
      appliedCategories: mergeSet(of('appliedCategories')),
      checklist: checklist.value,
      references: references.value,
    },
    conflicts: [
      title,
      bucketId,
      percentComplete,
      priority,
      startDateTime,
      dueDateTime,
      description,
      checklist,
      references,
    ].flatMap((merged) => merged.conflicts),
  };
}
