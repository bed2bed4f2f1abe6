import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  etagOf,
  makePlan,
  makeTask,
  startFixture,
  type Fixture,
  type GraphJson,
  text,
} from './graph-fixture.js';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await startFixture();
});
afterEach(async () => {
  await fixture.control('PUT', '/settings', { body: { pageSize: 400, expandDetails: false } });
});
afterAll(() => fixture.close());

const rowsOf = (page: GraphJson): GraphJson[] => Object.values(page['value'] ?? {});

/** The path of a next link below the version, as a client that follows it asks for. */
function pathOf(link: GraphJson | undefined): string {
  const url = new URL(text(link));
  return `${url.pathname}${url.search}`.replace('/v1.0', '');
}

describe('lists of tasks', () => {
  it('come in pages of 400, each with the total and a link to the next', async () => {
    const plan = await makePlan(fixture, { tasks: 950 });
    let path: string | undefined = `/planner/plans/${plan.id}/tasks`;
    const sizes: number[] = [];
    const ids = new Set<string>();
    while (path !== undefined) {
      const { body } = await fixture.app('GET', path);
      expect(body['@odata.count']).toBe(950);
      sizes.push(rowsOf(body).length);
      for (const row of rowsOf(body)) ids.add(text(row['id']));
      path = body['@odata.nextLink'] === undefined ? undefined : pathOf(body['@odata.nextLink']);
    }
    expect([sizes, ids.size]).toEqual([[400, 400, 150], 950]);
  });

  it('do not skip a task because another one was deleted between two pages', async () => {
    await fixture.control('PUT', '/settings', { body: { pageSize: 2 } });
    const plan = await makePlan(fixture);
    const made: GraphJson[] = [];
    for (const title of ['A', 'B', 'C', 'D']) {
      made.push(await makeTask(fixture, plan.id, { title }));
    }
    const first = await fixture.app('GET', `/planner/plans/${plan.id}/tasks`);
    const [gone] = made;
    if (gone === undefined) throw new Error('nothing was made');
    await fixture.app('DELETE', `/planner/tasks/${text(gone['id'])}`, {
      headers: { 'If-Match': etagOf(gone) },
    });
    const second = await fixture.app('GET', pathOf(first.body['@odata.nextLink']));
    expect(rowsOf(second.body).map((row) => row['title'])).toEqual(['C', 'D']);
    expect(second.body['@odata.nextLink']).toBeUndefined();
  });

  it('ignore $top, $skip, $filter and $orderby, and keep to $select', async () => {
    const plan = await makePlan(fixture, { tasks: 3 });
    const path = `/planner/plans/${plan.id}/tasks`;
    const plain = await fixture.app('GET', path);
    const query = `$top=1&$skip=1&$filter=${encodeURIComponent("title eq 'x'")}&$orderby=title`;
    expect((await fixture.app('GET', `${path}?${query}`)).body).toEqual(plain.body);
    const { body } = await fixture.app('GET', `${path}?$select=title,percentComplete`);
    expect(Object.keys(rowsOf(body)[0] ?? {}).sort()).toEqual([
      '@odata.etag',
      'percentComplete',
      'title',
    ]);
    expect((await fixture.app('GET', `${path}?$select=subject`)).status).toBe(400);
  });

  it('hold the details only where $expand=details is a fact', async () => {
    const plan = await makePlan(fixture, { tasks: 1 });
    const path = `/planner/plans/${plan.id}/tasks?$expand=details`;
    expect(rowsOf((await fixture.app('GET', path)).body)[0]?.['details']).toBeUndefined();
    await fixture.control('PUT', '/settings', { body: { expandDetails: true } });
    const [row] = rowsOf((await fixture.app('GET', path)).body);
    expect(row?.['details']).toMatchObject({ id: row?.['id'], checklist: {} });
    expect(etagOf(row?.['details'] ?? {})).toContain('W/"');
  });

  it('exist for a bucket and for a person', async () => {
    const plan = await makePlan(fixture);
    const doing = plan.buckets[1]?.id ?? '';
    await makeTask(fixture, plan.id);
    const task = await makeTask(fixture, plan.id, {
      bucketId: doing,
      assignments: {
        [fixture.personId('Aiko')]: {
          '@odata.type': 'microsoft.graph.plannerAssignment',
          orderHint: ' !',
        },
      },
    });
    const ofBucket = await fixture.app('GET', `/planner/buckets/${doing}/tasks`);
    expect(rowsOf(ofBucket.body).map((row) => row['id'])).toEqual([task['id']]);
    const mine = await fixture.as('Aiko')('GET', '/me/planner/tasks');
    expect(rowsOf(mine.body).map((row) => row['id'])).toContain(task['id']);
    const theirs = await fixture.app('GET', `/users/${fixture.personId('Aiko')}/planner/tasks`);
    expect(rowsOf(theirs.body).map((row) => row['id'])).toContain(task['id']);
  });

  it('of everything do not exist', async () => {
    for (const set of ['plans', 'tasks', 'buckets']) {
      const { status, body } = await fixture.app('GET', `/planner/${set}`);
      expect([status, body['error']?.['message']]).toEqual([
        400,
        'This entity set must be queried with a filter.',
      ]);
    }
  });
});
