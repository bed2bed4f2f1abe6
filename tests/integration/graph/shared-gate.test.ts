import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GraphError } from '../../../src/domain/graph-error.js';
import {
  batchReply,
  startFakeGraph,
  type FakeGraph,
  type Received,
  type Reply,
} from '../../unit/graph/fake-graph.js';
import { outcomeOf, startReplicas, type Replicas } from './shared-gates.js';

let graph: FakeGraph;
let replicas: Replicas;
let answer: (request: Received) => Reply;
beforeEach(async () => {
  answer = () => ({ body: {} });
  graph = await startFakeGraph((request) => answer(request));
  replicas = startReplicas();
});
afterEach(async () => {
  replicas.close();
  await graph.close();
});

const wait = { timeout: 5_000, interval: 20 };
const task = { method: 'GET', path: '/planner/tasks/t' } as const;
const mail = { method: 'GET', path: '/users/u/messages' } as const;
const throttled =
  (retryAfter: string | null, status = 429): typeof answer =>
  () => ({ status, headers: retryAfter === null ? {} : { 'retry-after': retryAfter } });

async function failureOf(sent: Promise<unknown>): Promise<GraphError> {
  const outcome = await outcomeOf(sent);
  if (outcome === 'ok') throw new Error('it did not fail');
  return outcome;
}

