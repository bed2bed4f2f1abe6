import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import { defineOperation } from '../define-operation.js';
import type { OperationCall } from '../operation-call.js';
import { gapSchema, updateEventSchema } from './event-schemas.js';
import { taskDocumentSchema, taskTexts } from './task-schemas.js';

const defaultSeconds = 25;
/** Below what proxies and clients commonly bear with. */
const mostSeconds = 55;
/** Clients that show progress see that the call is alive (ms). */
const progressMs = 5_000;

export const taskWaitForChange = defineOperation({
  name: 'task_wait_for_change',
  title: 'Wait for a change',
  description:
    'Waits until something changes and answers at once when it does: in one task ("id"), in one plan ("planId"), or anywhere. While it waits, the plan is looked at faster in Planner, so that what people do shows sooner. ' +
    'Use it instead of asking again and again: pass the answered "cursor" as "after" next time, and nothing in between is missed. "changed": false means that nothing happened in time; call it again. ' +
    'With "source": "planner" only what people do on the board counts.',
  input: z.strictObject({
    id: z.string().min(1).optional().describe('Wait for a change of this task.'),
    planId: z.string().min(1).optional().describe('Wait for a change in this plan.'),
    after: z
      .string()
      .min(1)
      .optional()
      .describe('A cursor: what happened since then counts. Left out: from now on.'),
    rev: z
      .int()
      .min(0)
      .optional()
      .describe('With "id": the rev that you know; another one is answered at once.'),
    source: z
      .enum(['agent', 'planner', 'system'])
      .optional()
      .describe('Only changes from there; planner: what people did on the board.'),
    kinds: z
      .enum(['content', 'all'])
      .optional()
      .describe(
        'content (default): created, updated, deleted, plan_updated; all: also synced, conflict and failed.',
      ),
    timeoutSeconds: z
      .int()
      .min(1)
      .max(mostSeconds)
      .optional()
      .describe(`How long to wait at most; ${defaultSeconds} when left out.`),
  }),
  output: z.object({
    changed: z.boolean(),
    events: z
      .array(updateEventSchema)
      .describe('What happened, oldest first; empty where only "rev" or a gap says so.'),
    cursor: z.string().describe('Pass it as "after" next time.'),
    gap: gapSchema.describe(
      'Not null: events after "after" are no longer kept; read the tasks anew with task_list.',
    ),
    task: taskDocumentSchema
      .nullable()
      .describe('With "id": the task as it stands now; null where it was deleted.'),
  }),
  outsideText: [...taskTexts('events[].task'), 'events[].plan', ...taskTexts('task')],
  restBody: null,
  area: 'tasks',
  features: ['planner', 'people'],
  scope: 'tasks:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  http: { method: 'GET', path: '/api/agent/events/wait', successStatus: 200 },
  aliases: { taskId: 'id', cursor: 'after', timeout: 'timeoutSeconds' },
  waits: true,
  handler: async ({ waitForChange }, input, call) => {
    const { id, timeoutSeconds = defaultSeconds, kinds = 'content', ...wish } = input;
    refuseContradictions(input);
    const stop = reportProgress(call, timeoutSeconds);
    try {
      const answer = await waitForChange({
        ...wish,
        ...(id !== undefined && { taskId: id }),
        ...(call.signal !== undefined && { signal: call.signal() }),
        kinds,
        timeoutMs: timeoutSeconds * 1_000,
      });
      return { status: 200, json: JSON.stringify(answer) };
    } finally {
      stop();
    }
  },
});

function refuseContradictions(input: {
  readonly id?: string | undefined;
  readonly planId?: string | undefined;
  readonly rev?: number | undefined;
}): void {
  const { id, planId, rev } = input;
  const problem =
    id !== undefined && planId !== undefined
      ? { field: 'planId', message: 'send either id or planId' }
      : id === undefined && rev !== undefined
        ? { field: 'rev', message: 'belongs to a task: send its id too' }
        : null;
  if (problem === null) return;
  throw new ProblemError('invalid_input', `${problem.field}: ${problem.message}`, {
    errors: [problem],
  });
}

function reportProgress({ progress }: OperationCall, total: number): () => void {
  if (progress === undefined) return () => undefined;
  const beganAt = performance.now();
  const timer = setInterval(() => {
    const waited = Math.round((performance.now() - beganAt) / 1_000);
    progress({ progress: waited, total, message: `Nothing yet after ${waited} s` });
  }, progressMs);
  return () => clearInterval(timer);
}
