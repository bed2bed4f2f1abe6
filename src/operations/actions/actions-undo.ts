import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import { defineOperation } from '../define-operation.js';
import { doneOutputs } from './action-schemas.js';
import type { KeptAction } from './action-log.js';

export const actionsUndo = defineOperation({
  name: 'actions_undo',
  title: 'Take an action back',
  description:
    'Takes back something that you did at Microsoft, by the call that does it, once. Use it when "canUndo" was true and the person changed their mind. What the undo answers may have an actionId of its own.',
  input: z.strictObject({
    actionId: z.string().min(1).max(64).describe('As the action or actions_list answered it.'),
  }),
  output: z.object({
    undone: z.boolean().optional().describe('True: it is taken back.'),
    operation: z.string().optional().describe('The call that did it.'),
    result: z.record(z.string(), z.unknown()).optional().describe('What that call answered.'),
    approval: doneOutputs.approval,
  }),
  restBody: null,
  area: 'admin',
  features: [],
  // What it takes, it takes for the call that takes it back.
  scope: null,
  annotations: { readOnly: false, destructive: true, idempotent: true, openWorld: true },
  http: { method: 'POST', path: '/api/actions/{actionId}/undo', successStatus: 200 },
  handler: async ({ actions }, { actionId }, call) => {
    const action = await actions.read(actionId, call.caller.owner);
    if (action === null) {
      const detail = 'There is no such action of yours, or it is older than 7 days';
      throw new ProblemError('not_found', detail, {
        errors: [{ field: 'actionId', message: detail }],
      });
    }
    const { operation, input } = requireUndo(action);
    if (call.runOther === undefined) throw new Error('An undo needs its caller’s other operations');
    // The same key for every try: however often it is asked for, it is done once.
    const reply = await call.runOther(operation, input, { idempotencyKey: `undo ${actionId}` });
    if (reply.status >= 400 || reply.elicit !== undefined || reply.httpStatus === 202) return reply;
    await actions.markUndone(actionId);
    const result: unknown = reply.json === '' ? {} : JSON.parse(reply.json);
    return { status: 200, json: JSON.stringify({ undone: true, operation, result }), id: actionId };
  },
});

function requireUndo({ effect, undo, isUndone }: KeptAction): NonNullable<KeptAction['undo']> {
  if (isUndone) throw new ProblemError('not_undoable', `It is taken back already: ${effect}`);
  if (undo === undefined) {
    throw new ProblemError('not_undoable', `No single call takes this back: ${effect}`);
  }
  return undo;
}
