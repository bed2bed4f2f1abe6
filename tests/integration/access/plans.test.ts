import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TaskDocument } from '../../../src/domain/task.js';
import { readEventStream } from '../http/event-reader.js';
import { clientKinds, nextClient } from '../mcp/mcp-clients.js';
import { startLockedServer, type KeyHolder, type LockedServer } from './locked-server.js';

const ours = 'plan-ours-aaaaaaaaaaaaaaaaaa';
const theirs = 'plan-theirs-aaaaaaaaaaaaaaaa';
const nowhere = 'plan-nowhere-aaaaaaaaaaaaaaa';
const tasks = '/api/agent/tasks';

describe('a key for some plans', () => {
  let server: LockedServer;
  let holder: KeyHolder;
  let mine: TaskDocument;
  let hidden: TaskDocument;
  let gone: TaskDocument;
  beforeAll(async () => {
    server = await startLockedServer();
    holder = await server.makeKey({ name: 'ours-only', plans: [ours] });
    mine = await server.operator.create({ title: 'seen', planId: ours });
    hidden = await server.operator.create({ title: 'hidden', planId: theirs });
    gone = await server.operator.create({ title: 'gone', planId: theirs });
    await server.operator.send('DELETE', `${tasks}/${gone.id}`);
  });
  afterAll(() => server.close());

  it('finds no task of other plans, whichever way it asks', async () => {
    const unknown = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
    const asks: readonly (readonly [string, (id: string) => string, unknown?])[] = [
      ['GET', (id) => `${tasks}/${id}`],
      ['PATCH', (id) => `${tasks}/${id}`, { title: 'x' }],
      ['PATCH', (id) => `${tasks}/${id}?expectedRev=99`, { title: 'x' }],
      ['DELETE', (id) => `${tasks}/${id}`],
      ['GET', (id) => `/api/sync/tasks/${id}/history`],
      ['GET', (id) => `/api/sync/tasks/${id}/explain`],
      ['GET', (id) => `/api/agent/events/wait?id=${id}&timeoutSeconds=1`],
      ['GET', (id) => `/api/agent/events/wait?id=${id}&rev=0&timeoutSeconds=1`],
      ['GET', (id) => `/api/metadata?type=task&id=${id}`],
    ];
    for (const [method, path, body] of asks) {
      const reference = await holder.send(method, path(unknown), body);
      expect(reference.status).toBe(404);
      for (const { id } of [hidden, gone]) {
        const answer = await holder.send(method, path(id), body);
        const plain = JSON.stringify(answer.body).replaceAll(id, unknown);
        expect(JSON.parse(plain), `${method} ${path('…')}`).toEqual(reference.body);
      }
    }
    const undo = await holder.send('POST', '/api/sync/undo', { id: hidden.id, rev: 1 });
    expect([undo.status, undo.problem.code]).toEqual([404, 'not_found']);
    expect((await server.operator.send('GET', `${tasks}/${hidden.id}`)).body).toEqual(hidden);
  });

  it('lists its own plans and no others', async () => {
    const { body } = await holder.send('GET', tasks);
    expect(body['tasks']).toEqual([mine]);
    const two = await server.makeKey({ plans: [ours, nowhere] });
    expect((await two.send('GET', `${tasks}?limit=1`)).body).toEqual({
      tasks: [mine],
      nextCursor: null,
    });
    const status = await holder.send('GET', '/api/sync/health');
    expect(JSON.stringify(status.body)).toContain(ours);
    expect(JSON.stringify(status.body)).not.toContain(theirs);
  });

  it('is told of another plan what it is told of one that does not exist', async () => {
    const asks: readonly (readonly [
      string,
      (plan: string) => string,
      ((plan: string) => unknown)?,
    ])[] = [
      ['GET', (plan) => `${tasks}?planId=${plan}`],
      ['POST', () => tasks, (planId) => ({ title: 'x', planId })],
      ['GET', (plan) => `/api/agent/events/wait?planId=${plan}`],
      ['GET', (plan) => `/api/sync/conflicts?planId=${plan}`],
      ['GET', (plan) => `/api/sync/failures?planId=${plan}`],
      ['POST', () => '/api/sync/failures/retry', (planId) => ({ planId })],
      ['GET', (plan) => `/api/sync/plans/${plan}/preview`],
      ['POST', () => '/api/sync/pause', (planId) => ({ planId })],
      ['POST', () => '/api/sync/resume', (planId) => ({ planId })],
      ['POST', () => '/api/sync/run-now', (planId) => ({ planId })],
      ['POST', () => '/api/sync/plans', (planId) => ({ planId, mode: 'on' })],
      ['POST', (plan) => `/api/sync/plans/${plan}/remove`, () => ({ tasks: 'keep' })],
      ['POST', (plan) => `/api/sync/plans/${plan}/confirm-deletions`],
      ['GET', (plan) => `/api/metadata?type=plan&id=${plan}`],
    ];
    for (const [method, path, body] of asks) {
      const [one, other] = await Promise.all(
        [theirs, nowhere].map((plan) => holder.send(method, path(plan), body?.(plan))),
      );
      expect(one?.status, `${method} ${path('…')}`).toBe(404);
      const plain = JSON.stringify(one?.body).replaceAll(theirs, nowhere);
      expect(JSON.parse(plain)).toEqual(other?.body);
    }
  });

  it('cannot decide about everything', async () => {
    for (const path of ['/api/sync/pause', '/api/sync/resume', '/api/sync/run-now']) {
      const { status, problem } = await holder.send('POST', path, {});
      expect([status, problem.errors?.[0]?.field]).toEqual([400, 'planId']);
    }
    expect((await holder.send('POST', '/api/sync/pause', { planId: ours })).status).toBe(200);
    expect((await holder.send('POST', '/api/sync/resume', { planId: ours })).status).toBe(200);
  });

  it('has no operation that is about all plans', async () => {
    for (const [method, path] of [
      ['GET', '/api/audit'],
      ['POST', '/api/sync/circuit/reset'],
    ] as const) {
      const { status, problem } = await holder.send(method, path);
      expect([status, problem.code]).toEqual([403, 'forbidden']);
    }
    const client = await nextClient(server.origin, { pin: '2026-07-28' }, holder.headers);
    const names = (await client.listTools()).tools.map(({ name }) => name);
    expect(names).toContain('sync_pause');
    expect(names).not.toContain('audit_list');
    expect(names).not.toContain('sync_reset_circuit');
    await client.close();
  });

  it('is not answered again what its name was answered when it saw more', async () => {
    const wide = await server.makeKey({ name: 'narrowed' });
    const create = { title: 'seen before', planId: theirs, idempotencyKey: 'create-1' };
    const made = await wide.create(create);
    const change = { priority: 1, idempotencyKey: 'update-1' };
    expect((await wide.send('PATCH', `${tasks}/${made.id}`, change)).status).toBe(200);
    const since = new Date(Date.parse(made.createdAt) - 1).toISOString();
    const undo = (who: KeyHolder) =>
      fetch(`${server.origin}/api/sync/undo`, {
        method: 'POST',
        headers: {
          ...who.headers,
          'Content-Type': 'application/json',
          'Idempotency-Key': 'undo-1',
        },
        body: JSON.stringify({ agent: 'narrowed', since }),
      });
    expect(await (await undo(wide)).text()).toContain(made.id);
    await server.keyStore.revoke('narrowed');
    const narrow = await server.makeKey({ name: 'narrowed', plans: [ours] });
    const again = [
      await narrow.send('POST', tasks, create),
      await narrow.send('PATCH', `${tasks}/${made.id}`, change),
    ];
    expect(again.map(({ problem }) => problem.code)).toEqual(['plan_not_found', 'not_found']);
    const undone = await undo(narrow);
    expect(undone.status).toBe(422);
    expect(JSON.stringify(again) + (await undone.text())).not.toContain('seen before');
  });

  it('learns no names of other plans', async () => {
    const names = (plan: string, title: string) =>
      server.redis.set(
        `${server.namespace}:plans:${plan}:names`,
        JSON.stringify({
          planId: plan,
          title,
          buckets: [{ id: `bucket-of-${title}`, name: 'Secret bucket', orderHint: '' }],
          categories: { category1: 'Secret label' },
          readAt: Date.now(),
        }),
      );
    await Promise.all([names(ours, 'Launch'), names(theirs, 'Merger')]);
    for (const [path, method, body] of [
      [`${tasks}?planId=Merge`, 'GET', undefined],
      [tasks, 'POST', { title: 'x', planId: 'Merger' }],
      [tasks, 'POST', { title: 'x', planId: theirs, bucketId: 'Secret buckets' }],
    ] as const) {
      const { status, body: said } = await holder.send(method, path, body);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(JSON.stringify(said)).not.toMatch(/"name":"Merger"|Secret bucket"|bucket-of/);
    }
    const own = await holder.create({ title: 'by name', planId: 'Launch' });
    expect(own.planId).toBe(ours);
  });

  it('needs a plan for a new task where the default one is not its own', async () => {
    const { status, problem } = await holder.send('POST', tasks, { title: 'x' });
    expect([status, problem.code]).toEqual([404, 'plan_not_found']);
  });

  it('hears of its own plans only', async () => {
    const start = (await server.operator.send('GET', '/api/agent/events?limit=1')).body['cursor'];
    const reader = await readEventStream(`${server.origin}/api/agent/events`, holder.headers);
    await expect.poll(() => reader.lastId()).not.toBe('');
    const waiting = holder.send('GET', '/api/agent/events/wait?timeoutSeconds=20');
    await expect.poll(() => server.hurried.length).toBeGreaterThan(0);
    await server.operator.create({ title: 'theirs 1', planId: theirs });
    const first = await holder.create({ title: 'ours 1', planId: ours });
    const answer = (await waiting).body['events'] as { task_id: string }[];
    expect(answer.map(({ task_id: id }) => id)).toEqual([first.id]);
    await expect.poll(() => reader.messages.length).toBe(1);
    expect(reader.messages[0]?.data).toMatchObject({ task_id: first.id });
    reader.close();
    const { body } = await holder.send('GET', `/api/agent/events?after=${String(start)}&limit=50`);
    expect(body).toMatchObject({ events: [{ task_id: first.id }], gap: null });
    const end = (await server.operator.send('GET', '/api/agent/events?limit=1')).body['cursor'];
    expect(body['cursor']).toBe(end);
  });

  it('pages through its events without loss, however many others stand between', async () => {
    const { cursor } = (await server.operator.send('GET', '/api/agent/events?limit=1')).body;
    const made: string[] = [];
    for (let at = 0; at < 5; at += 1) {
      await Promise.all(
        Array.from({ length: 60 }, () => server.operator.create({ title: 't', planId: theirs })),
      );
      made.push((await holder.create({ title: 'o', planId: ours })).id);
    }
    const heard: string[] = [];
    let after = String(cursor);
    for (let page = 0; page < 10; page += 1) {
      const { body } = await holder.send('GET', `/api/agent/events?after=${after}&limit=2`);
      const events = body['events'] as { task_id: string }[];
      heard.push(...events.map(({ task_id: id }) => id));
      after = String(body['cursor']);
    }
    expect(heard).toEqual(made);
  });

  it.each(clientKinds)('has no resources of other plans through $name', async ({ connect }) => {
    const client = await connect(server.origin, holder.headers);
    await expect(client.readResource(`tandem://tasks/${hidden.id}`)).rejects.toThrow(/no such/i);
    await expect(client.readResource(`tandem://plans/${theirs}`)).rejects.toThrow();
    expect(await client.readResource(`tandem://plans/${ours}`)).toContain(mine.id);
    const refused = await client.call('task_update', { id: hidden.id, title: 'x' });
    expect(refused).toMatchObject({ isError: true, structured: { code: 'not_found' } });
    await client.close();
  });

  it('gets no update notifications of other plans', async () => {
    const client = await nextClient(server.origin, { pin: '2026-07-28' }, holder.headers);
    const uris: string[] = [];
    client.setNotificationHandler('notifications/resources/updated', ({ params }) => {
      uris.push(params.uri);
    });
    const wanted = [hidden, mine].map(({ id }) => `tandem://tasks/${id}`);
    const subscription = await client.listen({
      resourceSubscriptions: [...wanted, `tandem://plans/${theirs}`],
    });
    await server.operator.send('PATCH', `${tasks}/${hidden.id}`, { priority: 1 });
    await server.operator.send('PATCH', `${tasks}/${mine.id}`, { priority: 1 });
    await expect.poll(() => uris).toEqual([wanted[1]]);
    await subscription.close();
    await client.close();
  });

  it('takes back what an agent did, in its own plans only', async () => {
    const agent = await server.makeKey({ name: 'busy' });
    const since = new Date(Date.now() - 1).toISOString();
    const one = await agent.create({ title: 'busy one', planId: ours });
    const other = await agent.create({ title: 'busy other', planId: theirs });
    const undone = await holder.send('POST', '/api/sync/undo', { agent: 'busy', since });
    expect(undone.body['tasks']).toMatchObject([{ id: one.id, outcome: 'deleted' }]);
    expect(JSON.stringify(undone.body)).not.toContain(other.id);
    expect((await server.operator.send('GET', `${tasks}/${other.id}`)).status).toBe(200);
  });
});

describe('a key that writes only to its own tasks', () => {
  let server: LockedServer;
  let holder: KeyHolder;
  beforeAll(async () => {
    server = await startLockedServer();
    holder = await server.makeKey({ name: 'careful', policy: 'own' });
  });
  afterAll(() => server.close());

  it('changes what it has made, and nothing else that it sees', async () => {
    const own = await holder.create({ title: 'own' });
    const foreign = await server.operator.create({ title: 'foreign' });
    expect((await holder.send('PATCH', `${tasks}/${own.id}`, { priority: 1 })).status).toBe(200);
    expect((await holder.send('GET', `${tasks}/${foreign.id}`)).status).toBe(200);
    for (const [method, body] of [
      ['PATCH', { priority: 1 }],
      ['DELETE', undefined],
    ] as const) {
      const { status, problem } = await holder.send(method, `${tasks}/${foreign.id}`, body);
      expect([status, problem.code]).toEqual([403, 'write_policy']);
    }
    for (const dryRun of [true, false]) {
      const undo = await holder.send('POST', '/api/sync/undo', { id: foreign.id, rev: 1, dryRun });
      expect([undo.status, undo.problem.code]).toEqual([403, 'write_policy']);
    }
    const since = new Date(Date.now() - 60_000).toISOString();
    const undone = await holder.send('POST', '/api/sync/undo', { agent: 'operator', since });
    expect(undone.body['tasks']).toMatchObject([{ id: foreign.id, outcome: 'unchanged' }]);
    expect((await server.operator.send('GET', `${tasks}/${foreign.id}`)).body).toEqual(foreign);
    expect((await holder.send('DELETE', `${tasks}/${own.id}`)).status).toBe(204);
    const restored = await holder.send('POST', '/api/sync/undo', { id: own.id, rev: 3 });
    expect(restored.body['tasks']).toMatchObject([{ outcome: 'restored' }]);
  });

  it('changes what it is assigned to', async () => {
    const name = '6e0f1c52-9f3a-4f0c-8d4e-0a1b2c3d4e5f';
    const person = await server.makeKey({ name, policy: 'own' });
    const task = await server.operator.create({ title: 'for you', assigneeIds: [name] });
    expect((await person.send('PATCH', `${tasks}/${task.id}`, { priority: 1 })).status).toBe(200);
  });

  it('that only reads is shown and allowed nothing that writes', async () => {
    const reader = await server.makeKey({ policy: 'read' });
    const { status, problem } = await reader.send('POST', tasks, { title: 'x' });
    expect([status, problem.code]).toEqual([403, 'write_policy']);
    expect((await reader.send('GET', tasks)).status).toBe(200);
  });
});
