import {
  formatRiskAnswers,
  parseRiskAnswers,
  type RiskAnswers,
} from '../domain/approvals/approval-policy.js';
import { scopes, writePolicies, type Scope, type WritePolicy } from '../domain/access/caller.js';

/** A key that was made, as Redis keeps it. The secret is nowhere. Times are UTC. */
export interface StoredKey {
  /** SHA-256 of the secret, hex. */
  readonly hash: string;
  /** The agent in `createdBy`. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Null: all plans. */
  readonly plans: readonly string[] | null;
  readonly policy: WritePolicy;
  /** What becomes of risky things; null: as the configuration says. */
  readonly approvals: RiskAnswers | null;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  /** Written at most once a minute. */
  readonly lastUsedAt: string | null;
}

export type KeyState = 'valid' | 'expired' | 'revoked';

export function stateOf(
  { expiresAt, revokedAt }: Pick<StoredKey, 'expiresAt' | 'revokedAt'>,
  now: number,
): KeyState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && Date.parse(expiresAt) <= now ? 'expired' : 'valid';
}

/** The fields of the hash in Redis. */
export function toFields(key: Omit<StoredKey, 'hash'>): Record<string, string> {
  return {
    name: key.name,
    scopes: key.scopes.join(','),
    // Absent where all plans are meant: an emptied field must not open them.
    ...(key.plans !== null && { plans: key.plans.join(',') }),
    policy: key.policy,
    ...(key.approvals !== null && { approvals: formatRiskAnswers(key.approvals) }),
    createdAt: key.createdAt,
    ...(key.expiresAt !== null && { expiresAt: key.expiresAt }),
    ...(key.revokedAt !== null && { revokedAt: key.revokedAt }),
    ...(key.lastUsedAt !== null && { lastUsedAt: key.lastUsedAt }),
  };
}

/** Null for what is no key, or one that this version does not understand in full: such a key opens nothing. */
export function fromFields(
  hash: string,
  fields: Readonly<Record<string, string>>,
): StoredKey | null {
  const { name, policy, createdAt, expiresAt, revokedAt, lastUsedAt } = fields;
  const named = fields['scopes'];
  const knownPolicy = writePolicies.find((one) => one === policy);
  if (name === undefined || named === undefined || createdAt === undefined) return null;
  if (knownPolicy === undefined) return null;
  if (expiresAt !== undefined && Number.isNaN(Date.parse(expiresAt))) return null;
  const given = named.split(',');
  const approvals =
    fields['approvals'] === undefined ? null : parseRiskAnswers(fields['approvals']);
  if (typeof approvals === 'string') return null;
  return {
    hash,
    name,
    scopes: scopes.filter((scope) => given.includes(scope)),
    plans: fields['plans'] === undefined ? null : fields['plans'].split(',').filter(Boolean),
    policy: knownPolicy,
    approvals,
    createdAt,
    expiresAt: expiresAt ?? null,
    revokedAt: revokedAt ?? null,
    lastUsedAt: lastUsedAt ?? null,
  };
}
