import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSubscriptionClient } from '../../../src/graph/subscriptions/subscription-client.js';
import { ensureSubscription } from '../../../src/subscriptions/ensure-subscription.js';
import { removeSubscription } from '../../../src/subscriptions/remove-subscription.js';
import {
  reauthorizeSubscription,
  renewSubscription,
} from '../../../src/subscriptions/renew-subscription.js';
import { aSubscriptionLab, type SubscriptionLab } from './subscription-lab.js';

let lab: SubscriptionLab;
beforeAll(async () => {
  lab = await aSubscriptionLab();
});
afterAll(() => lab.close());

beforeEach(async () => {
  lab.receiver.behave({ handshake: 'right' });
  await lab.graph.clearFaults();
  const { redis, keys } = lab.store;
  await redis.del(
    keys.subscriptions,
    keys.subscriptionDrafts,
    keys.subscriptionsWanted,
    keys.subscriptionMarks,
    keys.webhookStatus,
    keys.openAlerts,
  );
  const client = createSubscriptionClient(lab.graph.gateway);
  for (const { id } of await lab.atGraph()) await client.delete(id);
});

const ensure = (name: string) => ensureSubscription(lab.steps, name);
const statusOf = async (resource: string) => lab.steps.statuses.read(resource);
const openAlerts = async () => {
  const found = await lab.store.redis.hvals(lab.store.keys.openAlerts);
  return found.map((json) => JSON.parse(json) as { kind: string; subject: string; advice: string });
};
const messages = (at = 0) => `users/${lab.personId(at)}/messages`;

