import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  etagOf,
  makePlan,
  makeTask,
  patch,
  startFixture,
  text,
  type Fixture,
  type GraphJson,
  type Reply,
} from './graph-fixture.js';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture({ appRoles: ['Tasks.ReadWrite.All', 'Tasks.Read.All'] });
});
afterAll(() => fixture.close());

const forApps = '$select=percentComplete,assignments,creationSource';

async function beta(path: string, token?: string): Promise<Reply> {
  const root = `${fixture.emulator.boardUrl}/beta`;
  const response = await fetch(path.startsWith('http') ? path : `${root}${path}`, {
    headers: { Authorization: `Bearer ${token ?? (await fixture.appToken())}` },
  });
  const body = JSON.parse(await response.text()) as GraphJson;
  return { status: response.status, headers: response.headers, body };
}

const begin = (planId: string, options = `&${forApps}`): Promise<Reply> =>
  beta(`/planner/tasks/delta?$filter=planId eq '${planId}'${options}`);
const itemsOf = ({ body }: Reply): GraphJson[] => body['value'] as unknown as GraphJson[];
const deltaLinkOf = ({ body }: Reply): string => text(body['@odata.deltaLink']);

async function personToken(name: string): Promise<string> {
  const people = (await fixture.control('GET', '/people')).body['people'] as unknown as {
    displayName: string;
    accessToken: string;
  }[];
  return people.find(({ displayName }) => displayName.startsWith(name))?.accessToken ?? '';
}

describe('delta of a plan, with application permissions', () => {
  it('is beta only', async () => {
    const plan = await makePlan(fixture);
    const path = `/planner/tasks/delta?$filter=planId eq '${plan.id}'&${forApps}`;
    expect((await fixture.app('GET', path)).status).toBe(400);
    expect((await begin(plan.id)).status).toBe(200);
  });

  it('wants one plan, three properties and Tasks.Read.All', async () => {
    const plan = await makePlan(fixture);
    expect((await beta(`/planner/tasks/delta?${forApps}`)).status).toBe(405);
    expect((await begin(plan.id, '')).status).toBe(405);
    expect((await begin(plan.id, '&$select=percentComplete,title')).status).toBe(405);
    const named = '&$select=percentComplete,assignments,title';
    expect((await begin(plan.id, named)).status).toBe(403);
    const withId = `&${forApps},id`;
    expect((await begin(plan.id, withId)).status).toBe(200);

    const other = await startFixture({ appRoles: ['Tasks.ReadWrite.All'] });
    const response = await fetch(
      `${other.emulator.boardUrl}/beta/planner/tasks/delta?$filter=planId eq '${plan.id}'&${forApps}`,
      { headers: { Authorization: `Bearer ${await other.appToken()}` } },
    );
    expect(response.status).toBe(403);
    await other.close();
  });

  it('tells all at first and then what changed of these properties, deleted tasks by name', async () => {
    const plan = await makePlan(fixture);
    const [kept, gone] = [await makeTask(fixture, plan.id), await makeTask(fixture, plan.id)];
    const first = await begin(plan.id);
    expect(itemsOf(first)).toHaveLength(2);
    expect(Object.keys(itemsOf(first)[0] ?? {}).toSorted()).toEqual([
      '@odata.etag',
      'assignments',
      'creationSource',
      'id',
      'percentComplete',
    ]);
    expect(first.body['@odata.nextLink']).toBeUndefined();

    const path = `/planner/tasks/${text(kept['id'])}`;
    const done = await patch(fixture.app, path, etagOf(kept), { percentComplete: 100 });
    await fixture.app('DELETE', `/planner/tasks/${text(gone['id'])}`, {
      headers: { 'If-Match': etagOf(gone) },
    });
    const second = await beta(deltaLinkOf(first));
    expect(itemsOf(second)).toEqual([
      expect.objectContaining({ id: kept['id'], percentComplete: 100 }),
      { '@removed': { reason: 'deleted' }, id: gone['id'] },
    ]);

    await patch(fixture.app, path, etagOf(done.body), { title: 'Nobody hears of a title' });
    const third = await beta(deltaLinkOf(second));
    // The noise of the round before.
    expect(itemsOf(third).map((item) => item['id'])).toEqual([kept['id']]);
    expect(itemsOf(await beta(deltaLinkOf(third)))).toEqual([]);
  });

  it('goes on to the next page of a round before it gives the link of the next round', async () => {
    const plan = await makePlan(fixture, { tasks: 5 });
    await fixture.control('PUT', '/settings', { body: { pageSize: 2 } });
    const ids: unknown[] = [];
    let page = await begin(plan.id);
    for (;;) {
      ids.push(...itemsOf(page).map((item) => item['id']));
      const next = page.body['@odata.nextLink'];
      if (next === undefined) break;
      expect(page.body['@odata.deltaLink']).toBeUndefined();
      page = await beta(text(next));
    }
    await fixture.control('PUT', '/settings', { body: { pageSize: 400 } });
    expect(new Set(ids).size).toBe(5);
    expect(deltaLinkOf(page)).toContain(`/beta/planner/plans('${plan.id}')/tasks?`);
  });

  it('refuses a token that it did not give, and one of another plan, with 400', async () => {
    const [one, other] = [await makePlan(fixture), await makePlan(fixture)];
    const link = deltaLinkOf(await begin(one.id));
    expect((await beta(`${link}x-`)).status).toBe(400);
    expect((await beta(link.replace(one.id, other.id))).status).toBe(400);
  });

  it('answers 410 to a token that is too old, with where to start again', async () => {
    const plan = await makePlan(fixture);
    const link = deltaLinkOf(await begin(plan.id));
    await fixture.control('PUT', '/settings', { body: { plannerDeltaMinutes: 0 } });
    const answer = await beta(link);
    await fixture.control('PUT', '/settings', { body: { plannerDeltaMinutes: 10_080 } });
    expect(answer.status).toBe(410);
    expect(answer.headers.get('location')).toContain('/beta/planner/tasks/delta?$filter=');
    expect((await beta(answer.headers.get('location') ?? '')).status).toBe(400);
  });
});

