import { afterEach, describe, expect, it } from 'vitest';
import { batchReply, itemsOf, startFakeGraph, type FakeGraph } from './fake-graph.js';

const graphs: FakeGraph[] = [];
const start: typeof startFakeGraph = async (...args) => {
  const graph = await startFakeGraph(...args);
  graphs.push(graph);
  return graph;
};
afterEach(async () => {
  await Promise.all(graphs.splice(0).map((graph) => graph.close()));
});

const anId = { 'client-request-id': expect.stringMatching(/^[\da-f]{8}-[\da-f-]{27}$/) as string };

const echo: Parameters<typeof startFakeGraph>[0] = (request) =>
  request.path === '/v1.0/$batch'
    ? batchReply(request, (item) => ({ status: 200, body: { url: item.url } }))
    : { body: { url: request.path } };

describe('requests of the same turn', () => {
  it('go as one batch, and each caller gets its own answer whatever the order', async () => {
    const { gateway, received } = await start(echo);
    const paths = ['/a', '/b', '/c'];
    const answers = await Promise.all(paths.map((path) => gateway.send({ method: 'GET', path })));
    expect(answers.map(({ body }) => body)).toEqual(paths.map((url) => ({ url })));
    expect(received.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /v1.0/$batch']);
    expect(gateway.stats()).toMatchObject({ httpRequests: 1, subrequests: 3 });
  });

  it('go by twenties, and what is left over goes alone', async () => {
    const { gateway, received } = await start(echo);
    const paths = Array.from({ length: 41 }, (_, index) => `/task/${String(index)}`);
    const answers = await Promise.all(paths.map((path) => gateway.send({ method: 'GET', path })));
    expect(answers).toHaveLength(41);
    const batches = received.filter(({ path }) => path === '/v1.0/$batch');
    expect(batches.map((batch) => itemsOf(batch).length)).toEqual([20, 20]);
    expect(received.filter(({ path }) => path === '/v1.0/task/40')).toHaveLength(1);
    expect(gateway.stats()).toMatchObject({ httpRequests: 3, subrequests: 40 });
  });

  it('also when they are made in promise callbacks of that turn', async () => {
    const { gateway, received } = await start(echo);
    const second = Promise.resolve()
      .then(() => undefined)
      .then(() => gateway.send({ method: 'GET', path: '/second' }));
    await Promise.all([gateway.send({ method: 'GET', path: '/first' }), second]);
    expect(received).toHaveLength(1);
  });

  it('keep their own headers, bodies are marked as JSON, and each has an id of its own', async () => {
    const { gateway, received } = await start((request) =>
      batchReply(request, () => ({ status: 204 })),
    );
    await Promise.all([
      gateway.send({ method: 'PATCH', path: '/a', headers: { 'If-Match': 'W/"1"' }, body: {} }),
      gateway.send({ method: 'DELETE', path: '/b', headers: { 'If-Match': 'W/"2"' } }),
    ]);
    const [batch] = received;
    expect(batch && itemsOf(batch)).toEqual([
      {
        id: '0',
        method: 'PATCH',
        url: '/a',
        headers: { 'Content-Type': 'application/json', 'If-Match': 'W/"1"', ...anId },
        body: {},
      },
      { id: '1', method: 'DELETE', url: '/b', headers: { 'If-Match': 'W/"2"', ...anId } },
    ]);
    const ids = itemsOf(batch ?? never()).map(({ headers }) => headers?.['client-request-id']);
    expect(new Set(ids).size).toBe(2);
  });

  it('fail one by one', async () => {
    const { gateway } = await start((request) =>
      batchReply(request, ({ url }) =>
        url === '/throttled'
          ? { status: 429, headers: { 'rEtry-After': 7, 'request-id': 'r-7' }, body: {} }
          : { status: 200, body: { url } },
      ),
    );
    const [good, bad] = await Promise.allSettled([
      gateway.send({ method: 'GET', path: '/good' }),
      gateway.send({ method: 'POST', path: '/throttled', body: {} }),
    ]);
    expect(good).toMatchObject({ status: 'fulfilled', value: { body: { url: '/good' } } });
    expect(bad).toMatchObject({
      status: 'rejected',
      reason: { code: 'throttled', retryAfterMs: 7_000, requestId: 'r-7', applied: 'no' },
    });
  });
});

describe('a lone request', () => {
  it('goes plain, with its body, headers and query to the letter', async () => {
    const { gateway, received } = await start(() => ({ status: 201, body: { id: 'x' } }));
    const path = '/planner/tasks?$skiptoken=a%2Fb%3D=&x=1&$top=2&x=2&at=https://elsewhere/v9/z';
    const body = { title: 'Grüße', none: null };
    const headers = { Prefer: 'return=representation' };
    const answer = await gateway.send({ method: 'POST', path, headers, body });
    expect(answer).toEqual({ status: 201, body: { id: 'x' } });
    expect(received[0]).toMatchObject({
      method: 'POST',
      path: `/v1.0${path}`,
      body,
      headers: {
        prefer: 'return=representation',
        'content-type': 'application/json',
        authorization: 'Bearer token-1',
      },
    });
  });

  it('has an answer without a body where Graph sends none', async () => {
    const { gateway } = await start(() => ({ status: 204 }));
    expect(await gateway.send({ method: 'DELETE', path: '/a' })).toEqual({
      status: 204,
      body: null,
    });
  });

  it('has a client-request-id that no other has', async () => {
    const { gateway, received } = await start(echo);
    await gateway.send({ method: 'GET', path: '/a' });
    await gateway.send({ method: 'GET', path: '/b' });
    const ids = received.map(({ headers }) => headers['client-request-id']);
    expect(new Set(ids).size).toBe(2);
    expect(ids[0]).toMatch(/^[\da-f]{8}-[\da-f-]{27}$/);
  });
});

describe('a request refused as unauthenticated', () => {
  it('is sent once more with a fresh token', async () => {
    const { asked, getToken } = tokens();
    const { gateway, received } = await start(
      ({ headers }) =>
        headers.authorization === 'Bearer fresh' ? { body: { ok: true } } : { status: 401 },
      { getToken },
    );
    const answer = await gateway.send({ method: 'POST', path: '/a', body: { n: 1 } });
    expect(answer.body).toEqual({ ok: true });
    expect(asked).toEqual([false, true]);
    expect(received.map(({ body }) => body)).toEqual([{ n: 1 }, { n: 1 }]);
  });

  it('fails when the fresh token is refused too', async () => {
    const { getToken } = tokens();
    const { gateway, received } = await start(() => ({ status: 401 }), { getToken });
    await expect(gateway.send({ method: 'GET', path: '/a' })).rejects.toMatchObject({
      code: 'unauthorized',
      status: 401,
    });
    expect(received).toHaveLength(2);
  });

  it('goes again alone when the others of its batch were done', async () => {
    const { getToken } = tokens();
    const { gateway, received } = await start(
      (request) =>
        request.path === '/v1.0/$batch'
          ? batchReply(request, ({ url }) =>
              url === '/late' ? { status: 401 } : { status: 200, body: 'done' },
            )
          : { body: { done: 'at last' } },
      { getToken },
    );
    const answers = await Promise.all(
      ['/early', '/late', '/other'].map((path) => gateway.send({ method: 'POST', path, body: {} })),
    );
    expect(answers.map(({ body }) => body)).toEqual(['done', { done: 'at last' }, 'done']);
    expect(received.map(({ path }) => path)).toEqual(['/v1.0/$batch', '/v1.0/late']);
  });
});

describe('a link that Graph gave', () => {
  it('becomes a path when it leads to the same Graph', async () => {
    const { gateway, received } = await start(() => ({ body: null }));
    await gateway.send({ method: 'GET', path: '/x' });
    const origin = `http://${received[0]?.headers.host ?? ''}`;
    expect(gateway.toPath(`${origin}/v1.0/planner/plans/p/tasks?$skiptoken=1`)).toBe(
      '/planner/plans/p/tasks?$skiptoken=1',
    );
    expect(() => gateway.toPath(`${origin}/beta/planner/plans/p/tasks`)).toThrow('leads elsewhere');
  });

  it.each([
    'https://elsewhere.example/v1.0/planner/tasks',
    'http://127.0.0.1.elsewhere.example/v1.0/planner/tasks',
    '/v1.0/planner/tasks',
    'http://127.0.0.1/v1.0/planner/tasks',
  ])('is refused when it leads elsewhere: %s', async (link) => {
    const { gateway } = await start(() => ({ body: null }));
    expect(() => gateway.toPath(link)).toThrow('leads elsewhere');
  });
});

function tokens() {
  const asked: boolean[] = [];
  return {
    asked,
    getToken: ({ fresh = false } = {}) => {
      asked.push(fresh);
      return Promise.resolve(fresh ? 'fresh' : 'stale');
    },
  };
}

function never(): never {
  throw new Error('nothing was received');
}
