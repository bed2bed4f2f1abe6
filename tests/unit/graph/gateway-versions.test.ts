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

const echo: Parameters<typeof startFakeGraph>[0] = (request) =>
  request.path.endsWith('/$batch')
    ? batchReply(request, (item) => ({ status: 200, body: { url: item.url } }))
    : { body: { url: request.path } };

describe('a version', () => {
  it('is v1.0 unless another one is asked for', async () => {
    const { gateway, received } = await start(echo);
    await gateway.send({ method: 'GET', path: '/planner/plans/p' });
    await gateway.send({ method: 'GET', path: '/planner/tasks/delta', version: 'beta' });
    expect(received.map(({ path }) => path)).toEqual([
      '/v1.0/planner/plans/p',
      '/beta/planner/tasks/delta',
    ]);
  });

  it('never shares a batch with the other', async () => {
    const { gateway, received } = await start(echo);
    const requests = ['/a', '/b', '/c', '/d'].map((path, index) =>
      gateway.send({ method: 'GET', path, ...(index % 2 === 0 ? {} : { version: 'beta' }) }),
    );
    const answers = await Promise.all(requests);
    expect(answers.map(({ body }) => body)).toEqual(
      ['/a', '/b', '/c', '/d'].map((url) => ({ url })),
    );
    const batches = received.toSorted((one, other) => one.path.localeCompare(other.path));
    expect(batches.map((batch) => [batch.path, itemsOf(batch).map(({ url }) => url)])).toEqual([
      ['/beta/$batch', ['/b', '/d']],
      ['/v1.0/$batch', ['/a', '/c']],
    ]);
  });

  it('is that of a link: one of the other version leads elsewhere', async () => {
    const { gateway, origin } = await start(echo);
    const link = `${origin}/beta/planner/tasks/delta?$deltatoken=x`;
    expect(gateway.toPath(link, 'beta')).toBe('/planner/tasks/delta?$deltatoken=x');
    expect(() => gateway.toPath(link)).toThrow('leads elsewhere');
  });
});

describe('the load', () => {
  it('counts requests as Graph does: every item of a batch', async () => {
    const { gateway } = await start(echo);
    await Promise.all(['/a', '/b'].map((path) => gateway.send({ method: 'GET', path })));
    await gateway.send({ method: 'GET', path: '/c' });
    expect(await gateway.load()).toEqual({ usedPerMinute: 3, budgetPerMinute: null, pressure: 0 });
  });
});
