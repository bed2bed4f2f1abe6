import * as z from 'zod';
import { findingSchema, type Finding } from './finding.js';

export const reportSchema = z.object({
  status: z
    .enum(['healthy', 'degraded', 'unhealthy'])
    .describe('healthy: all checks are ok; degraded: there are warnings; unhealthy: failures.'),
  checkedAt: z.string().describe('UTC.'),
  tookMs: z.number().int(),
  counts: z.object({
    ok: z.number().int(),
    warning: z.number().int(),
    failure: z.number().int(),
    skipped: z.number().int(),
  }),
  findings: z.array(findingSchema),
});

export type Report = z.infer<typeof reportSchema>;

export function toReport(
  findings: readonly Finding[],
  { startedAt, endedAt }: { readonly startedAt: number; readonly endedAt: number },
): Report {
  const counts = { ok: 0, warning: 0, failure: 0, skipped: 0 };
  for (const { state } of findings) counts[state] += 1;
  return {
    status: counts.failure > 0 ? 'unhealthy' : counts.warning > 0 ? 'degraded' : 'healthy',
    checkedAt: new Date(startedAt).toISOString(),
    tookMs: Math.round(endedAt - startedAt),
    counts,
    findings: [...findings],
  };
}

/** 1: something does not work. Warnings are no reason for a script to stop. */
export function exitCodeOf({ counts }: Pick<Report, 'counts'>): 0 | 1 {
  return counts.failure > 0 ? 1 : 0;
}
