import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { TaskDocument } from '../../../src/domain/task.js';
import { startTestServer, type TestServer } from './start-test-server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ redisUrl: inject('redisUrl') });
});

afterAll(() => server.close());

describe('a task over REST', () => {
  it('is created with 201, its Location, and the document that Redis holds', async () => {
    const response = await send('POST', '/api/agent/tasks', {
      title: '  Draft the offer ',
      due_date: '2026-12-01',
      checklist: [{ title: 'Numbers' }],
    });
    expect(response.status).toBe(201);
    const task = await documentOf(response);
    expect(response.headers.get('location')).toBe(`/api/agent/tasks/${task.id}`);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(task).toMatchObject({
      title: 'Draft the offer',
      dueDateTime: '2026-12-01T00:00:00Z',
      planId: 'plan-default',
      rev: 1,
      createdBy: { kind: 'agent', id: 'agent' },
      sync: { state: 'pending' },
    });
    const stored = await server.redis.get(`${server.namespace}:tasks:${task.id}`);
    expect(JSON.parse(stored ?? '')).toEqual(task);
  });

  it('names its creator by X-Agent-Name', async () => {
    const response = await send(
      'POST',
      '/api/agent/tasks',
      { title: 'x' },
      { 'X-Agent-Name': 'bot' },
    );
    expect((await documentOf(response)).createdBy).toEqual({ kind: 'agent', id: 'bot' });
  });

  it('is read, changed and deleted, and says then that it was deleted', async () => {
    const task = await create({ title: 'one' });
    const path = `/api/agent/tasks/${task.id}`;
    expect(await documentOf(await send('GET', path))).toEqual(task);

    const patched = await send('PATCH', path, { percentComplete: 50 });
    expect(patched.status).toBe(200);
    expect(await documentOf(patched)).toMatchObject({ title: 'one', percentComplete: 50, rev: 2 });

    const deleted = await send('DELETE', path);
    expect(deleted.status).toBe(204);
    expect(await deleted.text()).toBe('');
    await expectProblem(await send('GET', path), 404, 'deleted');
    await expectProblem(await send('PATCH', path, { title: 'x' }), 404, 'deleted');
    await expectProblem(await send('DELETE', path), 404, 'deleted');
  });

  it('is answered to HEAD without a body', async () => {
    const task = await create({ title: 'head' });
    const response = await send('HEAD', `/api/agent/tasks/${task.id}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  it('is refused with every problem and its field at once', async () => {
    const response = await send('POST', '/api/agent/tasks', {
      title: '',
      percentComplete: 101,
      priorty: 3,
    });
    const problem = await expectProblem(response, 400, 'invalid_input');
    expect(problem.errors?.map(({ field }) => field).sort()).toEqual([
      'percentComplete',
      'priorty',
      'title',
    ]);
    expect(problem.errors).toContainEqual(
      expect.objectContaining({ field: 'priorty', suggestion: 'priority' }),
    );
  });
});

describe('expectedRev', () => {
  it.each([
    [
      'in the body',
      (path: string, rev: number) => send('PATCH', path, { title: 'n', expectedRev: rev }),
    ],
    [
      'in the query',
      (path: string, rev: number) => send('PATCH', `${path}?expectedRev=${rev}`, { title: 'n' }),
    ],
    ['of a deletion', (path: string, rev: number) => send('DELETE', `${path}?expectedRev=${rev}`)],
    [
      'in the body of a deletion',
      (path: string, rev: number) => send('DELETE', path, { expectedRev: rev }),
    ],
  ])('%s refuses a stale write with the current task', async (_where, write) => {
    const task = await create({ title: 'first' });
    const path = `/api/agent/tasks/${task.id}`;
    await send('PATCH', path, { title: 'second' });
    const problem = await expectProblem(await write(path, 1), 409, 'stale_revision');
    expect(problem.current).toMatchObject({ id: task.id, title: 'second', rev: 2 });
    expect((await write(path, 2)).ok).toBe(true);
  });

  it('that differs between query and body is refused', async () => {
    const task = await create({ title: 'x' });
    const path = `/api/agent/tasks/${task.id}?expectedRev=1`;
    const response = await send('PATCH', path, { title: 'y', expectedRev: 2 });
    await expectProblem(response, 400, 'invalid_input', ['expectedRev']);
  });

  it.each(['x', '0', '1.5', ''])('of %j is refused', async (rev) => {
    const task = await create({ title: 'x' });
    for (const method of ['PATCH', 'DELETE'] as const) {
      const body = method === 'PATCH' ? { title: 'y' } : undefined;
      const response = await send(method, `/api/agent/tasks/${task.id}?expectedRev=${rev}`, body);
      await expectProblem(response, 400, 'invalid_input', ['expectedRev']);
    }
  });
});

describe('an idempotency key', () => {
  it('answers the first result again, and says so', async () => {
    const headers = { 'Idempotency-Key': 'k-1' };
    const first = await send('POST', '/api/agent/tasks', { title: 'once' }, headers);
    const second = await send('POST', '/api/agent/tasks', { title: 'once' }, headers);
    expect(second.status).toBe(201);
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    expect(await second.text()).toBe(await first.text());
  });

  it('works from the body as from the header', async () => {
    const first = await send('POST', '/api/agent/tasks', { title: 'b', idempotencyKey: 'k-2' });
    const second = await send(
      'POST',
      '/api/agent/tasks',
      { title: 'b' },
      { 'Idempotency-Key': 'k-2' },
    );
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(await second.text()).toBe(await first.text());
  });

  it('is refused with another body', async () => {
    const headers = { 'Idempotency-Key': 'k-3' };
    await send('POST', '/api/agent/tasks', { title: 'one' }, headers);
    const response = await send('POST', '/api/agent/tasks', { title: 'two' }, headers);
    await expectProblem(response, 422, 'idempotency_key_reused');
  });

  it('that differs between header and body is refused', async () => {
    const body = { title: 'x', idempotencyKey: 'a' };
    const response = await send('POST', '/api/agent/tasks', body, { 'Idempotency-Key': 'b' });
    await expectProblem(response, 400, 'invalid_input', ['idempotencyKey']);
  });

  it('makes a repeated deletion a success', async () => {
    const task = await create({ title: 'x' });
    const path = `/api/agent/tasks/${task.id}`;
    const headers = { 'Idempotency-Key': 'k-4' };
    expect((await send('DELETE', path, undefined, headers)).status).toBe(204);
    const again = await send('DELETE', path, undefined, headers);
    expect(again.status).toBe(204);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });

  it('longer than 255 characters is refused', async () => {
    const headers = { 'Idempotency-Key': 'k'.repeat(256) };
    const response = await send('POST', '/api/agent/tasks', { title: 'x' }, headers);
    await expectProblem(response, 400, 'invalid_input', ['Idempotency-Key']);
  });
});

describe('the list', () => {
  it('pages newest first, filtered by plan', async () => {
    const planId = 'plan-list';
    const ids: string[] = [];
    for (const title of ['a', 'b', 'c']) ids.unshift((await create({ title, planId })).id);
    const first = await page(`?planId=${planId}&limit=2`);
    expect(first.tasks.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    const second = await page(`?plan_id=${planId}&limit=2&cursor=${first.nextCursor}`);
    expect(second).toMatchObject({ tasks: [{ id: ids[2] }], nextCursor: null });
  });

  it.each([
    ['limit=0', ['limit']],
    ['limit=201', ['limit']],
    ['limit=ten', ['limit']],
    ['state=done', ['state']],
    ['limit=1&limit=2', ['limit']],
    ['planid=x', ['planid']],
    ['asignee=x&limt=3', ['asignee', 'limt']],
  ])('refuses %s', async (query, fields) => {
    await expectProblem(
      await send('GET', `/api/agent/tasks?${query}`),
      400,
      'invalid_input',
      fields,
    );
  });

  it('suggests the parameter that was meant', async () => {
    const response = await send('GET', '/api/agent/tasks?planid=x');
    const problem = await expectProblem(response, 400, 'invalid_input');
    expect(problem.errors).toEqual([
      { field: 'planid', message: 'is not known', suggestion: 'planId' },
    ]);
  });

  it('refuses a cursor that it has not given out', async () => {
    const response = await send('GET', '/api/agent/tasks?cursor=made-up');
    await expectProblem(response, 400, 'invalid_cursor');
  });
});

interface Problem {
  readonly errors?: readonly { field: string; message: string; suggestion?: string }[];
  readonly current?: unknown;
}

function send(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(server.origin + path, {
    method,
    headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function create(fields: Record<string, unknown>): Promise<TaskDocument> {
  return documentOf(await send('POST', '/api/agent/tasks', fields));
}

async function documentOf(response: Response): Promise<TaskDocument> {
  return (await response.json()) as TaskDocument;
}

async function page(query: string): Promise<{ tasks: TaskDocument[]; nextCursor: string | null }> {
  const response = await send('GET', `/api/agent/tasks${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as { tasks: TaskDocument[]; nextCursor: string | null };
}

async function expectProblem(
  response: Response,
  status: number,
  code: string,
  fields?: readonly string[],
): Promise<Problem> {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = (await response.json()) as Problem;
  expect(problem).toMatchObject({ status, code, title: expect.any(String) });
  expect(response.status).toBe(status);
  if (fields !== undefined) {
    expect(new Set(problem.errors?.map(({ field }) => field))).toEqual(new Set(fields));
  }
  return problem;
}
