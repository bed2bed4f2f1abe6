import {
  constants,
  createDecipheriv,
  createHmac,
  generateKeyPairSync,
  privateDecrypt,
} from 'node:crypto';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { findTypeProblem } from '../../../emulator/schema/check-value.js';
import type { EmulatorSettingsPatch } from '../../../emulator/settings.js';
import {
  startReceiver,
  type NotificationReceiver,
  type ReceivedNotification,
  type ReceivedPost,
} from '../../support/notification-receiver.js';
import { overTls, startFixture, text, type Fixture, type GraphJson } from './graph-fixture.js';

let fixture: Fixture;
let receiver: NotificationReceiver;
/** Every test has addresses of its own, so that no late notification of another gets into it. */
let place = 0;

/** An hour of the notification service passes in 60 ms. */
const FAST = { notificationTimeScale: 60_000 };

beforeAll(async () => {
  fixture = await startFixture({ subscriptionMinutesMin: 0 });
  receiver = await startReceiver({ caDir: fixture.caDir });
});
afterAll(async () => {
  await receiver.close();
  await fixture.close();
});
beforeEach(() => {
  place += 1;
  receiver.behave({ status: 202, delayMs: 0, handshake: 'right' });
});
afterEach(async () => {
  await settings({
    notificationTimeScale: 1,
    notificationDelayMs: 0,
    notificationDuplicates: 0,
    notificationsHeld: false,
    notificationsPerPost: 50,
    pauseAtTokenExpiry: true,
    firstDeliveryTimeoutMs: 3000,
    retryDeliveryTimeoutMs: 10_000,
  });
  const { body } = await fixture.control('GET', '/subscriptions');
  const ids = Object.values(body['subscriptions'] ?? {}).map(({ id }) => text(id));
  await Promise.all(ids.map((id) => fixture.control('POST', `/subscriptions/${id}/expire`)));
});

async function settings(body: EmulatorSettingsPatch): Promise<void> {
  await fixture.control('PUT', '/settings', { body });
}

const address = (name: string): string => `${receiver.url}/${place}/${name}`;
const posts = (): ReceivedPost[] =>
  receiver.posts.filter(({ path }) => path.startsWith(`/${place}/`));
const notifications = (): ReceivedNotification[] => posts().flatMap((post) => post.notifications);

const inMinutes = (minutes: number): string =>
  new Date(Date.now() + minutes * 60_000).toISOString();

function body(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    changeType: 'updated,deleted',
    resource: 'users',
    notificationUrl: address('hook'),
    lifecycleNotificationUrl: address('lifecycle'),
    expirationDateTime: inMinutes(120),
    clientState: 'secret',
    ...changes,
  };
}

async function subscribe(changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const made = await fixture.app('POST', '/subscriptions', { body: body(changes) });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return text(made.body['id']);
}

const mailOf = (firstName: string): Record<string, unknown> => ({
  resource: `users/${fixture.personId(firstName)}/messages`,
  changeType: 'created,updated,deleted',
});

async function announce(change: Readonly<Record<string, unknown>>): Promise<void> {
  await fixture.control('POST', '/announce', { body: change });
}

async function rename(firstName: string, displayName: string): Promise<void> {
  await fixture.control('PATCH', `/users/${fixture.personId(firstName)}`, {
    body: { displayName },
  });
}

async function shown(id: string): Promise<GraphJson> {
  const { body } = await fixture.control('GET', '/subscriptions');
  const found = Object.values(body['subscriptions'] ?? {}).find((row) => text(row['id']) === id);
  if (found === undefined) throw new Error('The subscription is gone');
  return found;
}

const received = async (count: number) =>
  await vi.waitFor(
    () => {
      expect(notifications().length).toBeGreaterThanOrEqual(count);
      return notifications();
    },
    { timeout: 5000, interval: 10 },
  );

