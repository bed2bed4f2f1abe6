import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { approvalIdInput, approvalSchema, onlookerOf } from './approval-schemas.js';

const defaultSeconds = 25;
/** Below what proxies and clients commonly bear with. */
const mostSeconds = 55;

export const approvalsWait = defineOperation({
  name: 'approvals_wait',
  title: 'Wait for an approval',
  description:
    'Waits until a person has decided and it is done, and answers as approvals_get does; still "waiting" when the time is over. Use it instead of asking again and again.',
  input: z.strictObject({
    id: approvalIdInput,
    timeoutSeconds: z
      .int()
      .min(1)
      .max(mostSeconds)
      .optional()
      .describe(`How long at most; ${String(defaultSeconds)} when left out.`),
  }),
  output: z.object({ approval: approvalSchema }),
  outsideText: ['approval.effect', 'approval.details', 'approval.result'],
  restBody: 'approval',
  area: 'admin',
  features: [],
  scope: 'approvals:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  http: { method: 'GET', path: '/api/approvals/{id}/wait', successStatus: 200 },
  waits: true,
  handler: async ({ approvals }, { id, timeoutSeconds = defaultSeconds }, call) => {
    const { signal, progress } = call;
    let saidAt = 0;
    const view = await approvals.wait(id, onlookerOf(call), {
      timeoutMs: timeoutSeconds * 1_000,
      signal: signal?.(),
      onWait: (waitedMs) => {
        const waited = Math.round(waitedMs / 1_000);
        if (progress === undefined || waited < saidAt + 2) return;
        saidAt = waited;
        progress({ progress: waited, total: timeoutSeconds, message: 'Waiting for a person' });
      },
    });
    return { status: 200, json: JSON.stringify(view) };
  },
});
