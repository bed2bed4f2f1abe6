import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { TaskDocument } from '../../../src/domain/task.js';
import { nextClient } from '../mcp/mcp-clients.js';
import { startTestServer, type TestServer } from './start-test-server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ redisUrl: inject('redisUrl') });
});
afterAll(() => server.close());

interface Waited {
  readonly changed: boolean;
  readonly events: readonly { action: string; task: TaskDocument | null }[];
  readonly cursor: string;
  readonly task: TaskDocument | null;
}

async function call(method: string, path: string, body?: object): Promise<Response> {
  return fetch(`${server.origin}/api/agent${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

async function create(title: string, planId = 'plan-default'): Promise<TaskDocument> {
  return (await (await call('POST', '/tasks', { title, planId })).json()) as TaskDocument;
}

async function wait(query: string): Promise<Waited> {
  return (await (await call('GET', `/events/wait?${query}`)).json()) as Waited;
}

/** Until the server has asked for faster looks once more: then the call waits. */
async function untilWaiting(before: number): Promise<void> {
  await expect.poll(() => server.hurried.length).toBeGreaterThan(before);
}

describe('GET /api/agent/events/wait', () => {
  it('answers when the task changes, with the event, the task and a cursor to go on from', async () => {
    const task = await create('waited for');
    const before = server.hurried.length;
    const waiting = wait(`id=${task.id}&timeoutSeconds=20`);
    await untilWaiting(before);
    await call('PATCH', `/tasks/${task.id}`, { title: 'changed' });
    const first = await waiting;
    expect(first).toMatchObject({
      changed: true,
      events: [{ action: 'updated', task: { title: 'changed' } }],
      task: { id: task.id, title: 'changed', rev: 2 },
    });
    await call('PATCH', `/tasks/${task.id}`, { title: 'again' });
    const next = await wait(`id=${task.id}&after=${first.cursor}`);
    expect(next.events.map((event) => event.task?.title)).toEqual(['again']);
  });

  it('has the plan looked at faster for as long as it waits', async () => {
    const task = await create('hurried');
    const before = server.hurried.length;
    const began = Date.now();
    const waiting = wait(`id=${task.id}&timeoutSeconds=40`);
    await untilWaiting(before);
    const { planIds, untilMs } = server.hurried.at(-1) ?? { planIds: [], untilMs: 0 };
    expect(planIds).toEqual(['plan-default']);
    expect(untilMs - began).toBeGreaterThan(39_000);
    expect(untilMs - began).toBeLessThan(42_000);
    await call('DELETE', `/tasks/${task.id}`);
    expect(await waiting).toMatchObject({ events: [{ action: 'deleted' }], task: null });
  });

  it('answers at once to somebody who knows an older rev', async () => {
    const task = await create('old news');
    await call('PATCH', `/tasks/${task.id}`, { title: 'newer' });
    expect(await wait(`id=${task.id}&rev=1`)).toMatchObject({
      changed: true,
      events: [],
      task: { title: 'newer', rev: 2 },
    });
  });

  it('does not take other tasks, nor how sync fares, for a change', async () => {
    const task = await create('quiet');
    await create('other');
    const answer = await wait(`id=${task.id}&rev=1&timeoutSeconds=1`);
    expect(answer).toMatchObject({ changed: false, events: [], task: { rev: 1 } });
    expect(answer.cursor).toMatch(/^\d+-\d+$/);
  });

  it('hears only people when asked for them', async () => {
    const { cursor } = await wait('timeoutSeconds=1');
    await create('by an agent');
    expect(await wait(`source=planner&after=${cursor}&timeoutSeconds=1`)).toMatchObject({
      changed: false,
    });
    expect(await wait(`source=agent&after=${cursor}`)).toMatchObject({ changed: true });
  });

  it.each([
    ['id=x&planId=y', 'planId'],
    ['rev=1', 'rev'],
    ['timeoutSeconds=56', 'timeoutSeconds'],
    ['kinds=some', 'kinds'],
  ])('refuses %s and names the field', async (query, field) => {
    const response = await call('GET', `/events/wait?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'invalid_input', errors: [{ field }] });
  });

  it('does not wait for a task that is not there', async () => {
    expect((await call('GET', '/events/wait?id=01ARZ3NDEKTSV4RRFFQ69G5FAV')).status).toBe(404);
  });

  it('lets a hundred wait at once', async () => {
    const task = await create('popular');
    const { cursor } = await wait(`id=${task.id}&timeoutSeconds=1`);
    const waiting = Array.from({ length: 100 }, () =>
      wait(`id=${task.id}&after=${cursor}&timeoutSeconds=30`),
    );
    await call('PATCH', `/tasks/${task.id}`, { percentComplete: 50 });
    const answers = await Promise.all(waiting);
    expect(answers.every(({ changed }) => changed)).toBe(true);
  });

  it('answers those who wait when the server stops', async () => {
    const other = await startTestServer({ redisUrl: inject('redisUrl') });
    const waiting = fetch(`${other.origin}/api/agent/events/wait?planId=p&timeoutSeconds=50`);
    await expect.poll(() => other.hurried.length).toBe(1);
    const began = performance.now();
    await other.close();
    expect(await (await waiting).json()).toMatchObject({ changed: false });
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe('the tool task_wait_for_change', () => {
  it('answers with what an agent did over REST, and says meanwhile that it lives', async () => {
    const client = await nextClient(server.origin, { pin: '2026-07-28' });
    const task = await create('over MCP');
    const progress: number[] = [];
    const result = client.callTool(
      { name: 'task_wait_for_change', arguments: { id: task.id, timeoutSeconds: 30 } },
      { onprogress: (report) => progress.push(report.progress) },
    );
    await expect.poll(() => progress.length, { timeout: 10_000 }).toBeGreaterThan(0);
    await call('PATCH', `/tasks/${task.id}`, { title: 'changed' });
    expect((await result).structuredContent).toMatchObject({
      changed: true,
      task: { title: 'changed' },
    });
    await client.close();
  });
});
