import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PlannerClient } from '../../../src/domain/planner.js';
import { duplicateForBlocking } from '../../../src/tasks/connect-redis.js';
import { aTask, startGraphLab } from '../graph/graph-lab.js';
import type { GraphLab } from '../graph/graph-lab.js';
import { hookPlanner } from './hooked-planner.js';
import type { SyncLab } from './sync-lab.js';
import { openSyncLab, plannerIdOf } from './sync-lab.js';

let graph: GraphLab;
let hooked: ReturnType<typeof hookPlanner>;
let lab: SyncLab;

beforeAll(async () => {
  graph = await startGraphLab();
});
afterAll(() => graph.close());
beforeEach(async () => {
  hooked = hookPlanner(graph.planner);
  lab = await openSyncLab(graph, { planner: hooked.planner });
});
afterEach(async () => {
  await graph.clearFaults();
  lab.leave();
});

const onPost = (kind: 'dropAnswer' | 'close', times = 1) =>
  graph.addFault({
    match: { method: 'POST', path: '^/planner/tasks$', planId: lab.planId },
    effect: { kind },
    times,
  });

/** A task whose first create never arrived and was repeated. */
async function repeatedCreate(title: string): Promise<string> {
  await onPost('close');
  const { id } = await lab.create({ title });
  await lab.sync(await lab.takeOutbox());
  await lab.sync([id]);
  await lab.settle();
  return id;
}

/** Graph carries out at last what the first create had asked for. */
const arriveLate = (title: string, fields = {}) =>
  graph.planner.createTask(lab.planId, aTask({ title, ...fields }));

async function alertsDuring(work: () => Promise<void>): Promise<readonly { kind: string }[]> {
  const client = duplicateForBlocking(lab.redis, pino({ level: 'silent' }));
  const heard: { kind: string }[] = [];
  await client.subscribe(lab.keys.alertsChannel);
  client.on('message', (_, text: string) => heard.push(JSON.parse(text) as { kind: string }));
  await work();
  await client.ping();
  client.disconnect();
  return heard;
}

const logged = async (): Promise<readonly { operation: string }[]> =>
  (await lab.redis.lrange(lab.keys.syncLog, 0, 50)).map((line) => JSON.parse(line) as never);

const recordsLeft = () => lab.redis.zcard(lab.keys.planGivenUp(lab.planId));

