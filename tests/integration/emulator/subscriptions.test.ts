import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findTypeProblem } from '../../../emulator/schema/check-value.js';
import { startReceiver, type NotificationReceiver } from '../../support/notification-receiver.js';
import { startFixture, text, type Fixture, type Reply } from './graph-fixture.js';

let fixture: Fixture;
let receiver: NotificationReceiver;
let hook: string;

beforeAll(async () => {
  fixture = await startFixture();
  receiver = await startReceiver({ caDir: fixture.caDir });
  hook = `${receiver.url}/hook`;
});
afterAll(async () => {
  await receiver.close();
  await fixture.close();
});
beforeEach(async () => {
  receiver.behave({ status: 202, delayMs: 0, handshake: 'right' });
  receiver.handshakes.length = 0;
  const { body } = await fixture.app('GET', '/subscriptions');
  const ids = Object.values(body['value'] ?? {}).map(({ id }) => text(id));
  await Promise.all(ids.map((id) => fixture.app('DELETE', `/subscriptions/${id}`)));
});

const inMinutes = (minutes: number): string =>
  new Date(Date.now() + minutes * 60_000).toISOString();

const toUsers = (changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  changeType: 'updated',
  resource: 'users',
  notificationUrl: hook,
  expirationDateTime: inMinutes(120),
  clientState: 'secret',
  ...changes,
});

const subscribe = async (changes: Readonly<Record<string, unknown>> = {}): Promise<Reply> =>
  await fixture.app('POST', '/subscriptions', { body: toUsers(changes) });

const inbox = (): Record<string, unknown> => ({
  resource: `/users/${fixture.personId('Maya')}/mailFolders('Inbox')/messages`,
  changeType: 'created,updated',
});

