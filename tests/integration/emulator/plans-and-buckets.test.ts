import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  etagOf,
  makePlan,
  makeTask,
  patch,
  startFixture,
  type Fixture,
  text,
} from './graph-fixture.js';

let fixture: Fixture;
let groupId: string;

beforeAll(async () => {
  fixture = await startFixture();
  const plan = await fixture.app('GET', `/planner/plans/${fixture.emulator.defaultPlanId}`);
  groupId = text(plan.body['container']?.['containerId']);
});
afterAll(() => fixture.close());

describe('the seeded plan', () => {
  it('is a plan of a group with buckets, labels and tasks as people make them', async () => {
    const path = `/planner/plans/${fixture.emulator.defaultPlanId}`;
    const plan = await fixture.app('GET', path);
    expect(plan.body).toMatchObject({
      title: 'Product launch',
      owner: groupId,
      container: { type: 'group', containerId: groupId },
    });
    const buckets = await fixture.app('GET', `${path}/buckets`);
    const rows = Object.values(buckets.body['value'] ?? {});
    expect(rows.map((bucket) => bucket['name'])).toEqual([
      'To do',
      'In progress',
      'In review',
      'Done',
    ]);
    const details = await fixture.app('GET', `${path}/details`);
    expect(details.body['categoryDescriptions']).toMatchObject({
      category1: 'Urgent',
      category25: null,
    });
    const tasks = await fixture.app('GET', `${path}/tasks`);
    expect(tasks.body['@odata.count']).toBeGreaterThan(4);
  });
});

describe('plans', () => {
  it('are made in a group, by its url or by id and type', async () => {
    const containers = [
      { url: `https://graph.microsoft.com/v1.0/groups/${groupId}` },
      { containerId: groupId, type: 'group' },
    ];
    for (const container of containers) {
      const { status, body } = await fixture.as('Maya')('POST', '/planner/plans', {
        body: { container, title: 'Second plan' },
      });
      expect(status).toBe(201);
      expect(body['createdBy']?.['user']).toEqual({
        displayName: null,
        id: fixture.personId('Maya'),
      });
    }
    const list = await fixture.app('GET', `/groups/${groupId}/planner/plans`);
    const titles = Object.values(list.body['value'] ?? {}).map((plan) => plan['title']);
    expect(titles.filter((title) => text(title) === 'Second plan')).toHaveLength(2);
  });

  it('are refused without a container, outside groups and for people who are not members', async () => {
    const post = fixture.as('Maya');
    const attempt = async (body: object): Promise<number> =>
      (await post('POST', '/planner/plans', { body })).status;
    expect(await attempt({ title: 'x' })).toBe(400);
    expect(await attempt({ title: 'x', container: { type: 'roster', containerId: 'r' } })).toBe(
      400,
    );
    expect(await attempt({ container: { containerId: groupId, type: 'group' } })).toBe(400);
    const closed = await makePlan(fixture, { members: [] });
    const other = (await fixture.app('GET', `/planner/plans/${closed.id}`)).body['container'];
    expect(await attempt({ title: 'x', container: { url: other?.['url'] } })).toBe(403);
  });

  it('change their title alone, and go with everything in them', async () => {
    const { id } = await makePlan(fixture);
    const lena = fixture.personId('Lena');
    const task = await makeTask(fixture, id, {
      assignments: {
        [lena]: { '@odata.type': 'microsoft.graph.plannerAssignment', orderHint: ' !' },
      },
    });
    const path = `/planner/plans/${id}`;
    const plan = await fixture.app('GET', path);
    const moved = await patch(fixture.app, path, etagOf(plan.body), { container: {} });
    expect(moved.status).toBe(400);
    const renamed = await patch(fixture.app, path, etagOf(plan.body), { title: 'New name' });
    expect(renamed.body['title']).toBe('New name');
    const gone = await fixture.app('DELETE', path, {
      headers: { 'If-Match': etagOf(renamed.body) },
    });
    expect(gone.status).toBe(204);
    const assigned = await fixture.app('GET', `/users/${lena}/planner/tasks`);
    expect(JSON.stringify(assigned.body)).not.toContain(text(task['id']));
    expect((await fixture.app('GET', `/planner/tasks/${text(task['id'])}`)).status).toBe(404);
  });

  it('keep labels and people in their details', async () => {
    const { id } = await makePlan(fixture);
    const path = `/planner/plans/${id}/details`;
    const before = await fixture.app('GET', path);
    const maya = fixture.personId('Maya');
    const changed = await patch(fixture.app, path, etagOf(before.body), {
      categoryDescriptions: { category2: 'Legal' },
      sharedWith: { [maya]: true },
    });
    expect(changed.body).toMatchObject({
      categoryDescriptions: { category1: null, category2: 'Legal' },
      sharedWith: { [maya]: true },
    });
    const stale = await patch(fixture.app, path, etagOf(before.body), {
      categoryDescriptions: { category3: 'Design' },
      sharedWith: { [maya]: false },
    });
    expect(stale.status).toBe(409);
    const unshared = await patch(fixture.app, path, etagOf(changed.body), {
      sharedWith: { [maya]: false },
    });
    expect(unshared.body['sharedWith']).toEqual({});
    const unknown = await patch(fixture.app, path, etagOf(unshared.body), {
      categoryDescriptions: { category26: 'x' },
    });
    expect(unknown.status).toBe(400);
  });
});

