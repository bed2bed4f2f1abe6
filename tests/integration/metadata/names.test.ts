import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { createKeys } from '../../../src/tasks/keys.js';
import { startGraphLab, type GraphLab, type LabPlan } from '../graph/graph-lab.js';
import { startTestServer, type TestServer } from '../http/start-test-server.js';
import { clientKinds, type McpTestClient } from '../mcp/mcp-clients.js';
import { environmentOf } from '../../support/emulator-environment.js';
import { clearRequests, requestsTo } from './metadata-lab.js';

type Json = Record<string, unknown>;

interface Answer {
  readonly isError: boolean;
  readonly body: Json;
}

/** One operation by its name, over either door. */
interface Door {
  readonly name: string;
  call(operation: string, input: Json): Promise<Answer>;
}

const [today] = clientKinds;
let graph: GraphLab;
let server: TestServer;
let client: McpTestClient;
let plan: LabPlan;
let otherPlan: LabPlan;

beforeAll(async () => {
  graph = await startGraphLab();
  plan = await graph.makePlan({ buckets: ['To do', 'In progress', 'Café'] });
  otherPlan = await graph.makePlan({ buckets: ['Ideas'] });
  await graph.asPerson('PATCH', `/planner/plans/${otherPlan.id}`, { title: 'Launch in spring' });
  await graph.asPerson('PATCH', `/planner/plans/${plan.id}/details`, {
    categoryDescriptions: { category3: 'Urgent', category7: 'Für später' },
  });
  const { emulator } = graph;
  server = await startTestServer({
    redisUrl: inject('redisUrl'),
    env: {
      ...environmentOf(emulator),
      DEFAULT_PLANNER_PLAN_ID: plan.id,
      PLANNER_PLAN_IDS: otherPlan.id,
    },
  });
  // As the watch of a linked plan leaves it.
  const { planNames } = createKeys(server.namespace);
  await server.redis.set(
    planNames(otherPlan.id),
    JSON.stringify({
      planId: otherPlan.id,
      title: 'Launch in spring',
      buckets: otherPlan.buckets.map((bucket) => ({ ...bucket, orderHint: '' })),
      categories: { category1: 'Blocked' },
      readAt: Date.now(),
    }),
  );
  if (today === undefined) throw new Error('There is a client of today');
  client = await today.connect(server.origin);
  await client.listTools();
});
afterAll(async () => {
  await client.close();
  await server.close();
  await graph.close();
});
beforeEach(() => clearRequests(graph));
afterEach(() => graph.clearFaults());

const routes: Record<string, (input: Json) => { method: string; path: string; body?: Json }> = {
  task_create: (body) => ({ method: 'POST', path: '/api/agent/tasks', body }),
  task_update: ({ id, ...body }) => ({
    method: 'PATCH',
    path: `/api/agent/tasks/${String(id)}`,
    body,
  }),
  task_list: (query) => ({ method: 'GET', path: `/api/agent/tasks?${toQuery(query)}` }),
  metadata_get: (query) => ({ method: 'GET', path: `/api/metadata?${toQuery(query)}` }),
  sync_pause: (body) => ({ method: 'POST', path: '/api/sync/pause', body }),
  sync_resume: (body) => ({ method: 'POST', path: '/api/sync/resume', body }),
};

