import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { approvalIdInput, approvalSchema, deciderOf } from './approval-schemas.js';

export const approvalsDecide = defineOperation({
  name: 'approvals_decide',
  title: 'Decide about an approval',
  description:
    'Approves or refuses what another agent asked for; what is approved is done at once. Use it only when a person told you what they decide. Nobody decides about their own calls here: people do that on the page /approvals.',
  input: z.strictObject({
    id: approvalIdInput,
    decision: z.enum(['approve', 'refuse']).describe('What the person decided.'),
    comment: z.string().trim().min(1).max(500).optional().describe('Why, for who asked.'),
  }),
  output: z.object({ approval: approvalSchema }),
  outsideText: ['approval.effect', 'approval.details', 'approval.result'],
  restBody: 'approval',
  area: 'admin',
  features: [],
  scope: 'approvals:decide',
  spansPlans: true,
  annotations: { readOnly: false, destructive: true, idempotent: true, openWorld: true },
  http: { method: 'POST', path: '/api/approvals/{id}', successStatus: 200 },
  handler: async ({ approvals }, { id, decision, comment = null }, call) => {
    const verdict = decision === 'approve' ? 'approved' : 'refused';
    const view = await approvals.decide(id, deciderOf(call), { verdict, comment });
    return { status: 200, json: JSON.stringify(view), id };
  },
});
