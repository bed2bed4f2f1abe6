import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { createSubscriptionActivities } from '../../../activities/subscription-activities.js';
import type { WatchRequest } from '../../../src/domain/subscriptions/watch-request.js';
import { createConfiguredSubscriptions } from '../../../src/subscriptions/configured-subscriptions.js';
import { createStandingSubscriptions } from '../../../src/subscriptions/standing-subscriptions.js';
import { createSubscriptionControl } from '../../../src/subscriptions/subscription-control.js';
import { createAwayTime } from '../../../src/subscriptions/away-time.js';
import { subscriptionName } from '../../../src/subscriptions/subscription-name.js';
import { registerSearchAttributes } from '../../../src/temporal/search-attributes.js';
import {
  createSubscriptionFlows,
  type SubscriptionFlows,
} from '../../../src/temporal/subscription-flows.js';
import { subscriptionId } from '../../../workflows/subscription/contract.js';
import { bundleWorkflows, quietRuntime } from '../workflows/workflow-lab.js';
import { aSubscriptionLab, type SubscriptionLab } from './subscription-lab.js';
import { waitingAccounts } from '../../../src/tasks/account-state.js';

const wait = { timeout: 20_000, interval: 30 };
const taskQueue = `test-${randomUUID()}`;
let lab: SubscriptionLab;
let flows: SubscriptionFlows;
let client: Client;
let close: () => Promise<void>;

beforeAll(async () => {
  quietRuntime();
  const address = inject('temporalAddress');
  const [subscriptions, workflowBundle, native, connection] = await Promise.all([
    aSubscriptionLab(),
    bundleWorkflows(new URL('../../../workflows/index.ts', import.meta.url)),
    NativeConnection.connect({ address }),
    Connection.connect({ address }),
  ]);
  lab = subscriptions;
  await registerSearchAttributes(connection, 'default');
  client = new Client({ connection });
  const { namespace } = lab.store.keys;
  flows = createSubscriptionFlows({ client, namespace, taskQueue, deadlineMs: 10_000 });
  const worker = await Worker.create({
    connection: native,
    taskQueue,
    workflowBundle,
    shutdownForceTime: 2_000,
    activities: {
      ...createSubscriptionActivities(lab.steps),
      deliverChanges: async () => ({ left: 0 }),
    },
  });
  const running = worker.run();
  close = async () => {
    for (const name of (await lab.steps.wanted.all()).keys()) await end(name);
    worker.shutdown();
    await running;
    await native.close();
    await connection.close();
    await lab.close();
  };
});
afterAll(() => close());

beforeEach(async () => {
  for (const name of (await lab.steps.wanted.all()).keys()) {
    await lab.unwant(name);
    await flows.unsubscribe(name);
  }
  await vi.waitFor(async () => expect(await lab.atGraph()).toEqual([]), wait);
  await vi.waitFor(async () => expect((await lab.steps.wanted.all()).size).toBe(0), wait);
  await lab.store.redis.del(lab.store.keys.config);
});

const handleOf = (name: string) =>
  client.workflow.getHandle(subscriptionId(lab.store.keys.namespace, name));
const end = async (name: string) => {
  await handleOf(name)
    .terminate()
    .catch(() => undefined);
};
const control = (publicBaseUrl: string | null = lab.receiver.url) =>
  createSubscriptionControl({ ...lab.steps, flows, publicBaseUrl, now: Date.now });
const untilActive = async (id: string) =>
  vi.waitFor(async () => {
    const { subscriptions } = await control().list();
    const found = subscriptions.find((one) => one.id === id);
    expect(found?.state).toBe('active');
    return found;
  }, wait);
/** What a server does at boot and every minute. */
const standing = (requests: readonly WatchRequest[]) =>
  createStandingSubscriptions({
    ...lab.steps,
    configured: createConfiguredSubscriptions({ ...lab.store, ...lab.steps, requests }),
    away: createAwayTime({ ...lab.store, now: Date.now }),
    flows,
    waitingAmong: (ids) => waitingAccounts(lab.store, ids),
  });
const users: WatchRequest = {
  resource: 'users',
  changeTypes: ['updated', 'deleted'],
  includeResourceData: false,
};
const groups: WatchRequest = { ...users, resource: 'groups' };

