import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerJson, Door } from './doors.js';
import { startWorkplace, type Workplace } from './start-workplace.js';

let place: Workplace;

beforeAll(async () => {
  place = await startWorkplace({ signedIn: ['Maya', 'Jonas'] });
});
afterAll(() => place.close());

const through = (name: Door['name']): Door => {
  const door = place.doors.find((one) => one.name === name);
  if (door === undefined) throw new Error('There is no such door');
  return door;
};

interface Row {
  readonly id: string;
  readonly title: string;
  readonly syncState?: string;
  readonly bucket?: { readonly id: string; readonly name: string };
  readonly [name: string]: unknown;
}

describe.each(['MCP', 'REST'] as const)('Tasks of Planner over %s', (name) => {
  const call: Door['call'] = (operation, args) => through(name).call(operation, args);
  const takeBack = async ({ actionId }: AnswerJson): Promise<void> => {
    const { value } = await call('actions_undo', { actionId });
    expect(value).toMatchObject({ undone: true });
  };
  const list = async (args: Record<string, unknown>): Promise<readonly Row[]> => {
    const { value, problem } = await call('planner_list_tasks', args);
    expect(problem).toEqual({});
    return value['tasks'] as unknown as readonly Row[];
  };
  const make = async (args: Record<string, unknown>): Promise<Row> => {
    const { value, problem } = await call('planner_create_task', args);
    expect(problem).toEqual({});
    return value['task'] as unknown as Row;
  };

  it('are listed by the title of a plan that is not synced, with names', async () => {
    const rows = await list({ plan: 'marketing', timeZone: 'UTC' });
    const story = rows.find(({ title }) => title === 'Customer story: Hafen Logistik');
    expect(story).toMatchObject({
      plan: { name: 'Marketing' },
      bucket: { name: expect.any(String) },
    });
    expect(story?.syncState).toBeUndefined();
  });

  it('are made, changed and read in Planner itself where the plan is not synced', async () => {
    const task = await make({
      plan: 'Marketing',
      title: `Flyer ${name}`,
      bucket: 'Ideas',
      assignees: ['Maya Okafor'],
      dueAt: '2026-12-01',
      priority: 'urgent',
      description: 'Two pages',
      checklist: ['Text', 'Pictures'],
      links: ['https://example.com/flyer'],
      timeZone: 'UTC',
    });
    expect(task).toMatchObject({
      bucket: { name: 'Ideas' },
      assignees: [{ id: place.person('Maya').id, name: 'Maya Okafor' }],
      dueAt: '2026-12-01T10:00:00+00:00',
      priority: 'urgent',
      description: 'Two pages',
    });
    expect(task['syncState']).toBeUndefined();
    const atGraph = await place.graph('Maya', 'GET', `/planner/tasks/${task.id}`);
    expect(atGraph.body).toMatchObject({ title: `Flyer ${name}`, checklistItemCount: 2 });

    const { value } = await call('planner_update_task', {
      id: task.id,
      title: `Leaflet ${name}`,
      dueAt: null,
      assign: ['Emma Whitfield'],
      unassign: ['maya okafor'],
    });
    expect(value['task']).toMatchObject({
      title: `Leaflet ${name}`,
      assignees: [{ name: 'Emma Whitfield' }],
    });
    const { value: seen } = await call('planner_get_task', { id: task.id });
    expect(seen['task']).toMatchObject({
      title: `Leaflet ${name}`,
      checklist: [
        { title: 'Text', checked: false },
        { title: 'Pictures', checked: false },
      ],
      references: [{ url: 'https://example.com/flyer' }],
    });
    expect(seen['task']).not.toHaveProperty('dueAt');
  });

  it('go through the store where the plan is synced', async () => {
    const task = await make({ plan: 'Product launch', title: `Press kit ${name}` });
    expect(task).toMatchObject({ syncState: 'pending' });
    const { value } = await call('planner_update_task', { id: task.id, percentComplete: 50 });
    expect(value['task']).toMatchObject({ percentComplete: 50, syncState: 'pending' });
    const { value: agents } = await call('task_get', { id: task.id });
    expect(agents['task']).toMatchObject({ title: `Press kit ${name}`, rev: 2 });
    const rows = await list({ plan: 'Product launch' });
    expect(rows.map(({ title }) => title)).toContain(`Press kit ${name}`);
  });

  it('are completed by somebody at some time, and reopened', async () => {
    const task = await make({ plan: 'Marketing', title: `Done ${name}`, timeZone: 'UTC' });
    const { value } = await call('planner_complete_task', { id: task.id });
    expect(value['task']).toMatchObject({
      percentComplete: 100,
      completedAt: expect.any(String),
      completedBy: { kind: 'app' },
    });
    const { value: again } = await call('planner_reopen_task', { id: task.id });
    expect(again['task']).toMatchObject({ percentComplete: 0 });
    expect(again['task']).not.toHaveProperty('completedAt');
  });

  it('answers a name that is unknown or fits several with what was meant', async () => {
    const { problem: plan } = await call('planner_list_tasks', { plan: 'Markting' });
    expect(plan).toMatchObject({
      code: 'invalid_input',
      errors: [{ field: 'plan', suggestion: 'Marketing' }],
    });
    const { problem: bucket } = await call('planner_create_task', {
      plan: 'Marketing',
      title: 'x',
      bucket: 'Idea',
    });
    expect(bucket).toMatchObject({ errors: [{ field: 'bucket', suggestion: 'Ideas' }] });
    const { problem: person } = await call('planner_create_task', {
      plan: 'Marketing',
      title: 'x',
      assignees: ['Emma'],
    });
    const candidates = person.errors?.[0]?.candidates ?? [];
    expect(candidates.map((one) => one.name).toSorted()).toEqual(['Emma Novák', 'Emma Whitfield']);
    const { problem: label } = await call('planner_list_tasks', {
      plan: 'Marketing',
      label: 'no such label',
    });
    expect(label).toMatchObject({ errors: [{ field: 'label.0', candidates: expect.anything() }] });
    const { problem: nothing } = await call('planner_get_task', { id: 'x'.repeat(28) });
    expect(nothing.status).toBe(404);
    const { problem: time } = await call('planner_list_tasks', {
      plan: 'Marketing',
      dueBefore: 'soon',
    });
    expect(time).toMatchObject({ errors: [{ field: 'dueBefore' }] });
    const { problem: priority } = await call('planner_create_task', {
      plan: 'Marketing',
      title: 'x',
      priority: 'highest',
    });
    expect(priority).toMatchObject({ errors: [{ field: 'priority' }] });
  });

  it('are filtered, cut into pages, and shortened to what is asked for', async () => {
    const all = await list({ plan: 'Marketing', limit: 200 });
    const late = await list({ plan: 'Marketing', overdue: true });
    expect(late.length).toBeGreaterThan(0);
    expect(late.length).toBeLessThan(all.length);
    for (const task of late) {
      expect(task['percentComplete']).toBeLessThan(100);
      expect(Date.parse(String(task['dueAt']))).toBeLessThan(Date.now());
    }
    const pages: Row[] = [];
    let cursor: unknown;
    do {
      const { value } = await call('planner_list_tasks', {
        plan: 'Marketing',
        limit: 4,
        fields: ['title'],
        ...(cursor !== undefined && { cursor }),
      });
      pages.push(...(value['tasks'] as unknown as readonly Row[]));
      cursor = value['nextCursor'] ?? undefined;
    } while (cursor !== undefined);
    expect(pages).toEqual(all.map(({ id, title }) => ({ id, title })));
    const { problem } = await call('planner_list_tasks', { plan: 'Marketing', cursor: 'made-up' });
    expect(problem.code).toBe('invalid_cursor');
    const done = await list({ plan: 'Marketing', progress: ['completed'] });
    expect(new Set(done.map((task) => task['percentComplete']))).toEqual(new Set([100]));
  });

  it('are found by words of their titles in all plans', async () => {
    const { value } = await call('planner_search_tasks', { query: 'launch BUDGET' });
    expect(value['tasks']).toMatchObject([
      { title: 'Approve the launch budget', plan: { name: 'Product launch' } },
    ]);
    const { value: one } = await call('planner_search_tasks', {
      query: 'launch',
      plan: 'Marketing',
      limit: 1,
    });
    expect(one['tasks']).toHaveLength(1);
    expect(one['nextCursor']).not.toBeNull();
  });

  it('of a person are those of all plans, without what is done', async () => {
    const maya = place.accountOf('Maya');
    const { value } = await call('planner_list_my_tasks', { account: maya, limit: 200 });
    const rows = value['tasks'] as unknown as readonly Row[];
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) {
      expect(row['assignees']).toContainEqual({
        id: place.person('Maya').id,
        name: 'Maya Okafor',
      });
      expect(row['percentComplete']).not.toBe(100);
    }
    const { problem } = await call('planner_list_my_tasks', { account: 'app' });
    expect(problem).toMatchObject({ errors: [{ field: 'person' }] });
  });

  it('move to a bucket, and not to another plan', async () => {
    const task = await make({ plan: 'Marketing', title: `Move ${name}`, bucket: 'Ideas' });
    const buckets = await call('planner_list_buckets', { plan: 'Marketing' });
    const [, second] = buckets.value['buckets'] as unknown as readonly {
      id: string;
      name: string;
    }[];
    const { value } = await call('planner_move_task', { id: task.id, bucket: second?.name });
    expect(value['task']).toMatchObject({ bucket: second });
    const { problem } = await call('planner_move_task', { id: task.id, plan: 'Customer support' });
    expect(problem).toMatchObject({ code: 'invalid_input', errors: [{ field: 'plan' }] });
    const { problem: nowhere } = await call('planner_move_task', { id: task.id });
    expect(nowhere).toMatchObject({ errors: [{ field: 'bucket' }] });
  });

  it('are given to people and taken from them', async () => {
    const task = await make({ plan: 'Marketing', title: `Assign ${name}` });
    const { value } = await call('planner_assign_task', {
      id: task.id,
      assign: ['Priya Raman', 'Tomas Herrera'],
    });
    expect(value['task']).toMatchObject({ assignees: { length: 2 } });
    const { value: after } = await call('planner_assign_task', {
      id: task.id,
      unassign: ['Priya Raman'],
    });
    expect(after['task']).toMatchObject({ assignees: [{ name: 'Tomás Herrera' }] });
    const { problem } = await call('planner_assign_task', { id: task.id });
    expect(problem).toMatchObject({ errors: [{ field: 'assign' }] });
  });

  it.each(['Marketing', 'Product launch'])('have a checklist and links in %s', async (plan) => {
    const title = `Steps ${name} ${plan}`;
    const { id } = await make({ plan, title, checklist: ['One', 'Three'] });
    await call('planner_add_checklist_item', { id, title: 'Two', before: 'Three' });
    await call('planner_update_checklist_item', { id, item: 'One', checked: true });
    const { value } = await call('planner_update_checklist_item', {
      id,
      item: 'one',
      title: 'First',
      after: 'Three',
    });
    expect(value['task']?.['checklist']).toMatchObject([
      { title: 'Two', checked: false },
      { title: 'Three', checked: false },
      { title: 'First', checked: true },
    ]);
    const { value: less } = await call('planner_remove_checklist_item', { id, item: 'Three' });
    expect(less['task']?.['checklist']).toMatchObject([{ title: 'Two' }, { title: 'First' }]);
    const { problem } = await call('planner_remove_checklist_item', { id, item: 'Four' });
    expect(problem).toMatchObject({ errors: [{ field: 'item', candidates: expect.anything() }] });

    const link = { url: 'https://example.com/a%20b.docx', title: 'Draft', type: 'Word' };
    const { value: linked } = await call('planner_add_reference', { id, ...link });
    expect(linked['task']?.['references']).toEqual([link]);
    const { value: bare } = await call('planner_remove_reference', { id, url: link.url });
    expect(bare['task']?.['references']).toEqual([]);
    const { problem: none } = await call('planner_remove_reference', { id, url: link.url });
    expect(none).toMatchObject({ errors: [{ field: 'url' }] });
  });

  it('says what a change would do without doing it', async () => {
    const { id, title } = await make({ plan: 'Marketing', title: `Dry ${name}` });
    const { value } = await call('planner_update_task', { id, percentComplete: 50, dryRun: true });
    expect(value['dryRun']).toEqual({
      effect: `Change "${title}"`,
      details: { percentComplete: { from: 0, to: 50 } },
    });
    const { value: same } = await call('planner_get_task', { id });
    expect(same['task']).toMatchObject({ percentComplete: 0 });
    const { problem } = await call('planner_update_task', {
      id,
      startAt: '2026-12-05',
      dueAt: '2026-12-01',
    });
    expect(problem).toMatchObject({ code: 'invalid_input', errors: [{ field: 'dueAt' }] });
  });

  it.each(['Marketing', 'Product launch'])('are changed together in %s', async (plan) => {
    const ids: string[] = [];
    for (const part of ['a', 'b', 'c']) {
      const title = `Together ${name} ${part}`;
      ids.push((await make({ plan, title, dueAt: '2026-11-01' })).id);
    }
    const change = {
      where: { plan, text: `together ${name}` },
      set: { dueAt: '2026-12-07', addLabels: ['category3'] },
      timeZone: 'UTC',
    };
    const dry = await call('planner_bulk_update_tasks', { ...change, dryRun: true });
    expect(dry.value['dryRun']).toMatchObject({
      effect: 'Change 3 of 3 tasks',
      details: {
        tasks: [0, 1, 2].map(() => ({
          changes: {
            dueAt: { from: '2026-11-01T10:00:00+00:00', to: '2026-12-07T10:00:00+00:00' },
          },
        })),
      },
    });
    const { value } = await call('planner_bulk_update_tasks', change);
    expect(value).toMatchObject({ changed: 3, unchanged: 0, failed: 0 });
    const { value: again } = await call('planner_bulk_update_tasks', {
      ids: [...ids, 'z'.repeat(28)],
      set: change.set,
      timeZone: 'UTC',
    });
    expect(again).toMatchObject({ changed: 0, unchanged: 3, failed: 1 });
    expect(again['tasks']).toContainEqual({
      id: 'z'.repeat(28),
      outcome: 'failed',
      problem: { code: expect.any(String), detail: expect.any(String) },
    });
    const { problem } = await call('planner_bulk_update_tasks', { ids, set: {} });
    expect(problem).toMatchObject({ errors: [{ field: 'set' }] });
    const { problem: both } = await call('planner_bulk_update_tasks', { ...change, ids });
    expect(both).toMatchObject({ errors: [{ field: 'where' }] });
  });

  it('are deleted, for good or into the history', async () => {
    const direct = await make({ plan: 'Marketing', title: `Delete ${name}` });
    const { value } = await call('planner_delete_task', { id: direct.id });
    expect(value).toMatchObject({ deleted: true, id: direct.id });
    expect((await call('planner_get_task', { id: direct.id })).status).toBe(404);
    const synced = await make({ plan: 'Product launch', title: `Delete ${name}` });
    const { value: done } = await call('planner_delete_task', { id: synced.id });
    expect(done).toMatchObject({ deleted: true, canUndo: true });
    const { problem } = await call('planner_get_task', { id: synced.id });
    expect(problem.code).toBe('deleted');
    await takeBack(done);
    const { value: back } = await call('planner_get_task', { id: synced.id });
    expect(back['task']).toMatchObject({ title: `Delete ${name}` });
  });

  it('are taken back as they were, where Planner alone has them', async () => {
    const { id } = await make({
      plan: 'Marketing',
      title: `Back ${name}`,
      dueAt: '2026-12-01',
      assignees: ['Priya Raman'],
      timeZone: 'UTC',
    });
    const { value: before } = await call('planner_get_task', { id });
    const { value: done } = await call('planner_update_task', {
      id,
      dueAt: null,
      priority: 'low',
      bucket: 'Ideas',
      unassign: ['Priya Raman'],
      assign: ['Maya Okafor'],
    });
    await takeBack(done);
    const { value: after } = await call('planner_get_task', { id });
    const { bucket: _one, ...was } = { ...before['task'] };
    const { bucket: _other, ...is } = { ...after['task'] };
    expect(is).toEqual(was);
  });

  it('have comments, which people write', async () => {
    const account = place.accountOf('Maya');
    const { id } = await make({ plan: 'Marketing', title: `Talk ${name}` });
    const text = 'Is <b>this</b> done?\nSecond line';
    await call('planner_add_comment', { id, account, text });
    await call('planner_add_comment', { id, account, text: 'One more' });
    const { value } = await call('planner_list_comments', { id, account });
    expect(value['comments']).toMatchObject([
      { from: { name: 'Maya Okafor' }, text: expect.stringContaining('Second line') },
      { text: 'One more' },
    ]);
    const { problem } = await call('planner_list_comments', { id, account: 'app' });
    expect(problem).toMatchObject({ errors: [{ field: 'account' }] });
  });
});
