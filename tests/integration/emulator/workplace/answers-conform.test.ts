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
  eventMessageRequest: ['internetMessageHeaders', 'uniqueBody'],
  eventMessageResponse: ['internetMessageHeaders', 'uniqueBody'],
  eventMessage: ['internetMessageHeaders', 'uniqueBody'],
  scheduleItem: ['isPrivate', 'location', 'subject'],
  scheduleInformation: ['error'],
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
  for (const row of rows) expectRow(typeName, row);
  return rows[0] ?? {};
}

/** What an object says that it is goes before what is expected in general: invitations are messages too. */
function expectRow(expected: string, row: GraphJson): void {
  const said = row['@odata.type'] === undefined ? expected : text(row['@odata.type']);
  const typeName = said.replace('#microsoft.graph.', '');
  const missing = missingIn(typeName, row).filter((name) => !LEFT_OUT[typeName]?.includes(name));
  expect([typeName, problemsOf(typeName, row), missing]).toEqual([typeName, [], []]);
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

  it('attachments of every kind', async () => {
    for (const [name, subject] of [
      ['Maya', 'Budget approved'],
      ['Maya', 'A complaint that you should read'],
      ['Priya', 'Pictures for the fair wall'],
    ] as const) {
      const user = `/users/${fixture.personId(name)}`;
      const found = await fixture.app('GET', `${user}/messages?$filter=subject eq '${subject}'`);
      const attachments = `${user}/messages/${keyOf(rowsOf(found.body)[0])}/attachments`;
      const first = await expectConform('attachment', attachments);
      await expectConform('attachment', `${attachments}/${keyOf(first)}`);
    }
    const draft = await fixture.as('Maya')('POST', '/me/messages', { body: { subject: 'x' } });
    const session = await fixture.as('Maya')(
      'POST',
      `/me/messages/${keyOf(draft.body)}/attachments/createUploadSession`,
      { body: { attachmentItem: { attachmentType: 'file', name: 'x', size: 4_000_000 } } },
    );
    expectRow('uploadSession', session.body);
  });

  it('invitations and answers to them', async () => {
    const lena = fixture.as('Lena');
    const at = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });
    await fixture.as('Aiko')('POST', '/me/events', {
      body: {
        subject: 'Conforming',
        start: at('2030-01-01T09:00:00'),
        end: at('2030-01-01T10:00:00'),
        attendees: [{ emailAddress: { address: 'lena.fischer@tandem.example' } }],
      },
    });
    const view = 'startDateTime=2030-01-01T00:00:00Z&endDateTime=2030-01-02T00:00:00Z';
    const { body } = await lena('GET', `/me/calendarView?${view}`);
    const slot = { start: at('2030-01-02T09:00:00'), end: at('2030-01-02T10:00:00') };
    await lena('POST', `/me/events/${keyOf(rowsOf(body)[0])}/tentativelyAccept`, {
      body: { proposedNewTime: slot },
    });
    for (const [name, folder, type] of [
      ['Lena', 'deleteditems', 'eventMessageRequest'],
      ['Aiko', 'inbox', 'eventMessageResponse'],
    ] as const) {
      const path = `/users/${fixture.personId(name)}/mailFolders/${folder}/messages?$top=1`;
      const message = await expectConform('message', path);
      expect(message['@odata.type']).toBe(`#microsoft.graph.${type}`);
    }
  });

  it('settings, categories, schedules and times to meet', async () => {
    const user = `/users/${fixture.personId('Maya')}`;
    await expectConform('mailboxSettings', `${user}/mailboxSettings`);
    await expectConform('outlookCategory', `${user}/outlook/masterCategories`);
    await expectConform('timeZoneInformation', `${user}/outlook/supportedTimeZones`);
    const now = Date.now();
    const at = (hours: number) => ({
      dateTime: new Date(now + hours * 3_600_000).toISOString().slice(0, -1),
      timeZone: 'UTC',
    });
    const wanted = { startTime: at(-100), endTime: at(200) };
    const { body } = await fixture.app('POST', `${user}/calendar/getSchedule`, {
      body: { schedules: ['jonas.lindqvist@tandem.example'], ...wanted },
    });
    const [schedule = {}] = rowsOf(body);
    expectRow('scheduleInformation', schedule);
    for (const item of Object.values(schedule['scheduleItems'] ?? {})) {
      expectRow('scheduleItem', item);
    }
    const found = await fixture.as('Maya')('POST', '/me/findMeetingTimes', {
      body: { attendees: [{ emailAddress: { address: 'jonas.lindqvist@tandem.example' } }] },
    });
    expectRow('meetingTimeSuggestionsResult', found.body);
    const from = new Date(now - 86_400_000).toISOString();
    const to = new Date(now + 13 * 86_400_000).toISOString();
    await expectConform(
      'reminder',
      `${user}/reminderView(startDateTime='${from}',endDateTime='${to}')`,
    );
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
