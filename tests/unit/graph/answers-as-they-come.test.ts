import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GraphError } from '../../../src/domain/graph-error.js';
import { readCalendars } from '../../../src/graph/calendar/calendars.js';
import { readEvent } from '../../../src/graph/calendar/events.js';
import { suggestMeetingTimes } from '../../../src/graph/calendar/schedules.js';
import { readChildren } from '../../../src/graph/files/drive-items.js';
import { searchFiles } from '../../../src/graph/files/search-files.js';
import { readFlaggedMessages } from '../../../src/graph/mail/flagged-messages.js';
import { listMessages, readMessage } from '../../../src/graph/mail/read-messages.js';
import { createChat, readChats } from '../../../src/graph/teams/chats.js';
import { readChatMessages, searchMessages } from '../../../src/graph/teams/messages.js';
import { readTodoLists } from '../../../src/graph/todo/todo-lists.js';
import { readTodoTasks } from '../../../src/graph/todo/todo-tasks.js';
import { toItem } from '../../../src/operations/files/files-schemas.js';
import { isSaid, toChat, toMessageRow } from '../../../src/operations/teams/teams-schemas.js';
import { toMessageRow as toMailRow } from '../../../src/operations/mail/mail-schemas.js';
import { toTodoTask } from '../../../src/operations/todo/todo-schemas.js';
import { startFakeGraph, type FakeGraph, type Reply } from './fake-graph.js';

let fake: FakeGraph;
let answer: Reply = {};
beforeAll(async () => {
  fake = await startFakeGraph(() => answer);
});
beforeEach(() => void fake.received.splice(0));
afterAll(() => fake.close());

const person = '/users/u';
const zone = 'Europe/Berlin';
const says = (body: unknown) => {
  answer = { body };
};
const lists = (...value: readonly unknown[]) => says({ value });
const page = { limit: 10 };
const asked = () => new URL(fake.received.at(-1)?.path ?? '', fake.origin).searchParams;

describe('mail that Outlook answers', () => {
  const mailbox = () => ({ graph: fake.gateway, path: person });

  it('may be a draft of nobody, about nothing, flagged in a way that is new', async () => {
    const flag = { flagStatus: 'unknownFutureValue', dueDateTime: null };
    lists({ id: 'm', from: null, subject: null, importance: 'urgent', flag, isRead: null });
    const { rows } = await listMessages(mailbox(), { filter: {}, ...page });
    expect(rows.map((row) => toMailRow(row, zone))).toEqual([
      { id: 'm', subject: '', isRead: false, hasAttachments: false, to: [], preview: '' },
    ]);
  });

  it('may have a body without a text', async () => {
    says({ id: 'm', body: { contentType: 'text', content: null } });
    const { body } = await readMessage(mailbox(), 'm', 'body');
    expect(body).toEqual({ contentType: 'text', content: '' });
  });

  it('is called by the ids that stay, also where it is flagged', async () => {
    lists({ id: 'm', from: { emailAddress: null } });
    await readFlaggedMessages(fake.gateway, person, 10);
    expect(fake.received.at(-1)?.headers['prefer']).toBe('IdType="ImmutableId"');
  });
});

describe('pages', () => {
  const link = (query: string) => `https://graph.microsoft.com/v1.0/other/place?${query}`;

  it.each(['$skiptoken', '$skipToken', '%24skiptoken'])('go on by %s', async (name) => {
    says({ value: [], '@odata.nextLink': link(`$top=10&$select=id&${name}=a%2Bb`) });
    const { nextCursor } = await readCalendars(fake.gateway, person, page);
    lists();
    await readCalendars(fake.gateway, person, { ...page, cursor: nextCursor ?? '' });
    expect(asked().get(decodeURIComponent(name))).toBe('a+b');
    expect(asked().getAll('$select')).toEqual(['id,name,isDefaultCalendar,canEdit,owner']);
  });

  it('that lead nowhere are an error, not a list without end', async () => {
    says({ value: [], '@odata.nextLink': link('$top=10') });
    await expect(readCalendars(fake.gateway, person, page)).rejects.toMatchObject({
      code: 'unexpected',
    } satisfies Partial<GraphError>);
  });
});

describe('events that Outlook answers', () => {
  const time = { dateTime: '2026-11-26T09:00:00.0000000', timeZone: 'UTC' };

  it('may have neither organizer nor names, and repeat in a way that nobody knows', async () => {
    says({
      id: 'e',
      start: time,
      end: time,
      subject: null,
      organizer: { emailAddress: null },
      attendees: [{ type: 'resource', status: null, emailAddress: null }],
      body: { contentType: 'html', content: null },
      recurrence: { pattern: null, range: null },
      originalStartTimeZone: 'tzone://Microsoft/Custom',
    });
    const event = await readEvent(fake.gateway, person, 'e');
    expect(event).toMatchObject({ attendees: [{ emailAddress: {} }], body: { content: '' } });
    expect(event.recurrence).toBeUndefined();
  });

  it('may repeat with members that are null', async () => {
    const pattern = { type: 'daily', interval: 1, daysOfWeek: null, index: null, month: null };
    const range = { type: 'noEnd', startDate: '2026-11-26', endDate: null };
    says({ id: 'e', start: time, end: time, recurrence: { pattern, range } });
    const event = await readEvent(fake.gateway, person, 'e');
    expect(event.recurrence?.pattern.type).toBe('daily');
  });

  it('may be suggested without a time', async () => {
    const attendeeAvailability = [{ availability: 'busy', attendee: null }];
    says({ meetingTimeSuggestions: [{ meetingTimeSlot: null, attendeeAvailability }] });
    const request = { addresses: [], optional: new Set<string>(), start: time, end: time };
    const found = await suggestMeetingTimes(fake.gateway, person, {
      ...request,
      minutes: 30,
      most: 5,
    });
    expect(found.meetingTimeSuggestions).toHaveLength(1);
  });
});