describe('making a subscription', () => {
  it('asks for the longest life, with both addresses and a secret that is kept nowhere', async () => {
    const name = await lab.want(messages());
    const outcome = await ensure(name);
    const [made] = await lab.atGraph();
    expect(made).toMatchObject({
      resource: messages(),
      changeType: 'created,updated,deleted',
      notificationUrl: `${lab.receiver.url}/api/graph_webhook`,
      lifecycleNotificationUrl: `${lab.receiver.url}/api/graph_webhook/lifecycle`,
    });
    if (made === undefined) throw new Error('nothing was made');
    expect(outcome).toMatchObject({ kind: 'standing', subscriptionId: made.id, mustResync: false });
    expect(Date.parse(made.expirationDateTime) - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
    expect(made.clientState).toMatch(/^[\w-]{43}$/);
    expect(await lab.knowsSecretOf(made)).toBe(true);
    const everything = await Promise.all(
      [lab.store.keys.subscriptions, lab.store.keys.webhookStatus].map((key) =>
        lab.store.redis.hgetall(key),
      ),
    );
    expect(JSON.stringify([everything, outcome])).not.toContain(made.clientState);
    expect(await statusOf(messages())).toMatchObject({
      name,
      state: 'active',
      expiresAt: made.expirationDateTime,
      address: lab.receiver.url,
      error: null,
    });
  });

  it('is done once, however often it is asked for', async () => {
    const name = await lab.want('users');
    const first = await ensure(name);
    expect(await ensure(name)).toEqual({ ...first, isFresh: false });
    expect(await lab.atGraph()).toHaveLength(1);
  });

  it('is not done twice when Graph’s answer is lost: what was made is adopted', async () => {
    const name = await lab.want(messages());
    await lab.graph.addFault({
      match: { method: 'POST', path: '/subscriptions$' },
      effect: { kind: 'dropAnswer' },
      times: 1,
    });
    await expect(ensure(name)).rejects.toMatchObject({ name: 'GraphError' });
    const [made] = await lab.atGraph();
    if (made === undefined) throw new Error('nothing was made');
    // A notification that comes now is known by its draft.
    expect(await lab.store.redis.hexists(lab.store.keys.subscriptionDrafts, name)).toBe(1);
    expect(await ensure(name)).toMatchObject({ kind: 'standing', subscriptionId: made.id });
    expect(await lab.atGraph()).toHaveLength(1);
    expect(await lab.knowsSecretOf(made)).toBe(true);
    expect(await lab.store.redis.hlen(lab.store.keys.subscriptionDrafts)).toBe(0);
  });

  it('is not done twice when the worker dies before it has written down what Graph made', async () => {
    const name = await lab.want(messages());
    const dying = {
      ...lab.steps,
      rows: { ...lab.steps.rows, adopt: () => Promise.reject(new Error('killed')) },
    };
    await expect(ensureSubscription(dying, name)).rejects.toThrow('killed');
    const [made] = await lab.atGraph();
    expect(await ensure(name)).toMatchObject({ kind: 'standing', subscriptionId: made?.id });
    expect(await lab.atGraph()).toHaveLength(1);
    if (made !== undefined) expect(await lab.knowsSecretOf(made)).toBe(true);
  });

  it('is done anew where a secret may be another’s: after two answers were lost, or Redis was emptied', async () => {
    const name = await lab.want(messages());
    await lab.graph.addFault({
      match: { method: 'POST', path: '/subscriptions$' },
      effect: { kind: 'close' },
      times: 1,
    });
    await expect(ensure(name)).rejects.toMatchObject({ code: 'unreachable' });
    await lab.graph.addFault({
      match: { method: 'POST', path: '/subscriptions$' },
      effect: { kind: 'dropAnswer' },
      times: 1,
    });
    await expect(ensure(name)).rejects.toMatchObject({ name: 'GraphError' });
    const [unsure] = await lab.atGraph();
    await ensure(name);
    const [made, ...others] = await lab.atGraph();
    expect(others).toEqual([]);
    if (made === undefined) throw new Error('nothing was made');
    expect(made.id).not.toBe(unsure?.id);
    expect(await lab.knowsSecretOf(made)).toBe(true);

    await lab.store.redis.del(lab.store.keys.subscriptions);
    await ensure(name);
    const [anew, ...more] = await lab.atGraph();
    expect(more).toEqual([]);
    expect(anew?.id).not.toBe(made.id);
    if (anew !== undefined) expect(await lab.knowsSecretOf(anew)).toBe(true);
  });

  it('takes the place of one that says something else, and has what was missed looked for', async () => {
    const name = await lab.want(messages());
    await ensure(name);
    await lab.want(messages(), { changeTypes: ['created'] });
    expect(await ensure(name)).toMatchObject({ kind: 'standing', mustResync: true });
    expect(await lab.atGraph()).toMatchObject([{ changeType: 'created' }]);
  });

  it('takes the place of one that notifies an earlier address', async () => {
    const name = await lab.want('users');
    await ensure(name);
    const moved = lab.deps({ publicBaseUrl: lab.receiver.url.replace('localhost', '127.0.0.1') });
    expect(await ensureSubscription(moved, name)).toMatchObject({ kind: 'standing' });
    expect(await lab.atGraph()).toMatchObject([
      { notificationUrl: expect.stringContaining('127.0.0.1') },
    ]);
  });

  it('clears away what is at our address and nobody here knows', async () => {
    const client = createSubscriptionClient(lab.graph.gateway);
    const stray = {
      resource: messages(1),
      changeType: 'created',
      notificationUrl: `${lab.receiver.url}/api/graph_webhook`,
      lifecycleNotificationUrl: `${lab.receiver.url}/api/graph_webhook/lifecycle`,
      clientState: 'lost',
      expiresAt: Date.now() + 3_600_000,
      certificate: null,
    };
    await client.create(stray);
    const elsewhere = `${lab.receiver.url}/somebody-else`;
    await client.create({
      ...stray,
      resource: 'groups',
      changeType: 'updated',
      notificationUrl: elsewhere,
    });
    await ensure(await lab.want('users'));
    const left = (await lab.atGraph()).map(({ resource }) => resource);
    expect(left.toSorted()).toEqual(['groups', 'users']);
  });

  it('asks for encrypted data with a certificate, and shows when that was exchanged', async () => {
    const chats = (await lab.graph.asPerson('GET', '/me/chats')) as { value: { id: string }[] };
    const name = await lab.want(`chats/${chats.value[0]?.id ?? ''}/messages`, {
      includeResourceData: true,
    });
    await ensure(name);
    const { id } = await lab.steps.currentCertificate();
    expect(await lab.atGraph()).toMatchObject([
      { includeResourceData: true, encryptionCertificateId: id },
    ]);
    const rotated = {
      ...lab.steps,
      currentCertificate: async () => ({ ...(await lab.steps.currentCertificate()), id: 'next' }),
    };
    const outcome = await ensureSubscription(rotated, name);
    if (outcome.kind !== 'standing') throw new Error(outcome.kind);
    expect(outcome.mustRenew).toBe(true);
    await renewSubscription(rotated, { name, subscriptionId: outcome.subscriptionId });
    expect(await lab.atGraph()).toMatchObject([{ encryptionCertificateId: 'next' }]);
    expect(await ensureSubscription(rotated, name)).toMatchObject({ mustRenew: false });
  });

  it('does nothing without a public address, and says what is missing', async () => {
    const name = await lab.want('users');
    const deps = lab.deps({ publicBaseUrl: null });
    expect(await ensureSubscription(deps, name)).toMatchObject({ reason: 'no_address' });
    expect(await lab.atGraph()).toEqual([]);
    expect(await statusOf('users')).toMatchObject({
      state: 'no_address',
      error: expect.stringContaining('PUBLIC_BASE_URL'),
    });
    expect(await openAlerts()).toEqual([]);
  });
});

describe('what Graph refuses', () => {
  it('for want of a handshake is told with what to check, and is over when it succeeds', async () => {
    lab.receiver.behave({ handshake: { status: 403 } });
    const name = await lab.want('users');
    expect(await ensure(name)).toMatchObject({ kind: 'refused', reason: 'address_unreachable' });
    expect(await statusOf('users')).toMatchObject({
      state: 'address_unreachable',
      error: expect.stringMatching(/validation.*PUBLIC_BASE_URL/s),
    });
    expect(await openAlerts()).toMatchObject([
      { kind: 'subscription_failing', subject: 'users', advice: expect.stringContaining('tunnel') },
    ]);
    lab.receiver.behave({ handshake: 'right' });
    expect(await ensure(name)).toMatchObject({ kind: 'standing' });
    expect(await statusOf('users')).toMatchObject({ state: 'active', error: null });
    expect(await openAlerts()).toEqual([]);
  });

  it('for want of a permission names the permission', async () => {
    await lab.graph.settings({ appRoles: ['User.Read.All'] });
    try {
      const name = await lab.want(messages());
      expect(await ensure(name)).toMatchObject({ kind: 'refused', reason: 'permission_lost' });
      expect(await openAlerts()).toMatchObject([{ advice: expect.stringContaining('Mail.Read') }]);
    } finally {
      await lab.graph.settings({
        appRoles: ['User.Read.All', 'Group.Read.All', 'Mail.Read', 'Chat.Read.All'],
      });
    }
  });

  it('for too many subscriptions is told as a quota', async () => {
    await lab.graph.settings({ subscriptionLimits: { outlookPerMailbox: 1 } });
    try {
      await ensure(await lab.want(messages(), { changeTypes: ['created'] }));
      const inbox = `users/${lab.personId()}/mailFolders/inbox/messages`;
      expect(await ensure(await lab.want(inbox))).toMatchObject({
        kind: 'refused',
        reason: 'quota',
      });
      expect(await statusOf(inbox)).toMatchObject({
        state: 'quota',
        error: expect.stringContaining('limit of 1'),
      });
    } finally {
      await lab.graph.settings({ subscriptionLimits: { outlookPerMailbox: 1_000 } });
    }
  });

  it('because another program of the app registration has it leaves that one alone', async () => {
    await createSubscriptionClient(lab.graph.gateway).create({
      resource: 'users',
      changeType: 'updated,deleted',
      notificationUrl: `${lab.receiver.url}/staging`,
      lifecycleNotificationUrl: `${lab.receiver.url}/staging`,
      clientState: 'theirs',
      expiresAt: Date.now() + 3_600_000,
      certificate: null,
    });
    expect(await ensure(await lab.want('users'))).toMatchObject({ reason: 'duplicate' });
    expect(await lab.atGraph()).toMatchObject([{ clientState: 'theirs' }]);
    expect(await statusOf('users')).toMatchObject({ error: expect.stringContaining('localhost') });
  });

  it('because it is ours under another spelling says which', async () => {
    const path = `/users/${lab.personId()}`;
    const { body } = await lab.graph.gateway.send({ method: 'GET', path });
    const mail = (body as { userPrincipalName: string }).userPrincipalName;
    await ensure(await lab.want(messages()));
    const outcome = await ensure(await lab.want(`users/${mail}/messages`));
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'duplicate' });
    expect(await statusOf(`users/${mail}/messages`)).toMatchObject({
      error: expect.stringContaining(messages()),
    });
    expect(await lab.atGraph()).toHaveLength(1);
  });

  it('because there is no such person is told as a rejection', async () => {
    const nobody = 'users/00000000-0000-4000-8000-000000000000/messages';
    expect(await ensure(await lab.want(nobody))).toMatchObject({ reason: 'rejected' });
  });

  it('only now, is for Temporal to try again, and stands in the status meanwhile', async () => {
    await lab.graph.addFault({
      match: { method: 'POST', path: '/subscriptions$' },
      effect: { kind: 'status', status: 429, retryAfter: 17 },
      times: 1,
    });
    const name = await lab.want('users');
    // Through a gateway of its own: after that answer it lets nothing more through for a while.
    const throttled = ensureSubscription(lab.deps({ connection: {} }), name);
    await expect(throttled).rejects.toMatchObject({ code: 'throttled', retryAfterMs: 17_000 });
    expect((await statusOf('users'))?.error).toContain('429');
    expect(await openAlerts()).toEqual([]);
    await ensure(name);
    expect(await statusOf('users')).toMatchObject({ state: 'active', error: null });
  });
});

