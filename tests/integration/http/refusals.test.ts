import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { rawRequest, type RawAnswer, type RawRequest } from './raw-request.js';
import { startTestServer, type TestServer } from './start-test-server.js';

const redisUrl = inject('redisUrl');
const json = { 'Content-Type': 'application/json' };
const tasks = '/api/agent/tasks';
const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

describe('what the server refuses', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ redisUrl });
  });
  afterAll(() => server.close());

  const cases: readonly (readonly [string, RawRequest, number, string])[] = [
    ['an empty body', { method: 'POST', path: tasks, headers: json }, 400, 'invalid_json'],
    [
      'broken JSON',
      { method: 'POST', path: tasks, headers: json, body: '{"title":' },
      400,
      'invalid_json',
    ],
    [
      'a body that is not UTF-8',
      { method: 'POST', path: tasks, headers: json, body: Buffer.from([0xff]) },
      400,
      'invalid_json',
    ],
    [
      'a list in place of a task',
      { method: 'POST', path: tasks, headers: json, body: '[]' },
      400,
      'invalid_input',
    ],
    [
      'nothing in place of a task',
      { method: 'POST', path: tasks, headers: json, body: 'null' },
      400,
      'invalid_input',
    ],
    [
      'bottomless nesting',
      {
        method: 'POST',
        path: tasks,
        headers: json,
        body: `{"title":${'['.repeat(9_999)}${']'.repeat(9_999)}}`,
      },
      400,
      'invalid_json',
    ],
    [
      'a form',
      {
        method: 'POST',
        path: tasks,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'title=x',
      },
      415,
      'unsupported_media_type',
    ],
    [
      'a body without a type',
      { method: 'PATCH', path: `${tasks}/${id}`, body: '{}' },
      415,
      'unsupported_media_type',
    ],
    [
      'a packed body',
      { method: 'POST', path: tasks, headers: { ...json, 'Content-Encoding': 'gzip' }, body: 'x' },
      415,
      'unsupported_media_type',
    ],
    [
      'a body over 1 MiB',
      { method: 'POST', path: tasks, headers: json, body: big() },
      413,
      'body_too_large',
    ],
    [
      'a body over 1 MiB of unknown length',
      {
        method: 'POST',
        path: tasks,
        headers: { ...json, 'Transfer-Encoding': 'chunked' },
        body: big(),
      },
      413,
      'body_too_large',
    ],
    ['an unknown task', { path: `${tasks}/${id}` }, 404, 'not_found'],
    ['an id that is none', { path: `${tasks}/index` }, 404, 'not_found'],
    ['an unknown path', { path: '/api/agent/taks' }, 404, 'not_found'],
    ['a path with a broken escape', { path: `${tasks}/%zz` }, 404, 'not_found'],
    [
      'a method that a task does not have',
      { method: 'PUT', path: `${tasks}/${id}` },
      405,
      'method_not_allowed',
    ],
    [
      'a method that the list does not have',
      { method: 'DELETE', path: tasks },
      405,
      'method_not_allowed',
    ],
    [
      'a method that events do not have',
      { method: 'POST', path: '/api/agent/events' },
      405,
      'method_not_allowed',
    ],
    [
      'a parameter that a creation does not know',
      { method: 'POST', path: `${tasks}?expectedRev=1`, headers: json, body: '{"title":"x"}' },
      400,
      'invalid_input',
    ],
    [
      'a parameter that a deletion does not know',
      { method: 'DELETE', path: `${tasks}/${id}?force=1` },
      400,
      'invalid_input',
    ],
    [
      'a field that a deletion does not know',
      {
        method: 'DELETE',
        path: `${tasks}/${id}`,
        headers: { ...json, 'Content-Length': '11' },
        body: '{"force":1}',
      },
      400,
      'invalid_input',
    ],
    [
      'a parameter that a read does not know',
      { path: `${tasks}/${id}?fields=title` },
      400,
      'invalid_input',
    ],
    [
      'a parameter that health does not know',
      { path: '/api/sync/health?verbose=1' },
      400,
      'invalid_input',
    ],
    [
      'a cursor of events that is none',
      { path: '/api/agent/events?after=x', headers: { Accept: 'application/json' } },
      400,
      'invalid_cursor',
    ],
    [
      'a cursor of a stream that is none',
      { path: '/api/agent/events?after=x' },
      400,
      'invalid_cursor',
    ],
    [
      'a parameter that the stream does not know',
      { path: '/api/agent/events?since=1-0' },
      400,
      'invalid_input',
    ],
    ['another host', { path: tasks, headers: { Host: 'evil.example' } }, 403, 'forbidden'],
    [
      'a page of another site',
      { path: tasks, headers: { Origin: 'https://evil.example' } },
      403,
      'forbidden',
    ],
    [
      'a name that is too long',
      { path: tasks, headers: { 'X-Agent-Name': 'x'.repeat(65) } },
      400,
      'invalid_input',
    ],
  ];

  it.each(cases)('%s', async (_what, request, status, code) => {
    const answer = await rawRequest(server.origin, request);
    expect(answer.text).toContain(code);
    expectProblem(answer, status, code);
  });

  it('names what is allowed beside a 405', async () => {
    const answer = await rawRequest(server.origin, { method: 'PUT', path: `${tasks}/${id}` });
    expect(answer.headers['allow']).toBe('GET, PATCH, DELETE, HEAD');
  });

  it('answers garbage on the line with 400 in the same form', async () => {
    const answer = await rawRequest(server.origin, { headers: { 'X-Long': 'x'.repeat(20_000) } });
    expect(answer.status).toBe(431);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('shows of an unforeseen failure only an id, under which the log has it', async () => {
    await server.redis.lpush(`${server.namespace}:tasks:${id}`, 'x');
    try {
      const answer = await rawRequest(server.origin, { path: `${tasks}/${id}` });
      expectProblem(answer, 500, 'internal');
      expect(answer.text).not.toMatch(/WRONGTYPE|node_modules|at /);
      const logged = server.logLines.find((line) => line.includes('WRONGTYPE'));
      expect(answer.text).toContain(JSON.parse(logged ?? '{}').requestId);
    } finally {
      await server.redis.del(`${server.namespace}:tasks:${id}`);
    }
  });
});

