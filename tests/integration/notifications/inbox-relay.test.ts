import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Verdict } from '../../../src/notifications/validation-tokens.js';
import {
  aLifecycleNotice,
  aNotification,
  aNotificationLab,
  FakeFlows,
  type NotificationLab,
} from './notification-lab.js';

const wait = { timeout: 10_000, interval: 10 };
let lab: NotificationLab;
let flows: FakeFlows;

beforeEach(async () => {
  lab = await aNotificationLab();
  flows = new FakeFlows();
});
afterEach(() => lab.close());

const isMoved = () => vi.waitFor(async () => expect(await lab.inboxLength()).toBe(0), wait);

describe('what was accepted', () => {
  test('comes to the changes of its subscription at once, and its flow is told', async () => {
    const mail = await lab.subscribe();
    lab.startRelay(flows);
    await lab.accept({ value: [aNotification(mail)] });
    await vi.waitFor(() => expect(flows.signalled).toEqual([mail.name]), wait);

    expect(await lab.waitingChanges(mail.name)).toBe(1);
    expect(await lab.inboxLength()).toBe(0);
  });

  test('is one change, and few signals, however often the same resource changed', async () => {
    const mail = await lab.subscribe();
    for (let at = 0; at < 100; at += 1) await lab.accept({ value: [aNotification(mail)] });
    lab.startRelay(flows);
    await isMoved();

    expect(await lab.waitingChanges(mail.name)).toBe(1);
    expect(flows.signalled.length).toBeLessThanOrEqual(2);
  });

  test('is counted once when Graph sends it again, and not when it is another change', async () => {
    const mail = await lab.subscribe();
    const first = aNotification(mail, { etag: 'W/"1"' });
    await lab.accept({ value: [first, first, aNotification(mail, { etag: 'W/"2"' })] });
    lab.startRelay(flows);
    await isMoved();

    expect(await lab.count('repeated')).toBe(1);
    expect(await lab.count('accepted')).toBe(3);
  });

  test('a change without etag and id is never taken for a repetition', async () => {
    const mail = await lab.subscribe();
    const bare = aNotification(mail, { etag: null });
    await lab.accept({ value: [bare, bare] });
    lab.startRelay(flows);
    await isMoved();

    expect(await lab.count('repeated')).toBe(0);
  });

  test('is moved while Temporal is away, and its flow is told when it is back', async () => {
    const mail = await lab.subscribe();
    flows.accept = () => {
      throw new Error('unavailable');
    };
    const relay = lab.startRelay(flows);
    await lab.accept({ value: [aNotification(mail), aLifecycleNotice(mail)] });
    await vi.waitFor(async () => expect(await lab.waitingChanges(mail.name)).toBe(1), wait);
    await vi.waitFor(() => expect(relay.outage()).toContain('Temporal is away'), wait);
    // What Graph said about the subscription itself stays until its flow has it.
    expect(await lab.inboxLength()).toBe(1);

    flows.accept = () => {};
    await isMoved();
    await vi.waitFor(() => expect(flows.signalled).toContain(mail.name), wait);
    expect(flows.told).toEqual([{ name: mail.name, event: 'missed', subscriptionId: mail.id }]);
    expect(relay.outage()).toBeNull();
  });

  test('of something missed waits for a flow that is started anew, and for no flow of what was given up', async () => {
    const mail = await lab.subscribe();
    const given = await lab.subscribe();
    flows.isRunning = false;
    const relay = lab.startRelay(flows);
    await lab.accept({
      value: [
        aLifecycleNotice(mail),
        aLifecycleNotice(given),
        aLifecycleNotice(mail, 'reauthorizationRequired'),
      ],
    });
    await vi.waitFor(async () => expect(await lab.inboxLength()).toBe(2), wait);
    expect(relay.outage()).toBeNull();
    await lab.redis.hdel(lab.keys.subscriptions, given.id);
    await vi.waitFor(async () => expect(await lab.inboxLength()).toBe(1), wait);

    flows.isRunning = true;
    await isMoved();
    expect(flows.told.at(-1)).toEqual({
      name: mail.name,
      event: 'missed',
      subscriptionId: mail.id,
    });
  });

  test('is moved once by several replicas', async () => {
    const mail = await lab.subscribe();
    for (let at = 0; at < 3; at += 1) lab.startRelay(flows);
    const ids = Array.from({ length: 300 }, (_, at) => `message-${String(at)}`);
    await Promise.all(
      ids.map((messageId) => lab.accept({ value: [aNotification(mail, { messageId })] })),
    );
    await isMoved();

    expect(await lab.waitingChanges(mail.name)).toBe(300);
    expect(await lab.count('repeated')).toBe(0);
  });

  test('is taken up from a replica that died with it', async () => {
    const mail = await lab.subscribe();
    await lab.accept({ value: [aNotification(mail)] });
    const { redis, keys } = lab;
    await redis.xgroup('CREATE', keys.inbox, 'relay', '0');
    await redis.xreadgroup('GROUP', 'relay', 'dead', 'STREAMS', keys.inbox, '>');
    const pending = (await redis.xpending(keys.inbox, 'relay', '-', '+', 1)) as [string][];
    const entryId = pending[0]?.[0] ?? '';
    await redis.xclaim(keys.inbox, 'relay', 'dead', 0, entryId, 'IDLE', 40_000, 'JUSTID');
    lab.startRelay(flows);
    await isMoved();

    expect(await lab.waitingChanges(mail.name)).toBe(1);
  });

  test('is moved after a restart that left it half done', async () => {
    const mail = await lab.subscribe();
    await lab.accept({ value: [aNotification(mail)] });
    const { redis, keys } = lab;
    await redis.xgroup('CREATE', keys.inbox, 'relay', '0');
    await redis.xreadgroup('GROUP', 'relay', 'this-one', 'STREAMS', keys.inbox, '>');
    lab.startRelay(flows, { consumer: 'this-one' });
    await isMoved();

    expect(await lab.waitingChanges(mail.name)).toBe(1);
  });

  test('an entry that nobody can read is dropped and counted', async () => {
    const mail = await lab.subscribe();
    await lab.redis.xadd(
      lab.keys.inbox,
      '*',
      'subscription',
      's',
      'name',
      'n',
      'kind',
      'change',
      'json',
      '{',
    );
    await lab.accept({ value: [aNotification(mail)] });
    lab.startRelay(flows);
    await isMoved();

    expect(await lab.count('unreadable')).toBe(1);
    expect(await lab.waitingChanges(mail.name)).toBe(1);
  });
});

