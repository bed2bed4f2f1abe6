import type { ConsumerGroup } from '../tasks/consumer-group.js';
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
  readonly inbox: Pick<ConsumerGroup, 'removal'>;
  readonly keys: Keys;
}): DroppedEntries {
  const { inbox, keys } = deps;
  return {
    async done(entryIds) {
      await inbox.removal(entryIds).exec();
    },
    async unreadable(entryIds) {
      await inbox
        .removal(entryIds)
        .hincrby(keys.webhookCounters, 'unreadable', entryIds.length)
        .exec();
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
      await inbox
        .removal([entry.entryId])
        .hincrby(keys.webhookCounters, 'invalidToken', 1)
        .lpush(keys.webhookLog, JSON.stringify(line))
        .ltrim(keys.webhookLog, 0, logMax - 1)
        .exec();
    },
  };
}