describe('a create that Planner applies after it was repeated', () => {
  it('leaves one task: the untouched second one is removed, once, and the log says so', async () => {
    const id = await repeatedCreate('Once only');
    const kept = plannerIdOf(await lab.read(id));
    const late = await arriveLate('Once only');
    await lab.settle();
    expect((await lab.board()).map((task) => task.id)).toEqual([kept]);
    expect(await lab.all()).toHaveLength(1);
    expect((await logged()).find((line) => line.operation === 'remove_double')).toMatchObject({
      plannerId: late.plannerId,
      taskId: id,
      status: 'ok',
    });
    expect(await recordsLeft()).toBe(0);
  });

  it('is told apart from a person’s task of the same title', async () => {
    await repeatedCreate('Call vendor');
    await graph.asPerson('POST', '/planner/tasks', { planId: lab.planId, title: 'Call vendor' });
    await lab.settle();
    expect(await lab.board()).toHaveLength(2);
    expect(await lab.all()).toHaveLength(2);
    await arriveLate('Call vendor');
    await lab.settle();
    expect(await lab.board()).toHaveLength(2);
    expect(await lab.all()).toHaveLength(2);
  });

  it('accounts for one task only: what another tool of this app made stays', async () => {
    await repeatedCreate('Twice');
    await arriveLate('Twice');
    await arriveLate('Twice');
    await lab.settle();
    expect(await lab.board()).toHaveLength(2);
    expect(await lab.all()).toHaveLength(2);
  });

  it('is imported with an alert when a person has changed it before it was seen', async () => {
    const id = await repeatedCreate('Draft');
    const late = await arriveLate('Draft');
    await lab.editTask(late.plannerId, { priority: 1 });
    const alerts = await alertsDuring(() => lab.settle());
    expect(await lab.board()).toHaveLength(2);
    expect(await lab.all()).toHaveLength(2);
    expect(alerts).toMatchObject([{ kind: 'double_create', subject: late.plannerId }]);
    expect(JSON.stringify(alerts)).toContain(id);
    expect(await recordsLeft()).toBe(0);
  });

  it('is imported with an alert when a person gave it a description', async () => {
    await repeatedCreate('Draft');
    const late = await arriveLate('Draft');
    await lab.editDetails(late.plannerId, { description: 'by a person' });
    const alerts = await alertsDuring(() => lab.settle());
    expect(alerts).toMatchObject([{ kind: 'double_create' }]);
    expect(await lab.board()).toHaveLength(2);
    expect((await lab.all()).map((task) => task.description).toSorted()).toEqual([
      '',
      'by a person',
    ]);
  });

  it('stays when a person edits it at the moment of its removal', async () => {
    await repeatedCreate('Draft');
    const late = await arriveLate('Draft');
    hooked.before('deleteTask', async () => {
      await lab.editTask(late.plannerId, { title: 'Now a person’s' });
    });
    const alerts = await alertsDuring(() => lab.settle());
    expect((await lab.board()).map((task) => task.title).toSorted()).toEqual([
      'Draft',
      'Now a person’s',
    ]);
    expect(alerts).toMatchObject([{ kind: 'double_create' }]);
    expect(await lab.all()).toHaveLength(2);
    expect(await recordsLeft()).toBe(0);
  });

  it('is removed too when the agent had deleted the task meanwhile', async () => {
    await onPost('close');
    const { id } = await lab.create({ title: 'Unwanted' });
    await lab.sync(await lab.takeOutbox());
    await lab.remove(id);
    await lab.sync([id]);
    await lab.settle();
    await arriveLate('Unwanted');
    await lab.settle();
    expect(await lab.board()).toEqual([]);
    expect(await lab.all()).toEqual([]);
  });

  it('is taken over with the agent’s newer values when the repeated create did not arrive either', async () => {
    await onPost('close', 2);
    const { id } = await lab.create({ title: 'First title' });
    await lab.sync(await lab.takeOutbox());
    await lab.update(id, { title: 'Second title' });
    await lab.sync([id]);
    await arriveLate('First title');
    await lab.sync([id]);
    await lab.settle();
    expect((await lab.board()).map((task) => task.title)).toEqual(['Second title']);
    expect(await lab.read(id)).toMatchObject({ title: 'Second title', sync: { state: 'synced' } });
    expect(await lab.conflicts()).toEqual([]);
    // What was waited for last may still come.
    await arriveLate('Second title');
    await lab.settle();
    expect(await lab.board()).toHaveLength(1);
  });

  it('is not taken for another task’s lost create that a person renamed', async () => {
    const first = await repeatedCreate('First');
    await onPost('close');
    const second = await lab.create({ title: 'Second' });
    await lab.sync([second.id]);
    await lab.takeOutbox();
    await arriveLate('First');
    await lab.sync([second.id]);
    await lab.settle();
    expect((await lab.read(first)).title).toBe('First');
    expect((await lab.read(second.id)).title).toBe('Second');
    expect((await lab.board()).map((task) => task.title).toSorted()).toEqual(['First', 'Second']);
  });

  it('never costs another agent its task of the same title', async () => {
    const one = await repeatedCreate('Same');
    const two = await lab.create({ title: 'Same' }, 'other-agent');
    await lab.settle();
    await arriveLate('Same');
    await lab.settle();
    const ids = await Promise.all([one, two.id].map(async (id) => plannerIdOf(await lab.read(id))));
    expect((await lab.board()).map((task) => task.id).toSorted()).toEqual(ids.toSorted());
  });

  it('is forgotten after a day and beyond a thousand of a plan', async () => {
    const key = lab.keys.planGivenUp(lab.planId);
    const old = Date.now() - 90_000_000;
    await lab.redis.zadd(key, old, '{"taskId":"old","at":1,"posted":{}}');
    const many = Array.from({ length: 1_000 }, (_, at) => [
      Date.now() - 1_000,
      `{"taskId":"${at}","at":1,"posted":{}}`,
    ]).flat();
    await lab.redis.zadd(key, ...many);
    const id = await repeatedCreate('Newest');
    expect(await lab.redis.zcard(key)).toBe(1_000);
    const [newest] = await lab.redis.zrange(key, '-1', '-1');
    expect(newest).toContain(id);
    expect(await lab.redis.pttl(key)).toBeGreaterThan(86_000_000);
  });
});

