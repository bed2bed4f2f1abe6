import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { GraphError } from '../../../src/domain/graph-error.js';
import { aTask, startGraphLab, type GraphLab, type LabPlan } from './graph-lab.js';

let lab: GraphLab;
let plan: LabPlan;
beforeAll(async () => {
  lab = await startGraphLab();
  plan = await lab.makePlan();
});
afterEach(() => lab.clearFaults());
afterAll(() => lab.close());

const titles = async () =>
  (await lab.planner.listTasks(plan.id)).tasks.map(({ fields }) => fields.title);

const create = (title: string) => lab.planner.createTask(plan.id, aTask({ title }));
const post = { method: 'POST', path: '/planner/tasks$' };
const failureOf = async (options: Parameters<GraphLab['connect']>[0]): Promise<GraphError> => {
  const { planner } = lab.connect(options);
  const error: unknown = await planner.getPlan(plan.id).catch((reason: unknown) => reason);
  if (!(error instanceof GraphError)) throw new Error('no GraphError');
  return error;
};

describe('a batch over the wire', () => {
  it('makes twenty tasks in one HTTP request', async () => {
    const before = lab.gateway.stats();
    const names = Array.from({ length: 20 }, (_, index) => `Batch ${String(index)}`);
    const made = await Promise.all(
      names.map((title) => lab.planner.createTask(plan.id, aTask({ title }))),
    );
    expect(made.map(({ fields }) => fields.title)).toEqual(names);
    const after = lab.gateway.stats();
    expect(after.httpRequests - before.httpRequests).toBe(1);
    expect(after.subrequests - before.subrequests).toBe(20);
  });

  it('fails the items that failed and no others, each with its own reason', async () => {
    const { plannerId, etag, fields: current } = await lab.planner.createTask(plan.id, aTask());
    await lab.asPerson('PATCH', `/planner/tasks/${plannerId}`, { title: 'Person' });
    const results = await Promise.allSettled([
      create('Good'),
      lab.planner.getTask('x'.repeat(28)),
      create(''),
      lab.planner.updateTask({ plannerId, etag, changes: { title: 'Agent' }, current }),
      lab.planner.getTask(plannerId),
    ]);
    expect(results).toMatchObject([
      { status: 'fulfilled', value: { fields: { title: 'Good' } } },
      { status: 'rejected', reason: { code: 'not_found' } },
      { status: 'rejected', reason: { code: 'bad_request' } },
      { status: 'rejected', reason: { code: 'conflict' } },
      { status: 'fulfilled', value: { fields: { title: 'Person' } } },
    ]);
  });

  it('with a throttled item says when that one may come again', async () => {
    const effect = { kind: 'status', status: 429, code: 'TooManyRequests', retryAfter: 17 };
    await lab.addFault({ match: post, effect, times: 1 });
    const results = await Promise.allSettled([
      create('T1'),
      create('T2'),
      lab.planner.getPlan(plan.id),
    ]);
    const refused = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    );
    expect(refused).toMatchObject([{ code: 'throttled', retryAfterMs: 17_000, applied: 'no' }]);
  });

  it('whose item answers too late leaves open whether it was done, and it was', async () => {
    await lab.addFault({ match: post, effect: { kind: 'dropAnswer' }, times: 1 });
    const results = await Promise.allSettled([
      create('Lost in a batch'),
      lab.planner.getPlan(plan.id),
    ]);
    expect(results).toMatchObject([
      { status: 'rejected', reason: { code: 'unavailable', applied: 'unknown' } },
      { status: 'fulfilled' },
    ]);
    expect(await titles()).toContain('Lost in a batch');
  });
});

describe('a lone write', () => {
  it('whose answer is lost may have been done, is not repeated, and was done once', async () => {
    await lab.addFault({ match: post, effect: { kind: 'dropAnswer' }, times: 1 });
    await expect(create('Lost alone')).rejects.toMatchObject({
      code: 'unreachable',
      applied: 'unknown',
    });
    expect((await titles()).filter((title) => title === 'Lost alone')).toHaveLength(1);
  });

  it('whose connection breaks before may have been done too, as far as anyone can tell', async () => {
    await lab.addFault({ match: post, effect: { kind: 'close' }, times: 1 });
    await expect(create('Never made')).rejects.toMatchObject({ applied: 'unknown' });
    expect(await titles()).not.toContain('Never made');
  });

  it('that takes too long times out', async () => {
    const { planner } = lab.connect({ httpTimeoutMs: 300 });
    await planner.getPlan(plan.id);
    await lab.addFault({ match: post, effect: { kind: 'latency', ms: 2_000 }, times: 1 });
    await expect(planner.createTask(plan.id, aTask())).rejects.toMatchObject({
      code: 'timeout',
      applied: 'unknown',
    });
  });

  it('that is throttled says when to come again', async () => {
    const effect = { kind: 'status', status: 429, retryAfter: 3 };
    await lab.addFault({ match: post, effect, times: 1 });
    await expect(create('x')).rejects.toMatchObject({ code: 'throttled', retryAfterMs: 3_000 });
  });
});

describe('the sign-in of the app', () => {
  it('with a wrong secret names the secret', async () => {
    const failure = await failureOf({ clientSecret: 'a-wrong-secret' });
    expect(failure.code).toBe('unauthorized');
    expect(failure.advice).toContain('AZURE_CLIENT_SECRET');
    expect(JSON.stringify([failure.message, failure.advice])).not.toContain('a-wrong-secret');
  });

  it('of an unknown app names the app', async () => {
    const failure = await failureOf({ clientId: '99999999-9999-9999-9999-999999999999' });
    expect(failure.advice).toContain('AZURE_CLIENT_ID');
  });

  it('in an unknown tenant names the tenant', async () => {
    const failure = await failureOf({ tenantId: '99999999-9999-9999-9999-999999999999' });
    expect(failure.code).toBe('unauthorized');
    expect(failure.advice).toContain('AZURE_TENANT_ID');
  });

  it('is repeated when Graph refuses the token', async () => {
    const effect = { kind: 'status', status: 401, code: 'InvalidAuthenticationToken' };
    await lab.addFault({ match: { path: '/planner/plans' }, effect, times: 1 });
    expect((await lab.planner.getPlan(plan.id)).planId).toBe(plan.id);
  });
});

describe('an app without rights', () => {
  it('is told which permission it lacks, and nothing is written', async () => {
    await lab.settings({ appRoles: ['Tasks.Read.All'] });
    const { planner } = lab.connect();
    expect((await planner.getPlan(plan.id)).planId).toBe(plan.id);
    const refused = planner.createTask(plan.id, aTask({ title: 'Not allowed' }));
    await expect(refused).rejects.toMatchObject({
      code: 'forbidden',
      limit: null,
      applied: 'no',
      advice: expect.stringContaining('Tasks.ReadWrite.All') as string,
    });
    await lab.settings({ appRoles: ['Tasks.ReadWrite.All'] });
    expect(await titles()).not.toContain('Not allowed');
  });
});

describe('a full plan', () => {
  it('is named as such', async () => {
    const { id } = await lab.makePlan({ tasks: 2 });
    await lab.settings({ limits: { activeTasksInPlan: 2 } });
    await expect(lab.planner.createTask(id, aTask())).rejects.toMatchObject({
      code: 'limit_reached',
      limit: 'MaximumActiveTasksInProject',
      advice: expect.stringContaining('plan') as string,
    });
    await lab.settings({ limits: { activeTasksInPlan: 3_000 } });
  });
});
