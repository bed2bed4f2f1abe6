import * as z from 'zod';
import { withRedis } from '../../tasks/redis-problem.js';
import { defineOperation } from '../define-operation.js';
import { graphServiceSchema } from './graph-schemas.js';

export const syncResetCircuit = defineOperation({
  name: 'sync_reset_circuit',
  title: 'Ask Microsoft Graph again',
  description:
    'Asks Microsoft Graph again at once, where too many failures have made Tandem leave it alone (circuit open): of one service, or of all when service is left out. ' +
    'Use it when the cause is known to be gone; otherwise one request at a time tries by itself. ' +
    'A time that Graph itself asked to wait (gate) is kept in any case.',
  input: z.strictObject({
    service: graphServiceSchema
      .optional()
      .describe('As sync_get_status names it under graph.services.'),
  }),
  output: z.object({
    closed: z.array(graphServiceSchema).describe('Services that are asked again now.'),
  }),
  restBody: null,
  area: 'sync',
  features: ['planner', 'people'],
  scope: 'sync:operate',
  spansPlans: true,
  annotations: { readOnly: false, destructive: false, idempotent: true, openWorld: false },
  http: { method: 'POST', path: '/api/sync/circuit/reset', successStatus: 200 },
  handler: async ({ graph }, { service }) => ({
    status: 200,
    json: JSON.stringify({ closed: await withRedis(() => graph.resetCircuit(service ?? null)) }),
  }),
});