describe('buckets', () => {
  it('are made, moved, renamed, and go with their tasks', async () => {
    const plan = await makePlan(fixture, { buckets: ['First'] });
    const first = await fixture.app('GET', `/planner/buckets/${plan.buckets[0]?.id ?? ''}`);
    const made = await fixture.app('POST', '/planner/buckets', {
      body: { planId: plan.id, name: 'Last', orderHint: `${text(first.body['orderHint'])} !` },
    });
    expect(made.status).toBe(201);
    expect(text(made.body['orderHint']) > text(first.body['orderHint'])).toBe(true);
    const path = `/planner/buckets/${text(made.body['id'])}`;
    const renamed = await patch(fixture.app, path, etagOf(made.body), { name: 'Very last' });
    expect(renamed.body['name']).toBe('Very last');
    const moved = await patch(fixture.app, path, etagOf(renamed.body), { planId: plan.id });
    expect(moved.status).toBe(400);
    const task = await makeTask(fixture, plan.id, { bucketId: made.body['id'] });
    const gone = await fixture.app('DELETE', path, {
      headers: { 'If-Match': etagOf(renamed.body) },
    });
    expect(gone.status).toBe(204);
    expect((await fixture.app('GET', `/planner/tasks/${text(task['id'])}`)).status).toBe(404);
    expect((await fixture.app('GET', path)).status).toBe(404);
  });
});

describe('board formats', () => {
  it('have etags of their own and take pending hints', async () => {
    const plan = await makePlan(fixture);
    const task = await makeTask(fixture, plan.id);
    const base = `/planner/tasks/${text(task['id'])}`;
    const seen = new Set<string>();
    for (const name of ['bucketTaskBoardFormat', 'progressTaskBoardFormat']) {
      const format = await fixture.app('GET', `${base}/${name}`);
      expect(format.body['id']).toBe(task['id']);
      seen.add(etagOf(format.body));
      const hint = text(format.body['orderHint']);
      const path = `${base}/${name}`;
      expect((await patch(fixture.app, path, etagOf(task), { orderHint: ' !' })).status).toBe(412);
      const changed = await patch(fixture.app, path, etagOf(format.body), {
        orderHint: `${hint} !`,
      });
      expect(text(changed.body['orderHint']) > hint).toBe(true);
    }
    expect(seen.size).toBe(2);
    expect(etagOf((await fixture.app('GET', base)).body)).toBe(etagOf(task));
  });

  it('keep a hint for every assignee, which cannot be removed', async () => {
    const plan = await makePlan(fixture);
    const task = await makeTask(fixture, plan.id);
    const path = `/planner/tasks/${text(task['id'])}/assignedToTaskBoardFormat`;
    const maya = fixture.personId('Maya');
    const before = await fixture.app('GET', path);
    const changed = await patch(fixture.app, path, etagOf(before.body), {
      unassignedOrderHint: ' !',
      orderHintsByAssignee: { [maya]: ' !' },
    });
    expect(changed.body['orderHintsByAssignee']?.[maya]).toMatch(/^[^ !]+$/);
    const removed = await patch(fixture.app, path, etagOf(changed.body), {
      orderHintsByAssignee: { [maya]: null },
    });
    expect(removed.status).toBe(400);
  });
});