describe('a gate that one replica was told of', () => {
  it('holds all others back until the time is over, and nothing reaches the network', async () => {
    const [one, other] = await Promise.all([
      replicas.open(graph.origin),
      replicas.open(graph.origin),
    ]);
    answer = throttled('1');
    expect(await failureOf(one.gateway.send(task))).toMatchObject({
      code: 'throttled',
      status: 429,
    });
    const closedAt = performance.now();
    answer = () => ({ body: {} });
    const refused = await failureOf(other.gateway.send(task));
    expect(refused).toMatchObject({ code: 'throttled', status: null, applied: 'no' });
    expect(refused.retryAfterMs).toBeLessThanOrEqual(1_000);
    let outcome = await outcomeOf(other.gateway.send(task));
    while (outcome !== 'ok') {
      await pause(20);
      outcome = await outcomeOf(other.gateway.send(task));
    }
    expect(performance.now() - closedAt).toBeGreaterThan(950);
    expect(graph.received).toHaveLength(2);
  });

  it('is closed by one throttled item of a batch, and by the longest time of several', async () => {
    const [one, other] = await Promise.all([
      replicas.open(graph.origin),
      replicas.open(graph.origin),
    ]);
    answer = (request) =>
      batchReply(request, ({ url }) =>
        url.endsWith('good')
          ? { status: 200, body: {} }
          : { status: 429, headers: { 'Retry-After': url.endsWith('long') ? '40' : '4' } },
      );
    await Promise.all(
      ['good', 'short', 'long'].map((name) =>
        outcomeOf(one.gateway.send({ method: 'GET', path: `/planner/tasks/${name}` })),
      ),
    );
    const { retryAfterMs } = await failureOf(other.gateway.send(task));
    expect(retryAfterMs).toBeGreaterThan(39_000);
    expect(retryAfterMs).toBeLessThanOrEqual(40_000);
  });

  it('understands a date', async () => {
    const [one, other] = await Promise.all([
      replicas.open(graph.origin),
      replicas.open(graph.origin),
    ]);
    answer = throttled(new Date(Date.now() + 30_000).toUTCString());
    await failureOf(one.gateway.send(task));
    const { retryAfterMs } = await failureOf(other.gateway.send(task));
    expect(retryAfterMs).toBeGreaterThan(25_000);
    expect(retryAfterMs).toBeLessThanOrEqual(30_000);
  });

  it.each([429, 503, 509])('is closed for 2 s by a %s that gives no time', async (status) => {
    const [one, other] = await Promise.all([
      replicas.open(graph.origin),
      replicas.open(graph.origin),
    ]);
    answer = throttled(null, status);
    await failureOf(one.gateway.send(task));
    const { retryAfterMs } = await failureOf(other.gateway.send(task));
    expect(retryAfterMs).toBeGreaterThan(1_500);
    expect(retryAfterMs).toBeLessThanOrEqual(2_000);
  });

  it('is that of one service: another one is asked all the time', async () => {
    const [one, other] = await Promise.all([
      replicas.open(graph.origin),
      replicas.open(graph.origin),
    ]);
    answer = throttled('30');
    await failureOf(one.gateway.send(mail));
    answer = () => ({ body: {} });
    expect(await outcomeOf(other.gateway.send(task))).toBe('ok');
    expect((await failureOf(other.gateway.send(mail))).code).toBe('throttled');
  });

  it('of a mailbox is its own where Outlook says 429: other mailboxes and people are asked', async () => {
    const [one, other] = await Promise.all([
      replicas.open(graph.origin),
      replicas.open(graph.origin),
    ]);
    const ada = { kind: 'delegated', id: 'ada.tid' } as const;
    const hers = { method: 'GET', path: '/me/messages', account: ada } as const;
    answer = throttled('30');
    await failureOf(one.gateway.send(hers));
    answer = () => ({ body: {} });
    for (const { gateway } of [one, other]) {
      // The app names her mailbox by her id.
      const byTheApp = { method: 'GET', path: '/users/ADA/events' } as const;
      expect((await failureOf(gateway.send(hers))).code).toBe('throttled');
      expect((await failureOf(gateway.send(byTheApp))).code).toBe('throttled');
      expect(await outcomeOf(gateway.send(mail))).toBe('ok');
      const leo = { kind: 'delegated', id: 'leo.tid' } as const;
      expect(await outcomeOf(gateway.send({ ...hers, account: leo }))).toBe('ok');
    }
    answer = throttled('30', 503);
    await failureOf(one.gateway.send({ ...mail, path: '/users/leo/messages' }));
    answer = () => ({ body: {} });
    // That was the service.
    expect((await failureOf(other.gateway.send(mail))).code).toBe('throttled');
  });

  it('refuses a person who waits too, and says what to do', async () => {
    const one = await replicas.open(graph.origin);
    answer = throttled('30');
    await failureOf(one.gateway.send(task));
    const refused = await failureOf(one.gateway.send({ ...task, lane: 'waiting' }));
    expect(refused.message).toContain('asked to wait');
    expect(refused.advice).toContain('goes on by itself');
    expect(graph.received).toHaveLength(1);
  });

  it('counts all that were not sent, also those for which a process need not ask again', async () => {
    const one = await replicas.open(graph.origin);
    answer = throttled('1');
    await failureOf(one.gateway.send(task));
    answer = () => ({ body: {} });
    for (let at = 0; at < 5; at += 1) await failureOf(one.gateway.send(task));
    await vi.waitFor(async () => expect(await outcomeOf(one.gateway.send(task))).toBe('ok'), wait);
    const { totals } = await one.shared.state();
    expect(totals['refused:planner:gate']).toBeGreaterThanOrEqual(5);
  });

  it('is in the status with its reason', async () => {
    const one = await replicas.open(graph.origin);
    answer = throttled('30');
    await failureOf(one.gateway.send(task));
    const { services } = await one.control.status();
    const planner = services.find(({ service }) => service === 'planner');
    expect(planner?.gate?.reason).toContain('429');
    expect(Date.parse(planner?.gate?.closedUntil ?? '') - Date.now()).toBeGreaterThan(28_000);
  });
});

