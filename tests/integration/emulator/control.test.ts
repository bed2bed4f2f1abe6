import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  etagOf,
  makePlan,
  makeTask,
  patch,
  startFixture,
  type Fixture,
  text,
} from './graph-fixture.js';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

describe('the control API', () => {
  it('names everybody, each with a token that Graph takes', async () => {
    const { body } = await fixture.control('GET', '/people');
    const people = Object.values(body['people'] ?? {});
    expect(people).toHaveLength(12);
    for (const person of people) {
      expect(person).toMatchObject({
        id: expect.stringMatching(/^[\da-f-]{36}$/),
        displayName: expect.any(String),
        mail: expect.stringMatching(/^[a-z.]+@/),
        jobTitle: expect.any(String),
      });
      const response = await fetch(`${fixture.emulator.boardUrl}/v1.0/me/planner/plans`, {
        headers: { Authorization: `Bearer ${text(person['accessToken'])}` },
      });
      expect(response.status).toBe(200);
    }
  });

  it('makes plans with buckets and tasks for tests', async () => {
    const plan = await makePlan(fixture, { title: 'Mine', buckets: ['A', 'B'], tasks: 5 });
    expect(plan.buckets.map((bucket) => bucket.name)).toEqual(['A', 'B']);
    const tasks = await fixture.app('GET', `/planner/plans/${plan.id}/tasks`);
    expect(tasks.body['@odata.count']).toBe(5);
    const { body } = await fixture.control('GET', '/plans');
    expect(Object.values(body['plans'] ?? {})).toContainEqual({
      id: plan.id,
      title: 'Mine',
      memberIds: expect.arrayContaining([fixture.personId('Maya'), fixture.personId('Lena')]),
    });
  });

  it('tells every accepted write as it happens, and afterwards', async () => {
    const plan = await makePlan(fixture);
    const events = await listen(`${fixture.emulator.boardUrl}/control/changes?planId=${plan.id}`);
    const task = await makeTask(fixture, plan.id, { title: 'Draft' });
    await makeTask(fixture, (await makePlan(fixture)).id, { title: 'Elsewhere' });
    const path = `/planner/tasks/${text(task['id'])}`;
    await patch(fixture.app, path, 'W/"wrong"', { title: 'Refused' });
    const changed = await patch(fixture.as('Priya'), path, etagOf(task), {
      title: 'Final',
      percentComplete: 50,
    });
    await fixture.app('DELETE', path, { headers: { 'If-Match': etagOf(changed.body) } });

    const told = await events.read(3);
    const common = { planId: plan.id, entity: 'task', id: task['id'] };
    const app = { kind: 'app', id: fixture.emulator.clientId, displayName: 'Tandem' };
    const priya = {
      kind: 'person',
      id: fixture.personId('Priya'),
      displayName: 'Priya Raman',
    };
    expect(told).toMatchObject([
      { ...common, operation: 'created', by: app, title: 'Draft', fields: ['title'] },
      {
        ...common,
        operation: 'updated',
        by: priya,
        title: 'Final',
        fields: ['title', 'percentComplete'],
      },
      { ...common, operation: 'deleted', by: app, title: 'Final', fields: [] },
    ]);
    const { body } = await fixture.control('GET', `/activity?planId=${plan.id}&limit=2`);
    expect(body['activity']).toEqual([told[2], told[1]]);
  });

  it('logs requests and their parts without tokens, and counts them', async () => {
    const plan = await makePlan(fixture);
    await fixture.control('DELETE', '/requests');
    await fixture.app('POST', '/$batch', {
      headers: { 'client-request-id': 'batch-1' },
      body: {
        requests: [
          { id: '1', method: 'GET', url: `/planner/plans/${plan.id}/tasks` },
          {
            id: '2',
            method: 'POST',
            url: '/planner/tasks',
            headers: { 'Content-Type': 'application/json', 'client-request-id': 'part-2' },
            body: { planId: plan.id, title: 'Logged' },
          },
        ],
      },
    });
    await fixture.as('Maya')('GET', `/planner/plans/${plan.id}`);
    const log = await fixture.control('GET', '/requests');
    const entries = Object.values(log.body['requests'] ?? {});
    const appId = fixture.emulator.clientId;
    expect(entries).toMatchObject([
      {
        method: 'GET',
        path: `/planner/plans/${plan.id}/tasks`,
        status: 200,
        batchId: 'batch-1',
        appId,
        planId: plan.id,
      },
      {
        method: 'POST',
        status: 201,
        clientRequestId: 'part-2',
        batchId: 'batch-1',
        planId: plan.id,
      },
      { method: 'POST', path: '/$batch', status: 200, clientRequestId: 'batch-1' },
      { method: 'GET', status: 200, userId: fixture.personId('Maya'), planId: plan.id },
    ]);
    expect(JSON.stringify(log.body)).not.toContain('Bearer');
    const seqs = entries.map((entry) => Number(entry['seq']));
    const rest = await fixture.control('GET', `/requests?since=${seqs[2]}`);
    expect(Object.values(rest.body['requests'] ?? {})).toHaveLength(1);
    const stats = await fixture.control('GET', '/stats');
    expect(stats.body).toEqual({
      httpRequests: 2,
      throttling: { throttled: 0, closedMs: 0, onTheirWay: 0, inClosedGate: 0 },
      subrequests: 2,
      writes: 1,
      app: { httpRequests: 1, subrequests: 2, writes: 1 },
    });
  });

  it('changes settings in part, and refuses what it does not know', async () => {
    const before = await fixture.control('GET', '/settings');
    const after = await fixture.control('PUT', '/settings', {
      body: { referencesMax: 15, limits: { bucketsInPlan: 7 } },
    });
    expect(after.body).toEqual({
      ...before.body,
      referencesMax: 15,
      limits: { ...before.body['limits'], bucketsInPlan: 7 },
    });
    const wrong = await fixture.control('PUT', '/settings', { body: { refMax: 15 } });
    expect([wrong.status, text(wrong.body['error'])]).toEqual([
      400,
      expect.stringContaining('refMax'),
    ]);
  });

  it('does not answer pages of other origins nor other host names', async () => {
    const fromPage = await fixture.control('GET', '/people', {
      headers: { Origin: 'https://evil.example' },
    });
    expect(fromPage.status).toBe(403);
    expect(fromPage.body['people']).toBeUndefined();
    const url = `${fixture.emulator.boardUrl}/control/people`;
    const statusFor = async (host: string): Promise<number | undefined> =>
      await new Promise((resolve, reject) => {
        request(url, { headers: { Host: host } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on('error', reject)
          .end();
      });
    expect(await statusFor('rebound.example')).toBe(403);
    expect(await statusFor('127.0.0.1:1')).toBe(200);
  });

  it.each([
    { 'X-Forwarded-Host': 'abc.tunnel.example' },
    { 'X-Forwarded-For': '203.0.113.7' },
    { Forwarded: 'for=203.0.113.7' },
  ])('does not answer what a tunnel forwards: %j', async (headers) => {
    const answer = await fixture.control('GET', '/people', { headers });
    expect([answer.status, answer.body['people']]).toEqual([403, undefined]);
  });

  it('is not on the port of Graph, and the board’s is not open to the tenant', async () => {
    const { emulator } = fixture;
    const page = await fetch(emulator.boardUrl);
    expect(page.status).toBe(200);
    const token = await fetch(`${emulator.boardUrl}/${emulator.tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
    });
    expect(token.status).toBe(404);
  });
});

/** Reads Server-Sent Events once the stream is open. */
async function listen(url: string): Promise<{ read(count: number): Promise<unknown[]> }> {
  const stop = new AbortController();
  const response = await fetch(url, { signal: stop.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error('There is no stream');
  let received = '';
  return {
    async read(count) {
      while (changesIn(received).length < count) {
        const { value, done } = await reader.read();
        if (done) break;
        received += value;
      }
      stop.abort();
      return changesIn(received).map(
        (event) => JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? '') as unknown,
      );
    },
  };
}

function changesIn(received: string): string[] {
  return received.split('\n\n').filter((part) => part.includes('event: change'));
}
