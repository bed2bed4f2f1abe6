import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest';
import { type Door, startDoor } from './door.js';
import { anOutbox, FakeSink, type RelayFixture } from './relay-fixture.js';

const wait = { timeout: 20_000, interval: 20 };
let door: Door;
let outbox: RelayFixture;
let sink: FakeSink;

beforeEach(async () => {
  door = await startDoor(inject('redisUrl'));
  outbox = await anOutbox({ relayUrl: door.url });
  sink = new FakeSink();
});
afterEach(async () => {
  await outbox.close();
  await door.close();
});

const isDrained = () => vi.waitFor(async () => expect(await outbox.waiting()).toBe(0), wait);

/** The relay has nothing to do: it waits in a blocking read. */
async function untilItWaits(): Promise<void> {
  await outbox.add('plan', ['before']);
  await isDrained();
  await vi.waitFor(async () => {
    const clients = String(await outbox.redis.client('LIST'));
    const blocked = /cmd=xreadgroup\b/.exec(clients);
    expect(blocked).not.toBeNull();
  }, wait);
}

test('a relay that was waiting when Redis went away goes on when it is back', async () => {
  outbox.startRelay(sink);
  await untilItWaits();
  await door.cut();
  await outbox.add('plan', ['during']);
  await door.open();
  await isDrained();

  expect(sink.handed.map(({ taskIds }) => taskIds)).toEqual([['before'], ['during']]);
});

test('a relay whose connection has died without a sign goes on over a new one', async () => {
  outbox.startRelay(sink);
  await untilItWaits();
  door.silence();
  await outbox.add('plan', ['during']);
  await isDrained();

  expect(sink.handed.at(-1)?.taskIds).toEqual(['during']);
});

test('a relay that was started before Redis waits for it', async () => {
  await door.cut();
  outbox.startRelay(sink);
  await outbox.add('plan', ['early']);
  await door.open();
  await isDrained();

  expect(sink.handed.map(({ taskIds }) => taskIds)).toEqual([['early']]);
});
