import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { TaskDocument, TaskEvent } from '../../../src/domain/task.js';
import { readEventStream, type EventReader } from './event-reader.js';
import { startTestServer, type TestServer } from './start-test-server.js';

let server: TestServer;
const events = () => `${server.origin}/api/agent/events`;

beforeAll(async () => {
  server = await startTestServer({ redisUrl: inject('redisUrl') });
});

afterAll(() => server.close());

describe('the event stream', () => {
  it('tells what happens from now on, each event with its cursor and the task', async () => {
    await create('before');
    const reader = await readEventStream(events());
    expect(reader.status).toBe(200);
    expect(reader.contentType).toBe('text/event-stream');
    await expect.poll(() => reader.lastId()).toMatch(/^\d+-\d+$/);
    const task = await create('live');
    await remove(task.id);
    await expect.poll(() => summary(reader)).toEqual(['created live', 'deleted live']);
    const [first, second] = reader.messages;
    expect(first).toMatchObject({ event: 'task', data: { task, cursor: first?.id, rev: 1 } });
    expect(second?.data).toMatchObject({ action: 'deleted', rev: 2 });
    reader.close();
  });

  it('brings a client that was away up to date, without loss or doubles, and goes on live', async () => {
    const away = await readEventStream(events());
    await create('seen');
    await expect.poll(() => summary(away)).toEqual(['created seen']);
    away.close();
    for (const title of ['missed 1', 'missed 2']) await create(title);
    const back = await readEventStream(events(), { 'Last-Event-ID': away.lastId() });
    await expect.poll(() => summary(back)).toEqual(['created missed 1', 'created missed 2']);
    await create('live again');
    await expect.poll(() => summary(back).at(-1)).toBe('created live again');
    expect(back.messages).toHaveLength(3);
    back.close();
  });

  it('takes the header for newer than the address, as a browser repeats its first address', async () => {
    const start = await cursorNow();
    await create('one');
    const afterOne = await cursorNow();
    await create('two');
    const reader = await readEventStream(`${events()}?after=${start}`, {
      'Last-Event-ID': afterOne,
    });
    await expect.poll(() => summary(reader)).toEqual(['created two']);
    reader.close();
  });

  it('lets a client that has seen nothing yet come back to where it began', async () => {
    const reader = await readEventStream(events());
    await expect.poll(() => reader.lastId()).toMatch(/^\d+-\d+$/);
    reader.close();
    await create('meanwhile');
    const back = await readEventStream(events(), { 'Last-Event-ID': reader.lastId() });
    await expect.poll(() => summary(back)).toEqual(['created meanwhile']);
    back.close();
  });

  it('reports a gap where the history was trimmed, with the oldest cursor that is left', async () => {
    const start = await cursorNow();
    for (const title of ['lost', 'kept']) await create(title);
    await server.redis.xtrim(`${server.namespace}:tasks:stream`, 'MAXLEN', 1);
    const reader = await readEventStream(`${events()}?after=${start}`);
    await expect.poll(() => reader.messages.length).toBe(2);
    const [gap, kept] = reader.messages;
    expect(gap).toMatchObject({ event: 'gap', data: { oldest: kept?.id } });
    expect(summary(reader).at(-1)).toBe('created kept');
    reader.close();
  });

  it('is a page of JSON for those who ask for JSON', async () => {
    const after = await cursorNow();
    await create('in a page');
    const response = await fetch(`${events()}?after=${after}&limit=5`, {
      headers: { Accept: 'application/json' },
    });
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toMatchObject({
      events: [{ action: 'created', task: { title: 'in a page' } }],
      cursor: await cursorNow(),
      gap: null,
    });
  });

  it('ends when the server stops, so that the client goes to another replica', async () => {
    const other = await startTestServer({ redisUrl: inject('redisUrl') });
    const reader = await readEventStream(`${other.origin}/api/agent/events`);
    await expect.poll(() => reader.lastId()).not.toBe('');
    await other.close();
    await expect(reader.ended).resolves.toBeUndefined();
  });
});

async function create(title: string): Promise<TaskDocument> {
  const response = await fetch(`${server.origin}/api/agent/tasks`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ title }),
  });
  return (await response.json()) as TaskDocument;
}

async function remove(id: string): Promise<void> {
  await fetch(`${server.origin}/api/agent/tasks/${id}`, { method: 'DELETE' });
}

async function cursorNow(): Promise<string> {
  const headers = { Accept: 'application/json' };
  const response = await fetch(`${events()}?limit=1`, { headers });
  return ((await response.json()) as { cursor: string }).cursor;
}

function summary(reader: EventReader): string[] {
  return reader.messages
    .filter(({ event }) => event === 'task')
    .map(({ data }) => data as TaskEvent)
    .map(({ action, task }) => `${action} ${task?.title}`);
}
