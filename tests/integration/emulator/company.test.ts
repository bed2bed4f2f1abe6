import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingIn, problemsOf } from './conformance.js';
import { startFixture, text, type Fixture, type GraphJson } from './graph-fixture.js';

let fixture: Fixture;
let people: ReadonlyMap<string, string>;
let plans: readonly { readonly id: string; readonly title: string }[];

beforeAll(async () => {
  fixture = await startFixture();
  const users = await rows('/users?$select=id,displayName');
  people = new Map(users.map((user) => [text(user['id']), text(user['displayName'])]));
  const { body } = await fixture.control('GET', '/plans');
  plans = Object.values(body['plans'] ?? {}).map((plan) => ({
    id: text(plan['id']),
    title: text(plan['title']),
  }));
});
afterAll(() => fixture.close());

async function rows(path: string): Promise<GraphJson[]> {
  const { body } = await fixture.app('GET', path);
  return Object.values(body['value'] ?? {});
}

const tasksOf = async (title: string): Promise<GraphJson[]> =>
  await rows(`/planner/plans/${plans.find((plan) => plan.title === title)?.id}/tasks`);

describe('the company of a first start', () => {
  it('has twelve people, two of one first name, and one of them above all', async () => {
    expect(people.size).toBe(12);
    const emmas = [...people.values()].filter((name) => name.startsWith('Emma '));
    expect(emmas).toEqual(['Emma Novák', 'Emma Whitfield']);
    const users = await rows('/users?$select=id,department,officeLocation,jobTitle');
    for (const user of users) expect(Object.values(user)).not.toContain(null);
    const managers = await Promise.all(
      users.map(async ({ id }) => await fixture.app('GET', `/users/${text(id)}/manager`)),
    );
    expect(managers.filter(({ status }) => status === 404)).toHaveLength(1);
  });

  it('has a team in each of its four groups, with channels in which something was said', async () => {
    const groups = await rows('/groups?$select=id,displayName');
    expect(groups).toHaveLength(4);
    for (const { id } of groups) {
      const channels = await rows(`/teams/${text(id)}/channels`);
      expect(channels.length).toBeGreaterThanOrEqual(2);
      expect(channels.length).toBeLessThanOrEqual(4);
      const general = `/teams/${text(id)}/channels/${encodeURIComponent(text(channels[0]?.['id']))}`;
      const posts = await rows(`${general}/messages?$expand=replies`);
      expect(posts.length).toBeGreaterThan(0);
      for (const post of posts) expect(problemsOf('chatMessage', post)).toEqual([]);
    }
  });

  it('has five plans whose tasks are as Graph has them', async () => {
    expect(plans.map(({ title }) => title)).toEqual([
      'Product launch',
      'Marketing',
      'Engineering roadmap',
      'Customer support',
      'Office move',
    ]);
    for (const { id, title } of plans) {
      const tasks = await rows(`/planner/plans/${id}/tasks`);
      const buckets = await rows(`/planner/plans/${id}/buckets`);
      expect([title, tasks.length >= 5 && tasks.length <= 12]).toEqual([title, true]);
      expect([title, buckets.length >= 3 && buckets.length <= 5]).toEqual([title, true]);
      for (const task of tasks) {
        expect([problemsOf('plannerTask', task), missingIn('plannerTask', task)]).toEqual([[], []]);
        for (const assignee of Object.keys(task['assignments'] ?? {})) {
          expect(people.has(assignee)).toBe(true);
        }
        const details = await fixture.app('GET', `/planner/tasks/${text(task['id'])}/details`);
        expect(problemsOf('plannerTaskDetails', details.body)).toEqual([]);
        expect(buckets.map((bucket) => bucket['id'])).toContain(task['bucketId']);
      }
    }
  });

  it('is late with several tasks of several people in Marketing', async () => {
    const now = new Date().toISOString();
    const late = (await tasksOf('Marketing')).filter(
      (task) => Number(task['percentComplete']) < 100 && text(task['dueDateTime']) < now,
    );
    const owners = new Set(late.flatMap((task) => Object.keys(task['assignments'] ?? {})));
    expect(late.length).toBeGreaterThanOrEqual(4);
    expect(owners.size).toBeGreaterThanOrEqual(4);
  });
});
