import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { GraphError } from '../../../src/domain/graph-error.js';
import { gatewayOf } from '../../../src/graph/gateway/gateway-of.js';
import { createResourceReader } from '../../../src/graph/resources/resource-reader.js';
import type { DeliverDeps } from '../../../src/notifications/deliver-changes.js';
import { lentAccount } from '../../../src/subscriptions/lent-account.js';
import { createWantedSubscriptions } from '../../../src/subscriptions/wanted-subscriptions.js';
import {
  itemsOf,
  startFakeGraph,
  batchReply,
  type FakeGraph,
  type Reply,
} from '../../unit/graph/fake-graph.js';
import {
  aNotification,
  aNotificationLab,
  FakeFlows,
  personId,
  type LabSubscription,
  type NotificationLab,
} from './notification-lab.js';

const wait = { timeout: 10_000, interval: 10 };
let lab: NotificationLab;
let mail: LabSubscription;
let graph: FakeGraph | null = null;

beforeEach(async () => {
  lab = await aNotificationLab();
  mail = await lab.subscribe();
  lab.startRelay(new FakeFlows());
});
afterEach(async () => {
  await graph?.close();
  graph = null;
  await lab.close();
});

/** A Graph with one message, which says its version in its subject. */
async function aGraph(message: () => Reply): Promise<FakeGraph> {
  graph = await startFakeGraph((request) => {
    if (request.path !== '/v1.0/$batch') return message();
    return batchReply(request, () => {
      const reply = message();
      return typeof reply === 'string'
        ? undefined
        : { status: reply.status ?? 200, body: reply.body };
    });
  });
  return graph;
}

function aMessage(version: number): Reply {
  return {
    body: {
      '@odata.etag': `W/"${version}"`,
      id: 'message-1',
      subject: `Version ${version}`,
      body: { content: 'A secret' },
      bodyPreview: 'A…',
    },
  };
}

async function notify(...notifications: readonly Record<string, unknown>[]): Promise<void> {
  await lab.accept({ value: notifications, validationTokens: ['token'] });
  await vi.waitFor(async () => expect(await lab.inboxLength()).toBe(0), wait);
}