describe('a subscription', () => {
  it('is created after its address has answered the handshake, and shows the client state once', async () => {
    const made = await subscribe();
    expect(made.status).toBe(201);
    expect(findTypeProblem('subscription', false, made.body)).toBeUndefined();
    expect(made.body).toMatchObject({
      '@odata.context': `${fixture.emulator.boardUrl}/v1.0/$metadata#subscriptions/$entity`,
      applicationId: fixture.emulator.clientId,
      resource: 'users',
      changeType: 'updated',
      clientState: 'secret',
      notificationUrl: hook,
      latestSupportedTlsVersion: 'v1_2',
      includeResourceData: false,
      encryptionCertificate: null,
    });
    expect(receiver.handshakes).toHaveLength(1);
    expect(receiver.handshakes[0]).toMatchObject({
      contentType: 'text/plain; charset=utf-8',
      token: expect.stringContaining(' '),
    });
    const path = `/subscriptions/${text(made.body['id'])}`;
    const shown = await fixture.app('GET', path);
    expect(shown.body).toMatchObject({ id: made.body['id'], clientState: null });
    expect((await fixture.app('DELETE', path)).status).toBe(204);
    expect((await fixture.app('GET', path)).status).toBe(404);
  });

  it('proves each of its two addresses with a request of its own, and keeps their queries', async () => {
    hook = `${receiver.url}/hook?code=a%2Bb`;
    await subscribe({ lifecycleNotificationUrl: hook });
    expect(receiver.handshakes).toHaveLength(2);
    for (const { path } of receiver.handshakes) {
      expect(path).toMatch(/^\/hook\?code=a%2Bb&validationToken=Validation%3A\+/);
    }
    hook = `${receiver.url}/hook`;
  });

  it.each<[what: string, handshake: object, message: string]>([
    ['refuses', { status: 403 }, "200 OK to validation request. HTTP status code is 'Forbidden'."],
    ['accepts without the token', { status: 202 }, "HTTP status code is 'Accepted'."],
    ['answers something else', { body: 'hello' }, 'must exactly match'],
    ['answers JSON', { contentType: 'application/json' }, 'text/plain'],
    ['is too slow', { delayMs: 1000 }, 'timed out'],
  ])('is not created when its address %s', async (_what, handshake, message) => {
    receiver.behave({ handshake });
    const handshakeTimeoutMs = message === 'timed out' ? 100 : 10_000;
    await fixture.control('PUT', '/settings', { body: { handshakeTimeoutMs } });
    const refused = await subscribe();
    await fixture.control('PUT', '/settings', { body: { handshakeTimeoutMs: 10_000 } });
    expect(refused).toMatchObject({ status: 400, body: { error: { code: 'ValidationError' } } });
    expect(text(refused.body['error']?.['message'])).toContain(message);
    expect((await fixture.app('GET', '/subscriptions')).body['value']).toEqual([]);
  });

  it.each<[what: string, changes: Record<string, unknown>, message: string]>([
    ['no changeType', { changeType: undefined }, 'changeType is a required property'],
    ['no resource', { resource: undefined }, 'resource is a required property'],
    ['no address', { notificationUrl: undefined }, 'notificationUrl is a required property'],
    ['no end', { expirationDateTime: undefined }, 'expirationDateTime is a required property'],
    ['an end that is no time', { expirationDateTime: 'soon' }, 'date and time'],
    ['an end in the past', { expirationDateTime: '2020-01-01T00:00:00Z' }, 'future'],
    ['too far an end', { expirationDateTime: inMinutes(41_770) }, 'only be 41760 minutes'],
    ['an unknown changeType', { changeType: 'renamed' }, 'changeType'],
    ['created of users', { changeType: 'created,updated' }, "changeType 'created'"],
    ['a plan', { resource: '/planner/plans/abc' }, 'not supported'],
    ['tasks of Planner', { resource: '/planner/tasks' }, 'not supported'],
    ['nonsense', { resource: 'users/x/y' }, 'not supported'],
    ['plain http', { notificationUrl: 'http://localhost:1/hook' }, 'https'],
    [
      'plain http for lifecycle events',
      { lifecycleNotificationUrl: 'http://localhost:1/' },
      'https',
    ],
    ['a long secret', { clientState: 'x'.repeat(129) }, '128'],
    ['a misspelled property', { ClientState: 'x' }, 'camelCased'],
    ['a property of another type', { includeResourceData: 'yes' }, 'true or false'],
    ['its own id', { id: 'mine' }, 'id cannot be set'],
    ['an unknown TLS', { latestSupportedTlsVersion: 'v9' }, 'latestSupportedTlsVersion'],
    ['resource data of users', { includeResourceData: true }, 'not supported'],
    ['a certificate without id', { encryptionCertificate: 'x' }, 'belong together'],
    ['no certificate', { encryptionCertificate: 'x', encryptionCertificateId: 'y' }, 'X.509'],
    ['me without a person', { resource: 'me/messages' }, '/me request is only valid'],
  ])('with %s is refused before anybody is asked', async (_what, changes, message) => {
    const refused = await subscribe(changes);
    expect(refused.status).toBe(400);
    expect(text(refused.body['error']?.['message'])).toContain(message);
    expect(receiver.handshakes).toEqual([]);
  });

  it.each([
    'users/00000000-0000-0000-0000-000000000000/messages',
    'groups/00000000-0000-0000-0000-000000000000/members',
    "users/maya.okafor@tandem.example/mailFolders('nowhere')/messages",
    'users/maya.okafor@tandem.example/todo/lists/nowhere/tasks',
    'chats/nowhere/messages',
    'teams/nowhere/channels',
  ])('to %s, which does not exist, is refused', async (resource) => {
    const expirationDateTime = inMinutes(50);
    expect(await subscribe({ resource, expirationDateTime })).toMatchObject({
      status: 404,
      body: { error: { code: 'ExtensionError' } },
    });
  });

  it('to somebody’s own things is for that person and for apps', async () => {
    const maya = fixture.as('Maya');
    const lists = (await maya('GET', '/me/todo/lists')).body['value'];
    const resource = `todo/lists/${text(Object.values(lists ?? {})[0]?.['id'])}/tasks`;
    const hers = { resource: `users/${fixture.personId('Maya')}/${resource}` };
    expect((await subscribe(hers)).status).toBe(201);
    const foreign = await fixture.as('Jonas')('POST', '/subscriptions', { body: toUsers(hers) });
    expect(foreign.status).toBe(403);
    const own = { body: toUsers({ resource: `me/${resource}` }) };
    const made = await maya('POST', '/subscriptions', own);
    expect(made.status).toBe(201);
    await maya('DELETE', `/subscriptions/${text(made.body['id'])}`);
  });

  it('by a person needs a permission as narrow as an app’s', async () => {
    // People's tokens here hold Mail.ReadWrite, which is more than is taken.
    const own = toUsers({ ...inbox(), resource: "me/mailFolders('Inbox')/messages" });
    expect((await fixture.as('Maya')('POST', '/subscriptions', { body: own })).status).toBe(403);
  });

  it('lives as long as its resource allows, and at least 45 minutes', async () => {
    const { outlookSubscriptionMinutes } = (await fixture.control('GET', '/settings')).body;
    expect(outlookSubscriptionMinutes).toBe(10_070);
    const long = await subscribe({ ...inbox(), expirationDateTime: inMinutes(10_075) });
    expect(long).toMatchObject({ status: 400, body: { error: { code: 'ExtensionError' } } });
    const short = await subscribe({ ...inbox(), expirationDateTime: inMinutes(1) });
    expect(short.status).toBe(201);
    const minutes = (Date.parse(text(short.body['expirationDateTime'])) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(44);
    expect(minutes).toBeLessThan(46);
  });

  it('of Teams needs an address for lifecycle events beyond an hour', async () => {
    const chats = { resource: 'chats/getAllMessages', changeType: 'created,updated,deleted' };
    expect((await subscribe(chats)).body['error']).toMatchObject({
      message: expect.stringContaining('lifecycleNotificationUrl is a required property'),
    });
    expect((await subscribe({ ...chats, expirationDateTime: inMinutes(59) })).status).toBe(201);
    const channels = { ...chats, resource: 'teams/getAllMessages', lifecycleNotificationUrl: hook };
    expect((await subscribe(channels)).status).toBe(201);
  });

  it('is there once: the same resource and changes again are a conflict, however they are written', async () => {
    const first = await subscribe(inbox());
    const again = await subscribe({
      resource: 'Users/MAYA.Okafor@tandem.example/mailfolders/inbox/messages',
      changeType: 'updated,created',
    });
    expect(again).toMatchObject({
      status: 409,
      body: {
        error: {
          message: `Subscription Id ${text(first.body['id'])} already exists for the requested combination`,
        },
      },
    });
    expect((await subscribe({ ...inbox(), changeType: 'updated' })).status).toBe(201);
  });

  it('beyond a quota is forbidden, in words that name it', async () => {
    const limit = async (subscriptionLimits: object): Promise<void> => {
      await fixture.control('PUT', '/settings', { body: { subscriptionLimits } });
    };
    await limit({ directoryPerAppAndTenant: 1, outlookPerMailbox: 1, teamsPerOrganization: 1 });
    const chats = { resource: 'chats/getAllMessages', expirationDateTime: inMinutes(50) };
    expect((await subscribe()).status).toBe(201);
    expect((await subscribe(inbox())).status).toBe(201);
    expect((await subscribe(chats)).status).toBe(201);
    const replies = [
      await subscribe({ resource: 'groups' }),
      await subscribe({ ...inbox(), changeType: 'deleted' }),
      await subscribe({ ...chats, resource: 'teams/getAllMessages' }),
    ];
    await limit({
      directoryPerAppAndTenant: 100,
      outlookPerMailbox: 1000,
      teamsPerOrganization: 10_000,
    });
    expect(replies.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(replies[0]?.body['error']?.['message']).toContain('per app and tenant');
    const twice = await subscribe({ ...chats, changeType: 'deleted' });
    expect(twice).toMatchObject({ status: 403 });
  });

  it('needs the permission of its resource, and a stronger one is no replacement', async () => {
    const { body } = await fixture.control('GET', '/settings');
    const roles = ['Mail.ReadWrite', 'User.ReadBasic.All', 'Chat.ReadBasic.All'];
    await fixture.control('PUT', '/settings', { body: { appRoles: roles } });
    const app = fixture.with(await fixture.appToken());
    const replies = await Promise.all(
      ['users', `users/${fixture.personId('Maya')}/messages`, 'chats/getAllMessages'].map(
        async (resource) =>
          await app('POST', '/subscriptions', {
            body: toUsers({ resource, expirationDateTime: inMinutes(50) }),
          }),
      ),
    );
    await fixture.control('PUT', '/settings', { body: { appRoles: body['appRoles'] } });
    expect(replies.map(({ status }) => status)).toEqual([403, 403, 403]);
  });

  it('to a group’s conversations is for people only', async () => {
    const members = [fixture.personId('Maya')];
    const group = await fixture.control('POST', '/groups', { body: { displayName: 'x', members } });
    const resource = `groups('${text(group.body['id'])}')/conversations`;
    expect((await subscribe({ resource })).status).toBe(403);
    const outsider = await fixture.as('Jonas')('POST', '/subscriptions', {
      body: toUsers({ resource }),
    });
    expect(outsider.status).toBe(403);
    const maya = fixture.as('Maya');
    const made = await maya('POST', '/subscriptions', { body: toUsers({ resource }) });
    expect(made).toMatchObject({ status: 201, body: { creatorId: fixture.personId('Maya') } });
    const path = `/subscriptions/${text(made.body['id'])}`;
    for (const other of [fixture.app, fixture.as('Jonas')]) {
      expect((await other('GET', path)).status).toBe(404);
      expect(
        (await other('PATCH', path, { body: { expirationDateTime: inMinutes(60) } })).status,
      ).toBe(404);
      expect((await other('DELETE', path)).status).toBe(404);
      expect((await other('GET', '/subscriptions')).body['value']).toEqual([]);
    }
    expect((await maya('DELETE', path)).status).toBe(204);
  });

  it('is listed page by page', async () => {
    await fixture.control('PUT', '/settings', { body: { subscriptionPageSize: 2 } });
    for (const resource of ['users', 'groups', `users/${fixture.personId('Maya')}`]) {
      expect((await subscribe({ resource })).status).toBe(201);
    }
    const first = await fixture.app('GET', '/subscriptions');
    const next = new URL(text(first.body['@odata.nextLink']));
    const second = await fixture.app('GET', `/subscriptions${next.search}`);
    await fixture.control('PUT', '/settings', { body: { subscriptionPageSize: 100 } });
    const pages = [first, second].map(({ body }) => Object.values(body['value'] ?? {}).length);
    expect(pages).toEqual([2, 1]);
    expect(second.body['@odata.nextLink']).toBeUndefined();
  });
});

describe('a subscription’s life', () => {
  it('is extended by PATCH, which may change the address when that one proves itself', async () => {
    const made = await subscribe();
    const path = `/subscriptions/${text(made.body['id'])}`;
    const end = inMinutes(300);
    const renewed = await fixture.app('PATCH', path, { body: { expirationDateTime: end } });
    expect(renewed).toMatchObject({
      status: 200,
      body: { expirationDateTime: end, clientState: null },
    });
    expect(receiver.handshakes).toHaveLength(1);
    const moved = { notificationUrl: `${receiver.url}/moved` };
    receiver.behave({ handshake: { status: 404 } });
    expect((await fixture.app('PATCH', path, { body: moved })).status).toBe(400);
    expect((await fixture.app('GET', path)).body['notificationUrl']).toBe(hook);
    receiver.behave({ handshake: 'right' });
    expect((await fixture.app('PATCH', path, { body: moved })).body).toMatchObject(moved);
  });

  it.each<[what: string, body: Record<string, unknown>]>([
    ['nothing', {}],
    ['another resource', { resource: 'groups' }],
    ['an address for lifecycle events', { lifecycleNotificationUrl: 'https://localhost/' }],
    ['too far an end', { expirationDateTime: inMinutes(50_000) }],
  ])('cannot be changed by a PATCH of %s', async (_what, body) => {
    const made = await subscribe();
    const reply = await fixture.app('PATCH', `/subscriptions/${text(made.body['id'])}`, { body });
    expect(reply.status).toBe(400);
  });

  it('is authorised anew without a body and without an answer; renewing it right after is noted', async () => {
    const made = await subscribe();
    const path = `/subscriptions/${text(made.body['id'])}`;
    const reauthorized = await fixture.app('POST', `${path}/reauthorize`);
    expect(reauthorized.status).toBe(204);
    const violations = async (): Promise<unknown> =>
      (await fixture.control('GET', '/subscriptions')).body['violations'];
    expect(await violations()).toEqual([]);
    await fixture.app('PATCH', path, { body: { expirationDateTime: inMinutes(200) } });
    expect(await violations()).toMatchObject([
      { rule: 'reauthorizeAndRenewWithinTenMinutes', subscriptionId: made.body['id'] },
    ]);
  });
});
