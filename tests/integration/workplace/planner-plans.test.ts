import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerJson, Door } from './doors.js';
import { startWorkplace, type Workplace } from './start-workplace.js';

let place: Workplace;

beforeAll(async () => {
  place = await startWorkplace({ signedIn: ['Maya', 'Samuel'] });
});
afterAll(() => place.close());

interface Plan {
  readonly id: string;
  readonly title: string;
  readonly [name: string]: unknown;
}

describe.each(['MCP', 'REST'] as const)('Plans over %s', (name) => {
  const call: Door['call'] = (operation, args) => {
    const door = place.doors.find((one) => one.name === name);
    if (door === undefined) throw new Error('There is no such door');
    return door.call(operation, args);
  };
  const takeBack = async ({ actionId }: AnswerJson): Promise<void> => {
    const { value } = await call('actions_undo', { actionId });
    expect(value).toMatchObject({ undone: true });
  };
  const plansOf = async (account: string): Promise<readonly Plan[]> => {
    const { value } = await call('planner_list_plans', { account });
    return value['plans'] as unknown as readonly Plan[];
  };
  const bucketNames = async (plan: string): Promise<readonly string[]> => {
    const { value } = await call('planner_list_buckets', { plan });
    return (value['buckets'] as unknown as readonly { name: string }[]).map((one) => one.name);
  };

  it('are those that the account can reach, and say which are synced', async () => {
    const maya = await plansOf(place.accountOf('Maya'));
    expect(maya.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Marketing', 'Office move', 'Product launch']),
    );
    expect(maya.find(({ title }) => title === 'Product launch')).toMatchObject({
      group: { name: 'Product team' },
      sync: 'on',
    });
    expect(maya.find(({ title }) => title === 'Office move')).toMatchObject({ heldBy: 'roster' });
    expect(maya.find(({ title }) => title === 'Marketing')).not.toHaveProperty('sync');
    const samuel = await plansOf(place.accountOf('Samuel'));
    const titles = samuel.map(({ title }) => title);
    expect(titles).toContain('Engineering roadmap');
    expect(titles).not.toContain('Marketing');
    const app = await plansOf('app');
    expect(app.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Engineering roadmap', 'Marketing', 'Product launch']),
    );
  });

  it('are named as their account sees them', async () => {
    const samuel = place.accountOf('Samuel');
    const { problem } = await call('planner_get_plan', { plan: 'Marketing', account: samuel });
    expect(problem).toMatchObject({ code: 'invalid_input', errors: [{ field: 'plan' }] });
    const { value } = await call('planner_get_plan', {
      plan: 'engineering ROADMAP',
      account: samuel,
    });
    expect(value['plan']).toMatchObject({
      title: 'Engineering roadmap',
      buckets: [{ name: 'Later' }, { name: 'Next' }, { name: 'Now' }, { name: 'Shipped' }],
      labels: expect.arrayContaining([{ id: 'category2', name: 'Security' }]),
    });
  });

  it('come page by page', async () => {
    const { value: all } = await call('planner_list_plans');
    const { value: first } = await call('planner_list_plans', { limit: 1 });
    const { value: second } = await call('planner_list_plans', {
      limit: 1,
      cursor: first['nextCursor'],
    });
    const plans = all['plans'] as unknown as readonly Plan[];
    expect([first['plans'], second['plans']].flat()).toEqual(plans.slice(0, 2));
    const { problem } = await call('planner_list_plans', { cursor: 'x' });
    expect(problem.code).toBe('invalid_cursor');
  });

  it('are made in a group, renamed, their labels named, and deleted', async () => {
    const title = `Fair ${name}`;
    const { problem: nobody } = await call('planner_create_plan', { title, group: 'Marketng' });
    expect(nobody).toMatchObject({ errors: [{ field: 'group', suggestion: 'Marketing' }] });
    const { value: made } = await call('planner_create_plan', { title, group: 'marketing' });
    const { id } = made['plan'] as unknown as Plan;
    const { value: found } = await call('planner_get_plan', { plan: title });
    expect(found['plan']).toMatchObject({ id, title });
    const change = {
      plan: id,
      title: `Booth ${name}`,
      labels: [{ label: 'category2', name: 'Booked' }],
    };
    const { value: dry } = await call('planner_update_plan', { ...change, dryRun: true });
    expect(dry['dryRun']?.['details']).toEqual({
      title: { from: title, to: `Booth ${name}` },
      category2: { from: null, to: 'Booked' },
    });
    const { value: changed } = await call('planner_update_plan', change);
    expect(changed['plan']).toMatchObject({
      title: `Booth ${name}`,
      labels: [{ id: 'category2', name: 'Booked' }],
    });
    await takeBack(changed);
    const { value: back } = await call('planner_get_plan', { plan: id });
    expect(back['plan']).toMatchObject({ title, labels: [] });
    const { value: gone } = await call('planner_delete_plan', { plan: id });
    expect(gone).toMatchObject({ deleted: true, id });
    expect((await call('planner_get_plan', { plan: id })).status).toBe(404);
  });

  it('are not deleted while they are synced', async () => {
    const { problem } = await call('planner_delete_plan', { plan: 'Product launch' });
    expect(problem).toMatchObject({
      code: 'invalid_input',
      detail: expect.stringContaining('sync_remove_plan'),
    });
  });

  it('have buckets that are made, renamed, put in order and deleted', async () => {
    const { value } = await call('planner_create_plan', {
      title: `Columns ${name}`,
      group: 'Marketing',
    });
    const { id: plan } = value['plan'] as unknown as Plan;
    for (const one of ['A', 'C']) {
      await call('planner_create_bucket', { plan, name: one, ...(one === 'C' && { after: 'A' }) });
    }
    await call('planner_create_bucket', { plan, name: 'B', before: 'C' });
    expect(await bucketNames(plan)).toEqual(['A', 'B', 'C']);
    const { value: moved } = await call('planner_update_bucket', {
      plan,
      bucket: 'C',
      name: 'Z',
      before: 'A',
    });
    expect(await bucketNames(plan)).toEqual(['Z', 'A', 'B']);
    await takeBack(moved);
    expect(await bucketNames(plan)).toEqual(['A', 'B', 'C']);
    await call('planner_create_task', { plan, title: 'In B', bucket: 'B' });
    const { value: dry } = await call('planner_delete_bucket', {
      plan,
      bucket: 'b',
      dryRun: true,
    });
    expect(dry['dryRun']).toEqual({
      effect: 'Delete the bucket "B" with its tasks (1)',
      details: { tasks: ['In B'] },
    });
    await call('planner_delete_bucket', { plan, bucket: 'B' });
    expect(await bucketNames(plan)).toEqual(['A', 'C']);
    const { problem } = await call('planner_update_bucket', { plan, bucket: 'Nope', name: 'x' });
    expect(problem).toMatchObject({ errors: [{ field: 'bucket', candidates: expect.anything() }] });
    const { problem: both } = await call('planner_create_bucket', {
      plan,
      name: 'x',
      before: 'A',
      after: 'C',
    });
    expect(both).toMatchObject({ errors: [{ field: 'after' }] });
  });
});
