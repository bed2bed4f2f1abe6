import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { TaskDocument } from '../../../src/domain/task.js';
import { startTestServer, type TestServer } from '../http/start-test-server.js';
import { clientKinds, type McpTestClient } from '../mcp/mcp-clients.js';

const [today] = clientKinds;

/** The same operations as REST routes and as tools; the tools' client checks each result against its schema. */
describe('history, undo, conflicts and explanation', () => {
  let server: TestServer;
  let client: McpTestClient;
  beforeAll(async () => {
    server = await startTestServer({ redisUrl: inject('redisUrl') });
    if (today === undefined) throw new Error('There is a client of today');
    client = await today.connect(server.origin);
    await client.listTools();
  });
  afterAll(async () => {
    await client.close();
    await server.close();
  });

  const rest = async (
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; json: Record<string, unknown> }> => {
    const response = await fetch(`${server.origin}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', 'X-Agent-Name': 'ada' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: (await response.json()) as Record<string, unknown> };
  };
  const aTask = async (): Promise<string> => {
    const { json } = await rest('POST', '/api/agent/tasks', { title: 'one', planId: null });
    const { id } = json as unknown as TaskDocument;
    await rest('PATCH', `/api/agent/tasks/${id}`, { title: 'two', priority: 1 });
    return id;
  };

  it('tell the same over REST and MCP', async () => {
    const id = await aTask();
    const { status, json } = await rest('GET', `/api/sync/tasks/${id}/history?limit=1`);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      isComplete: false,
      operations: [
        {
          rev: 2,
          by: { kind: 'agent', id: 'ada' },
          changes: [
            { field: 'title', before: 'one', after: 'two' },
            { field: 'priority', before: 5, after: 1 },
          ],
        },
      ],
    });
    const told = await client.call('sync_history', { id, limit: 1 });
    expect(told.structured).toMatchObject(json);

    const explained = await rest('GET', `/api/sync/tasks/${id}/explain`);
    expect(explained.json).toMatchObject({
      task: { id, state: 'pending' },
      plannerNote: 'Planner does not have the task.',
    });
    expect((await client.call('sync_explain_task', { id })).structured).toMatchObject({
      task: { id },
    });
    const none = { conflicts: [], nextCursor: null };
    expect((await rest('GET', `/api/sync/conflicts?taskId=${id}`)).json).toEqual(none);
    expect((await client.call('sync_list_conflicts', { taskId: id })).structured).toEqual(none);
  });

  it('take back by either door, and by a dry run nothing', async () => {
    const id = await aTask();
    const dry = await client.call('sync_undo', { id, rev: 2, dryRun: true });
    expect(dry.structured).toMatchObject({ dryRun: true, tasks: [{ outcome: 'changed', rev: 2 }] });
    expect((await rest('GET', `/api/agent/tasks/${id}`)).json).toMatchObject({ title: 'two' });
    const { json } = await rest('POST', '/api/sync/undo', { id, rev: 2 });
    expect(json).toMatchObject({ dryRun: false, tasks: [{ outcome: 'changed', rev: 3 }] });
    expect((await rest('GET', `/api/agent/tasks/${id}`)).json).toMatchObject({
      title: 'one',
      priority: 5,
      updatedBy: { id: 'ada' },
    });
    const since = new Date(Date.now() - 60_000).toISOString();
    const report = await client.call('sync_undo', { agent: 'ada', since, dryRun: true });
    expect(report.structured['tasks']).toContainEqual(expect.objectContaining({ id }));
  });

  it.each([
    ['neither', {}],
    ['half of each', { id: '01ARZ3NDEKTSV4RRFFQ69G5FAV', agent: 'ada' }],
    [
      'both',
      { id: '01ARZ3NDEKTSV4RRFFQ69G5FAV', rev: 1, agent: 'ada', since: '2026-12-01T10:00:00Z' },
    ],
    ['a date that is none', { agent: 'ada', since: 'yesterday' }],
    ['a name that is not known', { id: '01ARZ3NDEKTSV4RRFFQ69G5FAV', revision: 1 }],
  ])('refuse an undo of %s and name the fields', async (_what, body) => {
    const { status, json } = await rest('POST', '/api/sync/undo', body);
    expect(status).toBe(400);
    expect(json).toMatchObject({ code: 'invalid_input' });
    expect((json['errors'] as unknown[]).length).toBeGreaterThan(0);
  });

  it.each(['abc', '0-0', '1'])('refuse the cursor %s', async (cursor) => {
    expect(await rest('GET', `/api/sync/conflicts?cursor=${cursor}`)).toMatchObject({
      status: 400,
      json: { code: 'invalid_cursor' },
    });
  });

  it('refuse what is not there', async () => {
    const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
    for (const path of [`/api/sync/tasks/${id}/history`, `/api/sync/tasks/${id}/explain`]) {
      expect(await rest('GET', path)).toMatchObject({ status: 404, json: { code: 'not_found' } });
    }
    const decide = await rest('POST', '/api/sync/conflicts/1-0/resolve', { take: 'agent' });
    expect(decide).toMatchObject({ status: 404, json: { code: 'not_found' } });
    const odd = await rest('POST', '/api/sync/conflicts/1-0/resolve', { take: 'value' });
    expect(odd).toMatchObject({ status: 400, json: { errors: [{ field: 'value' }] } });
    expect((await client.call('sync_history', { id })).isError).toBe(true);
  });
});
