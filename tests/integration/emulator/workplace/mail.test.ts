import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFixture, text, type Fixture, type GraphJson, type Send } from '../graph-fixture.js';
import { below, codeOf, each, keyOf, rowsOf } from './graph-rows.js';

let fixture: Fixture;
let maya: Send;
let mayaId: string;

beforeAll(async () => {
  fixture = await startFixture();
  maya = fixture.as('Maya');
  mayaId = fixture.personId('Maya');
});
afterAll(() => fixture.close());

const subjects = (body: GraphJson): unknown[] => each(body, 'subject');

async function mailTo(name: string, subject: string): Promise<GraphJson> {
  await fixture.control('POST', '/people/Aiko/actions', {
    body: { action: 'sendMail', to: [name], subject, body: 'Some words about pears.' },
  });
  const inbox = `/users/${fixture.personId(name)}/mailFolders/inbox/messages`;
  const { body } = await fixture.app('GET', `${inbox}?$top=1`);
  return rowsOf(body)[0] ?? {};
}

describe('mail', () => {
  it('is listed newest first, ten to a page, with a link that keeps the query', async () => {
    await fixture.control('POST', '/people/Aiko/actions', {
      body: { action: 'sendMail', to: ['Lena'], subject: 'Burst', count: 15 },
    });
    const path = `/users/${fixture.personId('Lena')}/mailFolders/inbox/messages`;
    const first = await fixture.app('GET', `${path}?$select=subject,receivedDateTime`);
    expect(subjects(first.body)[0]).toBe('Burst (15)');
    expect(rowsOf(first.body)).toHaveLength(10);
    expect(first.body['@odata.count']).toBeUndefined();
    expect(Object.keys(rowsOf(first.body)[0] ?? {})).toEqual([
      '@odata.etag',
      'id',
      'receivedDateTime',
      'subject',
    ]);
    const second = await fixture.app('GET', below(first.body['@odata.nextLink']));
    expect(rowsOf(second.body).length).toBeGreaterThan(4);
    const all = [...subjects(first.body), ...subjects(second.body)];
    expect(new Set(all).size).toBe(all.length);
  });

  it('takes $top up to 1000 and counts when asked', async () => {
    const path = `/users/${mayaId}/messages`;
    const counted = await fixture.app('GET', `${path}?$count=true&$top=1`);
    expect(counted.body['@odata.count']).toBeGreaterThan(1);
    expect((await fixture.app('GET', `${path}?$top=1000`)).status).toBe(200);
    expect((await fixture.app('GET', `${path}?$top=1001`)).status).toBe(400);
    expect((await fixture.app('GET', `${path}?$top=x`)).status).toBe(400);
  });

  it('is filtered and sorted', async () => {
    const unread = await maya('GET', '/me/messages?$filter=isRead eq false&$select=isRead');
    expect(rowsOf(unread.body).length).toBeGreaterThan(1);
    expect(rowsOf(unread.body).every((row) => (row['isRead'] as unknown) === false)).toBe(true);
    const from = "from/emailAddress/address eq 'priya.raman@tandem.example'";
    const priya = await maya('GET', `/me/messages?$filter=${from}`);
    expect(subjects(priya.body)).toEqual([
      'Press release: last look',
      'Quote for the press release',
    ]);
    const hourAgo = new Date(Date.now() - 24 * 3_600_000).toISOString().replace(/\.\d+/, '');
    const recent = await maya(
      'GET',
      `/me/mailFolders/inbox/messages?$filter=receivedDateTime lt ${hourAgo}&$orderby=receivedDateTime`,
    );
    const times = rowsOf(recent.body).map((row) => text(row['receivedDateTime']));
    expect(times.length).toBeGreaterThan(0);
    expect(times).toEqual(times.toSorted());
    expect(times.every((time) => time < hourAgo)).toBe(true);
  });

  it('refuses to sort by what it does not filter by', async () => {
    const refused = await maya(
      'GET',
      '/me/messages?$filter=isRead eq false&$orderby=receivedDateTime desc',
    );
    expect([refused.status, codeOf(refused.body)]).toEqual([400, 'InefficientFilter']);
    const served = await maya(
      'GET',
      '/me/messages?$filter=receivedDateTime ge 2020-01-01T00:00:00Z and isRead eq false&$orderby=receivedDateTime desc',
    );
    expect(served.status).toBe(200);
  });

  it.each([
    ['quote', ['Quote for the press release']],
    ['"subject:budget"', ['Budget approved']],
    ['"from:aiko sign"', ['Three customers cannot sign up']],
    ['"from:lena OR subject:quote"', ['Quote for the press release', 'Budget approved']],
    ['"from:aiko NOT subject:three"', ['A complaint that you should read']],
    [
      '"from:aiko (subject:three OR subject:complaint)"',
      ['Three customers cannot sign up', 'A complaint that you should read'],
    ],
    ['"hasattachments:true from:lena"', ['Budget approved']],
    ['"attachment:hall"', ['Corner booth 4.12: please decide by tomorrow']],
    ['"subject:budget received<2020-01-01"', []],
    ['"category:blue subject:budget"', []],
    ['"isflagged:true subject:quote"', ['Quote for the press release']],
  ])('is searched: %s', async (search, expected) => {
    const query = new URLSearchParams({ $search: search, $select: 'subject' });
    const { body, status } = await maya(
      'GET',
      `/me/mailFolders/inbox/messages?${query.toString()}`,
    );
    expect([status, subjects(body)]).toEqual([200, expected]);
  });

  it.each(['"colour:red"', '"(budget"', '""', '"received:yesterday"'])(
    'is not searched: %s',
    async (search) => {
      const query = new URLSearchParams({ $search: search });
      const refused = await maya('GET', `/me/messages?${query.toString()}`);
      expect([refused.status, codeOf(refused.body)]).toEqual([400, 'RequestBroker--ParseUri']);
    },
  );

  it('does not sort what it searches', async () => {
    const { status } = await maya('GET', '/me/messages?$search=quote&$orderby=subject');
    expect(status).toBe(400);
  });

  it('goes into the inboxes of the tenant when it is sent, and says no more than 202', async () => {
    const sent = await fixture.app('POST', `/users/${mayaId}/sendMail`, {
      body: {
        message: {
          subject: 'Sent by the app',
          body: { contentType: 'Text', content: 'Hello' },
          toRecipients: [{ emailAddress: { address: 'Jonas.Lindqvist@tandem.example' } }],
          bccRecipients: [{ emailAddress: { address: 'lena.fischer@tandem.example' } }],
        },
      },
    });
    expect([sent.status, sent.body]).toEqual([202, {}]);
    for (const name of ['Jonas', 'Lena']) {
      const { body } = await fixture.as(name)('GET', '/me/mailFolders/inbox/messages?$top=1');
      expect(rowsOf(body)[0]).toMatchObject({
        subject: 'Sent by the app',
        isRead: false,
        isDraft: false,
        bccRecipients: [],
        from: { emailAddress: { name: 'Maya Okafor' } },
      });
    }
    const kept = await maya('GET', '/me/mailFolders/sentitems/messages?$top=1');
    expect(subjects(kept.body)).toEqual(['Sent by the app']);
  });

  it('is refused without a recipient, and in another’s name', async () => {
    const send = async (message: unknown) =>
      await maya('POST', '/me/sendMail', { body: { message, saveToSentItems: false } });
    const nobody = await send({ subject: 'x' });
    expect([nobody.status, codeOf(nobody.body)]).toEqual([400, 'ErrorInvalidRecipients']);
    const masked = await send({
      toRecipients: [{ emailAddress: { address: 'a@example.com' } }],
      from: { emailAddress: { address: 'lena.fischer@tandem.example' } },
    });
    expect([masked.status, codeOf(masked.body)]).toEqual([403, 'ErrorSendAsDenied']);
    const wrong = await send({ subject: 'x', colour: 'red' });
    expect([wrong.status, codeOf(wrong.body)]).toEqual([400, 'RequestBodyRead']);
  });

  it('is drafted, changed and sent', async () => {
    const draft = await maya('POST', '/me/messages', { body: { subject: 'Draft' } });
    expect([draft.status, draft.body['isDraft']]).toEqual([201, true]);
    const path = `/me/messages/${keyOf(draft.body)}`;
    const changed = await maya('PATCH', path, {
      body: { toRecipients: [{ emailAddress: { address: 'aiko.tanaka@tandem.example' } }] },
    });
    expect(changed.body['changeKey']).not.toBe(draft.body['changeKey']);
    expect((await maya('POST', `${path}/send`)).status).toBe(202);
    const { body } = await fixture.as('Aiko')('GET', '/me/mailFolders/inbox/messages?$top=1');
    expect(rowsOf(body)[0]).toMatchObject({
      subject: 'Draft',
      from: { emailAddress: { address: 'maya.okafor@tandem.example' } },
    });
    // The draft has become another item, in Sent Items.
    expect((await maya('GET', path)).status).toBe(404);
  });

  it('keeps its words once it is sent; marks can be changed', async () => {
    const message = await mailTo('Maya', 'Fixed');
    const path = `/me/messages/${keyOf(message)}`;
    const refused = await maya('PATCH', path, { body: { subject: 'Other' } });
    expect(codeOf(refused.body)).toBe('ErrorInvalidPropertyUpdateSentMessage');
    const marked = await maya('PATCH', path, {
      body: { isRead: true, categories: ['Red'], flag: { flagStatus: 'flagged' } },
    });
    expect(marked.body).toMatchObject({
      isRead: true,
      categories: ['Red'],
      flag: { flagStatus: 'flagged' },
      subject: 'Fixed',
    });
    const stale = await maya('PATCH', path, {
      body: { isRead: false },
      headers: { 'If-Match': text(message['@odata.etag']) },
    });
    expect(stale.status).toBe(412);
  });

  it('gets another id when it is moved, but for those who ask for immutable ones', async () => {
    const immutable = { Prefer: 'IdType="ImmutableId"' };
    const message = await mailTo('Maya', 'Moving');
    const path = `/me/messages/${keyOf(message)}`;
    const known = await maya('GET', path, { headers: immutable });
    const moved = await maya('POST', `${path}/move`, { body: { destinationId: 'archive' } });
    expect(moved.status).toBe(201);
    expect(moved.body['id']).not.toBe(message['id']);
    const old = await maya('GET', path);
    expect([old.status, codeOf(old.body)]).toEqual([404, 'ErrorItemNotFound']);
    const id = keyOf(known.body);
    expect((await maya('GET', `/me/messages/${id}`)).body['subject']).toBe('Moving');
    const archived = await maya('GET', '/me/mailFolders/archive/messages', { headers: immutable });
    expect(rowsOf(archived.body).map((row) => row['id'])).toEqual([known.body['id']]);
  });

  it('goes to Deleted Items first, and from there for good', async () => {
    const message = await mailTo('Maya', 'To be deleted');
    const path = `/me/messages/${keyOf(message)}`;
    expect((await maya('DELETE', path)).status).toBe(204);
    const bin = await maya('GET', '/me/mailFolders/deleteditems/messages');
    expect(subjects(bin.body)).toEqual(['To be deleted']);
    const id = keyOf(rowsOf(bin.body)[0]);
    await maya('DELETE', `/me/mailFolders/deleteditems/messages/${id}`);
    expect(rowsOf((await maya('GET', '/me/mailFolders/deleteditems/messages')).body)).toEqual([]);
  });

  it('has folders, found by id, by well-known name in any case, or in brackets', async () => {
    const { body } = await maya('GET', '/me/mailFolders?$top=50');
    const names = rowsOf(body).map((folder) => text(folder['displayName']));
    expect(names).toEqual(expect.arrayContaining(['Inbox', 'Drafts', 'Sent Items']));
    const inbox = await maya('GET', "/me/mailFolders('Inbox')");
    const unread = await maya(
      'GET',
      '/me/mailFolders/inbox/messages?$filter=isRead eq false&$top=99',
    );
    expect(inbox.body).toMatchObject({
      displayName: 'Inbox',
      unreadItemCount: rowsOf(unread.body).length,
    });
    const made = await maya('POST', '/me/mailFolders', { body: { displayName: 'Launch' } });
    expect(made.status).toBe(201);
    const twin = await maya('POST', '/me/mailFolders', { body: { displayName: 'launch' } });
    expect([twin.status, codeOf(twin.body)]).toEqual([409, 'ErrorFolderExists']);
    const path = `/me/mailFolders/${keyOf(made.body)}`;
    expect((await maya('GET', path)).body['displayName']).toBe('Launch');
  });

  it('gives bodies as text to those who prefer it', async () => {
    const { body } = await maya('GET', '/me/messages?$top=1&$search=quote', {
      headers: { Prefer: 'outlook.body-content-type="text"' },
    });
    const content = rowsOf(body)[0]?.['body'];
    expect(content?.['contentType']).toBe('text');
    expect(content?.['content']).not.toContain('<');
  });

  it('tells changes of a folder since a token: new, changed, moved away', async () => {
    const aiko = fixture.as('Aiko');
    const inbox = '/me/mailFolders/inbox/messages';
    let link = `${inbox}/delta?$select=subject,isRead`;
    const read = async (): Promise<GraphJson[]> => {
      const { body } = await aiko('GET', link, { headers: { Prefer: 'odata.maxpagesize=2' } });
      const next = body['@odata.nextLink'] as unknown;
      link = below(next ?? body['@odata.deltaLink']);
      return next === undefined ? rowsOf(body) : [...rowsOf(body), ...(await read())];
    };
    const { body: listed } = await aiko('GET', `${inbox}?$top=100`);
    const first = await read();
    expect(new Set(first.map((row) => row['id']))).toEqual(new Set(each(listed, 'id')));
    expect(await read()).toEqual([]);
    await fixture.control('POST', '/people/Lena/actions', {
      body: { action: 'sendMail', to: 'Aiko', subject: 'New' },
    });
    await fixture.control('POST', '/people/Aiko/actions', {
      body: { action: 'readMail', messageId: text(first[0]?.['id']), isRead: false },
    });
    await fixture.control('POST', '/people/Aiko/actions', {
      body: { action: 'moveMail', messageId: text(first[1]?.['id']) },
    });
    const changes = await read();
    expect(changes).toHaveLength(3);
    expect(changes[0]).toMatchObject({ subject: 'New' });
    expect(changes[1]).toMatchObject({ id: first[0]?.['id'], isRead: false });
    expect(changes[2]).toEqual({
      '@odata.type': '#microsoft.graph.message',
      id: first[1]?.['id'],
      '@removed': { reason: 'deleted' },
    });
    expect(await read()).toEqual([]);
  });

  it('answers 410 with where to start again when a token is too old, 400 when it is none', async () => {
    const { body } = await maya('GET', '/me/mailFolders/archive/messages/delta?$select=subject');
    const link = below(body['@odata.deltaLink']);
    await fixture.control('PUT', '/settings', { body: { deltaHistory: 3 } });
    await fixture.control('POST', '/people/Aiko/actions', {
      body: { action: 'sendMail', to: 'Lena', count: 4 },
    });
    const gone = await maya('GET', link);
    await fixture.control('PUT', '/settings', { body: { deltaHistory: 100_000 } });
    expect([gone.status, codeOf(gone.body)]).toEqual([410, 'SyncStateNotFound']);
    const again = await maya('GET', below(gone.headers.get('location')));
    expect(again.body['@odata.deltaLink']).toBeDefined();
    const bad = await maya('GET', '/me/mailFolders/archive/messages/delta?$deltatoken=nonsense');
    expect(bad.status).toBe(400);
  });

  it.each([
    ['a foreign id', '/me/messages/x', 400, 'ErrorInvalidIdMalformed'],
    ['an unknown id', `/me/messages/AAMk${'A'.repeat(148)}`, 404, 'ErrorItemNotFound'],
    ['an unknown folder', '/me/mailFolders/attic/messages', 400, 'ErrorInvalidIdMalformed'],
    ['an unknown property', '/me/messages?$select=colour', 400, 'RequestBroker--ParseUri'],
    ['a broken filter', '/me/messages?$filter=isRead eq', 400, 'RequestBroker--ParseUri'],
    ['an unsupported option', '/me/messages?$apply=x', 400, 'RequestBroker--ParseUri'],
  ])('refuses %s', async (_what, path, status, code) => {
    const reply = await maya('GET', path);
    expect([reply.status, codeOf(reply.body)]).toEqual([status, code]);
  });
});
