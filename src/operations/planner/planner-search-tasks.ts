import * as z from 'zod';
import { skipRefused } from '../../boards/skip-refused.js';
import { createTaskFilter } from '../../boards/task-filter.js';
import { defineOperation } from '../define-operation.js';
import { chooseZone } from '../inputs/time-zone.js';
import { listAnswer, taskListInputs, taskListOutput, taskListText } from './list-answer.js';
import { openBoard } from './open-board.js';
import { filterInputs, planInput } from './planner-inputs.js';
import { requirePlan } from './planner-names.js';
import { plainFilter } from './read-filter.js';

export const plannerSearchTasks = defineOperation({
  name: 'planner_search_tasks',
  title: 'Search tasks',
  description:
    'Finds tasks by words of the title, in all plans or one. Use it to find a task that somebody speaks of.',
  input: z.strictObject({
    text: z.string().trim().min(1).max(200).describe('Words, in any order.'),
    plan: planInput.optional(),
    progress: filterInputs.progress,
    ...taskListInputs,
  }),
  output: taskListOutput,
  outsideText: taskListText,
  selectable: 'tasks',
  restBody: null,
  area: 'tasks',
  isCore: true,
  features: ['planner', 'people', 'groups'],
  graphCalls: ['GET /groups/{id}/planner/plans', 'GET /planner/plans/{id}/tasks'],
  scope: 'tasks:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/planner/search', successStatus: 200 },
  handler: async (deps, input, call) => {
    const { plan, text, progress, limit, cursor, timeZone, account } = input;
    const zone = chooseZone(deps, timeZone);
    const board = await openBoard(deps, call, account);
    const planIds =
      plan === undefined
        ? (await board.reachable()).plans.map(({ id }) => id)
        : [await requirePlan(board, plan)];
    const filter = plainFilter({ text, progress }, zone);
    const matches = createTaskFilter(filter, { now: Date.now(), zone });
    const found = await Promise.all(planIds.map((id) => board.sources.ofPlan(id, matches)));
    const sources = plan === undefined ? found.flat().map(skipRefused) : found.flat();
    const json = await listAnswer(board, sources, {
      limit,
      cursor,
      zone,
      onSource: (done, total) =>
        call.progress?.({ progress: done, total, message: 'Looking through plans' }),
    });
    return { status: 200, json };
  },
});
