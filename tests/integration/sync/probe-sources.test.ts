import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { planTasksResource } from '../../../src/domain/watch-source.js';
import { createPlannerDelta } from '../../../src/graph/planner/planner-delta-client.js';
import { trySubscription } from '../../../src/graph/planner/try-subscription.js';
import { createPlanSubscriptions } from '../../../src/subscriptions/plan-subscriptions.js';
import { subscriptionName } from '../../../src/subscriptions/subscription-name.js';
import { createWantedSubscriptions } from '../../../src/subscriptions/wanted-subscriptions.js';
import { probeSources, type ProbeDeps } from '../../../src/sync/sources/probe-sources.js';
import { createSourceStore, readCapabilities } from '../../../src/sync/sources/source-store.js';
import { createLinkedPlans } from '../../../src/tasks/linked-plans.js';
import { startGraphLab, type GraphLab } from '../graph/graph-lab.js';
import { openSyncLab, type SyncLab } from './sync-lab.js';

let graph: GraphLab;
let lab: SyncLab;
/** Shakes hands as the product's endpoint does. */
let endpoint: Server;

beforeAll(async () => {
  graph = await startGraphLab({ allowHttpNotificationUrl: true });
  endpoint = createServer((request, response) => {
    const token = new URL(request.url ?? '', 'http://localhost').searchParams.get(
      'validationToken',
    );
    response.writeHead(200, { 'Content-Type': 'text/plain' }).end(token);
  }).listen(0, '127.0.0.1');
  await once(endpoint, 'listening');
});
afterAll(async () => {
  endpoint.close();
  await graph.close();
});
beforeEach(async () => {
  await graph.clearFaults();
  await graph.settings({ plannerSubscriptions: false });
  lab = await openSyncLab(graph);
  return () => lab.leave();
});

const settings = { isDeltaOn: true, settings: 'these' };
const store = (given = settings) => createSourceStore({ ...lab, ...given, now: Date.now });

function probe(deps: Partial<ProbeDeps> = {}) {
  const { port } = endpoint.address() as AddressInfo;
  return probeSources(
    {
      linked: createLinkedPlans(lab),
      store: store(),
      trySubscription: (planId) =>
        trySubscription(graph.gateway, {
          resource: planTasksResource(planId),
          notificationUrl: `http://127.0.0.1:${String(port)}/api/graph_webhook`,
          clientState: 'nobody knows',
          now: Date.now(),
        }),
      delta: createPlannerDelta(graph.gateway),
      now: Date.now,
      ...deps,
    },
    'app',
  );
}

async function subscriptionsAtGraph(): Promise<readonly unknown[]> {
  const { body } = await graph.gateway.send({ method: 'GET', path: '/subscriptions' });
  return (body as { value: unknown[] }).value;
}

const dayMs = 86_400_000;

