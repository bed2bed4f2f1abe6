import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFixture, text, type Fixture, type GraphJson, type Send } from '../graph-fixture.js';
import { codeOf, each, keyOf, rowsOf } from './graph-rows.js';

let fixture: Fixture;
let maya: Send;

beforeAll(async () => {
  fixture = await startFixture();
  maya = fixture.as('Maya');
});
afterAll(() => fixture.close());

const to = (...addresses: string[]) =>
  addresses.map((address) => ({ emailAddress: { address: `${address}@tandem.example` } }));
const addresses = (recipients: GraphJson | undefined) =>
  Object.values(recipients ?? {}).map(
    (each) => text(each['emailAddress']?.['address']).split('@')[0],
  );

async function newest(name: string, folder = 'inbox'): Promise<GraphJson> {
  const { body } = await fixture.as(name)('GET', `/me/mailFolders/${folder}/messages?$top=1`);
  return rowsOf(body)[0] ?? {};
}

/** Aiko writes to Maya, with Jonas and Lena reading along. */
async function received(subject: string, more: object = {}): Promise<GraphJson> {
  const sent = await fixture.as('Aiko')('POST', '/me/sendMail', {
    body: {
      message: {
        subject,
        body: { contentType: 'html', content: '<html><body><p>Pears?</p></body></html>' },
        toRecipients: to('maya.okafor', 'jonas.lindqvist'),
        ccRecipients: to('lena.fischer'),
        ...more,
      },
    },
  });
  if (sent.status !== 202) throw new Error(JSON.stringify(sent.body));
  return await newest('Maya');
}

const act = async (message: GraphJson, action: string, body?: unknown) =>
  await maya(
    'POST',
    `/me/messages/${keyOf(message)}/${action}`,
    body === undefined ? {} : { body },
  );

describe('an answer', () => {
  it('goes to the sender, quotes the message and stays in its conversation', async () => {
    const message = await received('Fruit');
    expect((await act(message, 'reply', { comment: 'Apples.' })).status).toBe(202);
    const answer = await newest('Aiko');
    expect(answer).toMatchObject({ subject: 'RE: Fruit', isRead: false });
    expect(addresses(answer['toRecipients'])).toEqual(['aiko.tanaka']);
    const content = text(answer['body']?.['content']);
    expect(content.indexOf('Apples.')).toBeLessThan(content.indexOf('Pears?'));
    expect(content).toContain('<b>From:</b> Aiko Tanaka');
    const sent = await newest('Maya', 'sentitems');
    expect(sent['conversationId']).toBe(message['conversationId']);
    const thread = await maya(
      'GET',
      `/me/messages?$filter=conversationId eq '${text(message['conversationId'])}'`,
    );
    expect(new Set(each(thread.body, 'subject'))).toEqual(new Set(['Fruit', 'RE: Fruit']));
    const own = await maya('GET', `/me/messages/${keyOf(sent)}?$select=uniqueBody`);
    const unique = text(own.body['uniqueBody']?.['content']);
    expect(unique).toContain('Apples.');
    expect(unique).not.toContain('Pears?');
  });

  it('to all reaches everybody but its writer', async () => {
    const message = await received('All');
    expect((await act(message, 'replyAll', { comment: 'Yes.' })).status).toBe(202);
    const answer = await newest('Lena');
    expect(addresses(answer['toRecipients'])).toEqual(['aiko.tanaka', 'jonas.lindqvist']);
    expect(addresses(answer['ccRecipients'])).toEqual(['lena.fischer']);
    expect(text((await newest('Maya'))['subject'])).toBe('All');
  });

  it('goes where the sender wants answers', async () => {
    const message = await received('Elsewhere', { replyTo: to('priya.raman') });
    await act(message, 'reply', { comment: 'x' });
    expect(text((await newest('Priya'))['subject'])).toBe('RE: Elsewhere');
  });

  it('may change what the message would be', async () => {
    const message = await received('Changed');
    await act(message, 'reply', {
      message: {
        body: { contentType: 'text', content: 'Only this' },
        ccRecipients: to('tomas.herrera'),
      },
    });
    const answer = await newest('Aiko');
    expect(answer['body']).toEqual({ contentType: 'text', content: 'Only this' });
    expect(text((await newest('Tomás'))['subject'])).toBe('RE: Changed');
  });

  it('forwards a message with its files', async () => {
    const message = await received('Files', {
      attachments: [
        { '@odata.type': '#microsoft.graph.fileAttachment', name: 'a.txt', contentBytes: 'YQ==' },
      ],
    });
    const sent = await act(message, 'forward', { comment: 'See', toRecipients: to('priya.raman') });
    expect(sent.status).toBe(202);
    const forwarded = await newest('Priya');
    expect(forwarded).toMatchObject({ subject: 'FW: Files', hasAttachments: true });
    expect((await act(message, 'reply', { comment: 'Thanks' })).status).toBe(202);
    expect((await newest('Aiko'))['hasAttachments']).toBe(false);
  });

  it.each([
    ['reply', { comment: 'a', message: { body: { content: 'b' } } }, 'ErrorInvalidRequest'],
    ['replyAll', { comment: 'a', message: { body: { content: 'b' } } }, 'ErrorInvalidRequest'],
    ['createReply', { comment: 'a', message: { body: { content: 'b' } } }, 'ErrorInvalidRequest'],
    ['forward', { comment: 'a' }, 'ErrorInvalidRecipients'],
    [
      'forward',
      { toRecipients: to('a'), message: { toRecipients: to('b') } },
      'ErrorInvalidRequest',
    ],
    ['reply', { toRecipients: to('a') }, 'RequestBodyRead'],
    ['forward', { toRecipients: 'a' }, 'RequestBodyRead'],
  ])('by %s is refused with %j', async (action, body, code) => {
    const message = await received('Refused');
    const reply = await act(message, action, body);
    expect([reply.status, codeOf(reply.body)]).toEqual([400, code]);
  });

  it.each([
    ['createReply', 'RE: Draft', ['aiko.tanaka'], []],
    ['createReplyAll', 'RE: Draft', ['aiko.tanaka', 'jonas.lindqvist'], ['lena.fischer']],
    ['createForward', 'FW: Draft', [], []],
  ])('is drafted by %s, and sent when it is ready', async (action, subject, toOf, ccOf) => {
    const message = await received('Draft');
    const { status, body } = await act(message, action);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      subject,
      isDraft: true,
      conversationId: message['conversationId'],
    });
    expect(addresses(body['toRecipients'])).toEqual(toOf);
    expect(addresses(body['ccRecipients'])).toEqual(ccOf);
    expect(text(body['body']?.['content'])).toContain('Pears?');
    const path = `/me/messages/${keyOf(body)}`;
    await maya('PATCH', path, { body: { toRecipients: to('priya.raman') } });
    expect((await maya('POST', `${path}/send`)).status).toBe(202);
    expect(text((await newest('Priya'))['subject'])).toBe(subject);
  });

  it('is sent with Mail.Send and drafted with Mail.ReadWrite', async () => {
    const message = await received('Permissions');
    const path = `/users/${fixture.personId('Maya')}/messages/${keyOf(message)}`;
    const statusesWith = async (role: string) => {
      await fixture.control('PUT', '/settings', { body: { appRoles: [role] } });
      const app = fixture.with(await fixture.appToken());
      const sent = await app('POST', `${path}/reply`, { body: { comment: 'x' } });
      const drafted = await app('POST', `${path}/createReply`);
      return [sent.status, drafted.status];
    };
    expect(await statusesWith('Mail.Send')).toEqual([202, 403]);
    expect(await statusesWith('Mail.ReadWrite')).toEqual([403, 201]);
    expect(await statusesWith('Mail.Read')).toEqual([403, 403]);
  });
});

