/** What a caller may do, by area. `read` looks, `write` and `operate` change; none of them includes another. */
export const scopes = [
  'tasks:read',
  'tasks:write',
  'sync:read',
  'sync:operate',
  'webhook:read',
  'webhook:operate',
  'metadata:read',
  'accounts:read',
  'accounts:manage',
  'admin',
] as const;

export type Scope = (typeof scopes)[number];

/** `all`: every task it sees; `own`: tasks that it made or is assigned to; `read`: nothing is written. */
export const writePolicies = ['all', 'own', 'read'] as const;

export type WritePolicy = (typeof writePolicies)[number];

/** Who calls and what they may do, however they proved it. */
export interface Caller {
  /** Stands in `createdBy` and `updatedBy`; null where the request does not say. */
  readonly actor: string | null;
  /** `anonymous`: nobody was asked. `key`: a key of the configuration or one that was made. */
  readonly kind: 'anonymous' | 'key';
  /** Names the key in the audit log without being a secret; null where there is none. */
  readonly keyId: string | null;
  readonly scopes: ReadonlySet<Scope>;
  /** The only plans whose tasks it sees; null: all, and tasks without a plan. */
  readonly plans: ReadonlySet<string> | null;
  readonly policy: WritePolicy;
}

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
