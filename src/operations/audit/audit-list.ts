import * as z from 'zod';
import { auditEntrySchema } from '../../access/audit-log.js';
import { defineOperation } from '../define-operation.js';

export const auditList = defineOperation({
  name: 'audit_list',
  title: 'Audit log',
  description:
    'Lists who did what, newest first: every operation that writes, with the id of its object and its outcome, keys that were made and revoked, and what was refused, with the reason. No contents: sync_history has the values. ' +
    'Use it to see who changed something, or who was turned away. nextCursor, when not null, is the cursor of the next page.',
  input: z.strictObject({
    actor: z.string().min(1).max(128).optional().describe('Only of this caller.'),
    operation: z.string().min(1).max(48).optional().describe('Only of this operation.'),
    outcome: z.enum(['done', 'refused']).optional().describe('refused: or failed.'),
    limit: z.int().min(1).max(200).optional().describe('Entries a page; 50 when left out.'),
    cursor: z.string().min(1).optional().describe('nextCursor of the page before.'),
  }),
  output: z.object({
    entries: z.array(auditEntrySchema.extend({ id: z.string() })),
    nextCursor: z.string().nullable(),
  }),
  restBody: null,
  area: 'admin',
  features: [],
  scope: 'admin',
  spansPlans: true,
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  http: { method: 'GET', path: '/api/audit', successStatus: 200 },
  handler: async ({ audit }, { cursor, limit, ...query }) => {
    const { entries, next } = await audit.list({ ...query, limit: limit ?? 50, before: cursor });
    return { status: 200, json: JSON.stringify({ entries, nextCursor: next }) };
  },
});