describe('keeping a subscription', () => {
  const made = async (resource: string) => {
    const name = await lab.want(resource);
    const outcome = await ensure(name);
    if (outcome.kind !== 'standing') throw new Error(outcome.kind);
    return { name, subscriptionId: outcome.subscriptionId };
  };

  it('moves its end when it is renewed', async () => {
    const known = await made('users');
    const [before] = await lab.atGraph();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await renewSubscription(lab.steps, known)).toMatchObject({ kind: 'standing' });
    const [after] = await lab.atGraph();
    expect(Date.parse(after?.expirationDateTime ?? '')).toBeGreaterThan(
      Date.parse(before?.expirationDateTime ?? ''),
    );
    expect((await statusOf('users'))?.expiresAt).toBe(after?.expirationDateTime);
  });

  it('is authorized anew without moving it', async () => {
    const known = await made('users');
    const [before] = await lab.atGraph();
    expect(await reauthorizeSubscription(lab.steps, known)).toEqual({ kind: 'reauthorized' });
    expect((await lab.atGraph())[0]?.expirationDateTime).toBe(before?.expirationDateTime);
  });

  it('notices that Graph does not have it any more, and makes it anew with what was missed looked for', async () => {
    const known = await made('users');
    await createSubscriptionClient(lab.graph.gateway).delete(known.subscriptionId);
    expect(await renewSubscription(lab.steps, known)).toEqual({ kind: 'gone' });
    expect(await ensure(known.name)).toMatchObject({ kind: 'standing', mustResync: true });
  });

  it('notices that the permission was taken away', async () => {
    const known = await made('groups');
    await lab.graph.settings({ appRoles: ['User.Read.All'] });
    try {
      expect(await renewSubscription(lab.steps, known)).toMatchObject({
        reason: 'permission_lost',
      });
      expect(await statusOf('groups')).toMatchObject({ state: 'permission_lost' });
    } finally {
      await lab.graph.settings({
        appRoles: ['User.Read.All', 'Group.Read.All', 'Mail.Read', 'Chat.Read.All'],
      });
    }
  });
});

