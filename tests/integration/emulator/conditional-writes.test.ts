import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  etagOf,
  makePlan,
  makeTask,
  patch,
  startFixture,
  type Fixture,
  type GraphJson,
  text,
} from './graph-fixture.js';

const INVALID = 'The If-Match header contains an invalid value.';
let fixture: Fixture;
let planId: string;

beforeAll(async () => {
  fixture = await startFixture();
  planId = (await makePlan(fixture)).id;
});
afterAll(() => fixture.close());

async function freshTask(): Promise<{ task: GraphJson; path: string }> {
  const task = await makeTask(fixture, planId);
  return { task, path: `/planner/tasks/${text(task['id'])}` };
}

describe('If-Match on Planner', () => {
  it('is needed for PATCH and DELETE: 412 with an empty code', async () => {
    const { path } = await freshTask();
    for (const reply of [
      await fixture.app('PATCH', path, { body: { title: 'New' } }),
      await fixture.app('DELETE', path),
    ]) {
      expect(reply.status).toBe(412);
      expect(reply.body['error']).toMatchObject({
        code: '',
        message: 'The If-Match header must be specified for this kind of request.',
      });
    }
  });

  it('refuses malformed etags, etags of another resource and unknown versions with 412', async () => {
    const { task, path } = await freshTask();
    const details = await fixture.app('GET', `${path}/details`);
    const newer = await patch(fixture.app, path, etagOf(task), { title: 'Moved on' });
    const { path: otherPath } = await freshTask();
    const attempts = [
      [path, 'W/"nonsense"'],
      [path, etagOf(task).replaceAll('"', '\\"')],
      [path, etagOf(task).replace('W/', '')],
      [path, etagOf(details.body)],
      [`${path}/details`, etagOf(task)],
      [otherPath, etagOf(newer.body)],
    ] as const;
    for (const [target, etag] of attempts) {
      const reply = await patch(fixture.app, target, etag, {});
      expect([etag, reply.status, reply.body['error']?.['message']]).toEqual([etag, 412, INVALID]);
    }
  });

  it('accepts a stale write that touches nothing that was changed since', async () => {
    const { task, path } = await freshTask();
    await patch(fixture.app, path, etagOf(task), { title: 'Their title' });
    const mine = await patch(fixture.as('Maya'), path, etagOf(task), { percentComplete: 50 });
    expect(mine.status).toBe(200);
    expect(mine.body).toMatchObject({ title: 'Their title', percentComplete: 50 });
  });

  it('refuses a stale write that touches what was changed since with 409', async () => {
    const { task, path } = await freshTask();
    await patch(fixture.app, path, etagOf(task), { title: 'Their title' });
    const mine = await patch(fixture.as('Maya'), path, etagOf(task), { title: 'Mine' });
    expect(mine.status).toBe(409);
    expect(mine.body['error']).toMatchObject({
      code: '',
      message:
        'The attempted changes conflicted with already accepted changes. Read the latest state and resolve differences.',
    });
  });

  it('looks at map keys one by one', async () => {
    const { task, path } = await freshTask();
    await patch(fixture.app, path, etagOf(task), { appliedCategories: { category1: true } });
    const disjoint = await patch(fixture.app, path, etagOf(task), {
      appliedCategories: { category2: true },
    });
    expect(disjoint.body['appliedCategories']).toEqual({ category1: true, category2: true });
    const same = await patch(fixture.app, path, etagOf(task), {
      appliedCategories: { category1: false },
    });
    expect(same.status).toBe(409);
  });

  it('refuses a stale DELETE with 409, whatever was changed', async () => {
    const { task, path } = await freshTask();
    await patch(fixture.app, path, etagOf(task), { priority: 1 });
    const reply = await fixture.app('DELETE', path, { headers: { 'If-Match': etagOf(task) } });
    expect(reply.status).toBe(409);
  });

  it('answers 204 without a body unless the representation is asked for', async () => {
    const { task, path } = await freshTask();
    const silent = await fixture.app('PATCH', path, {
      body: { title: 'New' },
      headers: { 'If-Match': etagOf(task) },
    });
    expect([silent.status, silent.headers.get('content-type')]).toEqual([204, null]);
    const now = await fixture.app('GET', path);
    const told = await patch(fixture.app, path, etagOf(now.body), { title: 'Newer' });
    expect([told.status, told.headers.get('preference-applied')]).toEqual([
      200,
      'return=representation',
    ]);
    expect(etagOf(told.body) > etagOf(now.body)).toBe(true);
  });
});

describe('uncertain facts about etags', () => {
  it('takes If-Match: * only where the setting says so', async () => {
    const { path } = await freshTask();
    const refused = await patch(fixture.app, path, '*', { title: 'Star' });
    expect(refused.body['error']).toMatchObject({
      message: 'The given key was not present in the dictionary.',
    });
    await withSettings({ ifMatchStar: 'accept' }, { ifMatchStar: 'error' }, async () => {
      expect((await patch(fixture.app, path, '*', { title: 'Star' })).status).toBe(200);
    });
  });

  it('can refuse every stale write', async () => {
    const { task, path } = await freshTask();
    await patch(fixture.app, path, etagOf(task), { title: 'Theirs' });
    await withSettings({ staleEtag: 'conflict' }, { staleEtag: 'merge' }, async () => {
      expect((await patch(fixture.app, path, etagOf(task), { priority: 1 })).status).toBe(409);
    });
  });

  it('forgets versions that are too old', async () => {
    const { task, path } = await freshTask();
    let etag = etagOf(task);
    for (const priority of [1, 3]) {
      etag = etagOf((await patch(fixture.app, path, etag, { priority })).body);
    }
    await withSettings({ etagHistory: 1 }, { etagHistory: 1000 }, async () => {
      expect((await patch(fixture.app, path, etagOf(task), { title: 'Old' })).status).toBe(412);
    });
  });
});

async function withSettings(
  settings: object,
  before: object,
  act: () => Promise<void>,
): Promise<void> {
  await fixture.control('PUT', '/settings', { body: settings });
  try {
    await act();
  } finally {
    await fixture.control('PUT', '/settings', { body: before });
  }
}
