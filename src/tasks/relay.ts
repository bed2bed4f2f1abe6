import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Keys } from './keys.js';
import type { OutboxEntry, ReadEntries } from './outbox-entry.js';
import { groupByPlan, parseEntries } from './outbox-entry.js';

/** Where the relay hands changes to; rejects while that is away. */
export interface ChangeSink {
  tasksChanged(
    planId: string,
    taskIds: readonly string[],
    source: OutboxEntry['source'],
  ): Promise<void>;
  /** Agents wrote into these plans. */
  plansTouched(planIds: readonly string[]): Promise<void>;
  /** The plan is to be looked at now, and what sleeps there after trouble to be tried. */
  lookNow(planId: string): Promise<void>;
}

export interface RelayDeps {
  readonly redis: Redis;
  /** A connection of its own: reads block. */
  readonly blocking: Redis;
  readonly keys: Keys;
  readonly sink: ChangeSink;
  readonly logger: Logger;
  /** Unique among the replicas. */
  readonly consumer: string;
}

export interface Relay {
  /** Ends after the entries under way are handed over or left to another replica. */
  stop(): Promise<void>;
  /** Why nothing can be handed over at present; null when all is well. */
  outage(): string | null;
}

const group = 'relay';
const perRead = 1_000;
/** Ids in one signal: some 150 kB, where Temporal takes two megabytes. */
const perSignal = 5_000;
/** Less than the silence after which a connection counts as dead. */
const blockMs = 2_000;
/** Entries that a replica took and did not hand over for so long are another's. */
const abandonedMs = 30_000;
const claimEveryMs = 10_000;
const longestPauseMs = 5_000;

/**
 * Drains the outbox into Temporal: what is there is grouped by plan and goes as one signal a plan. An entry is removed
 * only when its signal was accepted, so nothing is lost when this process or Temporal dies; a signal sent twice is harmless.
 */
export function startRelay(deps: RelayDeps): Relay {
  const { redis, blocking, keys, sink, logger, consumer } = deps;
  const stopping = new AbortController();
  let outage: string | null = null;
  let claimedAt = 0;
  /** Entries given to us may not have arrived, or were not handed over: at a start, after an error or a new connection. */
  let hasGap = true;
  blocking.on('ready', () => {
    hasGap = true;
  });

  const readNew = async (): Promise<ReadEntries> => {
    const reply = await blocking.xreadgroup(
      'GROUP',
      group,
      consumer,
      'COUNT',
      perRead,
      'BLOCK',
      blockMs,
      'STREAMS',
      keys.outbox,
      '>',
    );
    return parseEntries(reply);
  };

  const readOwn = async (): Promise<ReadEntries> => {
    const reply = await redis.xreadgroup(
      'GROUP',
      group,
      consumer,
      'COUNT',
      perRead,
      'STREAMS',
      keys.outbox,
      '0',
    );
    return parseEntries(reply);
  };

  const handOverAll = async ({ entries, unreadable }: ReadEntries): Promise<void> => {
    await dropUnreadable(unreadable);
    await handOver(entries);
  };

  /** To the last one: what one read gives is gone when it was handed over. */
  const closeGap = async (): Promise<void> => {
    hasGap = false;
    for (let left = true; left;) {
      const own = await readOwn();
      await handOverAll(own);
      left = own.entries.length + own.unreadable.length > 0;
    }
  };

  const readAbandoned = async (): Promise<ReadEntries> => {
    if (Date.now() - claimedAt < claimEveryMs) return parseEntries(null);
    claimedAt = Date.now();
    const [, entries] = (await redis.xautoclaim(
      keys.outbox,
      group,
      consumer,
      abandonedMs,
      '0',
      'COUNT',
      perRead,
    )) as [string, unknown];
    return parseEntries([[keys.outbox, entries]]);
  };

  const handOver = async (entries: readonly OutboxEntry[]): Promise<void> => {
    const groups = groupByPlan(entries);
    await Promise.all(
      groups.map(async ({ planId, taskIds, source, look, entryIds }) => {
        // First: who sleeps is woken, and takes what follows as something new.
        if (look) await untilDone(() => sink.lookNow(planId));
        for (let from = 0; from < taskIds.length; from += perSignal) {
          const some = taskIds.slice(from, from + perSignal);
          await untilDone(() => sink.tasksChanged(planId, some, source));
        }
        await remove(entryIds);
      }),
    );
    const touched = groups.filter((one) => one.source === 'agent').map((one) => one.planId);
    if (touched.length > 0) void touch(touched);
  };

  const remove = async (entryIds: readonly string[]): Promise<void> => {
    await redis
      .multi()
      .xack(keys.outbox, group, ...entryIds)
      .xdel(keys.outbox, ...entryIds)
      .exec();
  };

  /** What nobody can act on must not come back for ever. */
  const dropUnreadable = async (entryIds: readonly string[]): Promise<void> => {
    if (entryIds.length === 0) return;
    logger.error({ entryIds }, 'The outbox held entries that nobody can read; they were dropped');
    await remove(entryIds);
  };

  /** Each plan is mentioned to the watch at most once a second: it only needs to know that something goes on. */
  const lastTouch = new Map<string, number>();
  const touch = async (planIds: readonly string[]): Promise<void> => {
    const now = Date.now();
    const due = [...new Set(planIds)].filter((id) => now - (lastTouch.get(id) ?? 0) > 1_000);
    if (due.length === 0) return;
    for (const planId of due) lastTouch.set(planId, now);
    try {
      await sink.plansTouched(due);
    } catch (error) {
      logger.warn({ err: error }, 'The watch could not be told that agents are at work');
    }
  };

  const untilDone = async (call: () => Promise<void>): Promise<void> => {
    for (let failures = 0; ; failures += 1) {
      try {
        await call();
        if (outage !== null) logger.info('Temporal is back, changes are handed over again');
        outage = null;
        return;
      } catch (error) {
        if (stopping.signal.aborted) throw error;
        if (outage === null)
          logger.warn({ err: error }, 'Temporal is away, changes wait in the outbox');
        outage = 'Temporal is away: changes wait in Redis and travel when it is back.';
        await pause(failures);
      }
    }
  };

  const pause = async (failures: number): Promise<void> => {
    const ms = Math.min(100 * 2 ** Math.min(failures, 10), longestPauseMs);
    await sleep(ms, undefined, { signal: stopping.signal }).catch(() => undefined);
  };

  const run = async (): Promise<void> => {
    let hasGroup = false;
    for (let failures = 0; !stopping.signal.aborted;) {
      try {
        if (!hasGroup) await makeGroup(redis, keys.outbox);
        hasGroup = true;
        if (hasGap) await closeGap();
        await handOverAll(await readAbandoned());
        await handOverAll(await readNew());
        failures = 0;
      } catch (error) {
        if (stopping.signal.aborted) return;
        hasGroup = false; // Redis may have come back empty
        hasGap = true;
        logger.debug({ err: error }, 'The outbox cannot be read');
        await pause(failures);
        failures += 1;
      }
    }
  };

  const running = run();
  return {
    outage: () => outage,
    async stop() {
      stopping.abort();
      blocking.disconnect();
      await running;
    },
  };
}

async function makeGroup(redis: Redis, stream: string): Promise<void> {
  try {
    await redis.xgroup('CREATE', stream, group, '0', 'MKSTREAM');
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('BUSYGROUP'))) throw error;
  }
}
