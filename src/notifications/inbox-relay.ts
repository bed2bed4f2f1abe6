import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import * as z from 'zod';
import { pause } from '../tasks/hand-over.js';
import type { Keys } from '../tasks/keys.js';
import type { CallFunction } from '../tasks/load-functions.js';
import {
  parseInboxEntries,
  type InboxEntry,
  type LifecycleEntry,
  type ReadInbox,
} from './inbox-entry.js';
import { createLifecycleHandOver } from './lifecycle-hand-over.js';
import { createSignalSoon } from './signal-soon.js';
import type { ValidationTokens } from './validation-tokens.js';
import { encodeChange } from './waiting-changes.js';
import { createDroppedEntries } from './dropped-entries.js';

/** The flows of subscriptions; every call rejects while Temporal is away. */
export interface SubscriptionSink {
  /** False when no flow of that name runs: the changes wait in Redis until one does. */
  changesWaiting(name: string): Promise<boolean>;
  /** False when no flow of that name runs: one that starts asks Graph how the subscription fares, but not what was missed. */
  lifecycle(
    name: string,
    notice: LifecycleEntry & { readonly subscriptionId: string },
  ): Promise<boolean>;
}

export interface InboxRelayDeps {
  readonly redis: Redis;
  /** A connection of its own: reads block. */
  readonly blocking: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
  readonly sink: SubscriptionSink;
  readonly tokens: ValidationTokens;
  readonly logger: Logger;
  /** Unique among the replicas. */
  readonly consumer: string;
}

export interface InboxRelay {
  /** Ends after the entries under way are moved or left to another replica. */
  stop(): Promise<void>;
  /** Why notifications do not travel at present; null when all is well. */
  outage(): string | null;
}

const group = 'relay';
/** Moving so many is one step, for which Redis serves nobody else: some milliseconds. */
const perRead = 100;
/** Less than the silence after which a connection counts as dead. */
const blockMs = 2_000;
/** Entries that a replica took and did not move for so long are another's. */
const abandonedMs = 30_000;
const claimEveryMs = 10_000;
/** A flow that is at work finds further changes by itself; it is told again in case a signal was lost. */
const remindMs = 2_000;
const signalGapMs = 250;
/** Longer than the keys of the sign-in service are kept from being fetched anew. */
const unknownKeyMs = 120_000;

/**
 * Moves accepted notifications to the changes of their subscriptions, each in one step, and tells the flows. An entry
 * leaves the inbox only in that step, so nothing is lost when this process, Redis' connection or Temporal dies.
 * Encrypted content is moved when Microsoft's signature was checked; while it cannot be, its entry waits.
 */
