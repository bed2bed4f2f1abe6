import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerJson, Door } from './doors.js';
import { startWorkplace, type Workplace } from './start-workplace.js';
import { doorOf, rowsIn, textIn } from './through.js';

let place: Workplace;

beforeAll(async () => {
  place = await startWorkplace({ signedIn: ['Maya'] });
});
afterAll(() => place.close());

describe.each(['MCP', 'REST'] as const)('To Do over %s', (name) => {
  const call = (operation: string, args: Record<string, unknown> = {}) =>
    doorOf(place, name).call(operation, args);

  const made = async (args: Record<string, unknown>): Promise<AnswerJson> => {
    const { value } = await call('todo_create_task', args);
    const { task } = value;
    if (task === undefined) throw new Error(JSON.stringify(value));
    return task;
  };

  const newList = async (title: string): Promise<string> => {
    const listName = `${title} ${name}`;
    await call('todo_create_list', { name: listName });
    return listName;
  };

  it('makes a task with all that it can have, and tells it again', async () => {
    const list = await newList('Everything');
    const task = await made({
      title: 'Water the plants',
      list,
      body: 'Not the cactus',
      dueAt: '2027-01-11',
      remindAt: '2027-01-11T08:30',
      importance: 'high',
      categories: ['Home'],
      recurrence: { frequency: 'weekly', interval: 2, weekdays: ['monday', 'thursday'] },
    });
    expect(task).toMatchObject({
      title: 'Water the plants',
      list: { name: list },
      status: 'notStarted',
      dueAt: '2027-01-11',
      remindAt: '2027-01-11T08:30:00+01:00',
      importance: 'high',
      categories: ['Home'],
      recurrence: { frequency: 'weekly', interval: 2, weekdays: ['monday', 'thursday'] },
      body: 'Not the cactus',
    });
    const { value } = await call('todo_get_task', { id: textIn(task, 'id') });
    expect(value['task']).toEqual(task);
    const fewer = await call('todo_get_task', { id: textIn(task, 'id'), fields: ['dueAt'] });
    expect(fewer.value['task']).toEqual({ id: textIn(task, 'id'), dueAt: '2027-01-11' });
  });

  it('puts a task that names no list into the default one, and lists all lists together', async () => {
    const task = await made({ title: `Somewhere ${name}` });
    expect(task['list']).toMatchObject({ name: 'Tasks' });
    const list = await newList('Second');
    await made({ title: `Elsewhere ${name}`, list });
    const tasks: AnswerJson[] = [];
    for (let cursor: unknown; cursor !== null;) {
      const page = await call('todo_list_tasks', {
        limit: 2,
        ...(cursor !== undefined && { cursor }),
      });
      expect(rowsIn(page, 'tasks').length).toBeLessThanOrEqual(2);
      tasks.push(...rowsIn(page, 'tasks'));
      cursor = page.value['nextCursor'];
    }
    expect(tasks.map((row) => row['title'])).toEqual(
      expect.arrayContaining([`Somewhere ${name}`, `Elsewhere ${name}`]) as unknown,
    );
    expect(new Set(tasks.map((row) => row['id'])).size).toBe(tasks.length);
  });

  it('lists by state and by day, of the zone that is asked for', async () => {
    const list = await newList('Days');
    for (const day of ['2027-03-01', '2027-03-02']) await made({ title: day, list, dueAt: day });
    // By the names that they had before.
    await made({ title: '2027-03-03', list, dueDate: '2027-03-03' });
    const open = await made({ title: 'undated', list });
    const titles = async (args: Record<string, unknown>) =>
      rowsIn(await call('todo_list_tasks', { list, ...args }), 'tasks').map((row) => row['title']);
    expect(await titles({ dueFrom: '2027-03-03' })).toEqual(['2027-03-03']);
    expect(await titles({ dueBefore: '2027-03-02' })).toEqual(['2027-03-02', '2027-03-01']);
    expect(await titles({ dueAfter: '2027-03-02', dueBefore: '2027-03-02' })).toEqual([
      '2027-03-02',
    ]);
    await call('todo_complete_task', { id: textIn(open, 'id') });
    expect(await titles({ status: 'completed' })).toEqual(['undated']);
    expect(await titles({})).not.toContain('undated');
    expect(await titles({ status: 'all' })).toHaveLength(4);
  });

  it('changes what is sent, and null takes a value away', async () => {
    const task = await made({ title: 'Draft', dueAt: '2027-01-11', body: 'Old' });
    const id = textIn(task, 'id');
    const dry = await call('todo_update_task', { id, title: 'Final', dryRun: true });
    expect(dry.value).toMatchObject({ dryRun: { effect: 'Change title of "Draft" (Tasks)' } });
    const { value } = await call('todo_update_task', { id, title: 'Final', dueAt: null });
    expect(value['task']).toMatchObject({ title: 'Final', body: 'Old' });
    expect(value['task']).not.toHaveProperty('dueAt');
    const again = await call('todo_update_task', {
      id,
      recurrence: { frequency: 'monthly' },
      dueAt: '2027-01-31',
    });
    expect(again.value['task']).toMatchObject({ recurrence: { frequency: 'monthly' } });
  });

  it('completes a task, and one that recurs comes again', async () => {
    const list = await newList('Again');
    const task = await made({
      title: 'Pay the rent',
      list,
      dueAt: '2027-01-31',
      recurrence: { frequency: 'monthly' },
    });
    const done = await call('todo_complete_task', { id: textIn(task, 'id') });
    expect(done.value['task']).toMatchObject({ status: 'completed' });
    const next = await call('todo_list_tasks', { list });
    expect(rowsIn(next, 'tasks')).toMatchObject([{ title: 'Pay the rent', dueAt: '2027-02-28' }]);
  });

  it('keeps a checklist', async () => {
    const id = textIn(await made({ title: 'Shop' }), 'id');
    const bread = await call('todo_add_checklist_item', { id, title: 'Bread' });
    await call('todo_add_checklist_item', { id, title: 'Milk', isChecked: true });
    const itemId = textIn(bread.value['item'], 'id');
    const item = await call('todo_update_checklist_item', { id, itemId, isChecked: true });
    expect(item.problem).toEqual({});
    expect(item.value['item']).toEqual({ id: itemId, title: 'Bread', isChecked: true });
    const read = await call('todo_get_task', { id });
    expect(read.value['task']?.['checklist']).toMatchObject([
      { title: 'Bread', isChecked: true },
      { title: 'Milk', isChecked: true },
    ]);
    await call('todo_remove_checklist_item', { id, itemId });
    const gone = await call('todo_update_checklist_item', { id, itemId, title: 'Cake' });
    expect(gone.problem).toMatchObject({
      code: 'not_found',
      errors: [{ field: 'itemId', candidates: [{ name: 'Milk' }] }],
    });
  });

  it('keeps links', async () => {
    const id = textIn(await made({ title: 'Read' }), 'id');
    const url = 'https://a.example/page';
    const link = await call('todo_add_linked_resource', { id, url, title: 'A page' });
    expect(link.value['link']).toMatchObject({ url, title: 'A page', app: 'Tandem' });
    const linkId = textIn(link.value['link'], 'id');
    const removed = await call('todo_remove_linked_resource', { id, linkId });
    expect(removed.problem).toEqual({});
    expect(removed.value['removed']).toMatchObject({ id: linkId });
    const { value } = await call('todo_get_task', { id });
    expect(value['task']).not.toHaveProperty('links');
    const refused = await call('todo_add_linked_resource', { id, url: 'file:///x', title: 'No' });
    expect(refused.problem).toMatchObject({ code: 'invalid_input', errors: [{ field: 'url' }] });
  });

  it('deletes a task, and lists but those that come with To Do', async () => {
    const list = await newList('Short-lived');
    const id = textIn(await made({ title: 'Gone soon', list }), 'id');
    const dry = await call('todo_delete_list', { list, dryRun: true });
    expect(dry.value).toMatchObject({
      dryRun: { effect: `Delete the To Do list "${list}" with 1 open tasks` },
    });
    const deleted = await call('todo_delete_task', { id, list });
    expect(deleted.value).toMatchObject({ deleted: { id, title: 'Gone soon' } });
    const renamed = await call('todo_update_list', { list, name: `${list} 2` });
    expect(renamed.value['list']).toMatchObject({ name: `${list} 2` });
    expect((await call('todo_delete_list', { list: `${list} 2` })).isError).toBe(false);
    const refused = await call('todo_delete_list', { list: 'Tasks' });
    expect(refused.problem).toMatchObject({ code: 'graph_refused' });
  });

  it('says what is wrong, and what may have been meant', async () => {
    const list = await call('todo_create_task', { title: 'x', list: 'Taks' });
    expect(list.problem).toMatchObject({
      code: 'invalid_input',
      errors: [{ field: 'list', suggestion: 'Tasks' }],
    });
    const nowhere = await call('todo_get_task', { id: 'nothing' });
    expect(nowhere.problem).toMatchObject({ code: 'not_found', errors: [{ field: 'id' }] });
    const daily = { frequency: 'daily' };
    const recurrence = await call('todo_create_task', { title: 'x', recurrence: daily });
    expect(recurrence.problem).toMatchObject({ errors: [{ field: 'recurrence' }] });
    const contradiction = await call('todo_create_task', {
      title: 'x',
      dueAt: '2027-01-11',
      recurrence: { ...daily, weekOfMonth: 'last' },
    });
    expect(contradiction.problem).toMatchObject({ errors: [{ field: 'recurrence.weekOfMonth' }] });
    const time = await call('todo_create_task', { title: 'x', remindAt: 'tomorrow' });
    expect(time.problem).toMatchObject({ errors: [{ field: 'remindAt' }] });
    const id = textIn(await made({ title: 'Nothing to change' }), 'id');
    expect((await call('todo_update_task', { id })).problem).toMatchObject({
      code: 'invalid_input',
    });
    const cursor = await call('todo_list_tasks', { cursor: 'elsewhere' });
    expect(cursor.problem).toMatchObject({ code: 'invalid_cursor' });
  });

  it('of somebody else is the app’s to write', async () => {
    const whose = { account: 'app', person: 'Jonas Lindqvist' };
    const { value } = await call('todo_create_task', { title: `For Jonas ${name}`, ...whose });
    expect(value['task']).toMatchObject({ title: `For Jonas ${name}` });
    const refused = await call('todo_create_task', { title: 'x', person: 'Jonas Lindqvist' });
    expect(refused.problem).toMatchObject({ code: 'graph_forbidden' });
  });
});

describe('a task that is made under the name of another program', () => {
  it('is a task of To Do', async () => {
    const door: Door = doorOf(place, 'MCP');
    const { value } = await door.call('create_todo_task', {
      title: 'Alias',
      due_date: '2027-05-01',
    });
    expect(value['task']).toMatchObject({ title: 'Alias', dueAt: '2027-05-01' });
  });
});
