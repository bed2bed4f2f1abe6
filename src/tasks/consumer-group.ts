import type { ChainableCommander, Redis } from 'ioredis';
import { claimedEntries, streamEntries, type StreamEntry } from './stream-entries.js';

export interface ConsumerGroupOptions {
  readonly redis: Redis;
  /** A connection of its own: reads of new entries block. */
  readonly blocking: Redis;
  readonly stream: string;
  readonly group: string;
  /** Unique among the replicas. */
  readonly consumer: string;
  readonly perRead: number;
}

/** One consumer of a stream that several replicas share: an entry is given to one of them and stays until it is removed. */
export interface ConsumerGroup {
  /** Makes group and stream where they are missing: a new Redis, or one that came back empty. */
  ensure(): Promise<void>;
  /** Entries that nobody was given yet; waits for the first one up to `blockMs`. */
  readNew(blockMs: number): Promise<readonly StreamEntry[]>;
  /** Without waiting: what we were given and have not removed, behind this id; with `>` what nobody was given yet. */
  readBehind(entryId: string): Promise<readonly StreamEntry[]>;
  /** Takes over what another consumer was given long ago and has not removed. Looks every ten seconds, else answers none. */
  readAbandoned(): Promise<readonly StreamEntry[]>;
  /** The commands that remove entries for good, for `exec` alone or with others. */
  removal(entryIds: readonly string[]): ChainableCommander;
}

const abandonedMs = 30_000;
const claimEveryMs = 10_000;

export function openConsumerGroup(options: ConsumerGroupOptions): ConsumerGroup {
  const { redis, blocking, stream, group, consumer, perRead } = options;
  let claimedAt = 0;
  return {
    async ensure() {
      try {
        await redis.xgroup('CREATE', stream, group, '0', 'MKSTREAM');
      } catch (error) {
        if (!(error instanceof Error && error.message.startsWith('BUSYGROUP'))) throw error;
      }
    },
    async readNew(blockMs) {
      const who = ['GROUP', group, consumer, 'COUNT', perRead, 'BLOCK', blockMs] as const;
      return streamEntries(await blocking.xreadgroup(...who, 'STREAMS', stream, '>'));
    },
    async readBehind(entryId) {
      const who = ['GROUP', group, consumer, 'COUNT', perRead] as const;
      return streamEntries(await redis.xreadgroup(...who, 'STREAMS', stream, entryId));
    },
    async readAbandoned() {
      if (Date.now() - claimedAt < claimEveryMs) return [];
      claimedAt = Date.now();
      const whose = [stream, group, consumer, abandonedMs, '0', 'COUNT', perRead] as const;
      return claimedEntries(await redis.xautoclaim(...whose));
    },
    removal: (entryIds) =>
      redis
        .multi()
        .xack(stream, group, ...entryIds)
        .xdel(stream, ...entryIds),
  };
}
