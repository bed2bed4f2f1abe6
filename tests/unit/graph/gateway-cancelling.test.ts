import { afterEach, describe, expect, it } from 'vitest';
import { batchReply, startFakeGraph, type FakeGraph, type Received } from './fake-graph.js';

const graphs: FakeGraph[] = [];
afterEach(async () => {
  await Promise.all(graphs.splice(0).map((graph) => graph.close()));
});

/** A Graph that never answers lone requests below /slow, and of which a test sees how its requests end. */
async function slowGraph(options: Parameters<typeof startFakeGraph>[1] = {}) {
  const ends: string[] = [];
  const graph = await startFakeGraph(
    (request: Received) => {
      if (request.path.endsWith('/$batch')) {
        return batchReply(request, (item) => ({ status: 200, body: { url: item.url } }));
      }
      return request.path.includes('/slow') ? 'silence' : { body: { url: request.path } };
    },
    {
      fetch: async (...request) => {
        try {
          return await fetch(...request);
        } catch (error) {
          ends.push(error instanceof Error ? error.name : 'unknown');
          throw error;
        }
      },
      ...options,
    },
  );
  graphs.push(graph);
  return { ...graph, ends };
}

const cancelled = { code: 'cancelled', applied: 'no' };

describe('a caller who gives up', () => {
  it('before a request is sent has it dropped from the queue', async () => {
    const { gateway, received } = await slowGraph({ lingerMs: 50 });
    const first = gateway.send({ method: 'GET', path: '/users/slow' }).catch(() => null);
    await expect.poll(() => received.length).toBe(1);
    const gone = new AbortController();
    const waiting = gateway.send({ method: 'POST', path: '/users/a', signal: gone.signal });
    const refused = expect(waiting).rejects.toMatchObject(cancelled);
    gone.abort();
    await refused;
    await gateway.send({ method: 'GET', path: '/users/b' });
    expect(received.map(({ path }) => path)).toEqual(['/v1.0/users/slow', '/v1.0/users/b']);
    expect(gateway.stats().waiting).toBe(0);
    void first;
  });

  it('before it is asked for has nothing sent at all', async () => {
    const { gateway, received } = await slowGraph();
    const signal = AbortSignal.abort();
    await expect(gateway.send({ method: 'GET', path: '/users/a', signal })).rejects.toMatchObject(
      cancelled,
    );
    expect(received).toEqual([]);
  });

  it('ends a lone read that is under way, and nothing is thought of Graph for it', async () => {
    const { gateway, received, ends } = await slowGraph();
    for (let count = 1; count <= 12; count += 1) {
      const gone = new AbortController();
      const reading = gateway.send({ method: 'GET', path: '/users/slow', signal: gone.signal });
      const refused = expect(reading).rejects.toMatchObject(cancelled);
      await expect.poll(() => received.length).toBe(count);
      // Libraries give reasons of their own.
      gone.abort(count % 2 === 0 ? undefined : new TypeError('gone'));
      await refused;
    }
    await expect.poll(() => ends).toHaveLength(12);
    expect(new Set(ends)).toEqual(new Set(['AbortError', 'TypeError']));
    await expect.poll(() => gateway.stats().underWay).toBe(0);
    // A circuit would have opened for as many failures.
    await gateway.send({ method: 'GET', path: '/users/b' });
  });

  it('is let go from a batch, whose others are answered', async () => {
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { gateway, received } = await slowGraph({
      fetch: async (...request) => {
        await held;
        return fetch(...request);
      },
    });
    const gone = new AbortController();
    const given = gateway.send({ method: 'GET', path: '/users/a', signal: gone.signal });
    const other = gateway.send({ method: 'GET', path: '/users/b' });
    const refused = expect(given).rejects.toMatchObject(cancelled);
    await expect.poll(() => gateway.stats().underWay).toBe(1);
    gone.abort();
    await refused;
    answer();
    expect((await other).body).toEqual({ url: '/users/b' });
    expect(received).toHaveLength(1);
  });

  it('hears what became of a write that is under way', async () => {
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { gateway } = await slowGraph({
      fetch: async (...request) => {
        const response = await fetch(...request);
        await held;
        return response;
      },
    });
    const gone = new AbortController();
    const writing = gateway.send({
      method: 'POST',
      path: '/users/a',
      body: {},
      signal: gone.signal,
    });
    await expect.poll(() => gateway.stats().underWay).toBe(1);
    gone.abort();
    answer();
    expect((await writing).status).toBe(200);
  });
});
