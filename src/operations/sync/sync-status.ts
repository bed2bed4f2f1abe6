import * as z from 'zod';
import { alertSchema } from '../../tasks/alerts.js';

const reasons = z
  .array(z.string())
  .describe('Why the status is not healthy, one sentence each; empty when it is.');

export const planStatusSchema = z.object({
  planId: z.string(),
  title: z.string().nullable().describe("The plan's title in Planner; null until it was read."),
  state: z
    .enum(['watching', 'starting', 'stopped', 'failing'])
    .describe(
      'watching: changes are found in the stated interval; starting: linked, not looked at yet; stopped: nobody watches; failing: the last look failed.',
    ),
  lag: z
    .number()
    .nullable()
    .describe(
      'Milliseconds since the oldest change that has not reached the other side was made; 0 when all are equal, null when unknown.',
    ),
  lastLook: z.string().nullable().describe('When Planner was last read (UTC).'),
  intervalMs: z.number().nullable().describe('Present time between two looks at Planner.'),
  pending: z.number().int().describe('Tasks whose newest change has not reached Planner yet.'),
  failing: z.number().int().describe('Tasks that cannot be synced; sync.error of each says why.'),
});

export const syncStatusSchema = z.object({
  status: z
    .enum(['healthy', 'degraded', 'unhealthy'])
    .describe(
      'healthy: changes travel both ways; degraded: writes are safe but travel later; unhealthy: nothing can be written.',
    ),
  reasons,
  plans: z.array(planStatusSchema),
  workers: z.object({
    seen: z.number().int().describe('Workers heard of within the last minute.'),
    lastSeenAt: z.string().nullable().describe('When a worker was last heard of (UTC).'),
  }),
  alerts: z
    .array(alertSchema)
    .describe('What operators were told and is not over yet, the oldest first; the newest 50.'),
});

/** How one linked plan fares. */
export type PlanStatus = z.infer<typeof planStatusSchema>;
/** How sync as a whole fares: what `/api/sync/health` and `sync_get_status` answer. */
export type SyncStatus = z.infer<typeof syncStatusSchema>;

/** Reads how sync fares from where sync leaves its traces; throws ProblemError `redis_unavailable`. */
export interface SyncStatusReader {
  read(): Promise<SyncStatus>;
}
