import * as z from 'zod';
import { createTaskFilter, progressStates } from '../../boards/task-filter.js';
import { choosePerson, personInput } from '../accounts/person-choice.js';
import { defineOperation } from '../define-operation.js';
import { chooseZone } from '../inputs/time-zone.js';
import { listAnswer, taskListInputs, taskListOutput, taskListText } from './list-answer.js';
import { filterInputs } from './planner-inputs.js';
import { plainFilter } from './read-filter.js';

const { dueAfter, dueBefore, overdue } = filterInputs;

export const plannerListMyTasks = defineOperation({
  name: 'planner_list_my_tasks',
  title: 'List my Planner tasks',
  description:
    'Lists the Planner tasks assigned to a person, of all plans. Use it for Planner alone; work_list adds To Do and mail.',
  input: z.strictObject({
    person: personInput,
    progress: z.array(z.enum(progressStates)).min(1).default(['notStarted', 'inProgress']),
    dueAfter,
    dueBefore,
    overdue,
    ...taskListInputs,
  }),
  output: taskListOutput,
  outsideText: taskListText,
  selectable: 'tasks',
  restBody: null,
  area: 'tasks',
  isCore: true,
  features: ['planner', 'people'],
  graphCalls: ['GET /users/{id}/planner/tasks'],
  scope: 'tasks:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/planner/my-tasks', successStatus: 200 },
  handler: async (deps, input, call) => {
    const { person, limit, cursor, timeZone, account: named, ...written } = input;
    const zone = chooseZone(deps, timeZone);
    const { account, graph, personId } = await choosePerson(deps, call, {
      person,
      account: named,
    });
    const board = deps.boards.open({ account, graph, actor: call.actor });
    const matches = createTaskFilter(plainFilter(written, zone), { now: Date.now(), zone });
    const sources = await board.sources.ofPerson(personId, matches);
    const json = await listAnswer(board, sources, { limit, cursor, zone });
    return { status: 200, json };
  },
});