const throughRest: Door = {
  name: 'REST',
  async call(operation, input) {
    const route = routes[operation];
    if (route === undefined) throw new Error(`No route for ${operation}`);
    const { method, path, body } = route(input);
    const response = await fetch(`${server.origin}${path}`, {
      method,
      ...(body !== undefined && {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    return { isError: !response.ok, body: (await response.json()) as Json };
  },
};
const doors: readonly Door[] = [
  throughRest,
  {
    name: 'MCP',
    async call(operation, input) {
      const { isError, structured } = await client.call(operation, input);
      const task = structured['task'];
      return { isError, body: task === undefined ? structured : (task as Json) };
    },
  },
];

function toQuery(input: Json): string {
  return new URLSearchParams(
    Object.entries(input).map(([name, value]) => [name, String(value)]),
  ).toString();
}

const bucketId = (name: string) => plan.buckets.find((bucket) => bucket.name === name)?.id ?? '';
const person = (name: string) => {
  const found = graph.people.find(({ displayName }) => displayName === name);
  if (found === undefined) throw new Error(`There is no ${name}`);
  return found;
};
const errorsOf = ({ body }: Answer) => body['errors'] as Json[];

describe.each(doors)('names over $name', ({ call }) => {
  it('may stand for people, bucket and labels of a new task', async () => {
    const { isError, body } = await call('task_create', {
      title: 'x',
      bucketId: 'cafe',
      assigneeIds: ['maya okafor', 'Tomas Herrera', 'JONAS.lindqvist@tandem.example'],
      appliedCategories: ['urgent', 'category1'],
    });
    expect(isError, JSON.stringify(body)).toBe(false);
    expect(body).toMatchObject({
      planId: plan.id,
      bucketId: bucketId('Café'),
      assigneeIds: [
        person('Maya Okafor').id,
        person('Tomás Herrera').id,
        person('Jonas Lindqvist').id,
      ],
      appliedCategories: ['category3', 'category1'],
    });
  });

  it('may stand in changes, in the forms that add and remove, and in the older spellings', async () => {
    const { body: task } = await call('task_create', {
      title: 'x',
      assignee_ids: ['Maya Okafor'],
      applied_categories: ['Fur spater'],
      bucket_id: 'To do',
    });
    expect(task).toMatchObject({ bucketId: bucketId('To do'), appliedCategories: ['category7'] });
    const { body } = await call('task_update', {
      id: task['id'],
      bucketId: 'in progress',
      assigneeIds: { add: ['Priya Raman'], remove: ['maya.okafor@tandem.example'] },
      appliedCategories: { add: ['Urgent'], remove: ['category7'] },
    });
    expect(body).toMatchObject({
      bucketId: bucketId('In progress'),
      assigneeIds: [person('Priya Raman').id],
      appliedCategories: ['category3'],
      rev: 2,
    });
  });

  it('of a watched plan are known without Graph, and so is the plan by its title', async () => {
    const { body } = await call('task_create', {
      title: 'x',
      planId: 'launch in SPRING',
      bucketId: 'ideas',
      appliedCategories: ['blocked'],
    });
    expect(body).toMatchObject({
      planId: otherPlan.id,
      bucketId: otherPlan.buckets[0]?.id,
      appliedCategories: ['category1'],
    });
    expect(await requestsTo(graph, '/')).toHaveLength(0);
  });

  it('that nobody has are told together with everything else, with the nearest', async () => {
    const answer = await call('task_create', {
      title: '',
      bucketId: 'In progres',
      assigneeIds: [person('Priya Raman').id, 'Maya Okafr', 'Nobody At All'],
      appliedCategories: { add: ['Urgnt'] },
    });
    expect(answer).toMatchObject({ isError: true, body: { status: 400, code: 'invalid_input' } });
    const errors = new Map(errorsOf(answer).map((error) => [error['field'], error]));
    expect(new Set(errors.keys())).toEqual(
      new Set([
        'appliedCategories.add[0]',
        'assigneeIds[1]',
        'assigneeIds[2]',
        'bucketId',
        'title',
      ]),
    );
    expect(errors.get('bucketId')).toMatchObject({
      suggestion: 'In progress',
      candidates: [{ id: bucketId('In progress'), name: 'In progress' }],
    });
    expect(errors.get('assigneeIds[1]')).toMatchObject({
      suggestion: 'Maya Okafor',
      candidates: [
        { id: person('Maya Okafor').id, name: 'Maya Okafor', mail: 'maya.okafor@tandem.example' },
      ],
    });
    expect(errors.get('assigneeIds[2]')?.['candidates']).toBeUndefined();
    expect(errors.get('appliedCategories.add[0]')).toMatchObject({ suggestion: 'Urgent' });
  });

  it('are not guessed from a first name', async () => {
    const answer = await call('task_create', { title: 'x', assigneeIds: ['Maya'] });
    expect(errorsOf(answer)).toEqual([
      expect.objectContaining({
        field: 'assigneeIds[0]',
        candidates: [expect.objectContaining({ id: person('Maya Okafor').id })],
      }),
    ]);
  });

  it('of two people are answered with both', async () => {
    const twins = [await addPerson('Ada Twin'), await addPerson('Ada Twin')];
    const answer = await call('task_create', { title: 'x', assigneeIds: ['ada twin'] });
    expect(errorsOf(answer)).toEqual([
      expect.objectContaining({
        field: 'assigneeIds[0]',
        candidates: expect.arrayContaining(twins.map((id) => expect.objectContaining({ id }))),
      }),
    ]);
  });

  it('filter lists', async () => {
    const title = `filtered ${randomUUID()}`;
    await call('task_create', { title, planId: otherPlan.id, assigneeIds: ['Lena Fischer'] });
    const { body } = await call('task_list', {
      planId: 'Launch in spring',
      assignee: 'lena.fischer@tandem.example',
      limit: 1,
    });
    expect(body['tasks']).toMatchObject([{ title }]);
    const unknown = await call('task_list', { assignee: 'Lena' });
    expect(errorsOf(unknown)).toMatchObject([{ field: 'assignee', suggestion: 'Lena Fischer' }]);
  });

  it('stand for plans in operations on sync', async () => {
    const paused = await call('sync_pause', { planId: 'Launch in Spring' });
    expect(paused.body).toMatchObject({ plans: [{ planId: otherPlan.id, mode: 'paused' }] });
    await call('sync_resume', { planId: 'Launch in Spring' });
    const unknown = await call('sync_pause', { planId: 'Launch in summer' });
    expect(errorsOf(unknown)).toMatchObject([
      { field: 'planId', suggestion: 'Launch in spring', candidates: [{ id: otherPlan.id }] },
    ]);
  });

  it('find metadata too', async () => {
    const { body } = await call('metadata_get', { type: 'user', id: 'tomas herrera' });
    expect(body).toMatchObject({ type: 'user', displayName: 'Tomás Herrera', stale: false });
    const found = await call('metadata_get', { type: 'plan', id: 'Launch in spring' });
    expect(found.body).toMatchObject({ id: otherPlan.id, title: 'Launch in spring' });
    const bucket = await call('metadata_get', {
      type: 'bucket',
      id: 'Ideas',
      planId: 'launch in spring',
    });
    expect(bucket.body).toMatchObject({ id: otherPlan.buckets[0]?.id, planId: otherPlan.id });
    const again = await call('metadata_get', { type: 'bucket', id: otherPlan.buckets[0]?.id });
    expect(again.body).toMatchObject({ source: 'cache' });
    const fresh = await call('metadata_get', {
      type: 'bucket',
      id: otherPlan.buckets[0]?.id,
      fresh: true,
    });
    expect(fresh.body).toMatchObject({ source: 'graph' });
  });

  it('know a bucket that a person has made just now', async () => {
    const name = `Made ${randomUUID().slice(0, 8)}`;
    await graph.asPerson('POST', '/planner/buckets', {
      name,
      planId: otherPlan.id,
      orderHint: ' !',
    });
    await server.redis.del(createKeys(server.namespace).graphMetadata('plans', otherPlan.id));
    const answer = await call('task_create', {
      title: 'x',
      planId: otherPlan.id,
      bucketId: name,
    });
    expect(answer.isError, JSON.stringify(answer.body)).toBe(false);
  });

  it('that cannot be looked up are no reason to write something else', async () => {
    await graph.addFault({ match: { path: '^/users' }, effect: { kind: 'status', status: 403 } });
    const answer = await call('task_create', {
      title: 'x',
      assigneeIds: [`Someone ${randomUUID()}`],
    });
    expect(answer).toMatchObject({
      isError: true,
      body: {
        status: 403,
        code: 'graph_forbidden',
        detail: expect.stringContaining('User.ReadBasic.All'),
        errors: [{ field: 'assigneeIds[0]' }],
      },
    });
  });
});

describe('a write with nothing but ids', () => {
  it('asks neither Graph nor the name book', async () => {
    await graph.addFault({ match: { path: '.' }, effect: { kind: 'status', status: 503 } });
    const { isError } = await throughRest.call('task_create', {
      title: 'x',
      bucketId: bucketId('To do'),
      assigneeIds: [person('Maya Okafor').id],
      appliedCategories: ['category2'],
    });
    expect(isError).toBe(false);
    expect(await requestsTo(graph, '/')).toHaveLength(0);
  });

  it('takes for an id what may be one and cannot be looked up now', async () => {
    await graph.addFault({ match: { path: '.' }, effect: { kind: 'status', status: 503 } });
    await server.redis.del(createKeys(server.namespace).graphMetadata('plans', plan.id));
    await server.redis.del(createKeys(server.namespace).graphKept('plans', plan.id));
    const { body } = await throughRest.call('task_create', {
      title: 'x',
      bucketId: 'bucket-1',
    });
    expect(body).toMatchObject({ bucketId: 'bucket-1' });
  });
});

// The last: the gate to Graph stays closed for as long as Graph says, and opens gently.
describe('a name while Graph throttles', () => {
  it('is answered with when to come again', async () => {
    await graph.addFault({
      match: { path: '^/users' },
      effect: { kind: 'status', status: 429, retryAfter: 20 },
    });
    const { body } = await throughRest.call('task_create', {
      title: 'x',
      assigneeIds: [`Someone ${randomUUID()}`],
    });
    expect(body).toMatchObject({ status: 503, code: 'graph_unavailable' });
    expect(body['retryAfter']).toBeGreaterThanOrEqual(20);
  });
});

async function addPerson(displayName: string): Promise<string> {
  const mail = `someone.${randomUUID().slice(0, 8)}@tandem.example`;
  const response = await fetch(`${graph.emulator.boardUrl}/control/users`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ displayName, mail }),
  });
  return ((await response.json()) as { id: string }).id;
}
