import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFixture, text, type Fixture, type GraphJson, type Send } from '../graph-fixture.js';
import { below, codeOf, each, keyOf, rowsOf } from './graph-rows.js';

let fixture: Fixture;
let maya: Send;

beforeAll(async () => {
  fixture = await startFixture();
  maya = fixture.as('Maya');
});
afterAll(() => fixture.close());

async function newList(name: string): Promise<string> {
  const { body } = await maya('POST', '/me/todo/lists', { body: { displayName: name } });
  return `/me/todo/lists/${keyOf(body)}`;
}

async function newTask(
  list: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<GraphJson> {
  const { status, body } = await maya('POST', `${list}/tasks`, { body: { title: 'x', ...fields } });
  if (status !== 201) throw new Error(`Graph answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

const series = (pattern: Readonly<Record<string, unknown>>) => ({
  pattern,
  range: { type: 'noEnd', startDate: '2027-01-01' },
});

describe('To Do', () => {
  it('gives everybody a list of tasks and one of flagged mail, which stay', async () => {
    const { body } = await maya('GET', '/me/todo/lists');
    expect(each(body, 'wellknownListName')).toEqual(['defaultList', 'flaggedEmails']);
    const path = `/me/todo/lists/${keyOf(rowsOf(body)[0])}`;
    expect((await maya('DELETE', path)).status).toBe(400);
    const tasks = await maya('GET', `${path}/tasks`);
    expect(each(tasks.body, 'title')).toContain('Agenda for the launch stand-up');
  });

  it('makes, renames and deletes lists', async () => {
    const path = await newList('Errands');
    const renamed = await maya('PATCH', path, { body: { displayName: 'Shopping' } });
    expect(renamed.body['displayName']).toBe('Shopping');
    expect((await maya('DELETE', path)).status).toBe(204);
    const gone = await maya('GET', path);
    expect([gone.status, codeOf(gone.body)]).toEqual([404, 'ErrorItemNotFound']);
  });

  it('answers times in UTC and leaves out what a task does not have', async () => {
    const list = await newList('Times');
    const task = await newTask(list, {
      dueDateTime: { dateTime: '2027-01-11T00:00:00', timeZone: 'Pacific Standard Time' },
    });
    expect(task).toMatchObject({
      status: 'notStarted',
      dueDateTime: { dateTime: '2027-01-11T08:00:00.0000000', timeZone: 'UTC' },
    });
    expect(task).not.toHaveProperty('reminderDateTime');
    const cleared = await maya('PATCH', `${list}/tasks/${keyOf(task)}`, {
      body: { dueDateTime: null, body: { content: 'More', contentType: 'text' } },
    });
    expect(cleared.body).not.toHaveProperty('dueDateTime');
    expect(cleared.body['body']).toEqual({ content: 'More', contentType: 'text' });
    expect(cleared.body['@odata.etag']).not.toBe(task['@odata.etag']);
  });

  it('sets the day of completion with the status, and clears it', async () => {
    const list = await newList('Completion');
    const task = await newTask(list, {});
    const path = `${list}/tasks/${keyOf(task)}`;
    const done = await maya('PATCH', path, { body: { status: 'completed' } });
    expect(done.body['completedDateTime']).toEqual({
      dateTime: `${new Date().toISOString().slice(0, 10)}T00:00:00.0000000`,
      timeZone: 'UTC',
    });
    const open = await maya('PATCH', path, { body: { status: 'inProgress' } });
    expect(open.body).not.toHaveProperty('completedDateTime');
  });

  it('makes the next task when one that recurs is completed', async () => {
    const list = await newList('Recurring');
    const task = await newTask(list, {
      title: 'Every second day',
      dueDateTime: { dateTime: '2027-01-10T00:00:00', timeZone: 'UTC' },
      recurrence: {
        pattern: { type: 'daily', interval: 2 },
        range: { type: 'noEnd', startDate: '2027-01-10' },
      },
    });
    await maya('PATCH', `${list}/tasks/${keyOf(task)}`, { body: { status: 'completed' } });
    const { body } = await maya('GET', `${list}/tasks?$filter=status eq 'notStarted'`);
    expect(rowsOf(body)).toMatchObject([
      { title: 'Every second day', dueDateTime: { dateTime: '2027-01-12T00:00:00.0000000' } },
    ]);
  });

  it('counts the days of a series by the clocks of its due date, and takes reminder and steps along', async () => {
    const list = await newList('Monthly');
    const task = await newTask(list, {
      title: 'Rent',
      dueDateTime: { dateTime: '2027-01-31T00:00:00', timeZone: 'Europe/Berlin' },
      reminderDateTime: { dateTime: '2027-01-30T08:00:00', timeZone: 'Europe/Berlin' },
      isReminderOn: true,
      recurrence: {
        pattern: { type: 'absoluteMonthly', interval: 1, dayOfMonth: 31 },
        range: { type: 'noEnd', startDate: '2027-01-31' },
      },
      linkedResources: [{ webUrl: 'https://bank.example', displayName: 'Bank' }],
    });
    const path = `${list}/tasks/${keyOf(task)}`;
    await maya('POST', `${path}/checklistItems`, {
      body: { displayName: 'Check the amount', isChecked: true },
    });
    await maya('PATCH', path, { body: { status: 'completed' } });
    const { body } = await maya(
      'GET',
      `${list}/tasks?$filter=status eq 'notStarted'&$expand=checklistItems,linkedResources`,
    );
    expect(rowsOf(body)).toMatchObject([
      {
        dueDateTime: { dateTime: '2027-02-27T23:00:00.0000000', timeZone: 'UTC' },
        reminderDateTime: { dateTime: '2027-02-27T07:00:00.0000000' },
        checklistItems: [{ displayName: 'Check the amount', isChecked: false }],
        linkedResources: [{ displayName: 'Bank' }],
      },
    ]);
  });

  it('shows flagged mail as tasks, and what is done to one is done to the other', async () => {
    const lists = await maya('GET', '/me/todo/lists');
    const flagged = rowsOf(lists.body).find(
      (row) => row['wellknownListName'] === ('flaggedEmails' as never),
    );
    const tasks = `/me/todo/lists/${keyOf(flagged)}/tasks`;
    const draft = await maya('POST', '/me/messages', { body: { subject: 'To be answered' } });
    const message = `/me/messages/${keyOf(draft.body)}`;
    const flag = (flagStatus: string) => maya('PATCH', message, { body: { flag: { flagStatus } } });
    const find = async () => {
      const { body } = await maya('GET', `${tasks}?$expand=linkedResources`);
      return rowsOf(body).find((row) => text(row['title']) === 'To be answered');
    };
    await flag('flagged');
    const task = await find();
    expect(task).toMatchObject({
      status: 'notStarted',
      linkedResources: [
        {
          applicationName: 'Outlook',
          displayName: 'To be answered',
          externalId: draft.body['id'],
        },
      ],
    });
    await maya('PATCH', `${tasks}/${keyOf(task)}`, { body: { status: 'completed' } });
    expect((await maya('GET', message)).body['flag']).toMatchObject({ flagStatus: 'complete' });
    await flag('flagged');
    expect(await find()).toMatchObject({ status: 'notStarted' });
    await maya('DELETE', `${tasks}/${keyOf(task)}`);
    expect((await maya('GET', message)).body['flag']).toMatchObject({ flagStatus: 'notFlagged' });
    await flag('flagged');
    await flag('notFlagged');
    expect(await find()).toBeUndefined();
    const refused = await maya('POST', tasks, { body: { title: 'By hand' } });
    expect(refused.status).toBe(400);
  });

  it('keeps a checklist and links with a task', async () => {
    const list = await newList('Checklists');
    const path = `${list}/tasks/${keyOf(await newTask(list, {}))}`;
    const item = await maya('POST', `${path}/checklistItems`, { body: { displayName: 'Bread' } });
    expect(item).toMatchObject({ status: 201, body: { displayName: 'Bread', isChecked: false } });
    const itemPath = `${path}/checklistItems/${keyOf(item.body)}`;
    const checked = await maya('PATCH', itemPath, { body: { isChecked: true } });
    expect(checked.body['checkedDateTime']).toBeDefined();
    await maya('POST', `${path}/linkedResources`, { body: { webUrl: 'https://a.example' } });
    const { body } = await maya('GET', `${path}?$expand=checklistItems,linkedResources`);
    expect(body['checklistItems']).toMatchObject([{ displayName: 'Bread', isChecked: true }]);
    expect(body['linkedResources']).toMatchObject([{ webUrl: 'https://a.example' }]);
    await maya('DELETE', itemPath);
    expect(rowsOf((await maya('GET', `${path}/checklistItems`)).body)).toEqual([]);
  });

  it('tells the changes of a list since a token', async () => {
    const list = await newList('Delta');
    const kept = await newTask(list, { title: 'Kept' });
    const deleted = await newTask(list, { title: 'Deleted' });
    const first = await maya('GET', `${list}/tasks/delta`);
    expect(each(first.body, 'title')).toEqual(['Kept', 'Deleted']);
    await maya('POST', `${list}/tasks/${keyOf(kept)}/checklistItems`, {
      body: { displayName: 'x' },
    });
    await maya('DELETE', `${list}/tasks/${keyOf(deleted)}`);
    const second = await maya('GET', below(first.body['@odata.deltaLink']));
    expect(rowsOf(second.body)).toMatchObject([
      { id: kept['id'] },
      { id: deleted['id'], '@removed': { reason: 'deleted' } },
    ]);
  });

  it('lets an app at everybody’s tasks and a person at her own', async () => {
    const lists = `/users/${fixture.personId('Maya')}/todo/lists`;
    expect((await fixture.app('GET', lists)).status).toBe(200);
    const refused = await fixture.as('Lena')('GET', lists);
    expect([refused.status, codeOf(refused.body)]).toEqual([403, 'ErrorAccessDenied']);
  });

  it.each([
    ['no title', {}],
    ['an empty title', { title: ' ' }],
    ['an unknown property', { title: 'x', colour: 'red' }],
    ['an unknown status', { title: 'x', status: 'later' }],
    ['links that are none', { title: 'x', linkedResources: [{ url: 'https://a.example' }] }],
    ['a series without days', { title: 'x', recurrence: series({ type: 'weekly', interval: 1 }) }],
    [
      'a series that stands still',
      { title: 'x', recurrence: series({ type: 'daily', interval: 0 }) },
    ],
  ])('refuses a task with %s', async (_what, body) => {
    const list = await newList('Bad');
    const { status, body: answer } = await maya('POST', `${list}/tasks`, { body });
    expect([status, codeOf(answer)]).toEqual([400, 'invalidRequest']);
  });
});
