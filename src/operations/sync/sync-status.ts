import * as z from 'zod';
import { probeAnswers, watchSources } from '../../domain/watch-source.js';
import { graphStatusSchema } from './graph-schemas.js';
import { planModeSchema } from './plan-schemas.js';
import { alertSchema } from '../../tasks/alerts.js';
import { watchPaces } from '../../domain/watch-pace.js';

const reasons = z
  .array(z.string())
  .describe('Why the status is not healthy, one sentence each; empty when it is.');

export const planStatusSchema = z.object({
  planId: z.string(),
  title: z.string().nullable().describe("The plan's title in Planner; null until it was read."),
  state: z
    .enum(['watching', 'starting', 'stopped', 'failing', 'paused', 'preview', 'reauth_required'])
    .describe(
      'watching: changes are found in the stated interval; starting: linked, not looked at yet; failing: the last look failed; paused, preview, stopped, reauth_required: nothing is synced, and hold says why.',
    ),
  mode: planModeSchema,
  accountId: z.string().describe('The account that syncs the plan; app: the app itself.'),
  hold: z
    .string()
    .nullable()
    .describe('Why nothing of the plan is synced now, and what to do; null where it is.'),
  stopped: z
    .object({
      since: z.string(),
      missing: z.number().int().describe('Tasks that the last look at Planner missed.'),
      recent: z.number().int().describe('Tasks that were deleted just before the plan stopped.'),
      total: z.number().int(),
    })
    .nullable()
    .describe(
      'Not null: too many tasks are missing in Planner; nothing is deleted until somebody confirms it (sync_confirm_deletions) or they are seen again.',
    ),
  lag: z
    .number()
    .nullable()
    .describe(
      'Milliseconds since the oldest change that has not reached the other side was made; 0 when all are equal, null when unknown.',
    ),
  source: z
    .enum(watchSources)
    .nullable()
    .describe(
      'How changes of people are noticed: notification: Microsoft Graph tells of them; delta: it is asked what changed (beta), with complete looks beside it; sweep: by complete looks. Null before the first look.',
    ),
  lastLook: z
    .string()
    .nullable()
    .describe('When Planner was last read completely, which confirms everything (UTC).'),
  lastSignal: z
    .string()
    .nullable()
    .describe('With delta: when it was last asked between complete looks (UTC).'),
  freshness: z
    .object({ p50Ms: z.number(), p95Ms: z.number(), samples: z.number().int() })
    .nullable()
    .describe(
      'How long after people changed something agents heard of it, as measured where Planner tells the time (completed, assigned, created, rows); null without measurements in a week.',
    ),
  intervalMs: z
    .number()
    .nullable()
    .describe(
      'The next look at Planner comes within this time after the last one, in milliseconds.',
    ),
  pace: z
    .enum(watchPaces)
    .nullable()
    .describe(
      'Why that often. active: something happened lately; quiet: nothing for so long that it is the slowest rhythm; awaited: somebody waits for a change; short_of_budget: slower, because the budget of requests is nearly used up; failing: the last look failed.',
    ),
  pending: z.number().int().describe('Tasks whose newest change has not reached Planner yet.'),
  failing: z.number().int().describe('Tasks that cannot be synced; sync.error of each says why.'),
});

const probeAnswerSchema = z.object({
  answer: z
    .enum(probeAnswers)
    .describe('accepted, refused (for good), failed (for now), not_tried.'),
  reason: z.string().describe('A sentence for people.'),
});

const usageSchema = z.object({
  httpRequests: z.number().int().describe('A batch is one.'),
  subrequests: z.number().int().describe('Parts of batches.'),
});

export const syncStatusSchema = z.object({
  status: z
    .enum(['healthy', 'degraded', 'unhealthy'])
    .describe(
      'healthy: changes travel both ways; degraded: writes are safe but travel later; unhealthy: nothing can be written.',
    ),
  reasons,
  plans: z.array(planStatusSchema),
  sources: z
    .array(
      z.object({
        accountId: z.string(),
        probedAt: z.string().describe('UTC.'),
        notification: probeAnswerSchema,
        delta: probeAnswerSchema,
      }),
    )
    .describe('What Microsoft Graph said when the sources of changes were tried, daily.'),
  graphRequests: z
    .object({ thisHour: usageSchema, lastHour: usageSchema })
    .describe(
      'What all servers and workers asked of Microsoft Graph: this hour so far, and the hour before.',
    ),
  workers: z.object({
    seen: z.number().int().describe('Workers heard of within the last minute.'),
    lastSeenAt: z.string().nullable().describe('When a worker was last heard of (UTC).'),
  }),
  graph: graphStatusSchema
    .nullable()
    .describe('How Microsoft Graph is used and may be used; null when that cannot be read now.'),
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
  /** `plans`: as it is where there are only these; left out: all. */
  read(plans?: ReadonlySet<string>): Promise<SyncStatus>;
}
