import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import { defineOperation } from '../define-operation.js';
import { taskIdInput } from '../tasks/task-schemas.js';
import { editorSchema, placeShape } from './review-schemas.js';

const undoneTaskSchema = z.object({
  id: z.string(),
  title: z.string(),
  outcome: z
    .enum(['changed', 'deleted', 'restored', 'unchanged'])
    .describe('What happened to the task, or with dryRun would happen.'),
  rev: z.number().int(),
  undone: z.array(z.object({ ...placeShape, from: z.unknown(), to: z.unknown() })),
  kept: z
    .array(z.object({ ...placeShape, by: editorSchema, at: z.string(), rev: z.number().int() }))
    .describe('Values that stay, because somebody changed them since.'),
  note: z.string().nullable().describe('Why nothing was done.'),
});

export const syncUndo = defineOperation({
  name: 'sync_undo',
  title: 'Take back',
  description:
    'Takes back one operation on a task (id and rev, see sync_history) or everything that an agent did since a time (agent and since), ' +
    'field by field and row by row, and only where nobody has changed the value since. Deleted tasks come back within 7 days, with checklist and details; ' +
    'a task that Planner no longer has is made there anew. Use it when an agent did what it should not have done; run it with dryRun first and show what would happen.',
  input: z.strictObject({
    id: taskIdInput.optional().describe('With rev: the task whose operation is taken back.'),
    rev: z.int().min(1).optional().describe('The revision that the operation made.'),
    agent: z.string().min(1).max(128).optional().describe("With since: an agent's name."),
    since: z.iso
      .datetime({ offset: true })
      .optional()
      .describe('UTC time; what the agent did from then on is taken back.'),
    limit: z.int().min(1).max(200).optional().describe('Tasks a call; 50 when left out.'),
    cursor: z.string().min(1).optional().describe('nextCursor of the call before.'),
    dryRun: z.boolean().optional().describe('True: only says what would happen.'),
  }),
  output: z.object({
    dryRun: z.boolean(),
    tasks: z.array(undoneTaskSchema),
    nextCursor: z.string().nullable(),
    knownSince: z
      .string()
      .nullable()
      .describe('Not null: what was done before this time is no longer known.'),
  }),
  outsideText: ['tasks[].title', 'tasks[].undone[].from', 'tasks[].undone[].to'],
  restBody: null,
  area: 'sync',
  features: ['planner', 'people'],
  scope: 'tasks:write',
  annotations: { readOnly: false, destructive: true, idempotent: true, openWorld: true },
  http: { method: 'POST', path: '/api/sync/undo', successStatus: 200 },
  handler: async ({ undo }, input, { actor }) => {
    const { id, rev, agent, since, limit, cursor } = input;
    const dryRun = input.dryRun ?? false;
    const options = { actor, dryRun };
    if (id !== undefined && rev !== undefined && agent === undefined && since === undefined) {
      const tasks = [await undo.operation(id, rev, options)];
      const report = { dryRun, tasks, nextCursor: null, knownSince: null };
      return { status: 200, json: JSON.stringify(report) };
    }
    if (agent !== undefined && since !== undefined && id === undefined && rev === undefined) {
      const wanted = { agent, since: Date.parse(since), limit: limit ?? 50, after: cursor ?? null };
      const { tasks, next, knownSince } = await undo.agent(wanted, options);
      const report = { dryRun, tasks, nextCursor: next, knownSince };
      return { status: 200, json: JSON.stringify(report) };
    }
    const message = 'send either id and rev, or agent and since';
    throw new ProblemError('invalid_input', message, {
      errors: ['id', 'rev', 'agent', 'since'].map((field) => ({ field, message })),
    });
  },
});
