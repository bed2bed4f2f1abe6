import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { GraphError } from '../../../src/domain/graph-error.js';
import type { GraphRequest } from '../../../src/graph/gateway/graph-request.js';
import { startGraphLab, type GraphLab, type LabPlan } from './graph-lab.js';

let lab: GraphLab;
let plan: LabPlan;
beforeAll(async () => {
  lab = await startGraphLab();
  plan = await lab.makePlan({ tasks: 1 });
});
afterEach(() => lab.clearFaults());
afterAll(() => lab.close());

async function failureOf(request: GraphRequest): Promise<GraphError> {
  const error: unknown = await lab.gateway.send(request).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof GraphError)) throw new Error(`no GraphError but ${String(error)}`);
  return error;
}

const readPlan = (): GraphRequest => ({ method: 'GET', path: `/planner/plans/${plan.id}` });

/** The answer of Graph on demand, where the emulator has no way of its own to it. */
async function failureWith(effect: object, request = readPlan()): Promise<GraphError> {
  await lab.addFault({ match: { path: '/planner/' }, effect: { kind: 'status', ...effect } });
  return failureOf(request);
}

describe('what Graph itself answers', () => {
  it.each<[string, () => GraphRequest, Partial<GraphError>]>([
    [
      'a task without a title',
      () => ({ method: 'POST', path: '/planner/tasks', body: { planId: plan.id } }),
      { code: 'bad_request', status: 400 },
    ],
    [
      'a plan that is not there',
      () => ({ method: 'GET', path: `/planner/plans/${'x'.repeat(28)}` }),
      { code: 'not_found', status: 404 },
    ],
    [
      'a change without the version that it is of',
      () => ({ method: 'PATCH', path: `/planner/plans/${plan.id}`, body: { title: 'x' } }),
      { code: 'precondition_failed', status: 412 },
    ],
    [
      'a person whom nobody knows',
      () => ({ method: 'GET', path: '/users/nobody@contoso.example' }),
      { code: 'not_found', status: 404 },
    ],
  ])('%s', async (_what, request, expected) => {
    const failure = await failureOf(request());
    expect(failure).toMatchObject({ ...expected, applied: 'no' });
    expect(failure.advice.length).toBeGreaterThan(20);
    expect(failure.clientRequestId).toMatch(/^[\da-f-]{36}$/);
    expect(failure.requestId).toMatch(/^[\da-f-]{36}$/);
  });

  it('each part of a batch has an id of its own, the one that Graph logged', async () => {
    const { planner } = lab;
    const failures = await Promise.all(
      ['x', 'y'].map((letter) =>
        planner.getTask(letter.repeat(28)).catch((error: GraphError) => error.clientRequestId),
      ),
    );
    expect(new Set(failures).size).toBe(2);
    const { requests } = (await (
      await fetch(`${lab.emulator.boardUrl}/control/requests`)
    ).json()) as { requests: { clientRequestId: string; batchId?: string }[] };
    const logged = requests.filter(({ batchId }) => batchId !== undefined);
    const ids = logged.map(({ clientRequestId }) => clientRequestId);
    expect(ids).toEqual(expect.arrayContaining(failures));
  });
});

describe('every status', () => {
  it.each([
    [400, 'bad_request', 'ids and values'],
    [401, 'unauthorized', 'AZURE_CLIENT_ID'],
    [403, 'forbidden', 'Tasks.ReadWrite.All'],
    [404, 'not_found', 'still exists'],
    [405, 'not_supported', 'not offered'],
    [406, 'bad_request', 'form'],
    [408, 'timeout', 'network'],
    [409, 'conflict', 'merged'],
    [410, 'not_found', 'gone'],
    [412, 'precondition_failed', 'repeated'],
    [413, 'bad_request', 'too large'],
    [415, 'bad_request', 'form'],
    [422, 'bad_request', 'ids and values'],
    [423, 'conflict', 'tried again'],
    [424, 'failed_dependency', 'repeated'],
    [428, 'precondition_failed', 'repeated'],
    [429, 'throttled', 'allows it'],
    [451, 'forbidden', 'permission'],
    [500, 'unavailable', 'service health'],
    [501, 'not_supported', 'national cloud'],
    [502, 'unavailable', 'service health'],
    [503, 'unavailable', 'service health'],
    [504, 'unavailable', 'service health'],
    [507, 'limit_reached', 'full'],
    [509, 'throttled', 'allows it'],
  ])('%s is %s, with advice', async (status, code, advice) => {
    const failure = await failureWith({ status });
    expect(failure).toMatchObject({ code, status });
    expect(failure.advice).toContain(advice);
  });
});

