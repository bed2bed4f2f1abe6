import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import type { ProblemError } from '../../../src/domain/problem.js';
import {
  createPlanControl,
  type PlanControl,
} from '../../../src/sync/plan-control/plan-control.js';
import { createLinkedPlans } from '../../../src/tasks/linked-plans.js';
import { createPlanStates, holdSentence } from '../../../src/tasks/plan-states.js';
import { openSignedIn, type SignedIn } from '../accounts/signed-in.js';
import { startGraphLab, type GraphLab } from '../graph/graph-lab.js';
import {
  accountIdOfPerson,
  openPeopleGateway,
  type PeopleGateway,
} from '../graph/people-gateway.js';
import { openSyncLab, type SyncLab } from './sync-lab.js';

let graph: GraphLab;
let people: PeopleGateway;
let maya: string;
let lab: SyncLab;
let plans: PlanControl;
let accounts: SignedIn;

beforeAll(async () => {
  // The app may read no plan at all: whoever reads these does so as a person.
  graph = await startGraphLab({ appRoles: ['User.Read.All'] });
});
afterAll(() => graph.close());

beforeEach(async () => {
  people = openPeopleGateway(graph);
  const [first] = graph.people;
  if (first === undefined) throw new Error('The tenant is empty');
  maya = accountIdOfPerson(graph, first);
  const { plannerOf } = people;
  lab = await openSyncLab(graph, { plannerOf }, { accountId: maya });
  await lab.redis.del(lab.keys.linkedPlans);
  plans = createPlanControl({ ...lab, plannerOf });
  accounts = openSignedIn(lab);
  await signIn();
});
afterEach(() => lab.leave());

const signIn = async (): Promise<void> => {
  people.unlock(maya);
  await accounts.signIn({ id: maya, owner: 'key:desk', userName: 'maya@contoso.example' });
};
const lock = async (): Promise<void> => {
  people.lock(maya);
  await accounts.lock(maya);
};

const link = (accountIds: readonly string[] = [maya]) =>
  plans.add({ planId: lab.planId, mode: 'on', account: { kind: 'any', accountIds } }, 'ada');

describe('a plan that only a person can read', () => {
  it('is linked with the account of theirs that can, and refused where none can', async () => {
    const refused = await link([]).then(
      () => null,
      (error: unknown) => error as ProblemError,
    );
    expect(refused?.code).toBe('plan_forbidden');
    expect(await link()).toMatchObject({ accountId: maya, accountBefore: null, hold: null });
    expect(await link([])).toMatchObject({ accountId: maya, accountBefore: maya });
  });

  it('is synced in both directions with that account, and never with the app', async () => {
    await link();
    await lab.takeOutbox();
    const before = people.asked('app');
    const { id } = await lab.create({ title: 'From the agent', description: 'Words' });
    await lab.settle();
    expect((await lab.read(id)).sync).toMatchObject({ state: 'synced', error: null });
    const [card] = await lab.board();
    expect(card).toMatchObject({ title: 'From the agent' });
    // The account is a person's, and Planner names them.
    expect(card?.['createdBy']).toMatchObject({ user: { id: graph.people[0]?.id } });

    await lab.editTask(card?.id ?? '', { title: 'From the person' });
    await graph.asPerson('POST', '/planner/tasks', { planId: lab.planId, title: 'New' });
    await lab.settle();
    expect((await lab.read(id)).title).toBe('From the person');
    expect((await lab.all()).map(({ title }) => title).toSorted()).toEqual([
      'From the person',
      'New',
    ]);
    expect(people.asked('app')).toBe(before);
  });

  it('finds a create whose answer was lost, although Planner names the person as its maker', async () => {
    await link();
    const { id } = await lab.create({ title: 'Once' });
    await graph.addFault({
      match: { method: 'POST', path: '/planner/tasks$' },
      effect: { kind: 'dropAnswer' },
      times: 1,
    });
    await lab.settle();
    expect((await lab.read(id)).sync.state).toBe('synced');
    expect(await lab.board()).toHaveLength(1);
  });
});

