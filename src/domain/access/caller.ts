import type { RiskAnswers } from '../approvals/approval-policy.js';

/** What a caller may do, by area. `read` looks, `write` and `operate` change; none of them includes another. */
export const scopes = [
  'tasks:read',
  'tasks:write',
  'sync:read',
  'sync:operate',
  'webhook:read',
  'webhook:operate',
  'metadata:read',
  'todo:read',
  'todo:write',
  'mail:read',
  'mail:write',
  'mail:send',
  'calendar:read',
  'calendar:write',
  'teams:read',
  'teams:send',
  'directory:read',
  'files:read',
  'approvals:read',
  'approvals:decide',
  'accounts:read',
  'accounts:manage',
  'admin',
] as const;

export type Scope = (typeof scopes)[number];

/** `all`: every task it sees; `own`: tasks that it made or is assigned to; `read`: nothing is written. */
export const writePolicies = ['all', 'own', 'read'] as const;

export type WritePolicy = (typeof writePolicies)[number];

/** A person of a tenant. Neither mail address nor sign-in name says who somebody is: both move on to others. */
export interface PersonId {
  /** The object id. */
  readonly oid: string;
  readonly tid: string;
}

/** How a caller could come by a scope that it has not. */
export interface StepUp {
  /** What its client can ask the issuer of its tokens for, in the issuer's words; null: no token would hold it. */
  readonly scope: string | null;
  /** Who can help, as the end of a sentence; null: nobody is needed. */
  readonly advice: string | null;
}

/** Who calls and what they may do, however they proved it. */
export interface Caller {
  /** Stands in `createdBy` and `updatedBy`; null where the request does not say. */
  readonly actor: string | null;
  /**
   * `anonymous`: nobody was asked. `key`: a key of the configuration or one that was made. `person`: somebody who signed
   * in to Microsoft. `app`: an app of the tenant.
   */
  readonly kind: 'anonymous' | 'key' | 'person' | 'app';
  /** To whom accounts and logins belong that this caller makes; the same whenever the same one calls. */
  readonly owner: string;
  /** Null: no person is behind the call. */
  readonly person: PersonId | null;
  /** The person's own Entra token for us, for calls on their behalf; a function, so that nothing prints it. */
  readonly assertion: (() => string) | null;
  /** Names the key in the audit log without being a secret; null where there is none. */
  readonly keyId: string | null;
  readonly scopes: ReadonlySet<Scope>;
  /** The only plans whose tasks it sees; null: all, and tasks without a plan. */
  readonly plans: ReadonlySet<string> | null;
  readonly policy: WritePolicy;
  /** What becomes of risky things that it wants, where its key was made with an answer. */
  readonly approvals?: RiskAnswers;
  /** Absent: whoever issues the caller's proof calls scopes by our names. */
  readonly stepUp?: (scope: Scope) => StepUp;
}

/** What every caller has that no person stands behind. */
export const noPerson = { person: null, assertion: null } as const satisfies Partial<Caller>;

/** What may do everything. */
export const fullAccess = {
  scopes: new Set(scopes),
  plans: null,
  policy: 'all',
} as const satisfies Pick<Caller, 'scopes' | 'plans' | 'policy'>;

/** Whether tasks of a plan are there for the caller; null: tasks without a plan. */
export function seesPlan({ plans }: Pick<Caller, 'plans'>, planId: string | null): boolean {
  return plans === null || (planId !== null && plans.has(planId));
}