describe('a notified change', () => {
  test('is told to nobody once the account is signed out in whose name it comes', async () => {
    const { redis, keys } = lab;
    const wanted = createWantedSubscriptions({ redis, keys });
    const accountId = `${personId}.tenant`;
    await wanted.write(mail.name, {
      resource: `users/${personId}/messages`,
      kind: 'mail',
      changeTypes: ['created'],
      includeResourceData: true,
      origin: 'operation',
      by: 'agent',
      at: new Date().toISOString(),
      accountId,
    });
    const { gateway, received } = await aGraph(() => aMessage(1));
    const resourcesOf: DeliverDeps['resourcesOf'] = async (name) => {
      const account = await lentAccount({ redis, keys, wanted }, name);
      return account === null ? null : createResourceReader(gatewayOf(gateway, account));
    };
    await redis.hset(keys.accounts, accountId, '{}');
    await notify(aNotification(mail, { messageId: 'before' }));
    await lab.deliver(mail.name, gateway, { resourcesOf });
    expect(await lab.events()).toHaveLength(1);
    await redis.hdel(keys.accounts, accountId);
    const deleted = { messageId: 'gone', changeType: 'deleted' };
    await notify(aNotification(mail, { messageId: 'after' }), aNotification(mail, deleted));
    expect(await lab.deliver(mail.name, gateway, { resourcesOf })).toEqual({ left: 0 });
    expect(await lab.events()).toHaveLength(1);
    expect(received).toHaveLength(1);
    await redis.hdel(keys.subscriptionsWanted, mail.name);
    expect(await lentAccount({ redis, keys, wanted }, mail.name)).toBeNull();
  });

  test('is fetched and told on its channel and in the stream, without etag and body', async () => {
    const { gateway, received } = await aGraph(() => aMessage(1));
    const heard: string[] = [];
    const listener = lab.redis.duplicate({ enableOfflineQueue: true });
    await listener.subscribe(lab.keys.notificationsChannel('mail'));
    listener.on('message', (_channel, text: string) => heard.push(text));
    await notify(aNotification(mail, { changeType: 'created' }));
    expect(await lab.deliver(mail.name, gateway)).toEqual({ left: 0 });

    const resource = `users/${personId}/messages/message-1`;
    const event = {
      kind: 'mail',
      changeType: 'created',
      resource,
      resourceId: 'message-1',
      subscription: mail.name,
      resourceData: { id: 'message-1', subject: 'Version 1', bodyPreview: 'A…' },
      at: expect.any(String) as string,
    };
    expect(await lab.events()).toEqual([event]);
    await vi.waitFor(() => expect(heard).toHaveLength(1), wait);
    expect(JSON.parse(heard[0] ?? '')).toEqual({
      ...event,
      cursor: expect.stringMatching(/^\d+-\d+$/) as string,
    });
    expect(received.map(({ path }) => path.split('$select')[0])).toEqual([`/v1.0/${resource}?`]);
    expect(await lab.log()).toEqual([
      {
        at: event.at,
        kind: 'mail',
        changeType: 'created',
        resource,
        subscription: mail.name,
        ms: expect.any(Number) as number,
        outcome: 'published',
      },
    ]);
    listener.disconnect();
  });

  test('of a hundred of one resource is one fetch, and the last state is told', async () => {
    const { gateway, received } = await aGraph(() => aMessage(100));
    await notify(
      ...Array.from({ length: 100 }, (_, at) => aNotification(mail, { etag: `W/"${at + 1}"` })),
    );
    expect(await lab.deliver(mail.name, gateway)).toEqual({ left: 0 });

    expect(received).toHaveLength(1);
    expect((await lab.events()).map(({ resourceData }) => resourceData?.['subject'])).toEqual([
      'Version 100',
    ]);
  });

  test('that happens during the fetch leads to a second fetch', async () => {
    let version = 1;
    let isDuring = true;
    const { gateway } = await aGraph(() => aMessage(version));
    const during = {
      send: async (request: Parameters<typeof gateway.send>[0]) => {
        const answer = await gateway.send(request);
        if (isDuring) {
          version = 2;
          isDuring = false;
          await notify(aNotification(mail, { etag: 'W/"2"' }));
        }
        return answer;
      },
    };
    await notify(aNotification(mail, { etag: 'W/"1"', changeType: 'created' }));
    expect(await lab.deliver(mail.name, during)).toEqual({ left: 1 });
    expect(await lab.deliver(mail.name, during)).toEqual({ left: 0 });

    expect(
      (await lab.events()).map((event) => [event.changeType, event.resourceData?.['subject']]),
    ).toEqual([
      ['created', 'Version 1'],
      ['updated', 'Version 2'],
    ]);
  });

  test('that Graph repeats after it was told is neither fetched nor told again', async () => {
    const { gateway, received } = await aGraph(() => aMessage(1));
    const notification = aNotification(mail, { etag: 'W/"1"' });
    await notify(notification);
    await lab.deliver(mail.name, gateway);
    await notify(notification);
    expect(await lab.waitingChanges(mail.name)).toBe(0);
    expect(received).toHaveLength(1);
  });

  test('that a look for missed ones finds again, under the sign-in name of the person, is told once', async () => {
    const { gateway, received } = await aGraph(() => aMessage(1));
    await notify(aNotification(mail, { etag: 'W/"1"' }));
    await lab.deliver(mail.name, gateway);
    const resource = 'users/ada@example.com/messages/message-1';
    const found = {
      changeType: 'updated',
      resource,
      about: {
        kind: 'mail',
        resourceId: 'message-1',
        watched: 'users/ada@example.com/messages',
        at: Date.now(),
      },
    } as const;
    expect(await lab.waiting.add(mail.name, [{ ...found, version: 'W/"1"' }])).toBe(0);
    // Also where the look does not tell the version.
    await lab.waiting.add(mail.name, [found]);
    await lab.deliver(mail.name, gateway);

    expect(received).toHaveLength(2);
    expect(await lab.events()).toHaveLength(1);
  });

  test('that comes late, when a newer state was told, is told no second time', async () => {
    const { gateway } = await aGraph(() => aMessage(3));
    await notify(aNotification(mail, { etag: 'W/"3"' }));
    await lab.deliver(mail.name, gateway);
    await notify(aNotification(mail, { etag: 'W/"2"' }));
    expect(await lab.deliver(mail.name, gateway)).toEqual({ left: 0 });

    expect(await lab.events()).toHaveLength(1);
    expect((await lab.log())[0]).toMatchObject({ outcome: 'unchanged' });
  });

  test('by which a resource goes away is told without a fetch', async () => {
    const { gateway, received } = await aGraph(() => aMessage(1));
    await notify(aNotification(mail), aNotification(mail, { changeType: 'deleted' }));
    await lab.deliver(mail.name, gateway);

    expect(received).toEqual([]);
    expect(await lab.events()).toMatchObject([{ changeType: 'deleted', resourceData: null }]);
  });

  test('of something that is not there any more is told as deleted, once', async () => {
    const gone = { status: 404, body: { error: { code: 'ErrorItemNotFound', message: '' } } };
    const { gateway } = await aGraph(() => gone);
    await notify(aNotification(mail, { changeType: 'deleted' }), aNotification(mail));
    await lab.deliver(mail.name, gateway);
    await notify(aNotification(mail));
    await lab.deliver(mail.name, gateway);

    expect(await lab.events()).toMatchObject([{ changeType: 'deleted', resourceData: null }]);
  });

  test('that Graph does not let us read is told by its id', async () => {
    const { gateway } = await aGraph(() => ({
      status: 403,
      body: { error: { code: 'ErrorAccessDenied', message: 'Access is denied.' } },
    }));
    await notify(aNotification(mail));
    expect(await lab.deliver(mail.name, gateway)).toEqual({ left: 0 });

    expect(await lab.events()).toMatchObject([{ resourceId: 'message-1', resourceData: null }]);
    expect((await lab.log())[0]).toMatchObject({ outcome: 'forbidden' });
  });

  test('waits when Graph cannot be asked, with the time that Graph gave; others are told', async () => {
    let isThrottled = true;
    graph = await startFakeGraph((request) => {
      const item = (path: string) =>
        isThrottled && path.includes('message-2')
          ? {
              status: 429,
              headers: { 'Retry-After': '1' },
              body: { error: { code: 'TooManyRequests' } },
            }
          : { status: 200, body: { '@odata.etag': 'W/"1"', id: 'm', subject: path } };
      return request.path === '/v1.0/$batch'
        ? batchReply(request, ({ url }) => item(url))
        : item(request.path);
    });
    const { gateway } = graph;
    await notify(
      aNotification(mail, { messageId: 'message-1' }),
      aNotification(mail, { messageId: 'message-2' }),
    );
    const error = await lab.deliver(mail.name, gateway).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(GraphError);
    expect(error).toMatchObject({ code: 'throttled', retryAfterMs: expect.any(Number) });
    expect(await lab.events()).toHaveLength(1);

    isThrottled = false;
    await vi.waitFor(
      async () => expect(await lab.deliver(mail.name, gateway)).toEqual({ left: 0 }),
      wait,
    );
    expect((await lab.events()).map(({ resource }) => resource.split('/').at(-1))).toEqual([
      'message-1',
      'message-2',
    ]);
  });

  test('of what its subscription does not watch is told by its id, and not read', async () => {
    const { gateway, received } = await aGraph(() => aMessage(1));
    const stranger = '7a1c3c52-9f5e-4f5b-8a51-0c1d7f5f2a10';
    await notify(
      aNotification(mail, { resource: `Users/${stranger}/Messages/1` }),
      aNotification(mail, { resource: 'auditLogs/signIns' }),
      aNotification(mail, { resource: 'planner/plans/plan-1' }),
    );
    const looked: string[] = [];
    const onPlanChanged = async (planId: string) => void looked.push(planId);
    expect(await lab.deliver(mail.name, gateway, { onPlanChanged })).toEqual({ left: 0 });

    expect(received).toEqual([]);
    expect(looked).toEqual([]);
    expect((await lab.events()).map(({ resourceData }) => resourceData)).toEqual([
      null,
      null,
      null,
    ]);
    expect((await lab.log())[0]).toMatchObject({ outcome: 'not_watched' });
  });

  test('is read in the mailbox that its subscription names, whoever the notification names', async () => {
    const ada = await lab.subscribe({ name: 'ada', resource: 'users/ada@example.com/messages' });
    const { gateway, received } = await aGraph(() => aMessage(1));
    await notify(aNotification(ada));
    await lab.deliver('ada', gateway);

    expect(received.map(({ path }) => path.split('?')[0])).toEqual([
      '/v1.0/users/ada%40example.com/messages/message-1',
    ]);
  });

  test('at which Graph fails for ever holds up the others for a minute only', async () => {
    const item = (path: string) =>
      path.includes('message-2')
        ? { status: 500, body: { error: { code: 'ErrorInternalServerError' } } }
        : { status: 200, body: { '@odata.etag': 'W/"1"', id: 'm', subject: path } };
    graph = await startFakeGraph((request) =>
      request.path === '/v1.0/$batch'
        ? batchReply(request, ({ url }) => item(url))
        : item(request.path),
    );
    const { gateway } = graph;
    const later = (ms: number) => ({ now: () => Date.now() + ms });
    await notify(
      aNotification(mail, { messageId: 'message-1' }),
      aNotification(mail, { messageId: 'message-2' }),
    );
    await expect(lab.deliver(mail.name, gateway)).rejects.toMatchObject({ code: 'unavailable' });
    // Alone it may be that Graph does not work at all.
    await expect(lab.deliver(mail.name, gateway, later(70_000))).rejects.toThrow();
    await notify(aNotification(mail, { messageId: 'message-3' }));
    expect(await lab.deliver(mail.name, gateway, later(70_000))).toEqual({ left: 0 });
    expect(await lab.events()).toMatchObject([
      { resourceId: 'message-1' },
      { resourceId: 'message-2', resourceData: null },
      { resourceId: 'message-3' },
    ]);

    await notify(aNotification(mail, { messageId: 'message-2' }));
    expect(await lab.deliver(mail.name, gateway, later(700_000))).toEqual({ left: 0 });
    expect((await lab.log())[0]).toMatchObject({ outcome: 'unavailable' });
  });

  test('gathers with those that come right after it, so that a burst is one fetch', async () => {
    const { gateway, received } = await aGraph(() => aMessage(3));
    await notify(aNotification(mail, { etag: 'W/"1"' }));
    const delivered = lab.deliver(mail.name, gateway, { gatherMs: 1_000 });
    await notify(aNotification(mail, { etag: 'W/"2"' }), aNotification(mail, { etag: 'W/"3"' }));
    expect(await delivered).toEqual({ left: 0 });
    expect(received).toHaveLength(1);
    expect(await lab.events()).toMatchObject([{ resourceData: { subject: 'Version 3' } }]);
  });

  test('comes with others in one request, those that came first before the rest', async () => {
    const { gateway, received } = await aGraph(() => aMessage(1));
    const ids = Array.from({ length: 45 }, (_, at) => `message-${String(at)}`);
    for (const messageId of ids) await notify(aNotification(mail, { messageId }));
    expect(await lab.deliver(mail.name, gateway)).toEqual({ left: 25 });
    expect(await lab.deliver(mail.name, gateway)).toEqual({ left: 5 });
    expect(await lab.deliver(mail.name, gateway)).toEqual({ left: 0 });

    const sizes = received.map((request) =>
      request.path === '/v1.0/$batch' ? itemsOf(request).length : 1,
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(45);
    expect(sizes.length).toBeLessThan(20);
    expect((await lab.events()).map(({ resource }) => resource.split('/').at(-1))).toEqual(ids);
  });

  test('is told by its id alone where that is wanted', async () => {
    const { gateway, received } = await aGraph(() => aMessage(1));
    await notify(aNotification(mail));
    await lab.deliver(mail.name, gateway, { content: 'ids' });

    expect(received).toEqual([]);
    expect(await lab.events()).toMatchObject([{ changeType: 'updated', resourceData: null }]);
  });

  test('is not lost and not told twice by an attempt that was given up', async () => {
    let version = 1;
    const { gateway } = await aGraph(() => aMessage(version));
    await notify(aNotification(mail, { etag: 'W/"1"' }));
    // It has read version 1, and a second attempt begins before it goes on.
    let goOn = () => {};
    const isHeldUp = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let hasRead = () => {};
    const read = new Promise<void>((resolve) => {
      hasRead = resolve;
    });
    const first = lab.deliver(mail.name, {
      send: async (request) => {
        const answer = await gateway.send(request);
        hasRead();
        await isHeldUp;
        return answer;
      },
    });
    await read;
    await lab.deliver(mail.name, gateway);
    version = 2;
    await notify(aNotification(mail, { etag: 'W/"2"' }));
    goOn();
    await first;
    expect(await lab.waitingChanges(mail.name)).toBe(1);
    await lab.deliver(mail.name, gateway);

    const subjects = (await lab.events()).map(({ resourceData }) => resourceData?.['subject']);
    expect(subjects).toEqual(['Version 1', 'Version 2']);
  });
});

describe('a change that came with its content', () => {
  const encryptedContent = {
    data: 'AAAA',
    dataKey: 'AAAA',
    dataSignature: 'AAAA',
    encryptionCertificateId: 'c',
  };
  const sent = (etag: string, minute: number) =>
    aNotification(mail, {
      etag: `W/"${etag}"`,
      encryptedContent: { ...encryptedContent, data: minute === 1 ? 'AAAA' : 'BBBB' },
    });
  /** The content says by its minute which state it is. */
  const decrypt = async ({ data }: { readonly data: string }) => {
    const minute = data === 'AAAA' ? 1 : 2;
    return {
      kind: 'content' as const,
      entity: {
        '@odata.etag': `W/"${minute}"`,
        id: 'message-1',
        subject: `Sent ${minute}`,
        lastModifiedDateTime: `2026-11-26T10:0${minute}:00Z`,
      },
    };
  };

  test('is told as it came, and Graph is not asked', async () => {
    const { gateway, received } = await aGraph(() => aMessage(1));
    await notify(sent('1', 1));
    await lab.deliver(mail.name, gateway, { decrypt });
    expect(received).toEqual([]);
    expect(await lab.events()).toMatchObject([{ resourceData: { subject: 'Sent 1' } }]);
  });

  test('together with another is asked for: nobody knows which was the newer', async () => {
    const { gateway, received } = await aGraph(() => aMessage(7));
    await notify(sent('2', 2), sent('1', 1));
    await lab.deliver(mail.name, gateway, { decrypt });
    expect(received).toHaveLength(1);
    expect(await lab.events()).toMatchObject([{ resourceData: { subject: 'Version 7' } }]);
  });

  test('and is older than what agents know is not told', async () => {
    const { gateway } = await aGraph(() => aMessage(1));
    await notify(sent('2', 2));
    await lab.deliver(mail.name, gateway, { decrypt });
    await notify(sent('1', 1));
    await lab.deliver(mail.name, gateway, { decrypt });
    expect(await lab.events()).toMatchObject([{ resourceData: { subject: 'Sent 2' } }]);
    expect((await lab.log())[0]).toMatchObject({ outcome: 'outdated' });
  });

  test.each(['unknown_certificate', 'tampered'] as const)(
    'that is %s is asked for, and counted',
    async (kind) => {
      const { gateway, received } = await aGraph(() => aMessage(1));
      await notify(sent('1', 1));
      await lab.deliver(mail.name, gateway, { decrypt: async () => ({ kind }) });
      expect(received).toHaveLength(1);
      expect(await lab.count(kind)).toBe(1);
      expect(await lab.events()).toMatchObject([{ resourceData: { subject: 'Version 1' } }]);
    },
  );
});

describe('a change of a person, a group or a plan', () => {
  test('makes what is kept of them out of date before it is told', async () => {
    const people = await lab.subscribe({ name: 'people', kind: 'users', resource: 'users' });
    const { gateway } = await aGraph(() => ({ body: { id: personId, displayName: 'Ada' } }));
    const forgotten: unknown[] = [];
    await notify(aNotification(people, { resource: `Users/${personId}`, etag: null }));
    await lab.deliver('people', gateway, {
      forgetMetadata: async (kind, id) => {
        forgotten.push([kind, id, (await lab.events()).length]);
      },
    });

    expect(forgotten).toEqual([['users', personId, 0]]);
    expect(await lab.events()).toMatchObject([
      { kind: 'users', resourceData: { displayName: 'Ada' } },
    ]);
  });

  test('is one of who belongs to the group too, and none of what is in a mailbox', async () => {
    const group = '7a1c3c52-9f5e-4f5b-8a51-0c1d7f5f2a10';
    const members = await lab.subscribe({
      name: 'members',
      kind: 'groups',
      resource: `groups/${group}/members`,
    });
    const { gateway } = await aGraph(() => aMessage(1));
    const forgotten: unknown[] = [];
    const forgetMetadata = async (kind: string, id: string) => void forgotten.push([kind, id]);
    await notify(
      aNotification(mail),
      aNotification(members, { resource: `groups/${group}/members/${personId}` }),
    );
    await lab.deliver(mail.name, gateway, { forgetMetadata });
    await lab.deliver('members', gateway, { forgetMetadata });

    expect(forgotten).toEqual([['groups', group]]);
  });

  test('has the plan looked at, and is no event', async () => {
    const subscription = await lab.subscribe({
      name: 'plan',
      kind: 'planner',
      resource: 'planner/plans/plan-1/tasks',
    });
    const { gateway, received } = await aGraph(() => aMessage(1));
    const looked: string[] = [];
    await notify(aNotification(subscription, { resource: 'planner/tasks/task-1' }));
    await lab.deliver('plan', gateway, {
      onPlanChanged: async (planId) => void looked.push(planId),
    });

    expect(looked).toEqual(['plan-1']);
    expect(received).toEqual([]);
    expect(await lab.events()).toEqual([]);
    expect(await lab.waitingChanges('plan')).toBe(0);
  });
});

test('what a look after missed notifications has found goes the same way', async () => {
  const { gateway } = await aGraph(() => aMessage(5));
  const change = {
    changeType: 'updated' as const,
    resource: `users/${personId}/messages/message-1`,
    version: 'W/"5"',
    about: {
      kind: 'mail',
      resourceId: 'message-1',
      watched: 'users/ada@example.com/messages',
      at: Date.now(),
    },
  };
  expect(await lab.waiting.add(mail.name, [change, change])).toBe(1);
  await lab.deliver(mail.name, gateway);
  expect(await lab.waiting.add(mail.name, [change])).toBe(0);
  expect(await lab.events()).toMatchObject([{ resourceData: { subject: 'Version 5' } }]);
});
