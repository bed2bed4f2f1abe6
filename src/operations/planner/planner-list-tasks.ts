import * as z from 'zod';
import { createTaskFilter } from '../../boards/task-filter.js';
import { defineOperation } from '../define-operation.js';
import { chooseZone } from '../inputs/time-zone.js';
import { listAnswer, taskListInputs, taskListOutput, taskListText } from './list-answer.js';
import { openBoard } from './open-board.js';
import { filterInputs, planInput } from './planner-inputs.js';
import { requirePlan } from './planner-names.js';
import { readFilter } from './read-filter.js';

export const plannerListTasks = defineOperation({
  name: 'planner_list_tasks',
  title: 'List tasks of a plan',
  description:
    'Lists tasks of one plan, synced or not. Use it to see a board, or what is late; task_list has synced ones only.',
  input: z.strictObject({ plan: planInput, ...filterInputs, ...taskListInputs }),
  output: taskListOutput,
  outsideText: taskListText,
  selectable: 'tasks',
  restBody: null,
  area: 'tasks',
  isCore: true,
  features: ['planner', 'people', 'groups'],
  graphCalls: ['GET /planner/plans/{id}/tasks', 'GET /planner/plans/{id}/buckets'],
  scope: 'tasks:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/planner/plans/{plan}/tasks', successStatus: 200 },
  handler: async (deps, input, call) => {
    const { plan, limit, cursor, timeZone, account, ...written } = input;
    const zone = chooseZone(deps, timeZone);
    const board = await openBoard(deps, call, account);
    const planId = await requirePlan(board, plan);
    const filter = await readFilter(board, planId, { written, zone });
    const matches = createTaskFilter(filter, { now: Date.now(), zone });
    const sources = await board.sources.ofPlan(planId, matches);
    const json = await listAnswer(board, sources, { limit, cursor, zone });
    return { status: 200, json };
  },
});