describe('a change', () => {
  it('reaches its subscription with what is needed to fetch it', async () => {
    const id = await subscribe();
    const userId = fixture.personId('Maya');
    await rename('Maya', 'Maya Okafor-Smith');
    const [notification] = await received(1);
    expect(findTypeProblem('changeNotification', false, notification)).toBeUndefined();
    expect(notification).toEqual({
      subscriptionId: id,
      subscriptionExpirationDateTime: (await shown(id))['expirationDateTime'],
      clientState: 'secret',
      changeType: 'updated',
      resource: `Users/${userId}`,
      tenantId: fixture.emulator.tenantId,
      resourceData: {
        '@odata.type': '#Microsoft.Graph.User',
        '@odata.id': `Users/${userId}`,
        id: userId,
      },
    });
    expect(posts()[0]).toMatchObject({ path: `/${place}/hook`, validationTokens: [] });
    await vi.waitFor(
      async () => expect(await shown(id)).toMatchObject({ delivered: 1, pending: 0 }),
      { timeout: 5_000 },
    );
  });

  it('reaches only those who asked for it', async () => {
    const jonas = await subscribe({ resource: `users/${fixture.personId('Jonas')}` });
    const gone = await subscribe({ changeType: 'deleted' });
    const members = await subscribe({ resource: 'groups' });
    const created = await fixture.control('POST', '/users', { body: { displayName: 'Soon Gone' } });
    await rename('Maya', 'Maya Okafor');
    await rename('Jonas', 'Jonas L.');
    await fixture.control('DELETE', `/users/${text(created.body['id'])}?permanent=true`);
    const group = await fixture.control('POST', '/groups', { body: { displayName: 'New' } });
    await fixture.control('POST', `/groups/${text(group.body['id'])}/members`, {
      body: { userId: fixture.personId('Maya') },
    });
    await received(4);
    const heard = notifications().map(
      ({ subscriptionId, changeType }) => `${subscriptionId} ${changeType}`,
    );
    const expected = [
      `${jonas} updated`,
      `${gone} deleted`,
      `${members} updated`,
      `${members} updated`,
    ];
    expect(heard).toHaveLength(expected.length);
    expect(heard).toEqual(expect.arrayContaining(expected));
  });

  it('travels with others in one POST', async () => {
    await subscribe();
    await settings({ notificationsHeld: true });
    for (let index = 0; index < 7; index += 1) await rename('Maya', `Maya ${index}`);
    expect(posts()).toEqual([]);
    await settings({ notificationsHeld: false, notificationsPerPost: 5 });
    await received(7);
    const sizes = posts().map((post) => post.notifications.length);
    expect(new Set(sizes)).toEqual(new Set([2, 5]));
  });

  it('comes late, twice or not at all on demand', async () => {
    const id = await subscribe();
    await settings({ notificationDelayMs: 200 });
    const before = Date.now();
    await rename('Maya', 'Maya late');
    await received(1);
    expect((posts()[0]?.at ?? 0) - before).toBeGreaterThanOrEqual(200);
    await settings({ notificationDelayMs: 0, ...FAST });
    await fixture.control('POST', '/notifications/double', { body: { count: 1 } });
    await rename('Maya', 'Maya twice');
    await received(3);
    const [, second, third] = notifications();
    expect(third).toEqual(second);
    await fixture.control('POST', '/notifications/lose', { body: { count: 1 } });
    await rename('Maya', 'Maya lost');
    await rename('Maya', 'Maya found');
    await received(4);
    expect(await shown(id)).toMatchObject({ lost: 1, pending: 0 });
    await settings({ notificationDuplicates: 1 });
    await rename('Maya', 'Maya always twice');
    await received(6);
  });

  it('is tried again until it is taken', async () => {
    const id = await subscribe();
    await settings({ notificationTimeScale: 500 });
    receiver.behave({ status: 503 });
    await rename('Maya', 'Maya stubborn');
    await vi.waitFor(() => expect(posts().length).toBeGreaterThanOrEqual(3), {
      timeout: 5000,
    });
    expect(await shown(id)).toMatchObject({ delivered: 0, pending: 1 });
    receiver.behave({ status: 200 });
    await vi.waitFor(
      async () => expect(await shown(id)).toMatchObject({ delivered: 1, pending: 0 }),
      {
        timeout: 5000,
      },
    );
    const { deliveries } = (await fixture.control('GET', '/deliveries')).body;
    expect(Object.values(deliveries ?? {})[0]).toMatchObject({ status: 200, notifications: 1 });
    expect(Object.values(deliveries ?? {})[1]).toMatchObject({ status: 503 });
  });

  it('that nobody takes in four hours is given up, and for mail the subscriber is told so', async () => {
    const id = await subscribe({ ...mailOf('Maya'), notificationUrl: address('hook') });
    receiver.behave({ status: 500 });
    await settings({ notificationTimeScale: 400_000 });
    await announce({
      changeType: 'created',
      subscribable: [`users/${fixture.personId('Maya')}/messages`],
      resource: 'Users/x/Messages/1',
      odataType: '#Microsoft.Graph.Message',
      id: '1',
    });
    await vi.waitFor(async () => expect(await shown(id)).toMatchObject({ discarded: 1 }), {
      timeout: 5000,
    });
    receiver.behave({ status: 202 });
    await vi.waitFor(
      () =>
        expect(notifications().at(-1)).toMatchObject({
          lifecycleEvent: 'missed',
          subscriptionId: id,
        }),
      { timeout: 5_000 },
    );
  });

  it('that takes more than the deadline counts as failed', async () => {
    const id = await subscribe();
    await settings({ firstDeliveryTimeoutMs: 50, notificationTimeScale: 100_000 });
    receiver.behave({ delayMs: 150 });
    await rename('Maya', 'Maya slow');
    // The first attempt is cut off at 50 ms; the next may take ten seconds.
    await vi.waitFor(
      async () => expect(await shown(id)).toMatchObject({ delivered: 1, failedAttempts: 1 }),
      {
        timeout: 5000,
      },
    );
    expect((await shown(id))['deliveries']).toMatchObject([
      { status: 202, attempt: 2 },
      { status: 'timeout', attempt: 1 },
    ]);
  });

  it('is not delivered any more when its subscription is over', async () => {
    const deleted = await subscribe();
    const expiring = await subscribe({
      changeType: 'updated',
      expirationDateTime: new Date(Date.now() + 400).toISOString(),
    });
    await settings({ notificationsHeld: true });
    await rename('Maya', 'Maya too late');
    await fixture.app('DELETE', `/subscriptions/${deleted}`);
    await vi.waitFor(
      async () => {
        const { body } = await fixture.control('GET', '/subscriptions');
        expect(Object.values(body['subscriptions'] ?? {}).map(({ id }) => id)).not.toContain(
          expiring,
        );
      },
      { timeout: 5_000 },
    );
    await settings({ notificationsHeld: false });
    await subscribe();
    await rename('Maya', 'Maya in time');
    await received(1);
    expect(notifications()).toHaveLength(1);
  });

  it('waits while the token is over that authorised the subscription', async () => {
    await settings({ tokenLifetimeSeconds: 3, pauseAtTokenExpiry: true });
    const app = fixture.with(await fixture.appToken());
    await settings({ tokenLifetimeSeconds: 3599 });
    const made = await app('POST', '/subscriptions', {
      body: body({ lifecycleNotificationUrl: undefined }),
    });
    expect(made.status).toBe(201);
    const id = text(made.body['id']);
    await vi.waitFor(
      async () =>
        expect(Date.parse(text((await shown(id))['authorizedUntil']))).toBeLessThan(Date.now()),
      { timeout: 6000 },
    );
    const awake = await subscribe({ resource: `users/${fixture.personId('Maya')}` });
    await rename('Maya', 'Maya waiting');
    await vi.waitFor(async () => expect(await shown(awake)).toMatchObject({ delivered: 1 }), {
      timeout: 5_000,
    });
    expect(await shown(id)).toMatchObject({ pending: 1, delivered: 0 });
    expect(notifications().map(({ subscriptionId }) => subscriptionId)).toEqual([awake]);
    expect((await fixture.app('POST', `/subscriptions/${id}/reauthorize`)).status).toBe(204);
    await received(2);
  });
});

