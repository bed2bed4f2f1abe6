import { randomUUID } from 'node:crypto';
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

beforeAll(async () => {
  fixture = await startFixture({
    referencesMax: 1,
    limits: {
      activeTasksInPlan: 2,
      tasksInPlan: 3,
      bucketsInPlan: 4,
      assigneesPerTask: 1,
      checklistItemsPerTask: 2,
      tasksCreatedByUser: 3,
    },
  });
});
afterAll(() => fixture.close());

const codeOf = (reply: Reply): unknown => [reply.status, reply.body['error']?.['code']];

describe('limits of the service', () => {
  it('count active tasks and all tasks of a plan', async () => {
    const { id: planId } = await makePlan(fixture, { tasks: 1 });
    const second = await makeTask(fixture, planId);
    const body = { planId, title: 'One more' };
    const active = await fixture.app('POST', '/planner/tasks', { body });
    expect(codeOf(active)).toEqual([403, 'MaximumActiveTasksInProject']);
    const path = `/planner/tasks/${text(second['id'])}`;
    const done = await patch(fixture.app, path, etagOf(second), { percentComplete: 100 });
    expect((await fixture.app('POST', '/planner/tasks', { body })).status).toBe(201);
    const all = await fixture.app('POST', '/planner/tasks', { body });
    expect(codeOf(all)).toEqual([403, 'MaximumTasksInProject']);
    const reopened = await patch(fixture.app, path, etagOf(done.body), { percentComplete: 0 });
    expect(codeOf(reopened)).toEqual([403, 'MaximumActiveTasksInProject']);
  });

  it('count buckets', async () => {
    const { id: planId } = await makePlan(fixture);
    const add = async (): Promise<Reply> =>
      await fixture.app('POST', '/planner/buckets', { body: { planId, name: 'More' } });
    expect((await add()).status).toBe(201);
    expect(codeOf(await add())).toEqual([403, 'MaximumBucketsInProject']);
  });

  it('count the people, rows and references of a task', async () => {
    const { id: planId } = await makePlan(fixture);
    const task = await makeTask(fixture, planId);
    const path = `/planner/tasks/${text(task['id'])}`;
    const assignment = { '@odata.type': 'microsoft.graph.plannerAssignment', orderHint: ' !' };
    const assignees = await patch(fixture.app, path, etagOf(task), {
      assignments: {
        [fixture.personId('Maya')]: assignment,
        [fixture.personId('Lena')]: assignment,
      },
    });
    expect(codeOf(assignees)).toEqual([403, 'MaximumAssigneesInTasks']);

    const details = await fixture.app('GET', `${path}/details`);
    const item = { '@odata.type': 'microsoft.graph.plannerChecklistItem', title: 'x' };
    const rows = await patch(fixture.app, `${path}/details`, etagOf(details.body), {
      checklist: { [randomUUID()]: item, [randomUUID()]: item, [randomUUID()]: item },
    });
    expect(codeOf(rows)).toEqual([403, 'MaximumChecklistItemsOnTask']);
    const reference = { '@odata.type': 'microsoft.graph.plannerExternalReference', alias: 'x' };
    const references = await patch(fixture.app, `${path}/details`, etagOf(details.body), {
      references: { 'https%3A//a%2Eexample': reference, 'https%3A//b%2Eexample': reference },
    });
    expect(codeOf(references)).toEqual([403, 'MaximumReferencesOnTask']);
    const unchanged = await fixture.app('GET', `${path}/details`);
    expect(etagOf(unchanged.body)).toBe(etagOf(details.body));
  });

  it('count what a person created', async () => {
    let last: Reply | undefined;
    for (let index = 0; index < 4; index += 1) {
      const { id: planId } = await makePlan(fixture);
      last = await fixture.as('Tomás')('POST', '/planner/tasks', { body: { planId, title: 'x' } });
    }
    expect(last === undefined ? undefined : codeOf(last)).toEqual([
      403,
      'MaximumTasksCreatedByUser',
    ]);
  });
});