describe('what Teams answers', () => {
  it('may be a note of its own, a message of a bot or one taken back', async () => {
    lists(
      { id: '1', messageType: 'unknownFutureValue', from: null, body: null, eventDetail: {} },
      { id: '2', messageType: 'message', from: null, deletedDateTime: '2026-11-26T09:00:00.000Z' },
      {
        id: '3',
        messageType: 'message',
        from: { user: null, device: null, application: { id: 'b', displayName: null } },
        body: { contentType: 'html', content: null },
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', name: null }],
      },
      { id: '4', messageType: 'message', from: null, body: { content: 'x' } },
    );
    const { rows } = await readChatMessages(fake.gateway, 'c', page);
    expect(rows.filter(isSaid).map((row) => toMessageRow(row, zone))).toEqual([
      { id: '3', from: { id: 'b', name: 'somebody' }, body: '' },
      { id: '4', body: 'x' },
    ]);
  });

  it('may be a chat without topic, members or a last message', async () => {
    lists({ id: 'c', chatType: 'unknownFutureValue', topic: null, lastMessagePreview: null });
    const { rows } = await readChats(fake.gateway, person, page);
    expect(rows.map((chat) => toChat(chat, { personId: 'u', zone }))).toEqual([
      { id: 'c', kind: 'unknownFutureValue', people: [] },
    ]);
  });

  it('makes a chat of people by their addresses in this cloud, guests as guests', async () => {
    says({ id: 'c' });
    const members = [
      { id: 'a', isGuest: false },
      { id: 'b', isGuest: true },
    ];
    await createChat(fake.gateway, { members, topic: null });
    expect(fake.received.at(-1)?.body).toMatchObject({
      members: [
        { roles: ['owner'], 'user@odata.bind': `${fake.origin}/v1.0/users('a')` },
        { roles: ['guest'], 'user@odata.bind': `${fake.origin}/v1.0/users('b')` },
      ],
    });
  });
});

describe('what the search answers', () => {
  const found = (hits: readonly unknown[] | undefined, moreResultsAvailable: boolean) =>
    says({ value: [{ hitsContainers: [{ hits, total: 9, moreResultsAvailable }] }] });

  it.each([
    ['files', (cursor?: string) => searchFiles(fake.gateway, 'x', { limit: 2, cursor })],
    ['messages', (cursor?: string) => searchMessages(fake.gateway, 'x', { limit: 2, cursor })],
  ])(
    'may lack a thing that was found, and the next page of %s is after it',
    async (_what, search) => {
      found([{ resource: { id: 'r' } }, { resource: null }], true);
      const { rows, nextCursor } = await search();
      expect(rows).toMatchObject([{ id: 'r' }]);
      found(undefined, true);
      const last = await search(nextCursor ?? '');
      expect(fake.received.at(-1)?.body).toMatchObject({ requests: [{ from: 2, size: 2 }] });
      expect(last).toEqual({ rows: [], nextCursor: null });
    },
  );
});

describe('what To Do answers', () => {
  it('may say no more of a list or task than its id', async () => {
    lists({ id: 'l', wellknownListName: 'unknownFutureValue', displayName: null });
    expect((await readTodoLists(fake.gateway, person, page)).rows).toHaveLength(1);
    lists({ id: 't', title: null, linkedResources: [{ id: 'r', webUrl: null }], recurrence: {} });
    const filter = { status: 'open' } as const;
    const { rows } = await readTodoTasks(
      fake.gateway,
      { person, listId: 'l' },
      { filter, ...page },
    );
    const list = { id: 'l', name: 'Tasks' };
    expect(rows.map((row) => toTodoTask(row, { list, zone }))).toEqual([
      { id: 't', title: '', list, status: 'notStarted', links: [{ id: 'r' }] },
    ]);
  });
});

describe('what drives answer', () => {
  it('is told by the ids of the drive where it really is, and may be no file nor folder', async () => {
    lists(
      { id: 'n', name: 'Notebook', package: { type: 'oneNote' } },
      {
        id: 'shortcut',
        name: 'Shared',
        remoteItem: { id: 'far', folder: { childCount: 2 }, parentReference: { driveId: 'd2' } },
      },
    );
    const { rows } = await readChildren(fake.gateway, `${person}/drive`, { path: '' }, page);
    expect(rows.map((row) => toItem(row, zone))).toEqual([
      { id: 'n', name: 'Notebook', kind: 'file' },
      { id: 'far', name: 'Shared', kind: 'folder', driveId: 'd2', items: 2 },
    ]);
    expect(asked().get('$select')).toContain('remoteItem');
  });
});
