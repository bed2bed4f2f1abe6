import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { inject } from 'vitest';
import {
  connectRedis,
  duplicateForBlocking,
  whenRedisReady,
} from '../../../src/tasks/connect-redis.js';
import { createKeys } from '../../../src/tasks/keys.js';
import type { Alert } from '../../../src/domain/alert.js';
import type { ChangeSink } from '../../../src/tasks/hand-over.js';
import { type Relay, startRelay } from '../../../src/tasks/relay.js';

const silent = pino({ level: 'silent' });

export interface Handed {
  readonly planId: string;
  readonly taskIds: readonly string[];
  readonly source: string;
}

/** Takes changes where Temporal would be; says no as long as a test wants it to. */
export class FakeSink implements ChangeSink {
  readonly handed: Handed[] = [];
  readonly touched: (readonly string[])[] = [];
  readonly looked: string[] = [];
  tries = 0;
  accept: (change: Handed) => void | Promise<void> = () => {};
  acceptTouch: () => void = () => {};

  async tasksChanged(planId: string, taskIds: readonly string[], source: string): Promise<void> {
    const change = { planId, taskIds, source };
    this.tries += 1;
    await this.accept(change);
    this.handed.push(change);
  }

  async plansTouched(planIds: readonly string[]): Promise<void> {
    this.touched.push(planIds);
    this.acceptTouch();
  }

  async lookNow(planId: string): Promise<void> {
    this.looked.push(planId);
  }
}

export type RelayFixture = Awaited<ReturnType<typeof anOutbox>>;

/**
 * An outbox of the test's own in the tests' Redis, and relays to drain it; these reach Redis by `relayUrl` where one is
 * given.
 */
export async function anOutbox(options: { readonly relayUrl?: string } = {}) {
  const redis = connectRedis({ url: inject('redisUrl') }, silent);
  const relayRedis = connectRedis({ url: options.relayUrl ?? inject('redisUrl') }, silent);
  await Promise.all([whenRedisReady(redis), whenRedisReady(relayRedis)]);
  const keys = createKeys(`test-${randomUUID()}`);
  const relays: Relay[] = [];
  const alerts: Alert[] = [];
  const stream = keys.outbox;
  return {
    redis,
    keys,
    alerts,
    /** As the write functions do it. Answers the entry's id. */
    async add(planId: string, taskIds: readonly string[], source = 'agent'): Promise<string> {
      const fields = { plan: planId, tasks: JSON.stringify(taskIds), source, at: '1' };
      return (await redis.xadd(stream, '*', ...Object.entries(fields).flat())) ?? '';
    },
    /** As the control of plans does it. */
    async addLook(planId: string): Promise<void> {
      const fields = { plan: planId, tasks: '[]', source: 'system', at: '1', look: '1' };
      await redis.xadd(stream, '*', ...Object.entries(fields).flat());
    },
    startRelay(sink: ChangeSink, consumer: string = randomUUID()): Relay {
      const relay = startRelay({
        redis: relayRedis,
        blocking: duplicateForBlocking(relayRedis, silent),
        keys,
        sink,
        alerts: { raise: async (alert) => void alerts.push(alert) },
        logger: silent,
        consumer,
      });
      relays.push(relay);
      return relay;
    },
    /** A replica that took what is there and died so long ago (ms). */
    async leaveBehind(ageMs: number): Promise<void> {
      await redis.xgroup('CREATE', stream, 'relay', '0', 'MKSTREAM').catch(() => undefined);
      await redis.xreadgroup('GROUP', 'relay', 'dead', 'COUNT', 100, 'STREAMS', stream, '>');
      const taken = (await redis.xpending(stream, 'relay', '-', '+', 100, 'dead')) as [string][];
      const ids = taken.map(([id]) => id);
      await redis.xclaim(stream, 'relay', 'dead', 0, ...ids, 'IDLE', ageMs, 'JUSTID');
    },
    waiting: () => redis.xlen(stream),
    async pending(): Promise<readonly string[]> {
      const found = (await redis.xpending(stream, 'relay', '-', '+', 100)) as [string, string][];
      return found.map(([, consumer]) => consumer);
    },
    async close(): Promise<void> {
      await Promise.all(relays.map((relay) => relay.stop()));
      redis.disconnect();
      relayRedis.disconnect();
    },
  };
}
