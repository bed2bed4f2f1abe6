/**
 * What an alert is about:
 * - `plan_stopped`: sync of a plan does nothing until somebody decides
 * - `task_failed`: a task cannot be synced as it is
 * - `conflict`: both sides changed the same thing, and one value lost
 * - `permission_lost`: a plan, or Graph as a whole, may not be used any more
 * - `redis_at_risk`: Redis may lose what was answered
 * - `document_restored`: a task's document had vanished and was made again from what both sides agreed on last
 * - `changes_refused`: Temporal does not take changes of a plan; they wait and are handed over again
 * - `circuit_open`: a service of Graph fails so much that it is left alone for a while
 * - `double_create`: Planner applied a create late, and what came of it was changed by a person before it could be removed
 * - `outcome_unknown`: something that a person approved was begun, and whether it was done is not known
 * - `reauth_required`: an account is of no use until somebody signs in again, or until the app has another credential
 * - `subscription_failing`: Graph does not notify about a resource, because it refuses the subscription
 */
export type AlertKind =
  | 'plan_stopped'
  | 'task_failed'
  | 'conflict'
  | 'permission_lost'
  | 'redis_at_risk'
  | 'document_restored'
  | 'changes_refused'
  | 'circuit_open'
  | 'double_create'
  | 'outcome_unknown'
  | 'reauth_required'
  | 'subscription_failing';

/** What operators hear on `{namespace}:alerts` and read in the log. Never holds a task's text. */
export interface Alert {
  readonly kind: AlertKind;
  /** `resolved`: what was announced before is over. */
  readonly severity: 'info' | 'warning' | 'error' | 'resolved';
  /** What it is about: a task id, a plan id, a resource, `redis`. */
  readonly subject: string;
  readonly message: string;
  readonly advice: string;
  /** UTC. */
  readonly at: string;
}

/** Names the alert that is over. */
export type AlertSubject = Pick<Alert, 'kind' | 'subject'>;

/** Kinds that tell of something that has happened; the others last until they are resolved. */
const happenings: readonly AlertKind[] = [
  'conflict',
  'document_restored',
  'double_create',
  'outcome_unknown',
  'changes_refused',
];

/** Whether an alert stays open, so that it is announced once, and again when it is over. */
export function isLasting({ kind }: Pick<Alert, 'kind'>): boolean {
  return !happenings.includes(kind);
}
