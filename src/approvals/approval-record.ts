import * as z from 'zod';
import { scopes, writePolicies, type Caller } from '../domain/access/caller.js';

/** Who asked, as far as it can be kept: the token of a person who called is not. */
const askerSchema = z.object({
  actor: z.string(),
  kind: z.enum(['anonymous', 'key', 'person', 'app']),
  owner: z.string(),
  person: z.object({ oid: z.string(), tid: z.string() }).nullable(),
  keyId: z.string().nullable(),
  scopes: z.array(z.enum(scopes)),
  plans: z.array(z.string()).nullable(),
  policy: z.enum(writePolicies),
});

export type Asker = z.infer<typeof askerSchema>;

/** What is to be done, when a person has said yes. */
export const askedSchema = z.object({
  asker: askerSchema,
  operation: z.string(),
  /** As it was sent. */
  input: z.record(z.string(), z.unknown()),
  /** Of what was sent, for who sends it again under the same key. */
  fingerprint: z.string(),
  effect: z.string(),
  details: z.record(z.string(), z.unknown()),
  /** Ms since the epoch. */
  askedAt: z.number(),
  expiresAt: z.number(),
});

export type Asked = z.infer<typeof askedSchema>;

export const decisionSchema = z.object({
  verdict: z.enum(['approved', 'refused', 'expired']),
  /** Who decided, for people; null: nobody did in time. */
  by: z.string().nullable(),
  comment: z.string().nullable(),
  at: z.number(),
});

export type Decision = z.infer<typeof decisionSchema>;

/** A problem object as it was answered. */
const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.string(),
});

export const outcomeSchema = z.object({
  state: z.enum(['done', 'failed', 'outdated', 'unknown']),
  at: z.number(),
  /** Of `done`: the answer of the operation. */
  result: z.record(z.string(), z.unknown()).optional(),
  /** Of all others: why not. */
  problem: problemSchema.optional(),
});

export type Outcome = z.infer<typeof outcomeSchema>;

/** All that is kept of one approval. */
export interface ApprovalRecord {
  readonly id: string;
  readonly asked: Asked;
  readonly decision: Decision | null;
  /** It was begun. */
  readonly hasBegun: boolean;
  readonly outcome: Outcome | null;
}

export function toAsker(caller: Caller, actor: string): Asker {
  const { kind, owner, person, keyId, plans, policy } = caller;
  return {
    actor,
    kind,
    owner,
    person: person === null ? null : { ...person },
    keyId,
    scopes: [...caller.scopes],
    plans: plans === null ? null : [...plans],
    policy,
  };
}

/** The caller as it is when nobody calls: without a token of its own. */
export function toLaterCaller(asker: Asker): Caller {
  return {
    ...asker,
    assertion: null,
    scopes: new Set(asker.scopes),
    plans: asker.plans === null ? null : new Set(asker.plans),
  };
}