export function startInboxRelay(deps: InboxRelayDeps): InboxRelay {
  const { redis, blocking, keys, call, sink, tokens, logger, consumer } = deps;
  const stopping = new AbortController();
  const dropped = createDroppedEntries({ redis, keys, group });
  let outage: string | null = null;
  let claimedAt = 0;
  /** When own entries are looked at again: given to us before a crash, or waiting for the keys of the sign-in service. */
  let ownDueAt = 0;
  let waits = 0;

  const noteAway = (error: unknown): void => {
    if (error instanceof NoFlowYet) return;
    if (outage === null) logger.warn({ err: error }, 'Temporal is away, notified changes wait');
    outage = 'Temporal is away: notified changes wait in Redis and are told when it is back.';
  };
  const noteBack = (): void => {
    if (outage !== null) logger.info('Temporal is back, notified changes travel again');
    outage = null;
  };
  const signals = createSignalSoon({
    async signal(name) {
      await sink.changesWaiting(name);
      noteBack();
    },
    onFailure: noteAway,
  });

  const lifecycles = createLifecycleHandOver({
    async handOver({ entryId, name, subscription, lifecycle }) {
      const notice = { event: lifecycle.event, subscriptionId: subscription };
      const isTaken = await sink.lifecycle(name, notice);
      noteBack();
      if (!isTaken && notice.event === 'missed' && (await isStillOurs(subscription))) {
        throw new NoFlowYet(`${name} has no flow yet`);
      }
      await dropped.done([entryId]);
    },
    onFailure: noteAway,
  });

  /** Not given up since. */
  const isStillOurs = async (subscriptionId: string): Promise<boolean> =>
    (await redis.hexists(keys.subscriptions, subscriptionId)) === 1;

  const handle = async ({ entries, unreadable }: ReadInbox): Promise<void> => {
    if (unreadable.length > 0) {
      logger.error({ entryIds: unreadable }, 'The inbox held entries that nobody can read');
      await dropped.unreadable(unreadable);
    }
    for (const entry of entries) if (entry.kind === 'lifecycle') lifecycles.begin(entry);
    const changes = entries.filter(isChange);
    // First what needs no judgement, which may take as long as the sign-in service does.
    await move(changes.filter(({ change }) => change.proof === undefined));
    const ready: ChangeInInbox[] = [];
    const held: InboxEntry[] = [];
    const encrypted = changes.filter(({ change }) => change.proof !== undefined);
    const judged = await Promise.all(encrypted.map(judge));
    for (const { entry, verdict } of judged) {
      if (verdict === 'valid') ready.push(entry);
      else if (verdict === 'invalid') await dropped.invalid(entry);
      else held.push(entry);
    }
    await move(ready);
    if (held.length > 0) waitFor(held);
  };

  const judge = async (entry: ChangeInInbox) => {
    const { proof, about } = entry.change;
    if (proof === undefined) return { entry, verdict: 'valid' as const };
    const verdict = await tokens.verify(proof.tokens, proof.tenantId, about.at);
    const isOld = Date.now() - about.at > unknownKeyMs;
    return { entry, verdict: verdict === 'unknownKey' && isOld ? ('invalid' as const) : verdict };
  };

  const move = async (changes: readonly ChangeInInbox[]): Promise<void> => {
    if (changes.length === 0) return;
    const texts = changes.flatMap(({ entryId, name, change }) => [
      entryId,
      name,
      change.resource,
      encodeChange(change),
    ]);
    const reply = await call('tandem_notifications_move_v1', keys.namespace, group, ...texts);
    const [isNew, ...woken] = moveReplySchema.parse(reply);
    for (const name of woken) signals.want(name, signalGapMs);
    if (isNew === 0) return;
    for (const name of new Set(changes.map((change) => change.name))) signals.want(name, remindMs);
  };

  const waitFor = (held: readonly InboxEntry[]): void => {
    waits = Math.min(waits + 1, 10);
    ownDueAt = Date.now() + Math.min(100 * 2 ** waits, 5_000);
    logger.debug({ entries: held.length }, 'Notifications wait');
  };

  /** Page by page, once: what has to wait stays. */
  const handleOwn = async (): Promise<void> => {
    ownDueAt = Number.POSITIVE_INFINITY;
    for (let from: string | null = '0'; from !== null;) {
      const own = parseReply(await redis.xreadgroup(...readArguments(consumer), keys.inbox, from));
      await handle(own);
      from = own.lastId;
    }
    if (ownDueAt === Number.POSITIVE_INFINITY) waits = 0;
  };

  const readNew = async (): Promise<ReadInbox> => {
    const untilOwn = Math.min(blockMs, Math.max(1, ownDueAt - Date.now()));
    return parseReply(
      await blocking.xreadgroup(
        'GROUP',
        group,
        consumer,
        'COUNT',
        perRead,
        'BLOCK',
        untilOwn,
        'STREAMS',
        keys.inbox,
        '>',
      ),
    );
  };

  const readAbandoned = async (): Promise<ReadInbox> => {
    if (Date.now() - claimedAt < claimEveryMs) return parseInboxEntries([]);
    claimedAt = Date.now();
    const [, entries] = (await redis.xautoclaim(
      keys.inbox,
      group,
      consumer,
      abandonedMs,
      '0',
      'COUNT',
      perRead,
    )) as [string, unknown];
    return parseInboxEntries(entries);
  };

  const run = async (): Promise<void> => {
    let hasGroup = false;
    for (let failures = 0; !stopping.signal.aborted;) {
      try {
        if (!hasGroup) await makeGroup(redis, keys.inbox);
        hasGroup = true;
        if (ownDueAt <= Date.now()) await handleOwn();
        await handle(await readAbandoned());
        await handle(await readNew());
        failures = 0;
      } catch (error) {
        if (stopping.signal.aborted) return;
        hasGroup = false; // Redis may have come back empty
        ownDueAt = 0;
        logger.debug({ err: error }, 'The inbox cannot be read');
        await pause(failures, stopping.signal);
        failures += 1;
      }
    }
  };
  // What was read may not have arrived.
  blocking.on('ready', () => {
    ownDueAt = 0;
  });

  const running = run();
  return {
    outage: () => outage,
    async stop() {
      stopping.abort();
      blocking.disconnect();
      await running;
      await Promise.all([signals.stop(), lifecycles.stop()]);
    },
  };
}

/** A flow is missing that the server starts anew within a minute. */
class NoFlowYet extends Error {
  override readonly name = 'NoFlowYet';
}

type ChangeInInbox = Extract<InboxEntry, { readonly kind: 'change' }>;

const moveReplySchema = z.tuple([z.number()]).rest(z.string());
const replySchema = z.array(z.tuple([z.string(), z.unknown()])).nullable();

function isChange(entry: InboxEntry): entry is ChangeInInbox {
  return entry.kind === 'change';
}

function parseReply(reply: unknown): ReadInbox {
  const [stream] = replySchema.parse(reply) ?? [];
  return parseInboxEntries(stream?.[1] ?? []);
}

function readArguments(consumer: string) {
  return ['GROUP', group, consumer, 'COUNT', perRead, 'STREAMS'] as const;
}

async function makeGroup(redis: Redis, stream: string): Promise<void> {
  try {
    await redis.xgroup('CREATE', stream, group, '0', 'MKSTREAM');
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('BUSYGROUP'))) throw error;
  }
}
