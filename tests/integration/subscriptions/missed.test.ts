import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createChanges } from '../../../src/graph/subscriptions/changed-since.js';
import { ensureSubscription } from '../../../src/subscriptions/ensure-subscription.js';
import { resyncSubscription } from '../../../src/subscriptions/resync-subscription.js';
import { startFakeGraph, type FakeGraph, type Reply } from '../../unit/graph/fake-graph.js';
import { aSubscriptionLab, type SubscriptionLab } from './subscription-lab.js';

const hour = 3_600_000;
let lab: SubscriptionLab;
let graph: FakeGraph | null = null;
beforeAll(async () => {
  lab = await aSubscriptionLab();
});
afterAll(() => lab.close());
afterEach(async () => {
  await graph?.close();
  graph = null;
});

/** A subscription that stands, which was surely complete so long ago, and a Graph that answers looks back. */
async function standing(resource: string, coveredForMs: number, reply: () => Reply) {
  const started = await startFakeGraph(() => reply());
  graph = started;
  const name = await lab.want(resource);
  await ensureSubscription(lab.steps, name);
  await lab.steps.marks.write(name, { coveredAt: Date.now() - coveredForMs, deltaPath: null });
  const deps = { ...lab.steps, changesOf: () => createChanges(started.gateway) };
  return {
    name,
    deps,
    /** A notification came just now. */
    hear: () =>
      lab.store.call(
        'tandem_subscription_note_v1',
        lab.store.keys.namespace,
        resource,
        JSON.stringify({ lastNotificationAt: new Date().toISOString() }),
      ),
    look: () => resyncSubscription(deps, name),
    /** How far back Graph was asked to look (ms). */
    depths: () =>
      started.received.map(({ path }) => {
        const time = /ge ([^&]+)/.exec(decodeURIComponent(path))?.[1] ?? '';
        return Date.now() - Date.parse(time);
      }),
  };
}

const nothing: Reply = { body: { value: [] } };

describe('what was missed', () => {
  it('is looked for in all of an outage, although notifications come again by then', async () => {
    const { hear, look, depths } = await standing(
      `users/${lab.personId()}/messages`,
      20 * hour,
      () => nothing,
    );
    await hear();
    await look();
    expect(depths()[0]).toBeGreaterThan(20 * hour);
  });

  it('is not looked for further back than a day and a bit, while notifications come', async () => {
    const { name, deps, hear, look, depths } = await standing(
      `users/${lab.personId(1)}/messages`,
      300 * hour,
      () => nothing,
    );
    await hear();
    await ensureSubscription(deps, name);
    await look();
    expect(depths()[0]).toBeGreaterThan(24 * hour);
    expect(depths()[0]).toBeLessThan(26 * hour);
  });

  it('holds up nothing where Graph will not be asked, and is looked for when it will', async () => {
    let reply: Reply = { status: 403, body: { error: { code: 'ErrorAccessDenied', message: '' } } };
    const resource = `users/${lab.personId(2)}/events`;
    const { name, deps, look, depths } = await standing(resource, 5 * hour, () => reply);
    expect(await look()).toEqual({ found: 0 });
    expect((await lab.steps.statuses.read(resource))?.error).toContain('cannot be looked for');
    expect(await ensureSubscription(deps, name)).toMatchObject({ mustResync: true });

    reply = nothing;
    await look();
    expect(depths()[1]).toBeGreaterThan(5 * hour);
    expect(await ensureSubscription(deps, name)).toMatchObject({ mustResync: false });
  });

  it('waits for Temporal where Graph cannot be asked now', async () => {
    const { look } = await standing(`users/${lab.personId()}/events`, hour, () => ({
      status: 503,
      body: {},
    }));
    await expect(look()).rejects.toMatchObject({ code: 'unavailable' });
  });
});
