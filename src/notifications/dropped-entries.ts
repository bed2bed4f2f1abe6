import type { Redis } from 'ioredis';
import type { Keys } from '../tasks/keys.js';
import type { InboxEntry } from './inbox-entry.js';

/** Entries that leave the inbox without becoming a change to fetch. */
export interface DroppedEntries {
  /** Handed over. */
  done(entryIds: readonly string[]): Promise<void>;
  /** They say nothing that anybody can act on, and must not come back for ever. */
  unreadable(entryIds: readonly string[]): Promise<void>;
  /** Encrypted content for which Microsoft does not vouch. */
  invalid(entry: InboxEntry): Promise<void>;
}

const logMax = 1_000;

export function createDroppedEntries(deps: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly group: string;
}): DroppedEntries {
  const { redis, keys, group } = deps;
  const removal = (entryIds: readonly string[]) =>
    redis
      .multi()
      .xack(keys.inbox, group, ...entryIds)
      .xdel(keys.inbox, ...entryIds);
  return {
    async done(entryIds) {
      await removal(entryIds).exec();
    },
    async unreadable(entryIds) {
      await removal(entryIds).hincrby(keys.webhookCounters, 'unreadable', entryIds.length).exec();
    },
    async invalid(entry) {
      const line = {
        at: new Date().toISOString(),
        kind: entry.kind === 'change' ? entry.change.about.kind : null,
        resource: entry.kind === 'change' ? entry.change.resource : null,
        changeType: entry.kind === 'change' ? entry.change.changeType : null,
        subscription: entry.name,
        ms: 0,
        outcome: 'invalid_token',
      };
      await removal([entry.entryId])
        .hincrby(keys.webhookCounters, 'invalidToken', 1)
        .lpush(keys.webhookLog, JSON.stringify(line))
        .ltrim(keys.webhookLog, 0, logMax - 1)
        .exec();
    },
  };
}
