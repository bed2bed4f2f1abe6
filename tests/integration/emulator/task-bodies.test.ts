import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  etagOf,
  makePlan,
  makeTask,
  patch,
  startFixture,
  type Fixture,
  type Reply,
  text,
} from './graph-fixture.js';

let fixture: Fixture;
let plan: Awaited<ReturnType<typeof makePlan>>;

beforeAll(async () => {
  fixture = await startFixture();
  plan = await makePlan(fixture);
});
afterAll(() => fixture.close());

const create = async (fields: object): Promise<Reply> =>
  await fixture.app('POST', '/planner/tasks', {
    body: { planId: plan.id, title: 'Call vendor', ...fields },
  });

describe('creating a task', () => {
  it('needs neither If-Match nor more than plan and title, and fills in the rest', async () => {
    const { status, headers, body } = await create({});
    expect(status).toBe(201);
    expect(headers.get('location')).toContain(`/v1.0/planner/tasks/${text(body['id'])}`);
    expect(body).toMatchObject({
      planId: plan.id,
      bucketId: plan.buckets[0]?.id,
      title: 'Call vendor',
      percentComplete: 0,
      priority: 5,
      startDateTime: null,
      hasDescription: false,
      previewType: 'automatic',
      createdBy: { application: { displayName: null, id: fixture.emulator.clientId } },
    });
    expect(body['id']).toMatch(/^[\w-]{28}$/);
    expect(body['createdDateTime']).toMatch(/\.\d{7}Z$/);
  });

  it('names the person who created it', async () => {
    const reply = await fixture.as('Jonas')('POST', '/planner/tasks', {
      body: { planId: plan.id, title: 'By hand' },
    });
    expect(reply.body['createdBy']).toEqual({
      user: { displayName: null, id: fixture.personId('Jonas') },
    });
  });

  it.each([
    ['no title', { title: undefined }],
    ['an empty title', { title: ' ' }],
    ['a null title', { title: null }],
    ['a title that is too long', { title: 'x'.repeat(256) }],
    ['no plan', { planId: undefined }],
    ['details inside', { details: { description: 'x' } }],
    ['an unknown property', { subject: 'x' }],
    ['a property of the service', { hasDescription: true }],
    ['an id of its own', { id: 'aSOQ0mveu06bTSkfnJQay2QAIn_l' }],
    ['a preview type, which belongs to the details', { previewType: 'checklist' }],
    ['a text for a number', { percentComplete: '50' }],
    ['a fraction', { percentComplete: 50.5 }],
    ['a percentage over 100', { percentComplete: 101 }],
    ['a priority over 10', { priority: 11 }],
    ['a date without time', { dueDateTime: '2026-12-01' }],
    ['a date that does not exist', { dueDateTime: '2026-13-01T00:00:00Z' }],
    [
      'a start after the due date',
      { startDateTime: '2026-12-02T00:00:00Z', dueDateTime: '2026-12-01T00:00:00Z' },
    ],
    ['a stored order hint', { orderHint: '8585371316800245114P\\' }],
    ['a bucket of no plan', { bucketId: 'iz1mmIxX7EK0Yj7DmRsMs2QAEDXH' }],
    ['an array for a map', { appliedCategories: ['category1'] }],
    ['a map that is null', { assignments: null }],
  ])('is refused with 400 for %s', async (_what, fields) => {
    const { status, body } = await create(fields);
    expect([status, body['error']?.['code']]).toEqual([400, '']);
  });

  it('answers times in UTC', async () => {
    const { body } = await create({ dueDateTime: '2026-12-01T12:00:00+02:00' });
    expect(body['dueDateTime']).toBe('2026-12-01T10:00:00Z');
  });

  it('is refused in a bucket of another plan', async () => {
    const other = await makePlan(fixture);
    expect((await create({ bucketId: other.buckets[0]?.id })).status).toBe(400);
  });

  it('is refused in a plan that does not exist', async () => {
    expect((await create({ planId: '-W4K7hIak0WlAwgJCn1sEWQABgjH' })).status).toBe(404);
  });
});