describe('the waits that Graph leaves to us', () => {
  it('double while it goes on, up to five minutes, and begin anew after a quiet time', async () => {
    const { shared, redis, keys } = await replicas.open(graph.origin);
    const key = keys.gate('planner', 'contoso.example');
    const throttle = () =>
      shared.report('planner', {
        generation: 0,
        throttled: { retryAfterMs: null, why: 'it answered 429', count: 1 },
      });
    // As if the gate had opened that long ago (ms).
    const openSince = async (ms: number) => {
      await redis.hset(key, 'closed_until', String(Date.now() - ms));
    };
    const waits: number[] = [];
    for (let strike = 0; strike < 10; strike += 1) {
      waits.push(await throttle());
      await openSince(100);
    }
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300, 300].map((s) => s * 1_000));
    await openSince(700_000);
    expect(await throttle()).toBe(2_000);
  });

  it('are short again after a success, so that one request that always fails holds nobody up', async () => {
    const { gateway, redis, keys } = await replicas.open(graph.origin);
    const openNow = async () => {
      const justNow = String(Date.now() - 100);
      await redis.hset(keys.gate('planner', 'contoso.example'), 'closed_until', justNow);
    };
    const waits: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const other = await replicas.open(graph.origin);
      answer = throttled(null, 503);
      await failureOf(other.gateway.send(task));
      const { services } = await other.control.status();
      const gate = services.find(({ service }) => service === 'planner')?.gate;
      waits.push(Date.parse(gate?.closedUntil ?? '') - Date.parse(gate?.closedSince ?? ''));
      await openNow();
      answer = () => ({ body: {} });
      expect(await outcomeOf(gateway.send(task))).toBe('ok');
    }
    expect(waits).toEqual([2_000, 2_000, 2_000]);
  });

  it('do not grow by answers to requests that were under way together', async () => {
    const { shared } = await replicas.open(graph.origin);
    const throttled = { retryAfterMs: null, why: 'it answered 429', count: 1 };
    await shared.report('planner', { generation: 0, throttled });
    const wait = await shared.report('planner', { generation: 0, throttled });
    expect(wait).toBeLessThanOrEqual(2_000);
  });

  it('are never shortened by a later answer', async () => {
    const { shared } = await replicas.open(graph.origin);
    const why = 'it answered 429';
    const report = (retryAfterMs: number) =>
      shared.report('planner', { generation: 0, throttled: { retryAfterMs, why, count: 1 } });
    await report(9_000);
    expect(await report(1_000)).toBeGreaterThan(8_000);
  });
});

describe('a gate that has opened', () => {
  const opened = async () => {
    const [one, other] = await Promise.all([
      replicas.open(graph.origin),
      replicas.open(graph.origin),
    ]);
    const why = 'it answered 429';
    await one.shared.report('planner', {
      generation: 0,
      throttled: { retryAfterMs: 1, why, count: 1 },
    });
    await pause(5);
    return { one, other };
  };
  const ask = [{ lane: 'sync', count: 30 }] as const;

  it('lets the backlog through a little at a time, over all replicas together', async () => {
    const { one, other } = await opened();
    const verdicts = [];
    for (const replica of [one, other, one, other]) {
      verdicts.push(...(await replica.shared.admit('planner', ask)).verdicts);
    }
    expect(verdicts.map(({ granted }) => granted)).toEqual([30, 30, 20, 0]);
  });

  it('sends those who come too early to different times', async () => {
    const { one } = await opened();
    const waits = [];
    for (let count = 0; count < 30; count += 1) {
      const { verdicts } = await one.shared.admit('planner', ask);
      waits.push(verdicts[0]?.refusal?.retryAfterMs ?? 0);
    }
    const seconds = new Set(
      waits.filter((wait) => wait > 0).map((wait) => Math.ceil(wait / 1_000)),
    );
    expect(seconds).toEqual(new Set([1, 2, 3]));
  });

  it('lets through at once whom a person waits for', async () => {
    const { one } = await opened();
    await one.shared.admit('planner', [{ lane: 'sync', count: 200 }]);
    const { verdicts } = await one.shared.admit('planner', [{ lane: 'waiting', count: 20 }]);
    expect(verdicts).toEqual([{ granted: 20, refusal: null }]);
  });
});

describe('without Redis', () => {
  it('each process keeps its own gate, and Graph is still asked', async () => {
    const one = await replicas.open(graph.origin);
    one.redis.disconnect();
    expect(await outcomeOf(one.gateway.send(task))).toBe('ok');
    answer = throttled('30');
    await failureOf(one.gateway.send(task));
    expect(await failureOf(one.gateway.send(task))).toMatchObject({
      code: 'throttled',
      status: null,
    });
    expect(graph.received).toHaveLength(2);
  });
});
