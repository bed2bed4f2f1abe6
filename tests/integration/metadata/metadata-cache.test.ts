import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/domain/problem.js';
import type { Metadata } from '../../../src/metadata/metadata-cache.js';
import { startGraphLab, type GraphLab, type Person } from '../graph/graph-lab.js';
import { clearRequests, openMetadataLab, requestsTo, type MetadataLab } from './metadata-lab.js';

let graph: GraphLab;
let lab: MetadataLab;
let maya: Person;

beforeAll(async () => {
  graph = await startGraphLab();
  const [first] = graph.people;
  if (first === undefined) throw new Error('The emulator has people');
  maya = first;
});
afterAll(() => graph.close());
beforeEach(async () => {
  lab = openMetadataLab(graph);
  await clearRequests(graph);
});
afterEach(async () => {
  await graph.clearFaults();
  await graph.settings({ latencyMs: 0 });
  lab.close();
});

const valueOf = ({ json }: Metadata) => JSON.parse(json) as Record<string, unknown>;
const codeOf = async (reading: Promise<unknown>): Promise<unknown> =>
  reading.then(
    () => 'an answer',
    (error: unknown) => (error instanceof ProblemError ? error.code : error),
  );

describe('the metadata cache', () => {
  it('asks Graph once and then answers from Redis, in every replica', async () => {
    const one = await lab.replica().read('users', maya.id);
    expect(one.source).toBe('graph');
    expect(valueOf(one)).toMatchObject({
      type: 'user',
      id: maya.id,
      displayName: 'Maya Okafor',
      mail: 'maya.okafor@tandem.example',
    });
    const other = await lab.replica().read('users', maya.id.toUpperCase());
    expect(other).toEqual({ json: one.json, source: 'cache', isStale: false });
    expect(await requestsTo(graph, '/users')).toHaveLength(1);
    expect(await lab.redis.get(lab.keys.graphMetadata('users', maya.id))).toBe(one.json);
  });

  it('asks Graph once for a hundred for whom what is there is too old', async () => {
    let nowMs = Date.now();
    const cache = lab.replica({ now: () => nowMs });
    await cache.read('users', maya.id);
    nowMs += 10_000;
    await graph.settings({ latencyMs: 150 });
    await clearRequests(graph);
    const readings = Array.from({ length: 100 }, () =>
      cache.read('users', maya.id, { maxAgeMs: 5_000 }),
    );
    expect((await Promise.all(readings)).map(({ source }) => source)).toContain('graph');
    expect(await requestsTo(graph, '/users')).toHaveLength(1);
  });

  it('asks Graph once for a hundred who miss at the same time over two replicas', async () => {
    await graph.settings({ latencyMs: 150 });
    const replicas = [lab.replica(), lab.replica()];
    const answers = await Promise.all(
      replicas.flatMap((cache) => Array.from({ length: 50 }, () => cache.read('users', maya.id))),
    );
    expect(new Set(answers.map(({ json }) => json)).size).toBe(1);
    expect(await requestsTo(graph, '/users')).toHaveLength(1);
  });

  it('asks Graph once for a hundred who miss what is not there', async () => {
    await graph.settings({ latencyMs: 100 });
    const replicas = [lab.replica(), lab.replica()];
    const id = randomUUID();
    const codes = await Promise.all(
      replicas.flatMap((cache) =>
        Array.from({ length: 50 }, () => codeOf(cache.read('users', id))),
      ),
    );
    expect(new Set(codes)).toEqual(new Set(['not_found']));
    expect(await codeOf(lab.replica().read('users', id))).toBe('not_found');
    expect(await requestsTo(graph, '/users')).toHaveLength(1);
    const ttl = await lab.redis.pttl(lab.keys.graphRefusal('users', id));
    expect(ttl).toBeGreaterThan(50_000);
    expect(ttl).toBeLessThanOrEqual(60_000);
  });

  it('goes on when the process that was asking has died', async () => {
    await lab.redis.set(lab.keys.graphAsking('users', maya.id), 'somebody dead', 'PX', 300);
    const { source } = await lab.replica().read('users', maya.id);
    expect(source).toBe('graph');
  });

  it('waits for another process that is still asking, however long its turn is', async () => {
    await graph.settings({ latencyMs: 2_500 });
    const first = lab.replica().read('users', maya.id);
    await expect.poll(() => lab.redis.exists(lab.keys.graphAsking('users', maya.id))).toBe(1);
    const second = lab.replica().read('users', maya.id);
    expect((await second).json).toBe((await first).json);
    expect(await requestsTo(graph, '/users')).toHaveLength(1);
  });

  it('reads a value anew before its life ends, once for all replicas, while answering the old one', async () => {
    const first = await lab.replica().read('users', maya.id);
    const later = () => Date.now() + 50_000;
    const old = [lab.replica({ now: later }), lab.replica({ now: later })];
    const answers = await Promise.all(
      old.flatMap((cache) => Array.from({ length: 10 }, () => cache.read('users', maya.id))),
    );
    for (const answer of answers) expect(answer).toEqual({ ...first, source: 'cache' });
    const key = lab.keys.graphMetadata('users', maya.id);
    await expect.poll(() => lab.redis.get(key)).not.toBe(first.json);
    expect(await requestsTo(graph, '/users')).toHaveLength(2);
    // What was read anew is not due again.
    await old[0]?.read('users', maya.id);
    expect(await lab.redis.exists(lab.keys.graphAsking('users', maya.id))).toBe(0);
  });

  it('keeps the value when reading it anew fails', async () => {
    const first = await lab.replica().read('users', maya.id);
    await graph.addFault({ match: { path: '^/users/' }, effect: { kind: 'status', status: 503 } });
    const late = lab.replica({ now: () => Date.now() + 50_000 });
    await late.read('users', maya.id);
    await expect.poll(() => requestsTo(graph, '/users')).toHaveLength(2);
    expect(await late.read('users', maya.id)).toEqual({ ...first, source: 'cache' });
  });

  it('asks Graph whenever something fresh is wanted, and keeps what it says', async () => {
    const cache = lab.replica();
    const first = await cache.read('users', maya.id);
    const fresh = await cache.read('users', maya.id, { maxAgeMs: 0 });
    expect(fresh.source).toBe('graph');
    expect(fresh.json).not.toBe(first.json);
    expect(await cache.read('users', maya.id)).toEqual({ ...fresh, source: 'cache' });
    expect(await requestsTo(graph, '/users')).toHaveLength(2);
  });

  it('answers the old value and says so when Graph is away, for as long as the grace lasts', async () => {
    const cache = lab.replica({ ttlMs: 200, graceMs: 800 });
    const first = await cache.read('users', maya.id);
    await graph.addFault({ match: { path: '^/users/' }, effect: { kind: 'status', status: 503 } });
    await expect.poll(() => lab.redis.exists(lab.keys.graphMetadata('users', maya.id))).toBe(0);
    expect(await cache.read('users', maya.id)).toEqual({
      ...first,
      source: 'cache',
      isStale: true,
    });
    await expect
      .poll(() => lab.redis.exists(lab.keys.graphKept('users', maya.id)), {
        timeout: 5_000,
      })
      .toBe(0);
    expect(await codeOf(cache.read('users', maya.id))).toBe('graph_unavailable');
  });

  it('does not wait long for Graph when it has an older value', async () => {
    const cache = lab.replica({ ttlMs: 200 });
    await cache.read('users', maya.id);
    await expect.poll(() => lab.redis.exists(lab.keys.graphMetadata('users', maya.id))).toBe(0);
    await graph.settings({ latencyMs: 1_500 });
    expect((await cache.read('users', maya.id)).isStale).toBe(true);
    // What Graph says late is kept all the same, and is no news in the next test.
    await expect.poll(() => requestsTo(graph, '/users'), { timeout: 5_000 }).toHaveLength(2);
  });

  it('asks nobody again before Graph allows it', async () => {
    await graph.addFault({
      match: { path: '^/users/' },
      effect: { kind: 'status', status: 429, retryAfter: 30 },
    });
    const cache = lab.replica();
    const problem = await cache.read('users', maya.id).catch((error: unknown) => error);
    expect(problem).toMatchObject({ code: 'graph_unavailable', extra: { retryAfter: 30 } });
    expect(await codeOf(lab.replica().read('users', maya.id))).toBe('graph_unavailable');
    expect(await requestsTo(graph, '/users')).toHaveLength(1);
  });

  it('names the permission that is missing', async () => {
    await graph.settings({ appRoles: ['Tasks.ReadWrite.All'] });
    const problem = await lab
      .replica()
      .read('users', maya.id)
      .catch((error: unknown) => error);
    await graph.settings({ appRoles: ['Tasks.ReadWrite.All', 'User.ReadBasic.All'] });
    expect(problem).toMatchObject({
      code: 'graph_forbidden',
      message: expect.stringContaining('User.ReadBasic.All'),
    });
  });

  it('forgets what has changed', async () => {
    const cache = lab.replica();
    await cache.read('users', maya.id);
    await lab.replica().forget('users', maya.id.toUpperCase());
    expect((await cache.read('users', maya.id)).source).toBe('graph');
  });

  it('asks again when a change comes while it is asking', async () => {
    const [cache, other] = [lab.replica(), lab.replica()];
    await other.forget('users', maya.id);
    await graph.settings({ latencyMs: 600 });
    const reading = cache.read('users', maya.id);
    const turn = lab.keys.graphAsking('users', maya.id);
    await expect.poll(() => lab.redis.exists(turn)).toBe(1);
    await other.forget('users', maya.id);
    const forgottenAt = new Date().toISOString();
    expect(String(valueOf(await reading)['cachedAt']) > forgottenAt).toBe(true);
    const kept = await lab.redis.get(lab.keys.graphMetadata('users', maya.id));
    expect(kept).toBe((await reading).json);
    expect(await requestsTo(graph, '/users')).toHaveLength(2);
  });

  it('does not put what was asked before over what is read anew on demand', async () => {
    const [cache, other] = [lab.replica(), lab.replica()];
    await other.forget('users', maya.id);
    await graph.settings({ latencyMs: 600 });
    const reading = cache.read('users', maya.id);
    const turn = lab.keys.graphAsking('users', maya.id);
    await expect.poll(() => lab.redis.exists(turn)).toBe(1);
    const fresh = await other.read('users', maya.id, { maxAgeMs: 0 });
    expect((await reading).json).toBe(fresh.json);
    expect(await lab.redis.get(lab.keys.graphMetadata('users', maya.id))).toBe(fresh.json);
  });

  it('knows a person by mail address, and keeps one value under the id', async () => {
    const cache = lab.replica();
    const found = await cache.read('users', 'MAYA.Okafor@tandem.example');
    expect(valueOf(found)['id']).toBe(maya.id);
    expect((await cache.read('users', maya.id)).source).toBe('cache');
    expect((await lab.replica().read('users', 'maya.okafor@tandem.example')).source).toBe('cache');
    expect(await requestsTo(graph, '/users')).toHaveLength(1);
    expect(await codeOf(cache.read('users', 'nobody@tandem.example'))).toBe('not_found');
  });

  it('does not take a person for somebody whose address is another now', async () => {
    const local = randomUUID().slice(0, 8);
    const id = await control('POST', '/users', {
      displayName: 'Ada Byron',
      mail: `${local}@tandem.example`,
    });
    const cache = lab.replica();
    await cache.read('users', `${local}@tandem.example`);
    await control('PATCH', `/users/${id}`, { mail: `${local}.new@tandem.example` });
    await cache.forget('users', id);
    await cache.read('users', id);
    expect(await codeOf(cache.read('users', `${local}@tandem.example`))).toBe('not_found');
    expect((await cache.read('users', `${local}.new@tandem.example`)).source).toBe('cache');
  });

  it('tells of a group and of a person what the permissions let it see', async () => {
    await graph.settings({ appRoles: ['Tasks.ReadWrite.All', 'User.Read.All', 'Group.Read.All'] });
    const cache = lab.replica();
    const plan = valueOf(await cache.read('plans', (await graph.makePlan()).id));
    const { containerId } = plan['container'] as { containerId: string };
    const group = valueOf(await cache.read('groups', containerId.toUpperCase()));
    const person = valueOf(await cache.read('users', maya.id));
    await graph.settings({ appRoles: ['Tasks.ReadWrite.All', 'User.ReadBasic.All'] });
    expect(group).toMatchObject({
      type: 'group',
      id: containerId,
      displayName: 'Product team',
      groupTypes: ['Unified'],
    });
    expect(person).toMatchObject({ jobTitle: 'Product manager', accountEnabled: true });
    const basic = valueOf(await lab.replica().read('users', maya.id, { maxAgeMs: 0 }));
    expect(basic).toMatchObject({ displayName: 'Maya Okafor', jobTitle: null });
  });

  it('tells the buckets of a plan in board order and its named labels, and no etag', async () => {
    const plan = await graph.makePlan({ buckets: ['Ideas', 'Doing'] });
    await graph.asPerson('PATCH', `/planner/plans/${plan.id}/details`, {
      categoryDescriptions: { category3: 'Urgent' },
    });
    const value = valueOf(await lab.replica().read('plans', plan.id));
    expect(value).toMatchObject({
      type: 'plan',
      id: plan.id,
      title: 'Lab',
      categoryDescriptions: { category3: 'Urgent' },
      container: { type: 'group' },
    });
    const buckets = (await graph.planner.listBuckets(plan.id)).map(({ bucketId, name }) => ({
      id: bucketId,
      name,
    }));
    expect(value['buckets']).toHaveLength(2);
    expect(value['buckets']).toEqual(expect.arrayContaining(buckets));
    expect(JSON.stringify(value)).not.toMatch(/etag|orderHint/i);
  });

  it('tells of a task what Planner holds, for a minute at most', async () => {
    const plan = await graph.makePlan({ tasks: 1 });
    const [task] = (await graph.planner.listTasks(plan.id)).tasks;
    const plannerId = task?.plannerId ?? '';
    const value = valueOf(await lab.replica({ ttlMs: 600_000 }).read('tasks', plannerId));
    expect(value).toMatchObject({ type: 'task', id: plannerId, planId: plan.id, title: 'Task 1' });
    expect(JSON.stringify(value)).not.toMatch(/etag|orderHint/i);
    expect(await lab.redis.pttl(lab.keys.graphMetadata('tasks', plannerId))).toBeLessThanOrEqual(
      60_000,
    );
    const bucketId = plan.buckets[1]?.id ?? '';
    const bucket = valueOf(await lab.replica().read('buckets', bucketId));
    expect(bucket).toMatchObject({ type: 'bucket', planId: plan.id, name: plan.buckets[1]?.name });
  });

  it.each([
    ['users', 'Maya Okafor'],
    ['users', `${'a'.repeat(330)}@x`],
    ['groups', 'not-a-guid'],
    ['plans', '../users'],
    ['buckets', 'a:b'],
  ] as const)('refuses %s %s without asking Graph', async (kind, id) => {
    expect(await codeOf(lab.replica().read(kind, id))).toBe('invalid_input');
    expect(await requestsTo(graph, '/')).toHaveLength(0);
  });
});

/** An administrator's hand; answers the id. */
async function control(method: string, path: string, body: unknown): Promise<string> {
  const response = await fetch(`${graph.emulator.boardUrl}/control${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
  return ((await response.json()) as { id: string }).id;
}
