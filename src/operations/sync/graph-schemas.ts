import * as z from 'zod';
import { graphServices } from '../../graph/gateway/graph-service.js';

export const graphServiceSchema = z.enum(graphServices);

const serviceStatusSchema = z.object({
  service: graphServiceSchema,
  gate: z
    .object({ closedSince: z.string(), closedUntil: z.string(), reason: z.string() })
    .nullable()
    .describe('Not null: Microsoft Graph asked to wait, and nothing is sent until then (UTC).'),
  isDraining: z.boolean().describe('Graph may be asked again; what waited goes little by little.'),
  circuit: z.object({
    state: z
      .enum(['closed', 'open', 'probing'])
      .describe(
        'closed: all is well; open: too much failed, so nothing is sent; probing: one request at a time tries.',
      ),
    since: z.string().nullable(),
    nextProbeAt: z.string().nullable(),
    reason: z.string().nullable(),
  }),
});

export const graphStatusSchema = z.object({
  services: z.array(serviceStatusSchema).readonly(),
  requests: z.object({
    lastMinute: z
      .number()
      .int()
      .describe('Requests of the last 60 s, of all replicas; each part of a batch is one.'),
    budgetPerMinute: z.number().int().nullable().describe('GRAPH_REQUESTS_PER_MINUTE.'),
    pressure: z.number().describe('0: free; 1: the budget is used up.'),
    heldLanes: z
      .array(z.enum(['waiting', 'sync', 'sweep', 'import']))
      .readonly()
      .describe('What waits for the next minute because the budget is short.'),
    perHttpRequest: z
      .number()
      .nullable()
      .describe('Requests that one HTTP request carried on average.'),
    lingerMs: z
      .number()
      .describe('How long a request waits for others to share a batch with while Graph is busy.'),
  }),
});
