import { afterEach, describe, expect, it } from 'vitest';
import type { GraphLane } from '../../../src/graph/gateway/graph-request.js';
import {
  batchReply,
  itemsOf,
  startFakeGraph,
  type FakeGraph,
  type Received,
} from './fake-graph.js';

const graphs: FakeGraph[] = [];
const start: typeof startFakeGraph = async (...args) => {
  const graph = await startFakeGraph(...args);
  graphs.push(graph);
  return graph;
};
afterEach(async () => {
  await Promise.all(graphs.splice(0).map((graph) => graph.close()));
});

const echo = (request: Received) =>
  request.path.endsWith('/$batch')
    ? batchReply(request, (item) => ({ status: 200, body: { url: item.url } }))
    : { body: { url: request.path } };

/** A Graph that answers what a test lets it answer. */
async function slowGraph(options: Parameters<typeof startFakeGraph>[1] = {}) {
  const graph = await start(echo, {
    ...options,
    fetch: async (...request) => {
      const { pathname } = new URL(new Request(request[0]).url);
      const gate = held.get(pathname);
      if (gate !== undefined) await gate.promise;
      return fetch(...request);
    },
  });
  const held = new Map<string, Deferred>();
  return {
    ...graph,
    hold(path: string) {
      const gate = deferred();
      held.set(`/v1.0${path}`, gate);
      return gate.resolve;
    },
  };
}

interface Deferred {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
}

function deferred(): Deferred {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((onResolve) => {
    resolve = onResolve;
  });
  return { promise, resolve: () => resolve() };
}

const urls = (request: Received) =>
  request.path.endsWith('/$batch') ? itemsOf(request).map(({ url }) => url) : [request.path];

describe('a request that nothing is before', () => {
  it('goes at once, without waiting for company', async () => {
    const { gateway, received } = await start(echo, { lingerMs: 60_000 });
    await gateway.send({ method: 'GET', path: '/planner/a' });
    await gateway.send({ method: 'GET', path: '/planner/b' });
    expect(received.map(({ path }) => path)).toEqual(['/v1.0/planner/a', '/v1.0/planner/b']);
  });
});

describe('while others are under way', () => {
  it('requests of several turns gather, and go together when their time is over', async () => {
    const { gateway, received, hold } = await slowGraph({ lingerMs: 40 });
    const letGo = hold('/planner/slow');
    const slow = gateway.send({ method: 'GET', path: '/planner/slow' });
    await turns(3);
    const gathered = [];
    for (const name of ['a', 'b', 'c']) {
      gathered.push(gateway.send({ method: 'GET', path: `/planner/${name}` }));
      await turns(2);
    }
    await Promise.all(gathered);
    expect(received.map(urls)).toEqual([['/planner/a', '/planner/b', '/planner/c']]);
    letGo();
    await slow;
  });

  it('a full batch does not wait', async () => {
    const { gateway, hold } = await slowGraph({ lingerMs: 60_000 });
    const letGo = hold('/planner/slow');
    const slow = gateway.send({ method: 'GET', path: '/planner/slow' });
    await turns(3);
    const paths = Array.from({ length: 20 }, (_, index) => `/planner/${String(index)}`);
    await Promise.all(paths.map((path) => gateway.send({ method: 'GET', path })));
    letGo();
    await slow;
  });

  it('what lingers goes as soon as nothing else is under way', async () => {
    const { gateway, received, hold } = await slowGraph({ lingerMs: 60_000 });
    const letGo = hold('/planner/slow');
    const slow = gateway.send({ method: 'GET', path: '/planner/slow' });
    await turns(3);
    const waiting = gateway.send({ method: 'GET', path: '/planner/a' });
    await turns(3);
    expect(received).toHaveLength(0);
    letGo();
    await Promise.all([slow, waiting]);
    expect(received).toHaveLength(2);
  });

  it('no more connections are used than allowed, and the most urgent gets the next one', async () => {
    const { gateway, received, hold } = await slowGraph({ lingerMs: 0, maxConcurrent: 1 });
    const letGo = hold('/planner/slow');
    const send = (path: string, lane: GraphLane) => gateway.send({ method: 'GET', path, lane });
    const slow = send('/planner/slow', 'sync');
    await turns(3);
    const others = [
      send('/users/import', 'import'),
      send('/teams/sweep', 'sweep'),
      send('/chats/person', 'waiting'),
      send('/subscriptions/sync', 'sync'),
    ];
    await turns(3);
    expect(gateway.stats()).toMatchObject({ waiting: 4, underWay: 1 });
    letGo();
    await Promise.all([slow, ...others]);
    expect(received.flatMap(urls)).toEqual([
      '/v1.0/planner/slow',
      '/chats/person',
      '/teams/sweep',
      '/v1.0/subscriptions/sync',
      '/v1.0/users/import',
    ]);
  });
});

describe('services', () => {
  it('do not share a batch, so that a slow one holds up nobody else', async () => {
    const { gateway, hold } = await slowGraph();
    const letGo = hold('/users/u/messages');
    const mail = gateway.send({ method: 'GET', path: '/users/u/messages' });
    await gateway.send({ method: 'GET', path: '/planner/tasks/t' });
    letGo();
    await mail;
  });
});

describe('a mailbox', () => {
  it('has at most four requests at a time, in batches and plain', async () => {
    let underWay = 0;
    let most = 0;
    const { gateway, received } = await start(echo, {
      fetch: async (...request) => {
        const { body } = request[1] ?? {};
        const size =
          typeof body === 'string' ? (JSON.parse(body) as { requests: [] }).requests.length : 1;
        underWay += size;
        most = Math.max(most, underWay);
        const response = await fetch(...request);
        underWay -= size;
        return response;
      },
    });
    const paths = ['messages', 'events', 'contacts'].flatMap((name) =>
      Array.from({ length: 5 }, (_, index) => `/users/u/${name}/${String(index)}`),
    );
    await Promise.all(paths.map((path) => gateway.send({ method: 'GET', path })));
    expect(most).toBe(4);
    expect(received.flatMap(urls)).toHaveLength(15);
  });

  it('does not hold up another one', async () => {
    const { gateway, received } = await start(echo);
    const paths = ['u', 'v', 'w'].flatMap((user) =>
      Array.from({ length: 4 }, (_, index) => `/users/${user}/messages/${String(index)}`),
    );
    await Promise.all(paths.map((path) => gateway.send({ method: 'GET', path })));
    // A batch each: what throttles the one must not be said of the others.
    expect(received.map((request) => urls(request).length)).toEqual([4, 4, 4]);
  });
});

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
