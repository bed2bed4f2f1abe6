import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { createResourceReader } from '../../../src/graph/resources/resource-reader.js';
import { decryptContent } from '../../../src/notifications/encryption/decrypt-content.js';
import {
  openEncryptionKeys,
  type EncryptionKeys,
} from '../../../src/notifications/encryption/encryption-keys.js';
import { createValidationTokens } from '../../../src/notifications/validation-tokens.js';
import { startGraphLab, type GraphLab, type Person } from '../graph/graph-lab.js';
import { startTestServer, type TestServer } from '../http/start-test-server.js';
import {
  aNotificationLab,
  FakeFlows,
  type LabEvent,
  type NotificationLab,
} from './notification-lab.js';

const wait = { timeout: 15_000, interval: 20 };
let graph: GraphLab;
let server: TestServer;
let lab: NotificationLab;
let keys: EncryptionKeys;
let dataDir: string;
let person: Person;
let other: Person;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'tandem-keys-'));
  keys = openEncryptionKeys({ certificates: [], dataDir, now: Date.now });
  graph = await startGraphLab({ allowHttpNotificationUrl: true, notificationTimeScale: 100 });
  const [one, two] = graph.people;
  if (one === undefined || two === undefined) throw new Error('Too few people');
  [person, other] = [one, two];
  lab = await aNotificationLab();
  server = await startTestServer({ redisUrl: inject('redisUrl'), namespace: lab.keys.namespace });
  lab.startRelay(new FakeFlows(), {
    tokens: createValidationTokens({
      authorityHost: graph.emulator.graphUrl,
      clientId: graph.emulator.clientId,
    }),
  });
});
afterAll(async () => {
  await server.close();
  await lab.close();
  await graph.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** As the product makes one; answers Graph's id and our name. */
async function subscribe(kind: string, resource: string, isRich = false) {
  const name = `${kind}-${randomUUID().slice(0, 8)}`;
  const clientState = randomUUID();
  const secretHash = createHash('sha256').update(clientState).digest('hex');
  const row = JSON.stringify({ name, kind, resource, secretHash, includeResourceData: isRich });
  await lab.redis.hset(lab.keys.subscriptionDrafts, name, row);
  const certificate = isRich ? await keys.currentCertificate() : null;
  const { body } = await graph.gateway.send({
    method: 'POST',
    path: '/subscriptions',
    body: {
      resource,
      changeType:
        kind === 'users' || kind === 'groups' ? 'updated,deleted' : 'created,updated,deleted',
      notificationUrl: `${server.origin}/api/graph_webhook`,
      lifecycleNotificationUrl: `${server.origin}/api/graph_webhook/lifecycle`,
      expirationDateTime: new Date(Date.now() + 50 * 60_000).toISOString(),
      clientState,
      ...(certificate !== null && {
        includeResourceData: true,
        encryptionCertificate: certificate.certificate,
        encryptionCertificateId: certificate.id,
      }),
    },
  });
  const { id } = body as { id: string };
  await lab.redis.hset(lab.keys.subscriptions, id, row);
  await lab.redis.hdel(lab.keys.subscriptionDrafts, name);
  return { id, name };
}

const paths: string[] = [];
const gateway = {
  send: (request: Parameters<GraphLab['gateway']['send']>[0]) => {
    paths.push(request.path);
    return graph.gateway.send(request);
  },
};

const deliver = (name: string) =>
  lab.deliver(name, gateway, {
    resourcesOf: async () => createResourceReader(gateway),
    decrypt: async (content) =>
      decryptContent(content, await keys.privateKeyOf(content.encryptionCertificateId)),
  });

/** Delivers until agents have heard such an event of the subscription. */
async function heard(name: string, isWanted: (event: LabEvent) => boolean): Promise<LabEvent> {
  return vi.waitFor(async () => {
    await deliver(name);
    const events = (await lab.events()).filter(({ subscription }) => subscription === name);
    const found = events.find(isWanted);
    if (found !== undefined) return found;
    throw new Error(
      `Heard: ${JSON.stringify(events)}, log ${JSON.stringify((await lab.log())[0])}`,
    );
  }, wait);
}

async function as(
  who: Person,
  method: string,
  path: string,
  body?: unknown,
): Promise<Record<string, unknown>> {
  const response = await fetch(`${graph.emulator.graphUrl}/v1.0${path}`, {
    method,
    headers: { Authorization: `Bearer ${who.accessToken}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

async function control(method: string, path: string, body: unknown): Promise<void> {
  const response = await fetch(`${graph.emulator.boardUrl}/control${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}

const has = (name: string, value: unknown) => (event: LabEvent) =>
  event.resourceData?.[name] === value;
const isDeleted = (event: LabEvent) => event.changeType === 'deleted';

describe('what Graph notifies about reaches agents:', () => {
  it('a mail, as it comes, is changed and goes', async () => {
    const { name } = await subscribe('mail', `users/${person.id}/messages`);
    const message = {
      subject: 'Offer',
      toRecipients: [],
      body: { contentType: 'text', content: 'Long' },
    };
    const { id } = await as(person, 'POST', '/me/messages', message);
    const event = await heard(name, has('subject', 'Offer'));
    expect(event).toMatchObject({
      kind: 'mail',
      resourceId: id,
      resourceData: { bodyPreview: 'Long' },
    });
    expect(event.resource).toMatch(new RegExp(`^users/${person.id}/messages/`));
    expect(event.resourceData).not.toHaveProperty('body');
    expect(JSON.stringify(event)).not.toContain('odata');

    await as(person, 'PATCH', `/me/messages/${String(id)}`, { subject: 'New offer' });
    expect((await heard(name, has('subject', 'New offer'))).changeType).toBe('updated');
    await as(person, 'DELETE', `/me/messages/${String(id)}`);
    await heard(name, isDeleted);
  });

  it('an event of the calendar', async () => {
    const { name } = await subscribe('calendar', `users/${person.id}/events`);
    const time = (hour: number) => ({ dateTime: `2027-01-11T${hour}:00:00`, timeZone: 'UTC' });
    await as(person, 'POST', '/me/events', { subject: 'Talk', start: time(10), end: time(11) });
    const { resourceData } = await heard(name, has('subject', 'Talk'));
    expect(resourceData).toMatchObject({
      isAllDay: false,
      organizer: expect.anything() as unknown,
    });
  });

  it('a task of To Do', async () => {
    const { value } = (await as(person, 'GET', '/me/todo/lists')) as { value: { id: string }[] };
    const list = value[0]?.id ?? '';
    const { name } = await subscribe('todo', `users/${person.id}/todo/lists/${list}/tasks`);
    await as(person, 'POST', `/me/todo/lists/${list}/tasks`, { title: 'Call back' });
    expect(await heard(name, has('title', 'Call back'))).toMatchObject({ kind: 'todo' });
  });

  it('a person and a group, changed by an administrator', async () => {
    const users = await subscribe('users', 'users');
    const groups = await subscribe('groups', 'groups');
    await control('PATCH', `/users/${other.id}`, { jobTitle: 'Head of design' });
    expect(await heard(users.name, has('jobTitle', 'Head of design'))).toMatchObject({
      resource: `users/${other.id}`,
    });
    await control('POST', '/groups', { displayName: 'Design', members: [other.id] });
    await heard(groups.name, has('displayName', 'Design'));
  });

  it('a message of a chat', async () => {
    const { name, chatId } = await subscribeToChat(false);
    await as(person, 'POST', `/chats/${chatId}/messages`, { body: { content: 'Hello' } });
    const event = await heard(name, () => true);
    expect(event).toMatchObject({
      kind: 'teams',
      changeType: 'created',
      resourceData: { body: { content: 'Hello' } },
    });
  });
});

async function subscribeToChat(
  isRich: boolean,
): Promise<{ id: string; name: string; chatId: string }> {
  const member = (id: string) => ({
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    roles: ['owner'],
    'user@odata.bind': `${graph.emulator.graphUrl}/v1.0/users('${id}')`,
  });
  const { id } = await as(person, 'POST', '/chats', {
    chatType: 'group',
    topic: randomUUID(),
    members: [member(person.id), member(other.id)],
  });
  const chatId = String(id);
  return { ...(await subscribe('teams', `chats/${chatId}/messages`, isRich)), chatId };
}

describe('encrypted messages of a chat', () => {
  it('are told without asking Graph for them', async () => {
    const { name, chatId } = await subscribeToChat(true);
    paths.length = 0;
    await as(person, 'POST', `/chats/${chatId}/messages`, { body: { content: 'Secretly' } });
    expect(await heard(name, () => true)).toMatchObject({
      changeType: 'created',
      resourceData: { messageType: 'message', body: { content: 'Secretly' } },
    });
    expect(paths).toEqual([]);
    expect(JSON.stringify(await lab.log())).not.toContain('Secretly');
  });

  it('that were tampered with on the way are not believed: Graph is asked instead', async () => {
    const { id, name, chatId } = await subscribeToChat(true);
    const message = await as(person, 'POST', `/chats/${chatId}/messages`, {
      body: { content: 'True' },
    });
    await heard(name, () => true);
    const before = await lab.count('tampered');
    paths.length = 0;
    await control('POST', '/notify', {
      subscriptionId: id,
      validationTokens: 'genuine',
      notification: {
        resource: `chats('${chatId}')/messages('${String(message['id'])}')`,
        encryptedContent: {
          data: 'AAAA',
          dataKey: 'AAAA',
          dataSignature: 'AAAA',
          encryptionCertificateId: (await keys.currentCertificate()).id,
        },
      },
    });
    await vi.waitFor(async () => {
      await deliver(name);
      expect(paths).toHaveLength(1);
    }, wait);
    expect((await lab.log())[0]?.['outcome']).toMatch(/^(tampered|unchanged)$/);
    expect(await lab.count('tampered')).toBeGreaterThanOrEqual(before);
  });

  it.each(['expired', 'wrongAudience', 'wrongIssuer', 'wrongPublisher', 'wrongSignature'])(
    'are dropped with a token that is %s',
    async (validationTokens) => {
      const { id, name } = await subscribeToChat(true);
      const before = await lab.count('invalidToken');
      await control('POST', '/notify', {
        subscriptionId: id,
        validationTokens,
        content: { id: 'x' },
      });
      await vi.waitFor(async () => expect(await lab.count('invalidToken')).toBe(before + 1), wait);
      expect(await lab.waitingChanges(name)).toBe(0);
      expect(await lab.inboxLength()).toBe(0);
    },
  );
});
