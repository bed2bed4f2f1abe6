import * as z from 'zod';
import { planBulk } from '../../boards/bulk-plan.js';
import { defineAction } from '../define-action.js';
import { actionInputs } from '../inputs/action-inputs.js';
import { chooseZone, timeZoneInput } from '../inputs/time-zone.js';
import { bulkOutput, changeAll, previewAll } from './bulk-changes.js';
import { mostTasks, selectTasks } from './bulk-selection.js';
import { openBoard } from './open-board.js';
import {
  bucketInput,
  fieldInputs,
  filterInputs,
  listChangeInputs,
  planInput,
} from './planner-inputs.js';

export const plannerBulkUpdateTasks = defineAction({
  name: 'planner_bulk_update_tasks',
  title: 'Change many tasks',
  description: `Makes one change to up to ${String(mostTasks)} tasks, by ids or by a filter. Use it for more than two, with dryRun first: it answers each before and after. What fails is listed.`,
  input: z.strictObject({
    ids: z.array(z.string().min(1).max(128)).min(1).max(mostTasks).optional(),
    where: z
      .strictObject({
        plan: planInput,
        ...filterInputs,
        text: z.string().trim().min(1).max(200).optional().describe('In the title.'),
      })
      .optional(),
    set: z.strictObject({ bucket: bucketInput.optional(), ...fieldInputs, ...listChangeInputs }),
    timeZone: timeZoneInput,
    ...actionInputs,
  }),
  output: bulkOutput,
  outsideText: ['tasks[].title'],
  restBody: null,
  area: 'tasks',
  isCore: true,
  features: ['planner', 'people', 'groups'],
  graphCalls: ['GET /planner/plans/{id}/tasks', 'PATCH /planner/tasks/{id}'],
  scope: 'tasks:write',
  annotations: { destructive: true, idempotent: true },
  risk: 'bulk',
  http: { method: 'POST', path: '/api/planner/bulk-update', successStatus: 200 },
  prepare: async (deps, { ids, where, set, timeZone, account }, call) => {
    const zone = chooseZone(deps, timeZone);
    const board = await openBoard(deps, call, account);
    const { items, missing } = await selectTasks(board, { ids, where, set, zone });
    const planned = planBulk(items);
    const needed = planned.filter(({ isNeeded }) => isNeeded);
    return {
      effect: `Change ${String(needed.length)} of ${String(planned.length + missing.length)} tasks`,
      details: { tasks: await previewAll(board, { planned, missing, zone }) },
      prepared: { board, planned, missing, account },
    };
  },
  perform: (_deps, prepared, call) => changeAll(prepared, call.progress),
});
