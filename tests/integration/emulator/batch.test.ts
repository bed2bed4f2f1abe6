import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  etagOf,
  makePlan,
  makeTask,
  startFixture,
  type Fixture,
  type GraphJson,
  type Reply,
  text,
} from './graph-fixture.js';

const JSON_TYPE = { 'Content-Type': 'application/json' };
let fixture: Fixture;
let planId: string;

beforeAll(async () => {
  fixture = await startFixture();
  planId = (await makePlan(fixture)).id;
});
afterAll(() => fixture.close());

const send = async (requests: unknown): Promise<Reply> =>
  await fixture.app('POST', '/$batch', { body: { requests } });

function byId(reply: Reply): Map<string, GraphJson> {
  const responses = Object.values(reply.body['responses'] ?? {});
  return new Map(responses.map((response) => [text(response['id']), response]));
}

const creation = (id: string, fields: object = {}): object => ({
  id,
  method: 'POST',
  url: '/planner/tasks',
  headers: JSON_TYPE,
  body: { planId, title: `Task ${id}`, ...fields },
});

describe('$batch', () => {
  it('answers each request for itself, with its own status, headers and body', async () => {
    const task = await makeTask(fixture, planId);
    const path = `planner/tasks/${text(task['id'])}`;
    const reply = await send([
      creation('new'),
      { id: 'read', method: 'GET', url: `/${path}` },
      {
        id: 'change',
        method: 'PATCH',
        url: path,
        headers: { ...JSON_TYPE, 'if-match': etagOf(task), prefer: 'return=representation' },
        body: { priority: 1 },
      },
      { id: 'unconditional', method: 'DELETE', url: `/${path}` },
      { id: 'nowhere', method: 'GET', url: '/planner/tasks/aSOQ0mveu06bTSkfnJQay2QAIn_l' },
    ]);
    expect(reply.status).toBe(200);
    const answers = byId(reply);
    const statuses = [...answers].map(([id, answer]) => `${id} ${Number(answer['status'])}`).sort();
    expect(statuses).toEqual([
      'change 200',
      'new 201',
      'nowhere 404',
      'read 200',
      'unconditional 412',
    ]);
    expect(answers.get('change')?.['body']).toMatchObject({ priority: 1 });
    expect(answers.get('new')?.['headers']?.['Location']).toContain('/planner/tasks/');
  });

  it('has no body for 204', async () => {
    const task = await makeTask(fixture, planId);
    const headers = { 'If-Match': etagOf(task) };
    const url = `/planner/tasks/${text(task['id'])}`;
    const answer = byId(await send([{ id: '1', method: 'DELETE', url, headers }])).get('1');
    expect(answer).toEqual({ id: '1', status: 204, headers: {} });
  });

  it('promises no order', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => String(index));
    const reply = await send(
      ids.map((id) => ({ id, method: 'GET', url: `/planner/plans/${planId}` })),
    );
    const order = Object.values(reply.body['responses'] ?? {}).map((answer) => text(answer['id']));
    expect(order).not.toEqual(ids);
    expect(order.toSorted((a, b) => Number(a) - Number(b))).toEqual(ids);
  });

  it.each([
    ['more than 20 requests', Array.from({ length: 21 }, (_, index) => creation(String(index)))],
    ['ids that differ in case alone', [creation('a'), creation('A')]],
    ['no request', []],
    ['no list', 'x'],
    ['a body without Content-Type', [{ ...creation('1'), headers: {} }]],
    [
      'a POST without body',
      [{ id: '1', method: 'POST', url: '/planner/tasks', headers: JSON_TYPE }],
    ],
    ['a request without id', [{ method: 'GET', url: '/planner/tasks' }]],
    ['a dependency on nothing', [{ ...creation('1'), dependsOn: ['2'] }]],
  ])('is refused as a whole with 400 for %s', async (_what, requests) => {
    expect((await send(requests)).status).toBe(400);
  });

  it('does not run what depends on a failure: 424', async () => {
    const answers = byId(
      await send([
        creation('bad', { title: '' }),
        { ...creation('after'), dependsOn: ['bad'] },
        { ...creation('later'), dependsOn: ['after'] },
        creation('good'),
        { ...creation('then'), dependsOn: ['good'] },
      ]),
    );
    const status = (id: string): unknown => answers.get(id)?.['status'];
    expect(['bad', 'after', 'later', 'good', 'then'].map(status)).toEqual([
      400, 424, 424, 201, 201,
    ]);
  });

  it('takes addresses below the version alone', async () => {
    const url = `/v1.0/planner/plans/${planId}`;
    const answer = byId(await send([{ id: '1', method: 'GET', url }])).get('1');
    expect(answer?.['status']).toBe(400);
  });

  it('throttles single requests on demand, with Retry-After among their headers', async () => {
    await fixture.control('POST', '/faults', {
      body: {
        match: { method: 'POST', path: '^/planner/tasks$' },
        effect: { kind: 'status', status: 429, retryAfter: 7 },
        times: 1,
      },
    });
    const reply = await send([creation('1'), creation('2')]);
    const answers = [...byId(reply).values()];
    expect([reply.status, new Set(answers.map((answer) => answer['status']))]).toEqual([
      200,
      new Set([201, 429]),
    ]);
    const throttled = answers.find((answer) => Number(answer['status']) === 429);
    expect(throttled?.['headers']?.['Retry-After']).toBe('7');
    expect(throttled?.['body']?.['error']?.['code']).toBe('TooManyRequests');
  });
});
