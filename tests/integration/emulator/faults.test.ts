import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makePlan, makeTask, startFixture, type Fixture, text } from './graph-fixture.js';

let fixture: Fixture;
let planId: string;

beforeAll(async () => {
  fixture = await startFixture();
  planId = (await makePlan(fixture)).id;
});
afterEach(async () => {
  await fixture.control('DELETE', '/faults');
});
afterAll(() => fixture.close());

const create = async (title: string) =>
  await fixture.app('POST', '/planner/tasks', { body: { planId, title } });

async function titles(): Promise<unknown[]> {
  const { body } = await fixture.app('GET', `/planner/plans/${planId}/tasks`);
  return Object.values(body['value'] ?? {}).map((task) => task['title']);
}

async function inject(fault: object): Promise<string> {
  const { status, body } = await fixture.control('POST', '/faults', { body: fault });
  expect(status).toBe(201);
  return text(body['id']);
}

describe('faults on demand', () => {
  it('throttle with Retry-After as often as told', async () => {
    await inject({
      match: { planId },
      effect: { kind: 'status', status: 429, retryAfter: 3 },
      times: 2,
    });
    const first = await create('Throttled');
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '3']);
    expect(first.body['error']?.['code']).toBe('TooManyRequests');
    expect((await create('Throttled')).status).toBe(429);
    expect((await create('Comes through')).status).toBe(201);
    expect(await titles()).toEqual(['Comes through']);
  });

  it('meet only what they match', async () => {
    const other = await makePlan(fixture);
    await inject({
      match: { planId: other.id, method: 'get' },
      effect: { kind: 'status', status: 503 },
    });
    expect((await fixture.app('GET', `/planner/plans/${planId}`)).status).toBe(200);
    expect((await fixture.app('GET', `/planner/plans/${other.id}`)).status).toBe(503);
    const task = await makeTask(fixture, other.id);
    const path = `/planner/tasks/${text(task['id'])}`;
    expect((await fixture.app('GET', path)).status).toBe(503);
    const bucketPath = `/planner/buckets/${other.buckets[0]?.id ?? ''}`;
    expect((await fixture.app('GET', bucketPath)).status).toBe(503);
    const write = await fixture.app('POST', '/planner/buckets', {
      body: { planId: other.id, name: 'Later' },
    });
    expect(write.status).toBe(201);
  });

  it('can lose the answer to a request that was carried out', async () => {
    await inject({ match: { method: 'POST' }, effect: { kind: 'dropAnswer' }, times: 1 });
    await expect(create('Carried out')).rejects.toThrow('fetch failed');
    expect(await titles()).toContain('Carried out');
  });

  it('can break the connection before anything is done', async () => {
    await inject({ match: { method: 'POST' }, effect: { kind: 'close' }, times: 1 });
    await expect(create('Never done')).rejects.toThrow('fetch failed');
    expect(await titles()).not.toContain('Never done');
  });

  it('show a lost answer inside a batch as 504 of that request', async () => {
    await inject({ match: { path: '^/planner/tasks$' }, effect: { kind: 'dropAnswer' }, times: 1 });
    const { body } = await fixture.app('POST', '/$batch', {
      body: {
        requests: [
          {
            id: '1',
            method: 'POST',
            url: '/planner/tasks',
            headers: { 'Content-Type': 'application/json' },
            body: { planId, title: 'Lost in a batch' },
          },
        ],
      },
    });
    expect(Object.values(body['responses'] ?? {})[0]?.['status']).toBe(504);
    expect(await titles()).toContain('Lost in a batch');
  });

  it('can carry a request out twice, and answer the second time', async () => {
    const created = text((await create('Repeated')).body['id']);
    const path = `/planner/tasks/${created}`;
    await inject({ match: { method: 'PATCH' }, effect: { kind: 'duplicate' }, times: 1 });
    const change = async (title: string, etag: string) =>
      await fixture.app('PATCH', path, { headers: { 'If-Match': etag }, body: { title } });
    const etag = text((await fixture.app('GET', path)).body['@odata.etag']);
    expect((await change('Done the first time', etag)).status).toBe(409);
    expect(await titles()).toContain('Done the first time');

    await inject({ match: { method: 'POST' }, effect: { kind: 'duplicate' }, times: 1 });
    await create('Twice');
    expect((await titles()).filter((title) => title === 'Twice')).toHaveLength(2);
  });

  it('can carry a whole batch out twice', async () => {
    await inject({ match: { path: '^/\\$batch$' }, effect: { kind: 'duplicate' }, times: 1 });
    const headers = { 'Content-Type': 'application/json' };
    const body = { planId, title: 'Twice in a batch' };
    await fixture.app('POST', '/$batch', {
      body: { requests: [{ id: '1', method: 'POST', url: '/planner/tasks', headers, body }] },
    });
    expect((await titles()).filter((title) => title === 'Twice in a batch')).toHaveLength(2);
  });

  it('can fail the later pages of a list only', async () => {
    const { id } = await makePlan(fixture);
    await fixture.control('PUT', '/settings', { body: { pageSize: 1 } });
    for (const title of ['First page', 'Second page'])
      await fixture.app('POST', '/planner/tasks', { body: { planId: id, title } });
    await inject({
      match: { path: '/tasks$', query: 'skiptoken' },
      effect: { kind: 'status', status: 503 },
    });
    const first = await fixture.app('GET', `/planner/plans/${id}/tasks`);
    expect(first.status).toBe(200);
    const next = new URL(text(first.body['@odata.nextLink']));
    const rest = `${next.pathname.replace('/v1.0', '')}${next.search}`;
    expect((await fixture.app('GET', rest)).status).toBe(503);
    await fixture.control('PUT', '/settings', { body: { pageSize: 400 } });
  });

  it('can hit the batch as a whole', async () => {
    await inject({ match: { path: '^/\\$batch$' }, effect: { kind: 'status', status: 429 } });
    const reply = await fixture.app('POST', '/$batch', {
      body: { requests: [{ id: '1', method: 'GET', url: `/planner/plans/${planId}` }] },
    });
    expect(reply.status).toBe(429);
  });

  it('add latency to one request or to all', async () => {
    const timed = async (): Promise<number> => {
      const startedAt = performance.now();
      await fixture.app('GET', `/planner/plans/${planId}`);
      return performance.now() - startedAt;
    };
    await inject({ match: {}, effect: { kind: 'latency', ms: 500 }, times: 1 });
    expect(await timed()).toBeGreaterThan(490);
    await fixture.control('PUT', '/settings', { body: { latencyMs: 500 } });
    expect(await timed()).toBeGreaterThan(490);
    await fixture.control('PUT', '/settings', { body: { latencyMs: 0 } });
    expect(await timed()).toBeLessThan(490);
  });

  it('end when they are removed', async () => {
    const id = await inject({ match: {}, effect: { kind: 'status', status: 500 } });
    expect((await create('Fails')).status).toBe(500);
    expect((await fixture.control('DELETE', `/faults/${id}`)).status).toBe(204);
    expect((await create('Works')).status).toBe(201);
  });

  it('are refused with the reason when they make no sense', async () => {
    const { status, body } = await fixture.control('POST', '/faults', {
      body: { match: { path: '(' }, effect: { kind: 'explode' } },
    });
    expect(status).toBe(400);
    expect(body['error']).toContain('regular expression');
  });
});