describe('an address', () => {
  const touch = async (count: number): Promise<void> => {
    await settings({ notificationsHeld: true });
    for (let index = 0; index < count; index += 1) {
      await announce({
        changeType: 'updated',
        subscribable: [`users/${fixture.personId('Maya')}/messages`],
        resource: `Users/x/Messages/${index}`,
        id: String(index),
      });
    }
    await settings({ notificationsHeld: false });
  };
  const becomes = async (mode: 'slow' | 'drop'): Promise<void> => {
    await vi.waitFor(
      async () => {
        const { body } = await fixture.control('GET', '/subscriptions');
        const found = Object.values(body['endpoints'] ?? {}).find(
          (endpoint) => text(endpoint['address']) === address('hook'),
        );
        expect(found?.['mode']).toBe(mode);
      },
      { timeout: 10_000, interval: 20 },
    );
  };

  it('that is often slow gets its notifications ten minutes later', async () => {
    const id = await subscribe(mailOf('Maya'));
    await settings({
      notificationsPerPost: 1,
      firstDeliveryTimeoutMs: 20,
      notificationTimeScale: 100,
    });
    // The second attempts are taken, late.
    receiver.behave({ delayMs: 60 });
    await touch(12);
    await becomes('slow');
    await vi.waitFor(async () => expect(await shown(id)).toMatchObject({ pending: 0 }), {
      timeout: 5000,
    });
    const before = Date.now();
    await touch(1);
    const due = Date.parse(text((await shown(id))['nextDueAt']));
    expect(due - before).toBeGreaterThan(5900);
    expect(due - before).toBeLessThan(8000);
  });

  it('that is very slow loses its notifications, and for mail it is told so', async () => {
    const id = await subscribe(mailOf('Maya'));
    await settings({
      notificationsPerPost: 1,
      firstDeliveryTimeoutMs: 20,
      retryDeliveryTimeoutMs: 20,
      notificationTimeScale: 100,
    });
    receiver.behave({ delayMs: 60 });
    await touch(12);
    await becomes('drop');
    await touch(2);
    expect(await shown(id)).toMatchObject({ dropped: 2 });
    await settings({ firstDeliveryTimeoutMs: 3000, retryDeliveryTimeoutMs: 10_000 });
    receiver.behave({ delayMs: 0 });
    await vi.waitFor(
      () => {
        const events = notifications().filter(({ lifecycleEvent }) => lifecycleEvent === 'missed');
        expect(events).toHaveLength(1);
      },
      { timeout: 5000 },
    );
  });
});