describe('the probe of the sources', () => {
  it('learns that Graph refuses subscriptions for Planner, as it does to this day', async () => {
    expect(await probe()).toMatchObject({ notification: 'refused' });
    const { sourceOf } = await store().current('app');
    expect(sourceOf(lab.planId)).toBe('sweep');
    expect((await readCapabilities(lab)).get('app')?.notification.reason).toMatch(/400/);
  });

  it('learns that Graph takes one, and leaves none behind', async () => {
    await graph.settings({ plannerSubscriptions: true });
    expect(await probe()).toMatchObject({ notification: 'accepted' });
    expect(await subscriptionsAtGraph()).toEqual([]);
  });

  it('says what is missing where it does not try', async () => {
    expect(await probe({ trySubscription: null, delta: null })).toEqual({
      notification: 'not_tried',
      delta: 'not_tried',
      againMs: dayMs,
    });
    const { notification, delta } = (await readCapabilities(lab)).get('app') ?? {};
    expect(notification?.reason).toContain('PUBLIC_BASE_URL');
    expect(delta?.reason).toContain('PLANNER_DELTA');
  });

  it('learns that delta needs a permission, and that it works with it', async () => {
    // A permission may be given any time, so it is asked for before the day is over.
    expect(await probe()).toMatchObject({ delta: 'refused', againMs: dayMs / 24 });
    const { reason = '' } = (await readCapabilities(lab)).get('app')?.delta ?? {};
    expect(reason).toContain('Tasks.Read.All');
    expect(reason).not.toContain('..');
    await graph.settings({ appRoles: ['Tasks.ReadWrite.All', 'Tasks.Read.All'] });
    const { gateway } = graph.connect();
    expect(await probe({ delta: createPlannerDelta(gateway) })).toMatchObject({
      delta: 'accepted',
    });
    expect((await store().current('app')).sourceOf(lab.planId)).toBe('delta');
    expect((await store({ ...settings, isDeltaOn: false }).current('app')).sourceOf('p')).toBe(
      'sweep',
    );
  });

  it('tries again soon where Graph was away, and what worked before goes on being used', async () => {
    await graph.addFault({
      match: { path: 'delta|subscriptions' },
      effect: { kind: 'status', status: 503 },
    });
    const outcome = await probe();
    expect(outcome).toMatchObject({ notification: 'failed', delta: 'failed' });
    expect(outcome.againMs).toBeLessThan(dayMs);
    const yes = { answer: 'accepted', reason: 'yes' } as const;
    await store().write('app', { probedAt: '', notification: yes, delta: yes });
    expect(await probe()).toMatchObject({ notification: 'accepted', delta: 'accepted' });
  });

  it('tries again soon where no plan is linked yet', async () => {
    await lab.redis.del(lab.keys.linkedPlans);
    const outcome = await probe();
    expect(outcome).toMatchObject({ notification: 'not_tried', delta: 'not_tried' });
    expect(outcome.againMs).toBeLessThan(dayMs);
  });

  it('is wanted until there is an answer for the present settings', async () => {
    expect((await store().current('app')).wantsProbe).toBe(true);
    await probe();
    expect((await store().current('app')).wantsProbe).toBe(false);
    expect((await store({ ...settings, settings: 'others' }).current('app')).wantsProbe).toBe(true);
  });
});

describe('the subscriptions of linked plans', () => {
  const apply = (isOffered: boolean): Promise<void> =>
    createPlanSubscriptions({
      linked: createLinkedPlans(lab),
      wanted: createWantedSubscriptions(lab),
      isOffered: async () => isOffered,
      now: Date.now,
    })();
  const row = () =>
    createWantedSubscriptions(lab).read(subscriptionName(planTasksResource(lab.planId)));

  it('are wanted where Graph takes them, and go with the offer or with the plan', async () => {
    await apply(false);
    expect(await row()).toBeNull();
    await apply(true);
    expect(await row()).toMatchObject({ kind: 'plans', origin: 'watch' });
    await apply(false);
    expect(await row()).toMatchObject({ removing: true });
    await apply(true);
    expect((await row())?.removing).toBeUndefined();
    await lab.redis.hdel(lab.keys.linkedPlans, lab.planId);
    await apply(true);
    expect(await row()).toMatchObject({ removing: true });
  });

  it('make their plan a notified one while they live', async () => {
    const subscribed = async (expiresAt: number): Promise<string> => {
      const resource = planTasksResource(lab.planId);
      const json = JSON.stringify({ resource, expiresAt: new Date(expiresAt).toISOString() });
      await lab.redis.hset(lab.keys.subscriptions, 'an id of Graph', json);
      return (await store().current('app')).sourceOf(lab.planId);
    };
    expect(await subscribed(Date.now() + 60_000)).toBe('notification');
    expect(await subscribed(Date.now() - 1)).toBe('sweep');
  });
});

describe('measured freshness', () => {
  it('comes from what Graph says of completed and new tasks', async () => {
    const { id } = await lab.create({ title: 'Measured', planId: lab.planId });
    await lab.settle();
    const plannerId = (await lab.read(id)).sync.plannerId ?? '';
    await lab.editTask(plannerId, { percentComplete: 100 });
    await lab.asPerson('POST', '/planner/tasks', { planId: lab.planId, title: 'New' });
    await lab.settle();
    const samples = await lab.redis.lrange(lab.keys.planFreshness(lab.planId), 0, -1);
    expect(samples).toHaveLength(2);
    for (const sample of samples) expect(Number(sample)).toBeLessThan(10_000);
  });

  it('does not count what is older than our interest in the plan', async () => {
    await lab.asPerson('POST', '/planner/tasks', { planId: lab.planId, title: 'Old' });
    await lab.settle();
    expect(await lab.redis.exists(lab.keys.planFreshness(lab.planId))).toBe(0);
  });
});
