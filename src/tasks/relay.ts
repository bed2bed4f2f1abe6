import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Alerts } from './alerts.js';
import { openConsumerGroup } from './consumer-group.js';
import type { ChangeSink } from './hand-over.js';
import { createHandOver, pause } from './hand-over.js';
import type { Keys } from './keys.js';
import type { OutboxEntry, ReadEntries } from './outbox-entry.js';
import { groupByPlan, parseEntries } from './outbox-entry.js';

export interface RelayDeps {
  readonly redis: Redis;
  /** A connection of its own: reads block. */
  readonly blocking: Redis;
  readonly keys: Keys;
  readonly sink: ChangeSink;
  readonly alerts: Pick<Alerts, 'raise'>;
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
/** So many entries are looked through before any is handed over, so that what agents wrote overtakes a backlog. */
const lookAhead = 20_000;
const perRemoval = 1_000;
/** Less than the silence after which a connection counts as dead. */
const blockMs = 2_000;

/**
 * Drains the outbox into Temporal: what is there is grouped by plan and goes as one signal a plan. An entry is removed
 * only when its signal was accepted, so nothing is lost when this process or Temporal dies; a signal sent twice is harmless.
 */
export function startRelay(deps: RelayDeps): Relay {
  const { redis, blocking, keys, sink, alerts, logger, consumer } = deps;
  const stopping = new AbortController();
  const outbox = openConsumerGroup({
    redis,
    blocking,
    stream: keys.outbox,
    group,
    consumer,
    perRead,
  });
  /** Entries given to us may not have arrived, or were not handed over: at a start, after an error or a new connection. */
  let hasGap = true;
  blocking.on('ready', () => {
    hasGap = true;
  });

  const handOver = createHandOver({
    sink,
    stopping: stopping.signal,
    logger,
    async setAside({ planId, taskIds }) {
      logger.error({ planId, taskIds: taskIds.slice(0, 20) }, 'Temporal refused changes');
      await alerts.raise({
        kind: 'changes_refused',
        severity: 'error',
        subject: planId,
        message: `Temporal refuses to take ${taskIds.length} changed ${taskIds.length === 1 ? 'task' : 'tasks'} of plan ${planId}, first ${taskIds[0] ?? 'none'}.`,
        advice:
          'They wait in Redis and are handed over again every few minutes; the log of the server has what Temporal says.',
        at: new Date().toISOString(),
      });
    },
  });

  const readFrom = async (id: string): Promise<ReadEntries> =>
    parseEntries(await outbox.readBehind(id));

  const readNew = async (): Promise<ReadEntries> =>
    readOn(parseEntries(await outbox.readNew(blockMs)), () => readFrom('>'));

  const readOwn = async (): Promise<ReadEntries> =>
    readOn(await readFrom('0'), (last) => readFrom(last));

  const handOverAll = async ({ entries, unreadable }: ReadEntries): Promise<void> => {
    await dropUnreadable(unreadable);
    await handAll(entries);
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

  const handAll = async (entries: readonly OutboxEntry[]): Promise<void> => {
    const groups = groupByPlan(entries);
    // One after the other: those who wait first.
    for (const source of ['agent', 'planner', 'system'] as const) {
      await Promise.all(
        groups
          .filter((one) => one.source === source)
          .map(async ({ entryIds, ...changes }) => {
            await handOver.untilDone(changes);
            await remove(entryIds);
          }),
      );
    }
    const touched = groups.filter((one) => one.source === 'agent').map((one) => one.planId);
    if (touched.length > 0) void touch(touched);
  };

  const remove = async (entryIds: readonly string[]): Promise<void> => {
    for (let from = 0; from < entryIds.length; from += perRemoval) {
      await outbox.removal(entryIds.slice(from, from + perRemoval)).exec();
    }
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

  const run = async (): Promise<void> => {
    let hasGroup = false;
    for (let failures = 0; !stopping.signal.aborted;) {
      try {
        if (!hasGroup) await outbox.ensure();
        hasGroup = true;
        if (hasGap) await closeGap();
        await handOverAll(parseEntries(await outbox.readAbandoned()));
        await handOverAll(await readNew());
        failures = 0;
      } catch (error) {
        if (stopping.signal.aborted) return;
        hasGroup = false; // Redis may have come back empty
        hasGap = true;
        logger.debug({ err: error }, 'The outbox cannot be read');
        await pause(failures, stopping.signal);
        failures += 1;
      }
    }
  };

  const running = run();
  return {
    outage: handOver.outage,
    async stop() {
      stopping.abort();
      blocking.disconnect();
      await running;
    },
  };
}

/** Reads on as long as a page is full, up to what is looked through at once. */
async function readOn(
  first: ReadEntries,
  readNext: (lastId: string) => Promise<ReadEntries>,
): Promise<ReadEntries> {
  const entries = [...first.entries];
  const unreadable = [...first.unreadable];
  let page = first;
  while (
    page.entries.length + page.unreadable.length >= perRead &&
    entries.length + unreadable.length < lookAhead
  ) {
    page = await readNext(page.lastId);
    entries.push(...page.entries);
    unreadable.push(...page.unreadable);
  }
  return { entries, unreadable, lastId: page.lastId };
}
