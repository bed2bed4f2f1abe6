import { afterEach, describe, expect, it } from 'vitest';
import { GraphError } from '../../../src/domain/graph-error.js';
import { batchReply, startFakeGraph, type FakeGraph, type Reply } from './fake-graph.js';

const graphs: FakeGraph[] = [];
const start: typeof startFakeGraph = async (...args) => {
  const graph = await startFakeGraph(...args);
  graphs.push(graph);
  return graph;
};
afterEach(async () => {
  await Promise.all(graphs.splice(0).map((graph) => graph.close()));
});

const read = { method: 'GET', path: '/planner/tasks/t1' } as const;
const write = { method: 'POST', path: '/planner/tasks', body: { title: 'secret plans' } } as const;

async function failureOf(sent: Promise<unknown>): Promise<GraphError> {
  const error: unknown = await sent.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof GraphError)) throw new Error(`no GraphError but ${String(error)}`);
  return error;
}

describe.each<{
  what: string;
  reply: Reply;
  code: string;
  applied: 'no' | 'unknown';
  /** Where the status says nothing of what is in a batch. */
  ofBatch?: string;
}>([
  {
    what: 'status 400',
    reply: { status: 400 },
    code: 'bad_request',
    applied: 'no',
    ofBatch: 'unexpected',
  },
  {
    what: 'status 403',
    reply: { status: 403 },
    code: 'forbidden',
    applied: 'no',
    ofBatch: 'unexpected',
  },
  {
    what: 'status 404',
    reply: { status: 404 },
    code: 'not_found',
    applied: 'no',
    ofBatch: 'unexpected',
  },
  {
    what: 'status 409',
    reply: { status: 409 },
    code: 'conflict',
    applied: 'no',
    ofBatch: 'unexpected',
  },
  {
    what: 'status 412',
    reply: { status: 412 },
    code: 'precondition_failed',
    applied: 'no',
    ofBatch: 'unexpected',
  },
  {
    what: 'status 424',
    reply: { status: 424 },
    code: 'failed_dependency',
    applied: 'no',
    ofBatch: 'unexpected',
  },
  { what: 'status 408', reply: { status: 408 }, code: 'timeout', applied: 'unknown' },
  { what: 'status 429', reply: { status: 429 }, code: 'throttled', applied: 'no' },
  { what: 'status 500', reply: { status: 500 }, code: 'unavailable', applied: 'unknown' },
  { what: 'status 504', reply: { status: 504 }, code: 'unavailable', applied: 'unknown' },
  {
    what: 'the page of a proxy',
    reply: { status: 502, body: '<html>' },
    code: 'unavailable',
    applied: 'unknown',
  },
  {
    what: 'a redirect',
    reply: { status: 302, headers: { location: 'http://127.0.0.1:1/' } },
    code: 'unexpected',
    applied: 'unknown',
  },
  {
    what: '200 with a page',
    reply: { body: '<html>sign in</html>' },
    code: 'unexpected',
    applied: 'unknown',
  },
  { what: 'half an answer', reply: { body: '{"id":' }, code: 'unexpected', applied: 'unknown' },
  { what: 'a broken connection', reply: 'broken', code: 'unreachable', applied: 'unknown' },
  { what: 'silence', reply: 'silence', code: 'timeout', applied: 'unknown' },
])('$what', ({ reply, code, applied, ofBatch = code }) => {
  const options = { httpTimeoutMs: reply === 'silence' ? 150 : 5_000 };

  it(`is ${code} for a lone write, sent once, with what may have happened`, async () => {
    const { gateway, received } = await start(() => reply, options);
    expect(await failureOf(gateway.send(write))).toMatchObject({ code, applied });
    expect(received).toHaveLength(1);
  });

  it(`is ${ofBatch} for every caller of a batch; a read changes nothing`, async () => {
    const { gateway, received } = await start(() => reply, options);
    const failures = await Promise.all([write, read].map((sent) => failureOf(gateway.send(sent))));
    expect(failures).toMatchObject([
      { code: ofBatch, applied },
      { code: ofBatch, applied: 'no' },
    ]);
    expect(received).toHaveLength(1);
  });
});

it('a batch that is refused as a whole proves nothing of its parts', async () => {
  const { gateway } = await start(() => ({ status: 404 }));
  const [failure] = await Promise.all([read, read].map((sent) => failureOf(gateway.send(sent))));
  expect(failure).toMatchObject({ code: 'unexpected', status: null, applied: 'no' });
  expect(failure?.message).toContain('404 to a batch as a whole');
});

describe('the answer to a batch', () => {
  it('that leaves a request out leaves open whether it was done', async () => {
    const { gateway } = await start((request) =>
      batchReply(request, ({ url }) => (url === '/lost' ? undefined : { status: 200, body: 1 })),
    );
    const lost = failureOf(gateway.send({ method: 'POST', path: '/lost', body: {} }));
    const answered = gateway.send({ method: 'GET', path: '/answered' });
    expect((await answered).body).toBe(1);
    expect(await lost).toMatchObject({ code: 'unexpected', applied: 'unknown' });
  });

  it.each([{}, [], null, { responses: 'none' }, { responses: [null, 7, { id: 3 }] }])(
    'that is none fails every caller: %j',
    async (body) => {
      const { gateway } = await start(() => ({ body }));
      const failures = await Promise.all(
        [write, read].map((sent) => failureOf(gateway.send(sent))),
      );
      expect(failures.map(({ code }) => code)).toEqual(['unexpected', 'unexpected']);
    },
  );

  it('cannot answer for a request that was not asked', async () => {
    const { gateway } = await start(() => ({
      body: {
        responses: [
          { id: '7', status: 200, body: 'strange' },
          { id: '1', status: 200, body: 'b' },
          { id: '0', status: 200, body: 'a' },
          { id: '0', status: 500 },
        ],
      },
    }));
    const answers = await Promise.all([gateway.send(read), gateway.send(read)]);
    expect(answers.map(({ body }) => body)).toEqual(['a', 'b']);
  });
});

