import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createSubscriptionClient } from '../../../src/graph/subscriptions/subscription-client.js';
import { ensureSubscription } from '../../../src/subscriptions/ensure-subscription.js';
import { renewSubscription } from '../../../src/subscriptions/renew-subscription.js';
import {
  startFakeGraph,
  type FakeGraph,
  type Received,
  type Reply,
} from '../../unit/graph/fake-graph.js';
import { aSubscriptionLab, type SubscriptionLab } from './subscription-lab.js';

const minute = 60_000;
let lab: SubscriptionLab;
let graph: FakeGraph | null = null;
beforeAll(async () => {
  lab = await aSubscriptionLab();
});
afterAll(() => lab.close());
afterEach(async () => {
  await graph?.close();
  graph = null;
  const { redis, keys } = lab.store;
  await redis.del(keys.subscriptions, keys.subscriptionDrafts, keys.subscriptionMarks);
});

type Held = Record<string, unknown> & { readonly id: string };

/** A Graph that keeps subscriptions, and shows and refuses them in a way of its own. */
async function aGraph({
  maxMinutes = 50_000,
  tooLong = '',
  show = (held: Held): Record<string, unknown> => held,
  refuse = (_held: readonly Held[]): Reply | null => null,
} = {}) {
  const held: Held[] = [];
  const started = await startFakeGraph(({ method, path, body }: Received): Reply => {
    const given = body as { expirationDateTime: string };
    const id = path.split('/')[3];
    const at = held.findIndex((one) => one.id === id);
    const one = held[at];
    if (method === 'GET' && id === undefined) return { body: { value: held.map(show) } };
    if (method === 'POST') {
      const refusal = refuse(held);
      if (refusal !== null) return refusal;
    } else if (one === undefined) return { status: 404, body: {} };
    if (method === 'DELETE') {
      held.splice(at, 1);
      return { status: 204 };
    }
    if (method === 'GET' && one !== undefined) return { body: show(one) };
    if (Date.parse(given.expirationDateTime) > Date.now() + maxMinutes * minute) {
      return { status: 400, body: { error: { code: 'InvalidRequest', message: tooLong } } };
    }
    const made: Held = { ...one, ...given, id: one?.id ?? randomUUID() };
    if (one === undefined) held.push(made);
    else held[at] = made;
    return { status: 201, body: show(made) };
  });
  graph = started;
  const deps = { ...lab.steps, clientOf: () => createSubscriptionClient(started.gateway) };
  const sent = (method: string) => started.received.filter((one) => one.method === method);
  return { held, deps, sent, ensure: (name: string) => ensureSubscription(deps, name) };
}

describe('a Graph that allows shorter lives than its documentation', () => {
  it.each([
    ['says so', 'Subscription expiration can only be 4230 minutes in the future.'],
    ['says nothing', ''],
    // What repeats the request is left out of errors.
    ['quotes our address', 'Not for https://tandem.example.com'],
  ])('and %s has them made and renewed with one that it allows', async (_, tooLong) => {
    const { ensure, deps, held } = await aGraph({ maxMinutes: 4_230, tooLong });
    const name = await lab.want('users');
    const outcome = await ensure(name);
    if (outcome.kind !== 'standing') throw new Error(outcome.kind);
    const left = outcome.expiresAt - Date.now();
    expect(left).toBeGreaterThan(4_000 * minute);
    expect(left).toBeLessThan(4_230 * minute);
    const { subscriptionId } = outcome;
    const renewed = await renewSubscription(deps, { name, subscriptionId });
    expect(renewed).toMatchObject({ kind: 'standing', subscriptionId });
    expect(held).toHaveLength(1);
  });

  it('is asked once only where it refuses for another reason', async () => {
    const { ensure, sent } = await aGraph({
      refuse: () => ({
        status: 400,
        body: { error: { code: 'InvalidRequest', message: 'Resource is not known.' } },
      }),
    });
    expect(await ensure(await lab.want('groups'))).toMatchObject({ reason: 'rejected' });
    expect(sent('POST')).toHaveLength(1);
  });
});

describe('a Graph that shows subscriptions otherwise than they were asked for', () => {
  it('keeps ours: looked at again, it is neither deleted nor renewed', async () => {
    const { ensure, sent } = await aGraph({
      show: (one) => ({
        ...one,
        resource: `/Users('${lab.personId()}')/Chats('x')/Messages`,
        changeType: 'deleted, updated,created',
        clientState: null,
        includeResourceData: null,
        encryptionCertificateId: null,
      }),
    });
    const name = await lab.want('chats/19:a@thread.v2/messages', { includeResourceData: true });
    const first = await ensure(name);
    const again = await ensure(name);
    expect(first).toMatchObject({ kind: 'standing', mustRenew: false });
    expect(again).toEqual({ ...first, isFresh: false });
    expect(sent('DELETE')).toHaveLength(0);
    expect(sent('POST')).toHaveLength(1);
  });

  it('does not mislead us by one that is of another kind', async () => {
    const { ensure, held } = await aGraph();
    held.push({ id: randomUUID(), resource: 'security/alerts', notificationUrl: null });
    expect(await ensure(await lab.want('groups'))).toMatchObject({ kind: 'standing' });
  });

  it('says of a person with a tenant the same as without', async () => {
    const resource = `users/${lab.personId()}/messages`;
    const { ensure, held } = await aGraph();
    held.push({
      id: randomUUID(),
      resource: `users/${lab.personId()}@${randomUUID()}/messages`,
      changeType: 'created,updated,deleted',
      notificationUrl: 'https://elsewhere.example/api/graph_webhook',
      expirationDateTime: new Date(Date.now() + minute).toISOString(),
    });
    expect(await ensure(await lab.want(resource))).toMatchObject({ reason: 'duplicate' });
  });
});

describe('a Graph that says 409', () => {
  it('and not which one there is, is told as a duplicate and asked again later', async () => {
    const { ensure } = await aGraph({
      refuse: () => ({
        status: 409,
        body: { error: { code: 'ExtensionError', message: 'It exists already.' } },
      }),
    });
    expect(await ensure(await lab.want('groups'))).toMatchObject({
      kind: 'refused',
      reason: 'duplicate',
    });
    expect((await lab.steps.statuses.read('groups'))?.error).toContain('exists already');
  });
});

it('one that another flow is making in this moment is not taken for lost', async () => {
  const { ensure, held, deps } = await aGraph();
  const making = await lab.want('users');
  await deps.rows.writeDraft({
    name: making,
    kind: 'users',
    resource: 'users',
    changeType: 'updated,deleted',
    secretHash: '00',
    includeResourceData: false,
    certificateId: null,
    accountId: 'app',
  });
  const id = randomUUID();
  held.push({
    id,
    resource: 'directory/users',
    changeType: 'updated,deleted',
    notificationUrl: `${lab.receiver.url}/api/graph_webhook`,
    expirationDateTime: new Date(Date.now() + minute).toISOString(),
  });
  await ensure(await lab.want('groups'));
  expect(held.map((one) => one.id)).toContain(id);
});