describe('a subscription that nobody wants any more', () => {
  it('is deleted at Graph and leaves nothing behind', async () => {
    const { redis, keys } = lab.store;
    const name = await lab.want(messages());
    await ensure(name);
    await lab.steps.addChanges(name, {
      kind: 'mail',
      watched: messages(),
      changes: [
        { changeType: 'created', resource: `${messages()}/1`, resourceId: '1', version: null },
      ],
    });
    await lab.unwant(name);
    expect(await ensure(name)).toEqual({ kind: 'unwanted' });
    expect(await removeSubscription(lab.steps, name)).toEqual({ kind: 'removed' });
    expect(await lab.atGraph()).toEqual([]);
    for (const key of [
      keys.subscriptions,
      keys.subscriptionsWanted,
      keys.subscriptionMarks,
      keys.webhookStatus,
      keys.subscriptionChanges(name),
    ]) {
      expect(await redis.exists(key), key).toBe(0);
    }
    expect(await removeSubscription(lab.steps, name)).toEqual({ kind: 'removed' });
  });

  it('is deleted also where Graph’s answer to its making was never heard', async () => {
    const name = await lab.want('users');
    await lab.graph.addFault({
      match: { method: 'POST', path: '/subscriptions$' },
      effect: { kind: 'dropAnswer' },
      times: 1,
    });
    await expect(ensure(name)).rejects.toThrow();
    await lab.unwant(name);
    expect(await removeSubscription(lab.steps, name)).toEqual({ kind: 'removed' });
    expect(await lab.atGraph()).toEqual([]);
  });

  it('stays when somebody wants it again meanwhile', async () => {
    const name = await lab.want('users');
    await ensure(name);
    expect(await removeSubscription(lab.steps, name)).toEqual({ kind: 'wanted' });
    expect(await lab.atGraph()).toHaveLength(1);
  });
});
