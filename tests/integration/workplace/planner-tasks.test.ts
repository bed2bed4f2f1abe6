import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Door } from './doors.js';
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
});