describe('a process that dies between recording a create and sending it', () => {
  it('makes the task once, and what was never sent takes no other task away', async () => {
    hooked.before('createTask', async () => Promise.reject(new Error('The worker died')));
    const { id } = await lab.create({ title: 'Not sent' });
    await lab.sync(await lab.takeOutbox());
    expect(await lab.board()).toEqual([]);
    await lab.sync([id]);
    await lab.settle();
    await lab.create({ title: 'Not sent' }, 'other-agent');
    await lab.settle();
    expect(await lab.board()).toHaveLength(2);
    expect(await lab.all()).toHaveLength(2);
  });
});

describe('where Graph names nobody as the maker of a task', () => {
  const nobody = { userId: null, appId: null };
  const anonymous = (planner: PlannerClient): PlannerClient => ({
    ...planner,
    async listTasks(planId, next) {
      const page = await planner.listTasks(planId, next);
      return { ...page, tasks: page.tasks.map((task) => ({ ...task, createdBy: nobody })) };
    },
    getTask: async (plannerId) => ({ ...(await planner.getTask(plannerId)), createdBy: nobody }),
  });

  beforeEach(async () => {
    lab.leave();
    lab = await openSyncLab({ ...graph, planner: anonymous(graph.planner) });
  });

  it('two lost creates of one title, one of them renamed by a person, are both found again', async () => {
    await onPost('dropAnswer', 2);
    const one = await lab.create({ title: 'Same', priority: 1 });
    const two = await lab.create({ title: 'Same', priority: 9 });
    await lab.sync(await lab.takeOutbox());
    const renamed = (await lab.board()).find((task) => task['priority'] === 9);
    await lab.editTask(renamed?.id ?? '', { title: 'Renamed by a person' });
    await lab.sync([one.id, two.id]);
    await lab.settle();
    expect(await lab.board()).toHaveLength(2);
    expect(await lab.all()).toHaveLength(2);
    expect(await lab.read(one.id)).toMatchObject({ title: 'Same', priority: 1 });
    expect(await lab.read(two.id)).toMatchObject({ title: 'Renamed by a person', priority: 9 });
  });

  it('an untouched double is removed soon after the attempt', async () => {
    await repeatedCreate('Once only');
    await arriveLate('Once only');
    await lab.settle();
    expect(await lab.board()).toHaveLength(1);
    expect(await lab.all()).toHaveLength(1);
  });

  it('but not later: then a person may have made it', async () => {
    await repeatedCreate('Once only');
    const key = lab.keys.planGivenUp(lab.planId);
    const [json] = await lab.redis.zrange(key, 0, '-1');
    const record = JSON.parse(json ?? '{}') as { at: number };
    await lab.redis.del(key);
    const older = JSON.stringify({ ...record, at: record.at - 700_000 });
    await lab.redis.zadd(key, Date.now(), older);
    await arriveLate('Once only');
    const alerts = await alertsDuring(() => lab.settle());
    expect(await lab.board()).toHaveLength(2);
    expect(alerts).toMatchObject([{ kind: 'double_create' }]);
  });
});