describe('a date in Retry-After, from a Graph whose clock is three hours ahead of ours', () => {
  const itsNow = Date.now() + 3 * 3_600_000;
  const utc = (ms: number): string => new Date(ms).toUTCString();
  const headers = { 'retry-after': utc(itsNow + 10_000) };

  it('is measured by its clock', async () => {
    const { gateway } = await start(() => ({
      status: 429,
      headers: { ...headers, date: utc(itsNow) },
    }));
    expect((await failureOf(gateway.send(read))).retryAfterMs).toBe(10_000);
  });

  it('is so in a part of a batch, which has no clock of its own', async () => {
    const { gateway } = await start((request) => {
      const reply = batchReply(request, () => ({ status: 429, headers }));
      return typeof reply === 'string' ? reply : { ...reply, headers: { date: utc(itsNow) } };
    });
    const [failure] = await Promise.all([read, read].map((sent) => failureOf(gateway.send(sent))));
    expect(failure?.retryAfterMs).toBe(10_000);
  });
});

describe('a batch that is lost as a whole', () => {
  const paths = ['/planner/plans/a', '/planner/plans/slow', '/planner/plans/b'];
  const readAll = async ({ gateway }: FakeGraph): Promise<readonly string[]> => {
    const sent = paths.map((path) => gateway.send({ method: 'GET', path }));
    const outcomes = await Promise.allSettled(sent);
    return outcomes.map(({ status }) => status);
  };

  it.each<[string, Reply]>([
    ['because one request in it takes too long', 'silence'],
    ['because Graph cannot read one request in it', { status: 400 }],
  ])('%s: the others get through without it the next time', async (_why, poisoned) => {
    const graph = await start(
      (request) => {
        if (JSON.stringify([request.path, request.body]).includes('slow')) return poisoned;
        return request.path.endsWith('/$batch')
          ? batchReply(request, () => ({ status: 200, body: {} }))
          : { body: {} };
      },
      { httpTimeoutMs: poisoned === 'silence' ? 1_000 : 5_000 },
    );
    expect(await readAll(graph)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await readAll(graph)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    graph.received.splice(0);
    await Promise.all(
      ['a', 'b'].map((id) => graph.gateway.send({ method: 'GET', path: `/planner/plans/${id}` })),
    );
    expect(graph.received.map(({ path }) => path)).toEqual(['/v1.0/$batch']);
  });
});

describe('a Graph that is not there', () => {
  it('leaves no doubt: nothing was written', async () => {
    const graph = await start(() => ({}));
    await graph.close();
    const failure = await failureOf(graph.gateway.send(write));
    expect(failure).toMatchObject({ code: 'unreachable', applied: 'no', status: null });
    expect(failure.message).toContain('ECONNREFUSED');
  });
});

describe('an answer that never ends', () => {
  it('is left when it is longer than allowed', async () => {
    const { gateway } = await start(() => ({ body: 'x'.repeat(5_000) }), {
      maxResponseBytes: 4_999,
    });
    expect((await failureOf(gateway.send(read))).message).toContain('too long');
  });

  it('is read when it is just short enough', async () => {
    const { gateway } = await start(() => ({ body: `"${'x'.repeat(4_998)}"` }), {
      maxResponseBytes: 5_000,
    });
    expect((await gateway.send(read)).body).toHaveLength(4_998);
  });
});

describe('no token', () => {
  const noToken = new GraphError({
    code: 'unauthorized',
    message: 'refused',
    status: null,
    advice: 'Check it.',
    retryAfterMs: null,
    limit: null,
    requestId: null,
    applied: 'no',
  });

  it('fails every caller with the reason, and nothing is sent', async () => {
    const { gateway, received } = await start(() => ({}), {
      getToken: () => Promise.reject(noToken),
    });
    expect(await Promise.all([write, read].map((sent) => failureOf(gateway.send(sent))))).toEqual([
      noToken,
      noToken,
    ]);
    expect(received).toHaveLength(0);
    expect(gateway.stats().httpRequests).toBe(0);
  });

  it('for a reason that is not ours says nothing of that reason', async () => {
    const { gateway } = await start(() => ({}), {
      getToken: () => Promise.reject(new Error('Bearer abc')),
    });
    const failure = await failureOf(gateway.send(read));
    expect(failure).toMatchObject({ code: 'unauthorized', applied: 'no' });
    expect(failure.message).not.toContain('abc');
  });

  it('that a header cannot carry is not quoted', async () => {
    const { gateway } = await start(() => ({}), { getToken: () => Promise.resolve('abc\nx') });
    expect((await failureOf(gateway.send(read))).message).not.toContain('abc');
  });
});

it('a request whose body is no JSON fails its callers instead of keeping them waiting', async () => {
  const { gateway } = await start(() => ({}));
  const circular: Record<string, unknown> = {};
  circular['self'] = circular;
  const failures = await Promise.all([
    failureOf(gateway.send({ method: 'POST', path: '/planner/a', body: circular })),
    failureOf(gateway.send(read)),
  ]);
  expect(failures.map(({ code }) => code)).toEqual(['unexpected', 'unexpected']);
});