describe('an account that must sign in again', () => {
  it('holds its plans: the tasks say so, nothing is asked of Graph, and all goes on after the sign-in', async () => {
    await link();
    await lab.settle();
    const { id } = await lab.create({ title: 'Waits' });
    await lock();

    expect(await lab.sync(await lab.takeOutbox())).toEqual([{ kind: 'done', ref: id }]);
    const waiting = await lab.read(id);
    expect(waiting.sync).toMatchObject({
      state: 'pending',
      error: {
        code: 'reauth_required',
        message: 'The account maya@contoso.example must sign in again',
      },
    });
    expect(waiting.rev).toBe(1);
    const state = (await createPlanStates(lab).all()).get(lab.planId);
    expect(state?.hold).toBe('reauth_required');
    expect(holdSentence(state ?? never())).toContain('auth_start_login');

    const asked = people.asked(maya);
    await lab.update(id, { title: 'Waits longer' });
    await lab.sync(await lab.takeOutbox());
    await lab.sweep();
    await plans.runNow(lab.planId, 'ada');
    expect(await lab.takeOutbox()).toEqual([]);
    expect(people.asked(maya)).toBe(asked);
    expect(await createLinkedPlans(lab).all()).toEqual([]);
    expect(await createLinkedPlans(lab).accounts()).toEqual([]);

    // In one step with the sign-in, so that nothing has to be told of it.
    await signIn();
    expect(await lab.takeOutbox()).toEqual([id]);
    await lab.sync([id]);
    expect((await lab.read(id)).sync).toMatchObject({ state: 'synced', error: null });
    expect(await lab.board()).toMatchObject([{ title: 'Waits longer' }]);
  });

  it('is found out by the sync that meets it: its tasks wait too, without a failure', async () => {
    await link();
    const { id } = await lab.create({ title: 'In the middle' });
    people.lock(maya, () => accounts.lock(maya));
    const refs = await lab.takeOutbox();
    expect(await lab.syncBatch(refs)).toEqual([{ kind: 'done', ref: id }]);
    expect((await lab.read(id)).sync).toMatchObject({
      state: 'pending',
      error: { code: 'reauth_required' },
    });
    expect(await lab.redis.hlen(lab.keys.planFailing(lab.planId))).toBe(0);
    expect(await lab.redis.smembers(lab.keys.planHeld(lab.planId))).toContain(id);
  });

  it('goes on by the next look where nobody told of the sign-in', async () => {
    await link();
    await lab.settle();
    await lock();
    const { id } = await lab.create({ title: 'Forgotten' });
    await lab.sync(await lab.takeOutbox());
    await signIn();
    // What was handed over is lost, as with a Redis that is set back.
    await lab.takeOutbox();
    await lab.redis.sadd(lab.keys.planHeld(lab.planId), id);
    await lab.sweep();
    expect(await lab.takeOutbox()).toEqual([id]);
  });

  it('holds also the plans of an account that was signed out', async () => {
    await link();
    await accounts.store.forget(maya);
    const { id } = await lab.create({ title: 'Nobody' });
    await lab.sync(await lab.takeOutbox());
    expect((await lab.read(id)).sync.error?.message).toBe(`The account ${maya} must sign in first`);
  });
});

describe('a plan that gets another account', () => {
  it('leaves the watch of the one and is looked at by the other', async () => {
    await graph.settings({ appRoles: ['Tasks.ReadWrite.All'] });
    try {
      const account = { kind: 'chosen', accountId: maya } as const;
      await plans.add({ planId: lab.planId, mode: 'on', account }, 'ada');
      await lab.settle();
      await lab.redis.set(lab.keys.planDelta(lab.planId), 'a thread of hers');
      const linked = createLinkedPlans(lab);
      expect(await linked.ofAccount(maya)).toEqual([lab.planId]);

      const moved = await plans.add(
        { planId: lab.planId, mode: 'on', account: { kind: 'chosen', accountId: 'app' } },
        'ada',
      );
      expect(moved).toMatchObject({ accountId: 'app', accountBefore: maya, before: 'on' });
      expect(await linked.ofAccount(maya)).toEqual([]);
      expect(await linked.ofAccount('app')).toEqual([lab.planId]);
      expect(await linked.byAccount([lab.planId])).toEqual(new Map([['app', [lab.planId]]]));
      expect(await lab.redis.exists(lab.keys.planDelta(lab.planId))).toBe(0);
      // Her watch has it still in its list, and lets go.
      const asked = people.asked(maya);
      expect(await lab.sweep()).toEqual({
        planId: lab.planId,
        isActive: false,
        error: null,
        isLeft: true,
      });
      expect(people.asked(maya)).toBe(asked);
      const { id } = await lab.create({ title: 'By the app' });
      await lab.sync(await lab.takeOutbox());
      expect((await lab.read(id)).sync.state).toBe('synced');
      expect(people.asked(maya)).toBe(asked);
    } finally {
      await graph.settings({ appRoles: ['User.Read.All'] });
    }
  });
});

function never(): never {
  throw new Error('The plan is not linked');
}
