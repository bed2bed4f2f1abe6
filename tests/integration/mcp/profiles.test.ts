import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { operations } from '../../../src/operations/registry.js';
import { startTestServer, type TestServer } from '../http/start-test-server.js';
import { clientKinds, type McpTestClient } from './mcp-clients.js';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ redisUrl: inject('redisUrl'), env: { MCP_PROFILE: 'core' } });
});
afterAll(() => server.close());

const core = operations.filter(({ isCore }) => isCore === true).map(({ name }) => name);

describe.each(clientKinds)('profiles through $name', ({ connect }) => {
  const namesAt = async (path: string, headers = {}): Promise<readonly string[]> => {
    const client = await connect(server.origin, headers, path);
    const names = (await client.listTools()).map(({ name }) => name);
    await client.close();
    return names;
  };
  let client: McpTestClient;
  beforeAll(async () => {
    client = await connect(server.origin);
  });
  afterAll(() => client.close());

  it('show the few tools of the setting where the host says nothing', async () => {
    expect(await namesAt('/mcp')).toEqual(core);
    expect(core).toEqual(expect.arrayContaining(['tools_search', 'tools_call']));
  });

  it('are chosen by path and by header, several at once, always in the same order', async () => {
    const sync = operations.filter(({ area }) => area === 'sync').map(({ name }) => name);
    expect(await namesAt('/mcp/sync')).toEqual(sync);
    expect(await namesAt('/mcp', { 'X-Tandem-Profile': 'sync' })).toEqual(sync);
    const both = await namesAt('/mcp/tasks,sync');
    expect(both).toEqual(await namesAt('/mcp/sync,tasks'));
    expect(both).toEqual(
      operations.filter(({ area }) => area === 'sync' || area === 'tasks').map(({ name }) => name),
    );
    expect(await namesAt('/mcp/all')).toEqual(operations.map(({ name }) => name));
  });

  it('that only read show and do nothing else, by whatever name', async () => {
    const reading = await connect(server.origin, {}, '/mcp/tasks,core-readonly');
    const names = (await reading.listTools()).map(({ name }) => name);
    expect(names).toContain('task_list');
    expect(names).not.toContain('task_create');
    for (const [name, args] of [
      ['task_create', { title: 'x' }],
      ['tools_call', { name: 'task_create', arguments: { title: 'x' } }],
    ] as const) {
      const { isError, structured } = await reading.call(name, args);
      expect(isError).toBe(true);
      expect(structured['code']).toBe('write_policy');
    }
    expect((await reading.call('task_list', {})).isError).toBe(false);
    await reading.close();
  });

  it('refuse the name of a tool that is not among them, and say where it is', async () => {
    const other = await connect(server.origin, {}, '/mcp/mail');
    const { isError, structured } = await other.call('task_create', { title: 'x' });
    expect(isError).toBe(true);
    expect(structured['detail']).toContain('/mcp/all');
    await other.close();
  });

  it('take every name where tools_call would take it too', async () => {
    const { structured } = await client.call('task_create', { title: 'by its name' });
    expect(structured['task']).toMatchObject({ title: 'by its name' });
  });

  it('leave out nothing that older programs call by name', async () => {
    const { structured } = await client.call('get_user_profile', {});
    expect(structured['code']).toBe('invalid_input');
  });
});

describe.each(clientKinds)('every other tool through $name', ({ connect }) => {
  let client: McpTestClient;
  beforeAll(async () => {
    client = await connect(server.origin);
  });
  afterAll(() => client.close());

  it('is found by words, with what it takes', async () => {
    const { structured } = await client.call('tools_search', { query: 'create a task', limit: 2 });
    const tools = structured['tools'] as Record<string, unknown>[];
    expect(tools).toHaveLength(2);
    expect(tools.map(({ name }) => name)).toContain('task_create');
    expect(tools[0]).toMatchObject({ allowed: true, inputSchema: { type: 'object' } });
    expect(structured['more']).toBeGreaterThan(5);
  });

  it('is called through tools_call, with its own answer', async () => {
    const { structured } = await client.call('tools_call', {
      name: 'task_create',
      arguments: { title: 'by another way' },
    });
    expect(structured['task']).toMatchObject({ title: 'by another way', rev: 1 });
  });

  it.each([
    [{}, 'name: is missing'],
    [{ name: 'tools_call', arguments: { name: 'task_list' } }, 'is no tool that can be called so'],
    [{ name: 'task_creat' }, 'is no tool that can be called so'],
    [{ name: 'task_list', limit: 5 }, 'limit: is not known'],
    [{ name: 'task_create', arguments: { titel: 'x' } }, 'titel'],
  ])('says what is wrong with the call %j', async (args, said) => {
    const { isError, structured, texts } = await client.call('tools_call', args);
    expect(isError).toBe(true);
    expect(structured['code']).toBe('invalid_input');
    expect(JSON.stringify(structured)).toContain(said);
    expect(texts.at(-1)).toMatch(/^Correct and call again/);
  });
});

describe('a profile that does not exist', () => {
  it.each([
    ['/mcp/post', {}],
    ['/mcp', { 'X-Tandem-Profile': 'post' }],
  ])('is refused at the door, naming those that do: %s %j', async (path, headers) => {
    const response = await fetch(server.origin + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
    });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      error: { message: expect.stringContaining('There is no profile "post"; known: core, tasks') },
    });
  });
});

describe('tools over REST', () => {
  it('are found and called as over MCP', async () => {
    const found = await fetch(`${server.origin}/api/tools?query=create+task&limit=1`);
    expect(await found.json()).toMatchObject({ tools: [{ name: 'task_create' }] });
    const called = await fetch(`${server.origin}/api/tools/task_create/call`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'once' },
      body: JSON.stringify({ arguments: { title: 'over REST' } }),
    });
    expect(called.status).toBe(200);
    expect(await called.json()).toMatchObject({ task: { title: 'over REST' } });
  });

  it('that do not exist are named as a problem', async () => {
    const called = await fetch(`${server.origin}/api/tools/task_creat/call`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    expect(called.status).toBe(400);
    expect(await called.json()).toMatchObject({ errors: [{ suggestion: 'task_create' }] });
  });
});

describe.each(['AUTH_MODE=api-key', 'AUTH_MODE=none'])('the guard before profiles, %s', (mode) => {
  let guarded: TestServer;
  beforeAll(async () => {
    const keys = mode.endsWith('api-key') ? { API_KEYS: `writer:${'k'.repeat(40)}` } : {};
    guarded = await startTestServer({
      redisUrl: inject('redisUrl'),
      env: { AUTH_MODE: mode.slice('AUTH_MODE='.length), ...keys },
    });
  });
  afterAll(() => guarded.close());

  it('is the same at every path', async () => {
    for (const path of ['/mcp', '/mcp/core', '/mcp/mail,calendar']) {
      const response = await fetch(guarded.origin + path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: 'https://evil.example' },
        body: '{}',
      });
      expect(response.status).toBe(403);
      const unknown = await fetch(guarded.origin + path, { method: 'POST', body: '{}' });
      expect(unknown.status).toBe(mode.endsWith('none') ? 415 : 401);
    }
  });
});
