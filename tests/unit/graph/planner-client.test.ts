import { afterEach, describe, expect, it } from 'vitest';
import type { Etag } from '../../../src/domain/planner.js';
import { createPlannerClient } from '../../../src/graph/planner/planner-client.js';
import { startFakeGraph, type FakeGraph } from './fake-graph.js';

const graphs: FakeGraph[] = [];
const start = async (...args: Parameters<typeof startFakeGraph>) => {
  const graph = await startFakeGraph(...args);
  graphs.push(graph);
  return { ...graph, planner: createPlannerClient(graph.gateway) };
};
afterEach(async () => {
  await Promise.all(graphs.splice(0).map((graph) => graph.close()));
});

const etag = 'W/"1"' as Etag;
const task = { id: 't', '@odata.etag': 'W/"2"', planId: 'p', title: 'As Planner holds it' };
const details = {
  id: 't',
  '@odata.etag': 'W/"2"',
  checklist: { a: { title: 'A', isChecked: false, orderHint: '85' } },
};
const current = {
  description: '',
  references: [],
  checklist: [{ id: 'a', title: 'A', isChecked: false }],
};
const withRow = { checklist: [...current.checklist, { id: 'b', title: 'B', isChecked: false }] };

describe('an update', () => {
  it('asks for the result and sends the etag', async () => {
    const { planner, received } = await start(() => ({ body: task }));
    const changes = { title: 'New' };
    const result = await planner.updateTask({
      plannerId: 't',
      etag,
      changes,
      current: { ...emptyTask },
    });
    expect(result.fields.title).toBe('As Planner holds it');
    expect(received).toMatchObject([
      {
        method: 'PATCH',
        path: '/v1.0/planner/tasks/t',
        headers: { 'if-match': etag, prefer: 'return=representation' },
        body: { title: 'New' },
      },
    ]);
  });

  it('reads the result where Graph does not show it', async () => {
    const { planner, received } = await start(({ method, path }) =>
      method === 'PATCH' ? { status: 204 } : { body: path.endsWith('details') ? details : task },
    );
    const changed = { title: 'New' };
    await planner.updateTask({ plannerId: 't', etag, changes: changed, current: { ...emptyTask } });
    const description = { description: 'x' };
    const result = await planner.updateDetails({
      plannerId: 't',
      etag,
      changes: description,
      current,
    });
    expect(result.etag).toBe('W/"2"');
    expect(received.map(({ method }) => method)).toEqual(['PATCH', 'GET', 'PATCH', 'GET']);
  });

  it('that changes nothing is a read', async () => {
    const { planner, received } = await start(() => ({ body: details }));
    await planner.updateDetails({ plannerId: 't', etag, changes: current, current });
    expect(received.map(({ method }) => method)).toEqual(['GET']);
  });

  it('reads where rows stand only when nobody kept it', async () => {
    const { planner, received } = await start(() => ({ body: details }));
    const { handles } = await planner.getDetails('t');
    await planner.updateDetails({ plannerId: 't', etag, changes: withRow, current, handles });
    await planner.updateDetails({ plannerId: 't', etag, changes: withRow, current });
    expect(received.map(({ method }) => method)).toEqual(['GET', 'PATCH', 'GET', 'PATCH']);
    const bodies = received.flatMap(({ method, body }) => (method === 'PATCH' ? [body] : []));
    expect(bodies[0]).toEqual(bodies[1]);
    expect(bodies[0]).toMatchObject({ checklist: { b: { orderHint: '85 !' } } });
  });

  it('whose result cannot be read may have been done', async () => {
    const { planner } = await start(() => ({ body: { id: 't' } }));
    const update = { plannerId: 't', etag, changes: { title: 'New' }, current: { ...emptyTask } };
    await expect(planner.updateTask(update)).rejects.toMatchObject({
      code: 'unexpected',
      applied: 'unknown',
    });
    await expect(planner.createTask('p', emptyTask)).rejects.toMatchObject({ applied: 'unknown' });
    await expect(planner.getTask('t')).rejects.toMatchObject({ applied: 'no' });
  });
});

describe('a listing', () => {
  it('does not follow a link to another origin', async () => {
    const link = { '@odata.nextLink': 'https://elsewhere.example/v1.0/planner/x' };
    const { planner, received } = await start(() => ({ body: { value: [task], ...link } }));
    await expect(planner.listTasks('p')).rejects.toMatchObject({ code: 'unexpected' });
    await expect(planner.listBuckets('p')).rejects.toMatchObject({ code: 'unexpected' });
    expect(received).toHaveLength(2);
  });

  it('does not turn in circles', async () => {
    const { planner, received } = await start(({ headers }) => {
      const link = `http://${headers.host ?? ''}/v1.0/planner/plans/p/buckets?page=2`;
      return { body: { value: [], '@odata.nextLink': link } };
    });
    await expect(planner.listBuckets('p')).rejects.toThrow('itself');
    expect(received).toHaveLength(2);
  });
});

describe('an id', () => {
  it('never leads to another path', async () => {
    const { planner, received } = await start(() => ({ body: task }));
    await planner.getTask('a/../b?c#d');
    expect(received[0]?.path).toBe('/v1.0/planner/tasks/a%2F..%2Fb%3Fc%23d');
    for (const id of ['', '.', '..']) {
      await expect(planner.getTask(id)).rejects.toMatchObject({ code: 'bad_request' });
      await expect(planner.listTasks(id)).rejects.toMatchObject({ code: 'bad_request' });
    }
    expect(received).toHaveLength(1);
  });
});

const emptyTask = {
  bucketId: null,
  title: '',
  percentComplete: 0,
  priority: 5,
  startDateTime: null,
  dueDateTime: null,
  assigneeIds: [],
  appliedCategories: [],
};