describe('lifecycle events', () => {
  it('remind of the end of the token several times, at their own address', async () => {
    await settings({ tokenLifetimeSeconds: 3, notificationTimeScale: 3000 });
    const app = fixture.with(await fixture.appToken());
    await settings({ tokenLifetimeSeconds: 3599 });
    const made = await app('POST', '/subscriptions', { body: body() });
    const id = text(made.body['id']);
    await received(2);
    expect(posts().map(({ path }) => path)).toEqual([`/${place}/lifecycle`, `/${place}/lifecycle`]);
    expect(notifications()[0]).toEqual({
      subscriptionId: id,
      subscriptionExpirationDateTime: expect.any(String),
      tenantId: fixture.emulator.tenantId,
      clientState: 'secret',
      lifecycleEvent: 'reauthorizationRequired',
    });
  });

  it('are sent on demand, where Graph has them', async () => {
    const users = await subscribe();
    const mail = await subscribe(mailOf('Maya'));
    const send = async (subscriptionId: string, event: string): Promise<number> =>
      (await fixture.control('POST', '/lifecycle', { body: { subscriptionId, event } })).status;
    expect(await send(users, 'missed')).toBe(400);
    expect(await send(users, 'subscriptionRemoved')).toBe(400);
    expect(await send(users, 'reauthorizationRequired')).toBe(202);
    expect(await send(mail, 'missed')).toBe(202);
    expect(await send(mail, 'subscriptionRemoved')).toBe(202);
    await received(3);
    expect((await fixture.app('GET', `/subscriptions/${mail}`)).status).toBe(404);
  });

  it('tell mail subscribers that their permission is gone; others find out', async () => {
    const { appRoles } = (await fixture.control('GET', '/settings')).body;
    const users = await subscribe();
    const mail = await subscribe(mailOf('Maya'));
    await fixture.control('POST', '/permissions/revoke', { body: { permission: 'Mail.Read' } });
    await fixture.control('POST', '/permissions/revoke', { body: { permission: 'User.Read.All' } });
    const again = await fixture.app('POST', '/subscriptions', {
      body: {
        ...mailOf('Maya'),
        notificationUrl: address('hook'),
        expirationDateTime: inMinutes(50),
      },
    });
    await fixture.control('PUT', '/settings', { body: { appRoles } });
    expect(again.status).toBe(403);
    const [event] = await received(1);
    expect(event).toMatchObject({ subscriptionId: mail, lifecycleEvent: 'subscriptionRemoved' });
    for (const id of [users, mail]) {
      expect((await fixture.app('GET', `/subscriptions/${id}`)).status).toBe(404);
    }
  });
});

