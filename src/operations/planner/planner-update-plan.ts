import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import { defineAction } from '../define-action.js';
import { actionInputs } from '../inputs/action-inputs.js';
import { inAccount } from './in-account.js';
import { openBoard } from './open-board.js';
import { planInput } from './planner-inputs.js';
import { requireLabels, requirePlan } from './planner-names.js';
import { planSchema, toPlan } from './planner-schemas.js';

export const plannerUpdatePlan = defineAction({
  name: 'planner_update_plan',
  title: 'Change a plan',
  description:
    'Gives a plan another title, or its labels names. Use it to rename a board or to say what its labels mean.',
  input: z.strictObject({
    plan: planInput,
    title: z.string().trim().min(1).max(255).optional(),
    labels: z
      .array(
        z.strictObject({
          label: z
            .string()
            .trim()
            .min(1)
            .max(100)
            .describe('category1 to category25, or its name.'),
          name: z.string().trim().max(100).describe('Its new name; "" takes it away.'),
        }),
      )
      .min(1)
      .max(25)
      .optional(),
    ...actionInputs,
  }),
  output: z.object({ plan: planSchema }),
  outsideText: ['plan.title', 'plan.buckets[].name', 'plan.labels[].name'],
  restBody: null,
  area: 'tasks',
  features: ['planner', 'groups'],
  graphCalls: ['PATCH /planner/plans/{id}', 'PATCH /planner/plans/{id}/details'],
  scope: 'tasks:write',
  annotations: { destructive: true, idempotent: true },
  http: { method: 'PATCH', path: '/api/planner/plans/{plan}', successStatus: 200 },
  prepare: async (deps, { plan, title, labels = [], account }, call) => {
    if (title === undefined && labels.length === 0) {
      throw new ProblemError('invalid_input', 'Name a new title or names of labels');
    }
    const board = await openBoard(deps, call, account);
    const planId = await requirePlan(board, plan);
    board.plans.requireWrite();
    const [before, ids] = await Promise.all([
      board.plans.get(planId),
      requireLabels(board, planId, { labels: labels.map(({ label }) => label), field: 'labels' }),
    ]);
    const names = Object.fromEntries(
      labels.map(({ name }, at) => [ids[at] ?? '', name === '' ? null : name] as const),
    );
    return {
      effect: `Change the plan "${before.title}"`,
      details: {
        ...(title !== undefined && { title: { from: before.title, to: title } }),
        ...Object.fromEntries(
          Object.entries(names).map(([label, name]) => [
            label,
            { from: before.labels[label] ?? null, to: name },
          ]),
        ),
      },
      prepared: { board, planId, title, names, account },
    };
  },
  perform: async (_deps, { board, planId, title, names, account }) => {
    const before = await board.plans.update(planId, {
      labels: names,
      ...(title !== undefined && { title }),
    });
    const plan = toPlan(await board.plans.get(planId));
    const labels = Object.keys(names).map((label) => ({
      label,
      name: before.labels[label] ?? '',
    }));
    return {
      result: { plan },
      id: planId,
      undo: inAccount(
        {
          operation: 'planner_update_plan',
          input: {
            plan: planId,
            ...(title !== undefined && { title: before.title }),
            ...(labels.length > 0 && { labels }),
          },
        },
        account,
      ),
    };
  },
});
