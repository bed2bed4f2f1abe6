import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  startReceiver,
  type NotificationReceiver,
} from '../../../support/notification-receiver.js';
import { startFixture, text, type Fixture, type Reply } from '../graph-fixture.js';
import { each, keyOf, rowsOf } from './graph-rows.js';

let fixture: Fixture;
let receiver: NotificationReceiver;

beforeAll(async () => {
  fixture = await startFixture();
  receiver = await startReceiver({ caDir: fixture.caDir });
});
afterAll(async () => {
  await receiver.close();
  await fixture.close();
});

const act = async (who: string, action: string, input: object = {}): Promise<Reply> =>
  await fixture.control('POST', `/people/${who}/actions`, { body: { action, ...input } });

async function subscribe(
  resource: string,
  changeType = 'created,updated,deleted',
): Promise<string> {
  const { status, body } = await fixture.app('POST', '/subscriptions', {
    body: {
      resource,
      changeType,
      notificationUrl: `${receiver.url}/hook`,
      expirationDateTime: new Date(Date.now() + 30 * 60_000).toISOString(),
      clientState: 'secret',
    },
  });
  if (status !== 201) throw new Error(`Graph answered ${status}: ${JSON.stringify(body)}`);
  return text(body['id']);
}

describe('a person’s actions', () => {
  it('are told to whoever subscribed to what they change', async () => {
    const maya = `users/${fixture.personId('Maya')}`;
    const lists = await fixture.app('GET', `/${maya}/todo/lists`);
    const subscriptions = {
      mail: await subscribe(`/${maya}/mailFolders('Inbox')/messages`),
      sent: await subscribe(`/${maya}/mailFolders('SentItems')/messages`, 'deleted'),
      event: await subscribe(`/${maya}/events`),
      task: await subscribe(`/${maya}/todo/lists/${text(rowsOf(lists.body)[0]?.['id'])}/tasks`),
      chat: await subscribe('/chats/getAllMessages'),
      channel: await subscribe('/teams/getAllMessages'),
      channels: await subscribe('/teams/getAllChannels'),
    };
    await act('Aiko', 'sendMail', { to: 'Maya' });
    await act('Maya', 'createEvent');
    await act('Maya', 'createTodoTask');
    await act('Maya', 'postToChat');
    await act('Maya', 'postToChannel');
    await act('Maya', 'createChannel');
    // Something leaves Sent Items: the one change there that is subscribed to.
    const sentItems = `/${maya}/mailFolders/sentitems/messages`;
    const { body: sent } = await fixture.app('GET', `${sentItems}?$top=1`);
    await fixture.app('DELETE', `${sentItems}/${keyOf(rowsOf(sent)[0])}`);
    const heard = () => receiver.notifications().map(({ subscriptionId }) => subscriptionId);
    await expect
      .poll(() => heard().toSorted(), { timeout: 10_000 })
      .toEqual(Object.values(subscriptions).toSorted());
    // What a notification names is there to be read.
    for (const { resource, changeType } of receiver.notifications()) {
      if (changeType === 'deleted') continue;
      expect([resource, (await fixture.app('GET', `/${resource}`)).status]).toEqual([
        resource,
        200,
      ]);
    }
  });

  it('can be done many times over', async () => {
    const { body } = await act('Jonas', 'sendMail', { to: ['Lena'], subject: 'Load', count: 200 });
    expect(Object.values(body['done'] ?? {})).toHaveLength(200);
    const found = await fixture.as('Lena')(
      'GET',
      "/me/messages?$filter=startswith(subject,'Load')&$count=true&$top=1",
    );
    expect(found.body['@odata.count']).toBe(200);
    await act('Lena', 'readMail', { count: 200 });
    const unread = await fixture.as('Lena')(
      'GET',
      "/me/messages?$filter=startswith(subject,'Load') and isRead eq false&$top=1",
    );
    expect(each(unread.body, 'id')).toEqual([]);
  });

  it('answer mail, pass it on, and attach files', async () => {
    await act('Aiko', 'sendMail', { to: ['Tomás', 'Priya'], subject: 'Pears' });
    await act('Tomás', 'replyMail', {
      body: 'Apples',
      all: true,
      attachments: [{ name: 'a.txt' }],
    });
    const newest = async (name: string) => {
      const reply = await fixture.as(name)('GET', '/me/mailFolders/inbox/messages?$top=1');
      return rowsOf(reply.body)[0];
    };
    expect(await newest('Priya')).toMatchObject({ subject: 'RE: Pears', hasAttachments: true });
    await act('Priya', 'forwardMail', { to: 'Lena' });
    expect(await newest('Lena')).toMatchObject({ subject: 'FW: RE: Pears', hasAttachments: true });
    expect((await act('Lena', 'attachToMail')).status).toBe(409);
    await fixture.as('Lena')('POST', '/me/messages', { body: { subject: 'Draft' } });
    expect((await act('Lena', 'attachToMail', { file: { name: 'b.txt' } })).status).toBe(200);
    await act('Lena', 'flagMail', { dueDate: '2027-01-01' });
    expect((await newest('Lena'))?.['flag']?.['dueDateTime']?.['dateTime']).toBe(
      '2027-01-01T00:00:00.0000000',
    );
  });

  it('say why they cannot be done, and what was done before', async () => {
    expect((await act('Nobody', 'readMail')).status).toBe(404);
    const unknown = await act('Maya', 'dance');
    expect(unknown.status).toBe(400);
    expect(unknown.body['error']).toContain('sendMail');
    expect((await act('Maya', 'sendMail', { subject: 'to nobody' })).status).toBe(400);
    await act('Tomás', 'createTodoTask');
    const tooMany = await act('Tomás', 'completeTodoTask', { count: 50 });
    expect(tooMany.status).toBe(409);
    expect(Object.values(tooMany.body['done'] ?? {}).length).toBeGreaterThan(0);
    expect(tooMany.body['error']).toContain('no task');
  });
});