describe('every answer', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ redisUrl });
  });
  afterAll(() => server.close());

  it.each(['/', '/health', tasks, '/api/agent/nothing'])('of %s is safe to show', async (path) => {
    const { headers } = await rawRequest(server.origin, { path });
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-request-id']).toMatch(/^[\w.-]+$/);
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['etag']).toBeUndefined();
  });

  it('carries the request id of the caller, or one of its own', async () => {
    const given = { headers: { 'X-Request-Id': 'trace-7' } };
    expect((await rawRequest(server.origin, given)).headers['x-request-id']).toBe('trace-7');
    const odd = { headers: { 'X-Request-Id': 'a b<script>' } };
    expect((await rawRequest(server.origin, odd)).headers['x-request-id']).not.toContain('script');
    const [one, two] = await Promise.all([
      rawRequest(server.origin, {}),
      rawRequest(server.origin, {}),
    ]);
    expect(one.headers['x-request-id']).not.toBe(two.headers['x-request-id']);
  });

  it('shows the front page as asked for', async () => {
    const page = await rawRequest(server.origin, { headers: { Accept: 'text/html,*/*' } });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.text).toContain('href="/mcp"');
    const data = await rawRequest(server.origin, {});
    expect(JSON.parse(data.text)).toMatchObject({
      name: 'tandem',
      links: expect.arrayContaining([expect.objectContaining({ path: '/api/agent/tasks' })]),
    });
  });
});

describe('with API keys', () => {
  const writer = 'w'.repeat(32);
  let server: TestServer;
  beforeAll(async () => {
    const env = { AUTH_MODE: 'api-key', API_KEYS: `writer:${writer}` };
    server = await startTestServer({ redisUrl, env });
  });
  afterAll(() => server.close());

  it.each([
    ['GET', tasks],
    ['POST', tasks],
    ['PATCH', `${tasks}/${id}`],
    ['DELETE', `${tasks}/${id}`],
    ['GET', '/api/agent/events'],
    ['GET', '/api/sync/health'],
    ['GET', '/api/unknown'],
  ])('%s %s needs one', async (method, path) => {
    for (const headers of [{}, { Authorization: `Bearer ${'x'.repeat(32)}` }]) {
      const answer = await rawRequest(server.origin, { method, path, headers });
      expectProblem(answer, 401, 'unauthorized');
      const error =
        'Authorization' in headers
          ? ', error="invalid_token", error_description="The key is not known"'
          : '';
      expect(answer.headers['www-authenticate']).toBe(`Bearer realm="tandem"${error}`);
    }
  });

  it('the name of the key stands in the task', async () => {
    const answer = await rawRequest(server.origin, {
      method: 'POST',
      path: tasks,
      headers: { ...json, Authorization: `Bearer ${writer}`, 'X-Agent-Name': 'somebody else' },
      body: '{"title":"x"}',
    });
    expect(JSON.parse(answer.text)).toMatchObject({ createdBy: { kind: 'agent', id: 'writer' } });
  });

  it.each(['/', '/health', '/health/live', '/health/ready'])('%s stays open', async (path) => {
    expect((await rawRequest(server.origin, { path })).status).toBe(200);
  });

  it('a key is in no answer and in no log line', async () => {
    const headers = { ...json, Authorization: `Bearer ${writer}` };
    const requests: RawRequest[] = [
      { path: `${tasks}?token=${writer}`, headers },
      { method: 'POST', path: tasks, headers, body: `{"password": ${writer}}` },
      { method: 'POST', path: tasks, headers, body: '{' },
      { path: '/', headers },
    ];
    for (const request of requests) {
      const { text, headers: shown } = await rawRequest(server.origin, request);
      expect(text + JSON.stringify(shown)).not.toContain(writer);
    }
    expect(server.logLines.length).toBeGreaterThan(0);
    expect(server.logLines.join('')).not.toContain(writer);
  });
});

function expectProblem(answer: RawAnswer, status: number, code: string): void {
  expect(answer.status).toBe(status);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(JSON.parse(answer.text)).toMatchObject({
    type: 'about:blank',
    title: expect.any(String),
    status,
    code,
    detail: expect.any(String),
  });
}

function big(): string {
  return JSON.stringify({ title: 'x', description: 'x'.repeat(1_048_576) });
}