describe('what a message may carry', () => {
  const draft = async (body: object) => await maya('POST', '/me/messages', { body });

  it('are headers of one’s own, up to five, that begin with x-', async () => {
    const headers = (...names: string[]) => ({
      internetMessageHeaders: names.map((name) => ({ name, value: '1' })),
    });
    const wrong = await draft(headers('Subject'));
    expect([wrong.status, codeOf(wrong.body)]).toEqual([400, 'InvalidInternetMessageHeader']);
    const many = await draft(headers('x-1', 'x-2', 'x-3', 'x-4', 'x-5', 'x-6'));
    expect(codeOf(many.body)).toBe('InvalidInternetMessageHeaderCollection');
    await received('Headers', headers('x-tandem'));
    const id = keyOf(await newest('Maya'));
    const { body } = await maya('GET', `/me/messages/${id}?$select=internetMessageHeaders`);
    const names = Object.values(body['internetMessageHeaders'] ?? {}).map(({ name }) => text(name));
    expect(names).toEqual(expect.arrayContaining(['Message-ID', 'x-tandem']));
  });

  const day = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });
  it.each([
    [{ flagStatus: 'flagged', dueDateTime: day('2027-01-02T00:00:00') }],
    [
      {
        flagStatus: 'flagged',
        startDateTime: day('2027-01-03T00:00:00'),
        dueDateTime: day('2027-01-02T00:00:00'),
      },
    ],
    [{ flagStatus: 'flagged', completedDateTime: day('2027-01-02T00:00:00') }],
  ])('is no flag such as %j', async (flag) => {
    const message = await received('Flag');
    const refused = await maya('PATCH', `/me/messages/${keyOf(message)}`, { body: { flag } });
    expect([refused.status, codeOf(refused.body)]).toEqual([400, 'ErrorInvalidArgument']);
  });

  it('is a flag with its days, which a filter finds', async () => {
    const message = await received('Flagged');
    const path = `/me/messages/${keyOf(message)}`;
    const flag = {
      flagStatus: 'flagged',
      startDateTime: { dateTime: '2027-01-02T09:00:00', timeZone: 'Tokyo Standard Time' },
      dueDateTime: { dateTime: '2027-01-03T09:00:00', timeZone: 'Tokyo Standard Time' },
    };
    const { body } = await maya('PATCH', path, { body: { flag } });
    expect(body['flag']).toEqual({
      flagStatus: 'flagged',
      dueDateTime: { dateTime: '2027-01-03T00:00:00.0000000', timeZone: 'UTC' },
      startDateTime: { dateTime: '2027-01-02T00:00:00.0000000', timeZone: 'UTC' },
    });
    const found = await maya(
      'GET',
      "/me/mailFolders/inbox/messages?$filter=flag/flagStatus eq 'flagged'&$select=subject&$top=50",
    );
    expect(each(found.body, 'subject')).toContain('Flagged');
    const unset = await maya('PATCH', path, { body: { flag: { flagStatus: 'notFlagged' } } });
    expect(unset.body['flag']).toEqual({ flagStatus: 'notFlagged' });
  });
});
