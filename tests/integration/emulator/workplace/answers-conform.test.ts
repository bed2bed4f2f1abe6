import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingIn, problemsOf } from '../conformance.js';
import { startFixture, text, type Fixture, type GraphJson } from '../graph-fixture.js';
import { keyOf, rowsOf } from './graph-rows.js';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

/** Properties that the service itself gives only when they are selected, or when there is something to say. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  message: ['internetMessageHeaders', 'uniqueBody'],
  event: ['cancelledOccurrences', 'originalStart'],
  todoTask: ['completedDateTime', 'dueDateTime', 'recurrence', 'reminderDateTime', 'startDateTime'],
  checklistItem: ['checkedDateTime'],
  team: ['firstChannelName'],
  channel: ['layoutType', 'migrationMode', 'originalCreatedDateTime', 'summary'],
  chat: ['migrationMode', 'originalCreatedDateTime'],
  chatMessage: ['messageHistory'],
};

async function expectConform(typeName: string, path: string): Promise<GraphJson> {
  const { status, body } = await fixture.app('GET', path);
  const rows = body['value'] === undefined ? [body] : rowsOf(body);
  expect([path, status, rows.length > 0]).toEqual([path, 200, true]);
  for (const row of rows) {
    const missing = missingIn(typeName, row).filter((name) => !LEFT_OUT[typeName]?.includes(name));
    expect([typeName, problemsOf(typeName, row), missing]).toEqual([typeName, [], []]);
  }
  return rows[0] ?? {};
}

describe('answers of the workplace, measured against Microsoft’s schema', () => {
  it('mail', async () => {
    const user = `/users/${fixture.personId('Maya')}`;
    await expectConform('mailFolder', `${user}/mailFolders`);
    const message = await expectConform('message', `${user}/messages?$top=100`);
    await expectConform('message', `${user}/messages/${keyOf(message)}`);
    await expectConform('message', `${user}/mailFolders/inbox/messages/delta`);
    const { body } = await fixture.app(
      'GET',
      `${user}/messages/${keyOf(message)}?$select=uniqueBody,internetMessageHeaders`,
    );
    expect(problemsOf('message', body)).toEqual([]);
    expect(body).toHaveProperty('uniqueBody');
  });

  it('calendars', async () => {
    const user = `/users/${fixture.personId('Maya')}`;
    await expectConform('calendar', `${user}/calendars`);
    await expectConform('event', `${user}/events`);
    const now = Date.now();
    const day = (offset: number) => new Date(now + offset * 86_400_000).toISOString();
    const view = `startDateTime=${day(-7)}&endDateTime=${day(14)}`;
    const event = await expectConform('event', `${user}/calendarView?${view}`);
    await expectConform('event', `${user}/events/${keyOf(event)}`);
    await expectConform('event', `${user}/calendarView/delta?${view}`);
  });

  it('To Do', async () => {
    const user = `/users/${fixture.personId('Maya')}`;
    const list = await expectConform('todoTaskList', `${user}/todo/lists`);
    const tasks = `${user}/todo/lists/${keyOf(list)}/tasks`;
    await fixture.app('POST', tasks, {
      body: {
        title: 'Everything',
        status: 'completed',
        dueDateTime: { dateTime: '2027-01-01T00:00:00', timeZone: 'UTC' },
        reminderDateTime: { dateTime: '2027-01-01T08:00:00', timeZone: 'UTC' },
        isReminderOn: true,
        recurrence: {
          pattern: { type: 'daily', interval: 1 },
          range: { type: 'noEnd', startDate: '2027-01-01' },
        },
      },
    });
    const task = await expectConform('todoTask', tasks);
    const path = `${tasks}/${keyOf(task)}`;
    await fixture.app('POST', `${path}/checklistItems`, {
      body: { displayName: 'x', isChecked: true },
    });
    await fixture.app('POST', `${path}/linkedResources`, { body: { displayName: 'x' } });
    await expectConform('checklistItem', `${path}/checklistItems`);
    await expectConform('linkedResource', `${path}/linkedResources`);
  });

  it('Teams', async () => {
    const user = `/users/${fixture.personId('Maya')}`;
    const team = await expectConform('team', `${user}/joinedTeams`);
    const path = `/teams/${text(team['id'])}`;
    await expectConform('team', path);
    await expectConform('channel', `${path}/channels`);
    await expectConform('aadUserConversationMember', `${path}/members`);
    const { body } = await fixture.app('GET', `${path}/channels`);
    const channel = `${path}/channels/${keyOf(rowsOf(body)[1])}`;
    await expectConform('channel', channel);
    const post = await expectConform('chatMessage', `${channel}/messages`);
    await expectConform('chatMessage', `${channel}/messages/${keyOf(post)}/replies`);
    await expectConform('chatMessage', `${channel}/messages/delta`);
    const chat = await expectConform('chat', `${user}/chats?$expand=members,lastMessagePreview`);
    expect(problemsOf('chatMessageInfo', chat['lastMessagePreview'] ?? {})).toEqual([]);
    await expectConform('chatMessage', `/chats/${keyOf(chat)}/messages`);
    await expectConform('aadUserConversationMember', `/chats/${keyOf(chat)}/members`);
  });
});