describe('delta of everything that a person sees', () => {
  it('begins empty, then tells each change of tasks of hers in another form than v1.0', async () => {
    const plan = await makePlan(fixture);
    const priya = await personToken('Priya');
    const first = await beta('/me/planner/all/delta', priya);
    expect(itemsOf(first)).toEqual([]);
    const task = (
      await fixture.as('Priya')('POST', '/planner/tasks', {
        body: { planId: plan.id, title: 'Mine' },
      })
    ).body;
    await makeTask(fixture, plan.id, { title: 'Not hers' });
    await patch(fixture.app, `/planner/tasks/${text(task['id'])}`, etagOf(task), {
      percentComplete: 50,
    });
    const second = await beta(deltaLinkOf(first), priya);
    const [created, changed, ...more] = itemsOf(second);
    expect(more).toEqual([]);
    expect(created).toMatchObject({
      '@odata.type': '#microsoft.graph.plannerTask',
      id: task['id'],
      createdBy: fixture.personId('Priya'),
      createdByAsIdentitySet: { user: { '@odata.type': '#microsoft.taskServices.identity' } },
      version: expect.stringMatching(/^1-Task/) as string,
    });
    expect(changed).toMatchObject({ id: task['id'], percentComplete: 50 });
    expect(changed?.['title']).toBeUndefined();
    expect(changed?.['createdBy']).toBeUndefined();
    expect(itemsOf(await beta(deltaLinkOf(second), priya))).toEqual([
      expect.objectContaining({ id: task['id'], orderHint: expect.any(String) as string }),
    ]);
  });

  it('is for the person only, and takes no options', async () => {
    const priya = await personToken('Priya');
    expect((await beta('/me/planner/all/delta')).status).toBe(400);
    const hers = `/users/${fixture.personId('Priya')}/planner/all/delta`;
    expect((await beta(hers)).status).toBe(403);
    expect((await beta(hers, await personToken('Lena'))).status).toBe(403);
    expect((await beta(hers, priya)).status).toBe(200);
    expect((await beta('/me/planner/all/delta?$select=id', priya)).status).toBe(400);
  });
});
