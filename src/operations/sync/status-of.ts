import type { Alert } from '../../domain/alert.js';
import type { SyncStatus } from './sync-status.js';

/** What was found out about sync as a whole and about every plan. */
export interface SyncFindings extends Omit<SyncStatus, 'status' | 'reasons' | 'alerts'> {
  /** About no plan in particular. */
  readonly reasons: readonly string[];
  /** By plan id. */
  readonly reasonsOfPlans: ReadonlyMap<string, readonly string[]>;
  readonly alerts: readonly Alert[];
}

/** The newest of the alerts that last; all of them stand in Redis. */
const shownAlerts = 50;

/** The status as it is where there are only these plans. Reasons are told apart by id: titles are what people make them. */
export function statusOf(
  { reasonsOfPlans, ...found }: SyncFindings,
  plans?: ReadonlySet<string>,
): SyncStatus {
  const isSeen = (planId: string): boolean => plans === undefined || plans.has(planId);
  const reasons = [
    ...found.reasons,
    ...[...reasonsOfPlans].flatMap(([planId, own]) => (isSeen(planId) ? own : [])),
  ];
  return {
    ...found,
    status: reasons.length === 0 ? 'healthy' : 'degraded',
    reasons,
    plans: found.plans.filter(({ planId }) => isSeen(planId)),
    alerts: found.alerts
      .filter(({ subject }) => plans === undefined || plans.has(subject))
      .slice(-shownAlerts),
  };
}
