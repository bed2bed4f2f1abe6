import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import { decodeCursor, encodeCursor, firstPage } from '../../graph/pages/page-cursor.js';
import { accountInput } from '../accounts/account-choice.js';
import { defineOperation } from '../define-operation.js';
import { pageInputs, pageOutputs } from '../inputs/page-inputs.js';
import { openBoard } from './open-board.js';
import { planRowSchema, toPlanRow } from './planner-schemas.js';

export const plannerListPlans = defineOperation({
  name: 'planner_list_plans',
  title: 'List plans',
  description:
    'Lists the plans (boards) you can reach, and which Tandem syncs. Use it to learn what there is; plans are also taken by title.',
  input: z.strictObject({ ...pageInputs(200, 100), account: accountInput }),
  output: z.object({
    plans: z.array(planRowSchema),
    isComplete: z.boolean().describe('False: you are in more groups than were looked into.'),
    ...pageOutputs,
  }),
  outsideText: ['plans[].title'],
  selectable: 'plans',
  restBody: null,
  area: 'tasks',
  isCore: true,
  features: ['planner', 'groups'],
  graphCalls: [
    'GET /users/{id}/planner/plans',
    'GET /users/{id}/memberOf/microsoft.graph.group',
    'GET /groups',
    'GET /groups/{id}/planner/plans',
  ],
  scope: 'tasks:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/planner/plans', successStatus: 200 },
  handler: async (deps, { limit, cursor, account }, call) => {
    const place = cursor === undefined ? firstPage : decodeCursor(cursor);
    if (place === null) throw new ProblemError('invalid_cursor', 'Send nextCursor as answered');
    const board = await openBoard(deps, call, account);
    const { plans, isComplete } = await board.reachable();
    const end = place.offset + limit;
    const answer = {
      plans: plans.slice(place.offset, end).map(toPlanRow),
      isComplete,
      nextCursor: end < plans.length ? encodeCursor({ paging: {}, offset: end }) : null,
    };
    return { status: 200, json: JSON.stringify(answer) };
  },
});