describe('a subscription that an agent asks for', () => {
  it('is made, shown without a secret, renewed on request and removed', async () => {
    const made = await control().subscribe({ resource: '/Users' }, 'agent-1');
    expect(made).toMatchObject({
      resource: 'users',
      kind: 'users',
      changeTypes: ['updated', 'deleted'],
      origin: 'operation',
      by: 'agent-1',
      state: 'creating',
    });
    const active = await untilActive(made.id);
    const [atGraph] = await lab.atGraph();
    expect(active?.expiresAt).toBe(atGraph?.expirationDateTime);
    expect(JSON.stringify(await control().list())).not.toContain(atGraph?.clientState);
    expect(await control().subscribe({ resource: 'users' }, 'agent-2')).toMatchObject({
      state: 'active',
      by: 'agent-1',
    });

    await control().renewNow(made.id);
    await vi.waitFor(async () => {
      const [renewed] = await lab.atGraph();
      expect(renewed?.expirationDateTime).not.toBe(atGraph?.expirationDateTime);
    }, wait);

    expect(await control().unsubscribe(made.id)).toMatchObject({ state: 'removing' });
    await handleOf(made.id).result();
    expect(await lab.atGraph()).toEqual([]);
    expect((await control().list()).subscriptions).toEqual([]);
  });

  it('takes other kinds of change when somebody asks for others', async () => {
    const { id } = await control().subscribe({ resource: 'users' }, 'agent');
    await untilActive(id);
    await control().subscribe({ resource: 'users', changeTypes: ['deleted'] }, 'agent');
    await vi.waitFor(async () => {
      expect(await lab.atGraph()).toMatchObject([{ changeType: 'deleted' }]);
    }, wait);
  });

  it('comes back when it is wanted again while it is being removed', async () => {
    const { id } = await control().subscribe({ resource: 'users' }, 'agent');
    await untilActive(id);
    await control().unsubscribe(id);
    await control().subscribe({ resource: 'users' }, 'agent');
    await untilActive(id);
    expect(await lab.atGraph()).toHaveLength(1);
  });

  it.each([
    [
      'planner/plans/x/tasks',
      /of Planner, for which Graph has no change notifications.*plans are watched/,
    ],
    ['me/messages', /users\/\{id\}/],
    ['drives/1/root', /Possible: users\/\{user\}\/messages/],
    ['users/x/messages?$filter=a', /without query/],
    ['groups/g/conversations', /signed-in users only/],
  ])('is refused for %s, with what is possible', async (resource, words) => {
    await expect(control().subscribe({ resource }, 'agent')).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringMatching(words),
    });
  });

  it('is refused for changes that the resource does not have, and without a public address', async () => {
    await expect(
      control().subscribe({ resource: 'users', changeTypes: ['created'] }, 'agent'),
    ).rejects.toMatchObject({ extra: { errors: [{ field: 'changeTypes' }] } });
    await expect(
      control().subscribe({ resource: 'users', includeResourceData: true }, 'agent'),
    ).rejects.toMatchObject({ extra: { errors: [{ field: 'includeResourceData' }] } });
    await expect(control(null).subscribe({ resource: 'users' }, 'agent')).rejects.toMatchObject({
      code: 'no_public_address',
    });
    await expect(control().renewNow('nobody')).rejects.toMatchObject({
      code: 'subscription_not_found',
    });
  });
});

describe('what stands at boot and every minute', () => {
  it('is what SUBSCRIPTIONS names; what is dropped there is unsubscribed', async () => {
    await standing([users, groups])();
    await untilActive(subscriptionName('users'));
    await untilActive(subscriptionName('groups'));
    await standing([groups])();
    await vi.waitFor(async () => {
      expect((await lab.atGraph()).map(({ resource }) => resource)).toEqual(['groups']);
    }, wait);
    await expect(control().unsubscribe(subscriptionName('groups'))).rejects.toMatchObject({
      code: 'subscription_configured',
    });
  });

  it('is not undone by a replica that was started before with another list', async () => {
    const older = standing([users]);
    await older();
    await untilActive(subscriptionName('users'));
    await standing([groups])();
    await older();
    await untilActive(subscriptionName('groups'));
    await vi.waitFor(async () => {
      expect((await lab.atGraph()).map(({ resource }) => resource)).toEqual(['groups']);
    }, wait);
  });

  it('is asked for what was missed when no server was there for longer than Graph tries to deliver', async () => {
    await standing([users])();
    const name = subscriptionName('users');
    await untilActive(name);
    const coveredAt = async () => (await lab.steps.marks.read(name))?.coveredAt ?? 0;
    const before = await coveredAt();
    await standing([users])();
    const wentAt = (hours: number) =>
      lab.store.redis.hset(
        lab.store.keys.webhookCounters,
        'upAt',
        new Date(Date.now() - hours * 3_600_000).toISOString(),
      );
    await wentAt(2);
    await standing([users])();
    expect(await coveredAt()).toBe(before);
    await wentAt(9);
    await standing([users])();
    await vi.waitFor(async () => expect(await coveredAt()).toBeGreaterThan(before), wait);
  });

  it('is made whole again after Temporal lost everything, with the subscription that Graph has', async () => {
    const boot = standing([users]);
    await boot();
    const name = subscriptionName('users');
    await untilActive(name);
    const [before] = await lab.atGraph();
    await end(name);
    await boot();
    await vi.waitFor(async () => {
      expect((await handleOf(name).describe()).status.name).toBe('RUNNING');
    }, wait);
    await untilActive(name);
    expect(await lab.atGraph()).toMatchObject([{ id: before?.id }]);
  });
});