describe('changing a task', () => {
  it('sets and clears the completion with the percentage', async () => {
    const task = await makeTask(fixture, plan.id);
    const path = `/planner/tasks/${text(task['id'])}`;
    const done = await patch(fixture.as('Priya'), path, etagOf(task), { percentComplete: 100 });
    expect(done.body['completedBy']).toEqual({
      user: { displayName: null, id: fixture.personId('Priya') },
    });
    expect(done.body['completedDateTime']).toMatch(/^\d{4}-.*Z$/);
    const later = { percentComplete: 100, priority: 1 };
    const still = await patch(fixture.app, path, etagOf(done.body), later);
    expect(still.body['completedBy']).toEqual(done.body['completedBy']);
    expect(still.body['completedDateTime']).toBe(done.body['completedDateTime']);
    const reopened = await patch(fixture.app, path, etagOf(still.body), { percentComplete: 50 });
    expect(reopened.body).toMatchObject({ completedBy: null, completedDateTime: null });
  });

  it('cannot move it to another plan nor touch what the service derives', async () => {
    const task = await makeTask(fixture, plan.id);
    const path = `/planner/tasks/${text(task['id'])}`;
    for (const body of [{ planId: plan.id }, { checklistItemCount: 3 }, { createdBy: null }]) {
      expect((await patch(fixture.app, path, etagOf(task), body)).status).toBe(400);
    }
  });

  it('checks the whole task, not the change alone', async () => {
    const task = await makeTask(fixture, plan.id, { dueDateTime: '2026-12-01T10:00:00Z' });
    const path = `/planner/tasks/${text(task['id'])}`;
    const late = { startDateTime: '2026-12-01T10:00:01Z' };
    expect((await patch(fixture.app, path, etagOf(task), late)).status).toBe(400);
    const cleared = await patch(fixture.app, path, etagOf(task), { ...late, dueDateTime: null });
    expect(cleared.body['dueDateTime']).toBeNull();
  });

  it('replaces a pending order hint by a real one between the neighbours', async () => {
    const first = await makeTask(fixture, plan.id);
    const second = await makeTask(fixture, plan.id);
    const [below, above] = [text(second['orderHint']), text(first['orderHint'])];
    expect(below < above).toBe(true);
    const between = await makeTask(fixture, plan.id, { orderHint: `${below} ${above}!` });
    const hint = text(between['orderHint']);
    expect([below < hint, hint < above, hint.includes('!')]).toEqual([true, true, false]);
  });
});

describe('assignments and labels', () => {
  const assignment = { '@odata.type': '#microsoft.graph.plannerAssignment', orderHint: ' !' };

  it('are merged key by key; null and false remove', async () => {
    const [maya, jonas] = [fixture.personId('Maya'), fixture.personId('Jonas')];
    const task = await makeTask(fixture, plan.id, {
      assignments: { [maya]: assignment },
      appliedCategories: { category1: true, category25: true },
    });
    expect(task['assignments']?.[maya]).toMatchObject({
      '@odata.type': '#microsoft.graph.plannerAssignment',
      assignedBy: { application: { id: fixture.emulator.clientId } },
    });
    const path = `/planner/tasks/${text(task['id'])}`;
    const changed = await patch(fixture.app, path, etagOf(task), {
      assignments: { [maya]: null, [jonas]: assignment },
      appliedCategories: { category1: false, category3: true },
    });
    expect(Object.keys(changed.body['assignments'] ?? {})).toEqual([jonas]);
    expect(changed.body['appliedCategories']).toEqual({ category25: true, category3: true });
  });

  it.each([
    ['no type', { orderHint: ' !' }],
    ['another type', { '@odata.type': 'microsoft.graph.plannerChecklistItem', orderHint: ' !' }],
    ['no property', { '@odata.type': 'microsoft.graph.plannerAssignment' }],
    ['a stored hint', { ...assignment, orderHint: '8585371316723527019PX' }],
    ['a read-only property', { ...assignment, assignedDateTime: '2026-12-01T10:00:00Z' }],
    ['true', true],
  ])('refuse a value with %s', async (_what, value) => {
    const { status } = await create({ assignments: { [fixture.personId('Maya')]: value } });
    expect(status).toBe(400);
  });

  it('refuse keys that are nobody and labels that do not exist', async () => {
    for (const fields of [
      { assignments: { maya: assignment } },
      { assignments: { '00000000-0000-4000-8000-000000000000': assignment } },
      { appliedCategories: { category26: true } },
      { appliedCategories: { category1: null } },
    ]) {
      expect((await create(fields)).status).toBe(400);
    }
  });
});