describe('encrypted content', () => {
  const encryptedContent = {
    data: 'AAAA',
    dataKey: 'AAAA',
    dataSignature: 'AAAA',
    encryptionCertificateId: 'c',
  };

  test('is dropped where Microsoft does not vouch for it; the rest of the POST is not', async () => {
    const mail = await lab.subscribe();
    await lab.accept({
      value: [
        aNotification(mail, { messageId: 'forged', encryptedContent }),
        aNotification(mail, { messageId: 'plain' }),
      ],
      validationTokens: ['forged-token'],
    });
    lab.startRelay(flows, { tokens: { verify: async () => 'invalid' } });
    await isMoved();

    expect(await lab.redis.hkeys(lab.keys.subscriptionChanges(mail.name))).toEqual([
      expect.stringContaining('plain'),
    ]);
    expect(await lab.count('invalidToken')).toBe(1);
    expect((await lab.log())[0]).toMatchObject({
      outcome: 'invalid_token',
      subscription: mail.name,
    });
  });

  test('for which nothing vouches is left out, and the change is asked for', async () => {
    const mail = await lab.subscribe();
    lab.startRelay(flows, { tokens: { verify: async () => 'invalid' } });
    await lab.accept({ value: [aNotification(mail, { encryptedContent })] });
    await isMoved();

    const { taken } = await lab.waiting.take(mail.name, 1);
    expect(taken).toHaveLength(1);
    expect(taken[0]?.about.encrypted).toBeUndefined();
  });

  test('waits while the keys of the sign-in service cannot be had, and holds up nothing else', async () => {
    const mail = await lab.subscribe();
    let verdict: Verdict = 'unknown';
    lab.startRelay(flows, { tokens: { verify: async () => verdict } });
    await lab.accept({
      value: [aNotification(mail, { messageId: 'rich', encryptedContent })],
      validationTokens: ['token'],
    });
    await lab.accept({ value: [aNotification(mail, { messageId: 'plain' })] });
    await vi.waitFor(async () => expect(await lab.waitingChanges(mail.name)).toBe(1), wait);
    expect(await lab.inboxLength()).toBe(1);

    verdict = 'valid';
    await isMoved();
    expect(await lab.waitingChanges(mail.name)).toBe(2);
  });

  test('does not hold up the rest of its POST while the sign-in service does not answer', async () => {
    const mail = await lab.subscribe();
    let answer: (verdict: Verdict) => void = () => {};
    const silent = new Promise<Verdict>((resolve) => {
      answer = resolve;
    });
    lab.startRelay(flows, { tokens: { verify: () => silent } });
    await lab.accept({
      value: [
        aNotification(mail, { messageId: 'rich', encryptedContent }),
        aNotification(mail, { messageId: 'plain' }),
      ],
      validationTokens: ['token'],
    });
    await vi.waitFor(async () => expect(await lab.waitingChanges(mail.name)).toBe(1), wait);

    answer('valid');
    await isMoved();
    expect(await lab.waitingChanges(mail.name)).toBe(2);
  });
});
