import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TaskDocument } from '../../../src/domain/task.js';
import { aTaskStore, type TaskStoreFixture } from './task-store-fixture.js';

let fixture: TaskStoreFixture;
beforeEach(async () => {
  fixture = await aTaskStore();
});
afterEach(() => fixture.close());

const hour = 3_600_000;

async function write(id?: string): Promise<TaskDocument> {
  const request =
    id === undefined
      ? ({ operation: 'create', body: { title: 'x' } } as const)
      : ({ operation: 'update', id, body: { title: `x ${Math.random()}` } } as const);
  return JSON.parse((await fixture.store.write(request, { actor: 'a' })).json) as TaskDocument;
}

const stampOf = async (id: string, field: string): Promise<number> =>
  Number.parseInt((await fixture.redis.hget(fixture.keys.state(id), field)) ?? '', 10);
const kept = () => fixture.redis.hmget(fixture.keys.config, 'clock', 'clockHold');
/** As if the machine's clock had been so far ahead until now. */
const wasAhead = (ms: number) =>
  fixture.redis.hset(fixture.keys.config, 'clock', String(Date.now() + ms));

describe('a clock of the machine that jumps back', () => {
  it('never makes a later write look older', async () => {
    const task = await write();
    await wasAhead(hour);
    const first = await write(task.id);
    const second = await write(task.id);
    const third = await write(task.id);
    const times = [first, second, third].map(({ updatedAt }) => Date.parse(updatedAt));
    expect(times[0]).toBeGreaterThan(Date.now() + hour);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(await stampOf(task.id, 'a:title')).toBe(times[2]);
    // Also when it jumps back again.
    await fixture.redis.hset(fixture.keys.config, 'clockHold', `${times[2]}:${Date.now() + hour}`);
    expect(Date.parse((await write(task.id)).updatedAt)).toBeGreaterThanOrEqual(times[2] ?? 0);
  });

  it('lets time go on at half its speed until it has caught up, and then is believed again', async () => {
    await write();
    const now = Date.now();
    await wasAhead(10_000);
    await fixture.redis.hset(fixture.keys.config, 'clockHold', `${now + 12_000}:${now - 4_000}`);
    const held = Date.parse((await write()).updatedAt);
    expect(held - now).toBeGreaterThanOrEqual(14_000);
    expect(held - now).toBeLessThan(16_000);
    // So long ago that half the speed was enough.
    await fixture.redis.hset(fixture.keys.config, {
      clock: String(now - 2_000),
      clockHold: `${now - 50_000}:${now - 100_000}`,
    });
    expect(Date.parse((await write()).updatedAt) - now).toBeLessThan(5_000);
    expect((await kept())[1]).toBeNull();
  });

  it('by more than a day was wrong before, and is believed', async () => {
    await write();
    await wasAhead(25 * hour);
    expect(Date.parse((await write()).updatedAt)).toBeLessThan(Date.now() + 1_000);
    expect(Number((await kept())[0])).toBeLessThan(Date.now() + 1_000);
  });
});

describe('the highest time', () => {
  it('is kept once a second at most', async () => {
    await write();
    const [clock] = await kept();
    await write();
    const [again, hold] = await kept();
    expect(Number(again) - Number(clock) === 0 || Number(again) - Number(clock) >= 1_000).toBe(
      true,
    );
    expect(hold).toBeNull();
  });

  it('does not move what ends by itself', async () => {
    await wasAhead(hour);
    await fixture.store.write(
      { operation: 'create', body: { title: 'x' } },
      { actor: 'a', idempotencyKey: 'k' },
    );
    expect(await fixture.redis.ttl(fixture.keys.idempotency('a', 'k'))).toBeLessThanOrEqual(86_400);
  });
});