describe('what Graph says in a word', () => {
  it.each([
    'MaximumProjectsOwnedByUser',
    'MaximumProjectsSharedWithUser',
    'MaximumTasksCreatedByUser',
    'MaximumTasksAssignedToUser',
    'MaximumTasksInProject',
    'MaximumActiveTasksInProject',
    'MaximumBucketsInProject',
    'MaximumUsersSharedWithProject',
    'MaximumReferencesOnTask',
    'MaximumChecklistItemsOnTask',
    'MaximumAssigneesInTasks',
    'MaximumPlannerPlans',
    'MaximumFavoritePlansForUser',
    'MaximumRecentPlansForUser',
    'MaximumContextsOnPlan',
  ])('%s is a limit with advice of its own', async (code) => {
    const failure = await failureWith({ status: 403, code });
    expect(failure).toMatchObject({ code: 'limit_reached', limit: code });
    expect(failure.advice).not.toContain('A limit of Microsoft 365');
  });

  it('a limit that is new to us is a limit all the same', async () => {
    const failure = await failureWith({ status: 403, code: 'MaximumOfSomethingNew' });
    expect(failure).toMatchObject({ code: 'limit_reached', limit: 'MaximumOfSomethingNew' });
  });

  it.each([
    ['Authorization_RequestDenied', 'application permission'],
    ['Authorization_IdentityNotFound', 'admin consent'],
    ['ErrorAccessDenied', 'mailbox'],
    ['Forbidden', 'Teams'],
  ])('403 %s names the permission', async (code, advice) => {
    const failure = await failureWith({ status: 403, code });
    expect(failure).toMatchObject({ code: 'forbidden', limit: null });
    expect(failure.advice).toContain(advice);
  });

  it.each(['resyncRequired', 'syncStateNotFound', 'SyncStateInvalid'])(
    '%s asks for a new beginning',
    async (code) => {
      expect((await failureWith({ status: 400, code })).code).toBe('resync_required');
    },
  );
});

describe('what Graph says in a header', () => {
  it('where a delta query begins anew is kept', async () => {
    const location = `${lab.emulator.graphUrl}/v1.0/planner/tasks/delta?$deltatoken=`;
    const failure = await failureWith(
      { status: 410, headers: { Location: location } },
      { method: 'GET', path: '/planner/tasks/delta?$deltatoken=old' },
    );
    expect(failure).toMatchObject({ code: 'resync_required', location });
    expect(failure.message).not.toContain('old');
  });

  it('a claims challenge is named, and its claims are kept nowhere', async () => {
    const claims = 'eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7fX19';
    const header = `Bearer error="insufficient_claims", claims="${claims}"`;
    const failure = await failureWith({ status: 401, headers: { 'WWW-Authenticate': header } });
    expect(failure.code).toBe('unauthorized');
    expect(failure.advice).toContain('Conditional Access');
    expect(JSON.stringify([failure, failure.message, failure.advice])).not.toContain('eyJ');
  });

  it('also inside a batch', async () => {
    const headers = { 'WWW-Authenticate': 'Bearer claims="x"' };
    const effect = { kind: 'status', status: 401, headers };
    await lab.addFault({ match: { path: '/planner/' }, effect });
    const failures = await Promise.all([failureOf(readPlan()), failureOf(readPlan())]);
    expect(failures.map(({ advice }) => advice)).toEqual([
      expect.stringContaining('Conditional Access'),
      expect.stringContaining('Conditional Access'),
    ]);
  });
});