describe('resource data', () => {
  it('comes encrypted for the subscriber’s certificate, with a token that proves its sender', async () => {
    const { certificate, privateKey } = await makeCertificate();
    await subscribe({
      resource: 'chats/getAllMessages',
      changeType: 'created',
      includeResourceData: true,
      encryptionCertificate: certificate,
      encryptionCertificateId: 'key-1',
    });
    await announce({
      changeType: 'created',
      subscribable: ['chats/getAllMessages'],
      resource: "chats('1')/messages('2')",
      odataType: '#Microsoft.Graph.chatMessage',
      id: '2',
      etag: 'W/"7"',
      entity: { id: '2', body: { content: 'Grüße' } },
    });
    const [notification] = await received(1);
    expect(findTypeProblem('changeNotification', false, notification)).toBeUndefined();
    const content = notification?.encryptedContent ?? {};
    expect(content).toMatchObject({ encryptionCertificateId: 'key-1' });
    expect(content['encryptionCertificateThumbprint']).toMatch(/^[0-9A-F]{40}$/);
    const key = privateDecrypt(
      { key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING },
      Buffer.from(content['dataKey'] ?? '', 'base64'),
    );
    const data = Buffer.from(content['data'] ?? '', 'base64');
    expect(createHmac('sha256', key).update(data).digest('base64')).toBe(content['dataSignature']);
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16));
    const clear = Buffer.concat([decipher.update(data), decipher.final()]).toString('utf8');
    expect(JSON.parse(clear)).toEqual({ id: '2', body: { content: 'Grüße' } });

    const { emulator } = fixture;
    const discovery = await overTls(emulator, 'GET', '/common/.well-known/openid-configuration');
    const keys = await overTls(emulator, 'GET', new URL(text(discovery.body['jwks_uri'])).pathname);
    const [token = ''] = posts()[0]?.validationTokens ?? [];
    const { payload } = await jwtVerify(
      token,
      createLocalJWKSet(keys.body as unknown as JSONWebKeySet),
      {
        issuer: `https://sts.windows.net/${emulator.tenantId}/`,
        audience: emulator.clientId,
      },
    );
    expect(payload).toMatchObject({
      appid: '0bf30f3b-4a52-48df-9a82-234910c4a086',
      ver: '1.0',
      tid: emulator.tenantId,
    });
  });
});

describe('notifications by hand', () => {
  it('may be wrong in any way, and tell what the subscriber answered', async () => {
    const id = await subscribe();
    receiver.behave({ status: 418 });
    const sent = await fixture.control('POST', '/notify', {
      body: {
        subscriptionId: id,
        notification: { clientState: 'wrong' },
        count: 3,
        validationTokens: 'wrongAudience',
      },
    });
    expect(sent).toMatchObject({ status: 200, body: { status: 418 } });
    expect(notifications()).toHaveLength(3);
    expect(notifications()[0]).toMatchObject({ subscriptionId: id, clientState: 'wrong' });
    expect(posts()[0]?.validationTokens).toHaveLength(1);
    const stranger = {
      url: address('hook'),
      body: { value: [{ subscriptionId: 'unknown' }] },
    };
    await fixture.control('POST', '/notify', { body: stranger });
    expect(notifications().at(-1)).toEqual({ subscriptionId: 'unknown' });
    expect((await fixture.control('POST', '/notify', { body: {} })).status).toBe(404);
  });
});

/** A self-signed certificate as a subscriber makes it: base64 of its DER, and the private key. */
async function makeCertificate(): Promise<{ certificate: string; privateKey: string }> {
  await import('reflect-metadata');
  const x509 = await import('@peculiar/x509');
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const [der] = x509.PemConverter.decode(privateKey);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Notifications',
    notBefore: new Date(Date.now() - 60_000),
    notAfter: new Date(Date.now() + 86_400_000),
    signingAlgorithm: algorithm,
    keys: {
      publicKey: await crypto.subtle.importKey('spki', publicKey, algorithm, true, ['verify']),
      privateKey: await crypto.subtle.importKey(
        'pkcs8',
        der ?? new ArrayBuffer(0),
        algorithm,
        true,
        ['sign'],
      ),
    },
  });
  return { certificate: Buffer.from(certificate.rawData).toString('base64'), privateKey };
}
