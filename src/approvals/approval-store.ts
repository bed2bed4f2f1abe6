import type { Redis } from 'ioredis';
import type { Vault } from '../accounts/vault/vault.js';
import { VaultError } from '../accounts/vault/vault-error.js';
import type { Keys } from '../tasks/keys.js';
import { withRedis } from '../tasks/redis-problem.js';
import {
  askedSchema,
  decisionSchema,
  outcomeSchema,
  type ApprovalRecord,
  type Asked,
  type Decision,
  type Outcome,
} from './approval-record.js';

/**
 * What waits for people, in Redis. All of it is sealed, as it may hold what somebody writes to somebody. The first decision
 * counts, whoever makes it: it is the field that decides, not the order in which others hear of it. ProblemError
 * redis_unavailable.
 */
export interface ApprovalStore {
  /** False: there is one of this id. */
  create(id: string, asked: Asked): Promise<boolean>;
  read(id: string): Promise<ApprovalRecord | null>;
  /** Answers the decision that counts; null: there is no such approval. */
  decide(id: string, decision: Decision): Promise<Decision | null>;
  /** False: it was begun before, and may have been done. */
  begin(id: string): Promise<boolean>;
  /** What was begun came to nothing: it may be begun again. */
  unbegin(id: string): Promise<void>;
  /** What is known replaces `unknown`; nothing replaces what is known. */
  finish(id: string, outcome: Outcome): Promise<void>;
  /** Nothing is to be done for it any more. */
  close(id: string): Promise<void>;
  /** As if it had never been asked for. */
  remove(id: string): Promise<void>;
  /** The newest first. */
  newest(count: number): Promise<readonly ApprovalRecord[]>;
  /** Ids of those that are not over. */
  open(): Promise<readonly string[]>;
  /** How many of them somebody asked for. */
  countOpen(owner: string): Promise<number>;
}

/** So long one is kept after it has expired or ended (ms). */
const keptMs = 7 * 86_400_000;

const purpose = 'approval';

export function createApprovalStore({
  redis,
  keys,
  vault,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly vault: Pick<Vault, 'seal' | 'open'>;
}): ApprovalStore {
  const seal = (id: string, field: Field, value: object): string =>
    vault.seal(purpose, `${id}/${field}`, JSON.stringify(value));
  const open = (id: string, field: Field, sealed: string): unknown =>
    JSON.parse(vault.open(purpose, `${id}/${field}`, sealed));

  const decisionIn = (id: string, sealed: string | null): Decision | null =>
    sealed === null ? null : decisionSchema.parse(open(id, 'decision', sealed));

  const read = async (id: string): Promise<ApprovalRecord | null> => {
    const [asked = null, decision = null, begun = null, outcome = null] = await withRedis(() =>
      redis.hmget(keys.approval(id), 'asked', 'decision', 'begun', 'outcome'),
    );
    if (asked === null) return null;
    return {
      id,
      asked: askedSchema.parse(open(id, 'asked', asked)),
      decision: decisionIn(id, decision),
      hasBegun: begun !== null,
      outcome: outcome === null ? null : outcomeSchema.parse(open(id, 'outcome', outcome)),
    };
  };

  /** One that was sealed with a key that is gone is nobody's any more; the others are. */
  const readable = async (id: string): Promise<ApprovalRecord | null> =>
    read(id).catch((error: unknown) => {
      if (error instanceof VaultError) return null;
      throw error;
    });

  const openIds = (): Promise<readonly string[]> =>
    withRedis(() => redis.zrange(keys.approvalsOpen, '0', '-1'));

  return {
    read,

    async create(id, asked) {
      return withRedis(async () => {
        const key = keys.approval(id);
        const { askedAt, expiresAt } = asked;
        const results = await redis
          .multi()
          .hsetnx(key, 'asked', seal(id, 'asked', asked))
          .pexpireat(key, expiresAt + keptMs, 'NX')
          .zadd(keys.approvalsByTime, 'NX', String(askedAt), id)
          .zadd(keys.approvalsOpen, 'NX', String(expiresAt), id)
          .zremrangebyscore(keys.approvalsByTime, '-inf', askedAt - 2 * keptMs)
          .exec();
        return results?.[0]?.[1] === 1;
      });
    },

    async decide(id, decision) {
      return withRedis(async () => {
        const key = keys.approval(id);
        // Nothing may bring back a hash that has ended: it would have no end of its own.
        if ((await redis.hexists(key, 'asked')) === 0) return null;
        await redis.hsetnx(key, 'decision', seal(id, 'decision', decision));
        return decisionIn(id, await redis.hget(key, 'decision'));
      });
    },

    async begin(id) {
      return withRedis(async () => (await redis.hsetnx(keys.approval(id), 'begun', '1')) === 1);
    },

    async unbegin(id) {
      await withRedis(() => redis.hdel(keys.approval(id), 'begun'));
    },

    async finish(id, outcome) {
      await withRedis(async () => {
        const key = keys.approval(id);
        if ((await redis.hexists(key, 'asked')) === 0) return;
        const sealed = seal(id, 'outcome', outcome);
        const isNew = (await redis.hsetnx(key, 'outcome', sealed)) === 1;
        if (!isNew && (await read(id))?.outcome?.state === 'unknown') {
          await redis.hset(key, 'outcome', sealed);
        }
        await redis
          .multi()
          .pexpireat(key, outcome.at + keptMs)
          .zrem(keys.approvalsOpen, id)
          .exec();
      });
    },

    async close(id) {
      await withRedis(() => redis.zrem(keys.approvalsOpen, id));
    },

    async remove(id) {
      await withRedis(() =>
        redis
          .multi()
          .del(keys.approval(id))
          .zrem(keys.approvalsByTime, id)
          .zrem(keys.approvalsOpen, id)
          .exec(),
      );
    },

    async newest(count) {
      const ids = await withRedis(() => redis.zrevrange(keys.approvalsByTime, 0, count - 1));
      const found = await Promise.all(ids.map(readable));
      return found.filter((record) => record !== null);
    },

    open: openIds,

    async countOpen(owner) {
      const found = await Promise.all((await openIds()).map(readable));
      return found.filter((record) => record?.asked.asker.owner === owner).length;
    },
  };
}

type Field = 'asked' | 'decision' | 'outcome';
