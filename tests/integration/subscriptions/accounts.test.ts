import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subscriptionSteps } from '../../../src/composition/subscription-parts.js';
import { ensureSubscription } from '../../../src/subscriptions/ensure-subscription.js';
import { removeSubscription } from '../../../src/subscriptions/remove-subscription.js';
import { renewSubscription } from '../../../src/subscriptions/renew-subscription.js';
import type { SubscriptionDeps } from '../../../src/subscriptions/subscription-deps.js';
import {
  accountIdOfPerson,
  openPeopleGateway,
  type PeopleGateway,
} from '../graph/people-gateway.js';
import type { Person } from '../graph/graph-lab.js';
import { aSubscriptionLab, type SubscriptionLab } from './subscription-lab.js';

let lab: SubscriptionLab;
let people: PeopleGateway;
let steps: SubscriptionDeps;
let maya: string;
let leo: string;
let resource: string;

beforeAll(async () => {
  // The app may not read To Do: only its people may.
  lab = await aSubscriptionLab({ appRoles: ['User.Read.All', 'Mail.Read'] });
  people = openPeopleGateway(lab.graph, await withMail(lab.graph.people));
  steps = { ...lab.steps, ...clientsOf(people) };
  const [first, second] = lab.graph.people;
  if (first === undefined || second === undefined) throw new Error('The tenant is too small');
  maya = accountIdOfPerson(lab.graph, first);
  leo = accountIdOfPerson(lab.graph, second);
  resource = `users/${first.id}/messages`;
});
afterAll(() => lab.close());

/** With tokens that let them read their mail. */
function withMail(all: readonly Person[]): Promise<readonly Person[]> {
  return Promise.all(
    all.map(async (person) => {
      const wanted = { person: person.id, permissions: ['Mail.Read'] };
      const { accessToken } = (await lab.control('POST', '/tokens', wanted)) as Person;
      return { ...person, accessToken };
    }),
  );
}

function clientsOf({ gateway }: PeopleGateway): Pick<SubscriptionDeps, 'clientOf' | 'changesOf'> {
  const { clientOf, changesOf } = subscriptionSteps({
    ...lab.store,
    config: { webhook: { publicBaseUrl: lab.receiver.url, subscriptions: [] } },
    gateway,
    encryption: { currentCertificate: () => Promise.reject(new Error('Without data')) },
  });
  return { clientOf, changesOf };
}

/** Asks for it in the name of an account. */
async function want(accountId: string): Promise<string> {
  const name = await lab.want(resource);
  const row = await steps.wanted.read(name);
  if (row === null) throw new Error('It is not wanted');
  await steps.wanted.write(name, { ...row, accountId });
  return name;
}

const atGraph = async () =>
  (await lab.atGraph()) as readonly (Awaited<ReturnType<SubscriptionLab['atGraph']>>[number] & {
    readonly creatorId: string;
  })[];

describe('a subscription in the name of a person', () => {
  it('is made, renewed and removed with their account', async () => {
    const name = await want(maya);
    const before = people.asked('app');
    const made = await ensureSubscription(steps, name);
    expect(made.kind).toBe('standing');
    const [one] = await atGraph();
    expect(one?.creatorId).toBe(maya.split('.')[0]);
    const subscriptionId = one?.id ?? '';
    expect((await steps.rows.all()).get(subscriptionId)?.accountId).toBe(maya);
    expect((await renewSubscription(steps, { name, subscriptionId })).kind).toBe('standing');
    await lab.unwant(name);
    expect(await removeSubscription(steps, name)).toEqual({ kind: 'removed' });
    expect(await atGraph()).toEqual([]);
    expect(people.asked('app')).toBe(before);
  });

  it('is given back and made anew when another account is to watch', async () => {
    const name = await want(maya);
    await ensureSubscription(steps, name);
    const [hers] = await atGraph();
    await want('app');
    expect((await ensureSubscription(steps, name)).kind).toBe('standing');
    const standing = await atGraph();
    expect(standing).toHaveLength(1);
    expect(standing[0]?.id).not.toBe(hers?.id);
    expect(standing[0]?.creatorId).not.toBe(maya.split('.')[0]);
    await lab.unwant(name);
    await removeSubscription(steps, name);
  });

  it('says what to do where the person must sign in again, and where they may not read it', async () => {
    const name = await want(maya);
    people.lock(maya);
    expect(await ensureSubscription(steps, name)).toMatchObject({
      kind: 'refused',
      reason: 'permission_lost',
    });
    expect((await steps.statuses.read(resource))?.error).toContain('Sign in again');
    people.unlock(maya);
    expect((await ensureSubscription(steps, name)).kind).toBe('standing');

    await want(leo);
    expect(await ensureSubscription(steps, name)).toMatchObject({ reason: 'permission_lost' });
    expect((await steps.statuses.read(resource))?.error).toContain('sign in with the permission');
    await lab.unwant(name);
    await removeSubscription(steps, name);
  });
});
