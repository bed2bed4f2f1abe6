import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../../src/operations/registry.js';
import { createKeys } from '../../../src/tasks/keys.js';
import { clientKinds, nextClient } from '../mcp/mcp-clients.js';
import { startLockedServer, type LockedServer } from './locked-server.js';

const anId = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

describe('scopes', () => {
  let server: LockedServer;
  beforeAll(async () => {
    server = await startLockedServer();
  });
  afterAll(() => server.close());

  const scoped = operations.flatMap((operation) =>
    operation.scope === null ? [] : [[operation.name, operation, operation.scope] as const],
  );

  it.each(scoped)(
    '%s is refused over REST without its scope, which is named',
    async (_name, { http }, scope) => {
      const known = await server.keyStore.list();
      const name = `without-${scope.replace(':', '-')}`;
      const scopes = (['tasks:read', 'metadata:read'] as const).filter((one) => one !== scope);
      const holder = known.some((key) => key.name === name)
        ? holders.get(name)
        : await server.makeKey({ name, scopes });
      if (holder === undefined) throw new Error('Its secret was shown once');
      holders.set(name, holder);
      const path = http.path.replaceAll(/\{\w+\}/g, anId);
      const { status, headers, problem } = await holder.send(http.method, path);
      expect(status).toBe(403);
      expect(problem).toMatchObject({ code: 'insufficient_scope', scope });
      expect(headers.get('www-authenticate')).toContain(
        `Bearer realm="tandem", error="insufficient_scope", scope="${scope}"`,
      );
    },
  );
  const holders = new Map<string, Awaited<ReturnType<LockedServer['makeKey']>>>();

  it('guard the event stream and the metrics', async () => {
    const holder = await server.makeKey({ scopes: ['metadata:read'] });
    for (const path of ['/api/agent/events', '/metrics']) {
      const response = await fetch(server.origin + path, { headers: holder.headers });
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ code: 'insufficient_scope' });
    }
  });

  it('are all there for the keys of the configuration', async () => {
    expect((await server.operator.send('GET', '/api/audit')).status).toBe(200);
    expect((await server.operator.send('GET', '/api/sync/health')).status).toBe(200);
    expect((await server.operator.send('GET', '/api/unknown')).status).toBe(404);
  });

  it.each(clientKinds)('show and allow tools by scope through $name', async ({ connect }) => {
    const reader = await server.makeKey({ scopes: ['tasks:read'] });
    const task = await server.operator.create({ title: 'x' });
    const client = await connect(server.origin, reader.headers);
    expect((await client.listTools()).map(({ name }) => name)).toEqual(
      operations
        .filter(({ scope }) => scope === 'tasks:read' || scope === null)
        .map(({ name }) => name),
    );
    expect((await client.call('task_get', { id: task.id })).isError).toBe(false);
    const refused = await client.call('task_delete', { id: task.id });
    expect(refused).toMatchObject({
      isError: true,
      structured: { code: 'insufficient_scope', scope: 'tasks:write', status: 403 },
    });
    expect(await client.readResource(`tandem://tasks/${task.id}`)).toContain(task.id);
    await client.close();
    const blind = await server.makeKey({ scopes: ['sync:read'] });
    const other = await connect(server.origin, blind.headers);
    await expect(other.readResource(`tandem://tasks/${task.id}`)).rejects.toThrow('tasks:read');
    await other.close();
  });

  it('decide of which resources a listener hears', async () => {
    const { headers } = await server.makeKey({ scopes: ['calendar:read'] });
    const client = await nextClient(server.origin, { pin: '2026-07-28' }, headers);
    const task = await server.operator.create({ title: 'Not theirs to hear of' });
    const uris: string[] = [];
    client.setNotificationHandler('notifications/resources/updated', ({ params }) => {
      uris.push(params.uri);
    });
    const [mail, event] = ['tandem://mail/M', 'tandem://events/E'];
    const ofTask = `tandem://tasks/${task.id}`;
    await client.listen({ resourceSubscriptions: [mail, event, ofTask] });
    const { notificationsChannel } = createKeys(server.namespace);
    await expect
      .poll(() => server.redis.pubsub('NUMSUB', notificationsChannel('mail')))
      .toEqual([notificationsChannel('mail'), 1]);
    await server.operator.send('PATCH', `/api/agent/tasks/${task.id}`, { priority: 1 });
    for (const [kind, resource] of [
      ['mail', 'users/u/messages/M'],
      ['calendar', 'users/u/events/E'],
    ] as const) {
      const change = JSON.stringify({ kind, resource, resourceData: null });
      await server.redis.publish(notificationsChannel(kind), change);
    }
    await expect.poll(() => uris).toEqual([event]);
    await client.close();
    const blind = await server.makeKey({ scopes: ['sync:read'] });
    const other = await nextClient(server.origin, { pin: '2026-07-28' }, blind.headers);
    await expect(other.listen({ resourceSubscriptions: [mail] })).rejects.toThrow('tasks:read');
    await other.close();
  });
});

describe('a server that only reads', () => {
  let server: LockedServer;
  beforeAll(async () => {
    server = await startLockedServer({ env: { READ_ONLY: 'true' } });
  });
  afterAll(() => server.close());

  it.each(
    operations
      .filter(({ annotations, passesOn }) => !annotations.readOnly && passesOn !== true)
      .map((one) => [one.name, one] as const),
  )('refuses %s', async (_name, { http }) => {
    const path = http.path.replaceAll(/\{\w+\}/g, anId);
    const { status, problem } = await server.operator.send(http.method, path, {});
    expect([status, problem.code]).toEqual([403, 'read_only']);
  });

  it.each(clientKinds)('shows no tool that writes through $name', async ({ connect }) => {
    const client = await connect(server.origin, server.operator.headers);
    const shown = (await client.listTools()).map(({ name }) => name);
    expect(shown).toEqual(
      operations
        .filter(({ annotations, passesOn }) => annotations.readOnly || passesOn === true)
        .map(({ name }) => name),
    );
    const write = { name: 'task_create', arguments: { title: 'x' } };
    for (const [name, args] of [
      [write.name, write.arguments],
      ['tools_call', write],
    ] as const) {
      const refused = await client.call(name, args);
      expect(refused).toMatchObject({ isError: true, structured: { code: 'read_only' } });
    }
    await client.close();
  });

  it('goes on reading', async () => {
    expect((await server.operator.send('GET', '/api/agent/tasks')).status).toBe(200);
  });
});
