import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { approvalIdInput, approvalSchema, onlookerOf } from './approval-schemas.js';

export const approvalsGet = defineOperation({
  name: 'approvals_get',
  title: 'How an approval stands',
  description:
    'Answers whether a person has approved what you asked for, and its result when it is done. Use it after a call was answered with "approval".',
  input: z.strictObject({ id: approvalIdInput }),
  output: z.object({ approval: approvalSchema }),
  outsideText: ['approval.effect', 'approval.details', 'approval.result'],
  restBody: 'approval',
  area: 'admin',
  isCore: true,
  features: [],
  scope: 'approvals:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  http: { method: 'GET', path: '/api/approvals/{id}', successStatus: 200 },
  handler: async ({ approvals }, { id }, call) => {
    const view = await approvals.read(id, onlookerOf(call));
    return { status: 200, json: JSON.stringify(view) };
  },
});
