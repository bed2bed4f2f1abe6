import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makePlan, startFixture, type Fixture } from './graph-fixture.js';

let fixture: Fixture;
let path: string;
beforeAll(async () => {
  fixture = await startFixture();
  path = `/planner/plans/${(await makePlan(fixture)).id}`;
});
afterEach(async () => {
  await fixture.control('DELETE', '/faults');
  await fixture.control('DELETE', '/requests');
});
afterAll(() => fixture.close());

const storm = async (effect: object) => {
  const fault = { match: { path: '/planner/' }, effect: { kind: 'storm', ...effect } };
  const { status } = await fixture.control('POST', '/faults', { body: fault });
  expect(status).toBe(201);
};
const throttlingSchema = z.object({
  throttling: z.object({
    throttled: z.number(),
    inClosedGate: z.number(),
    onTheirWay: z.number(),
    closedMs: z.number(),
  }),
});
const throttling = async () =>
  throttlingSchema.parse((await fixture.control('GET', '/stats')).body).throttling;

describe('a storm', () => {
  it('throttles every n-th request, each for a time within the range', async () => {
    await storm({ every: 3, retryAfter: { min: 1, max: 1 } });
    const statuses = [];
    for (let count = 0; count < 3; count += 1) {
      statuses.push((await fixture.app('GET', path)).status);
    }
    expect(statuses).toEqual([200, 200, 429]);
  });

  it('throttles all that comes before the time is over, and counts it', async () => {
    await storm({ every: 2, retryAfter: { min: 1, max: 1 } });
    await fixture.app('GET', path);
    const throttled = await fixture.app('GET', path);
    const toldAt = performance.now();
    expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '1']);
    expect(await throttling()).toMatchObject({ throttled: 1, inClosedGate: 0 });
    await fixture.app('GET', path);
    expect(await throttling()).toMatchObject({ onTheirWay: 1, inClosedGate: 0 });
    await pause(300);
    const early = await fixture.app('GET', path);
    expect([early.status, early.headers.get('retry-after')]).toEqual([429, '1']);
    expect(await throttling()).toMatchObject({ throttled: 1, onTheirWay: 1, inClosedGate: 1 });
    const { closedMs } = await throttling();
    expect(closedMs).toBeGreaterThan(300);
    expect(closedMs).toBeLessThanOrEqual(1_000);
    await expect
      .poll(async () => (await fixture.app('GET', path)).status, { timeout: 3_000, interval: 100 })
      .toBe(200);
    expect(performance.now() - toldAt).toBeGreaterThan(900);
  });

  it('may say when as a date, and be a 503', async () => {
    await storm({
      every: 1,
      status: 503,
      retryAfter: { min: 5, max: 5 },
      retryAfterAs: 'date',
    });
    const { status, headers } = await fixture.app('GET', path);
    expect(status).toBe(503);
    const inMs = Date.parse(headers.get('retry-after') ?? '') - Date.now();
    expect(inMs).toBeGreaterThan(4_000);
    expect(inMs).toBeLessThanOrEqual(6_000);
  });

  it('does not count the parts of one batch, which came together', async () => {
    await storm({ every: 2, retryAfter: { min: 1, max: 1 } });
    const requests = ['a', 'b', 'c', 'd'].map((id) => ({ id, method: 'GET', url: path }));
    const { status } = await fixture.app('POST', '/$batch', { body: { requests } });
    expect(status).toBe(200);
    expect((await throttling()).inClosedGate).toBe(0);
  });
});

it('a 503 may come without a Retry-After', async () => {
  const effect = { kind: 'status', status: 503 };
  await fixture.control('POST', '/faults', { body: { match: { path: '/planner/' }, effect } });
  const { status, headers } = await fixture.app('GET', path);
  expect([status, headers.get('retry-after')]).toEqual([503, null]);
});
