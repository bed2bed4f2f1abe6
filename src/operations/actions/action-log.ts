import type { Redis } from 'ioredis';
import * as z from 'zod';
import { VaultError } from '../../accounts/vault/vault-error.js';
import type { Vault } from '../../accounts/vault/vault.js';
import type { Keys } from '../../tasks/keys.js';
import { withRedis } from '../../tasks/redis-problem.js';

const actionSchema = z.object({
  /** Whose callers see it and may take it back. */
  owner: z.string(),
  actor: z.string(),
  operation: z.string(),
  effect: z.string(),
  /** Ms since the epoch. */
  at: z.number(),
  /** The approval that it waited for. */
  approvalId: z.string().optional(),
  /** Absent: there is no call that takes it back. */
  undo: z.object({ operation: z.string(), input: z.record(z.string(), z.unknown()) }).optional(),
});

/** Something that was done at Microsoft. */
export type Action = z.infer<typeof actionSchema>;

export interface KeptAction extends Action {
  readonly id: string;
  readonly isUndone: boolean;
}

/** What was done at Microsoft in the last seven days, sealed, as it may hold texts. ProblemError redis_unavailable. */
export interface ActionLog {
  /** Never rejects: what is done is done. */
  note(id: string, action: Omit<Action, 'at'>): Promise<void>;
  /** Null: another's, or no longer kept. */
  read(id: string, owner: string): Promise<KeptAction | null>;
  /** The newest first. */
  list(owner: string, limit: number): Promise<readonly KeptAction[]>;
  markUndone(id: string): Promise<void>;
}

const keptMs = 7 * 86_400_000;
const mostKept = 500;
const purpose = 'action';

export function createActionLog(deps: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly vault: Pick<Vault, 'seal' | 'open'>;
  readonly onLost: (error: unknown) => void;
  readonly now: () => number;
}): ActionLog {
  const { redis, keys, vault, onLost, now } = deps;

  const read = async (id: string): Promise<KeptAction | null> => {
    const [sealed = null, undone = null] = await withRedis(() =>
      redis.hmget(keys.action(id), 'action', 'undone'),
    );
    if (sealed === null) return null;
    const action = actionSchema.parse(JSON.parse(vault.open(purpose, id, sealed)));
    return { ...action, id, isUndone: undone !== null };
  };

  /** One that was sealed with a key that is gone does not take the others away. */
  const readable = async (id: string): Promise<KeptAction | null> =>
    read(id).catch((error: unknown) => {
      if (error instanceof VaultError) return null;
      throw error;
    });

  return {
    async note(id, noted) {
      const action: Action = { ...noted, at: now() };
      const list = keys.actionsOf(action.owner);
      try {
        await redis
          .multi()
          .hset(keys.action(id), { action: vault.seal(purpose, id, JSON.stringify(action)) })
          .pexpireat(keys.action(id), action.at + keptMs)
          .zadd(list, action.at, id)
          .zremrangebyrank(list, 0, -mostKept - 1)
          .pexpireat(list, action.at + keptMs)
          .exec();
      } catch (error) {
        onLost(error);
      }
    },
    async read(id, owner) {
      const action = await read(id);
      return action?.owner === owner ? action : null;
    },
    async list(owner, limit) {
      const ids = await withRedis(() => redis.zrevrange(keys.actionsOf(owner), 0, limit - 1));
      return (await Promise.all(ids.map(readable))).filter((action) => action !== null);
    },
    async markUndone(id) {
      await withRedis(async () => {
        if ((await redis.exists(keys.action(id))) === 1)
          await redis.hset(keys.action(id), 'undone', '1');
      });
    },
  };
}
