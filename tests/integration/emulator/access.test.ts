import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePlan, startFixture, type Fixture, type Send } from './graph-fixture.js';

let fixture: Fixture;
let planId: string;

beforeAll(async () => {
  fixture = await startFixture();
  planId = (await makePlan(fixture)).id;
});
afterAll(() => fixture.close());

/** The app with other permissions than usual. */
async function appWith(roles: string[]): Promise<Send> {
  await fixture.control('PUT', '/settings', { body: { appRoles: roles } });
  const token = await fixture.appToken();
  await fixture.control('PUT', '/settings', { body: { appRoles: ['Tasks.ReadWrite.All'] } });
  return async (method, path, sent = {}) =>
    await fixture.app(method, path, { ...sent, headers: { Authorization: `Bearer ${token}` } });
}

describe('who may do what', () => {
  it('an app without permission gets 403 with an empty code and the words of Planner', async () => {
    const app = await appWith([]);
    const { status, headers, body } = await app('GET', `/planner/plans/${planId}/tasks`);
    expect([status, body['error']?.['code'], body['error']?.['message']]).toEqual([
      403,
      '',
      'You do not have the required permissions to access this item.',
    ]);
    expect(headers.get('x-proxycluster')).not.toBeNull();
  });

  it('an app that may read may not write', async () => {
    const app = await appWith(['Tasks.Read.All']);
    expect((await app('GET', `/planner/plans/${planId}/tasks`)).status).toBe(200);
    const write = await app('POST', '/planner/tasks', { body: { planId, title: 'x' } });
    expect(write.status).toBe(403);
  });

  it('permissions on groups do not open Planner to an app', async () => {
    const app = await appWith(['Group.ReadWrite.All']);
    expect((await app('GET', `/planner/plans/${planId}`)).status).toBe(403);
  });

  it('a person needs to be a member of the group of the plan', async () => {
    const closed = await makePlan(fixture, { members: [fixture.personId('Lena')], tasks: 1 });
    const path = `/planner/plans/${closed.id}/tasks`;
    expect((await fixture.as('Lena')('GET', path)).status).toBe(200);
    expect((await fixture.as('Maya')('GET', path)).status).toBe(403);
    expect((await fixture.app('GET', path)).status).toBe(200);
  });

  it('there is no /me for an app, and no list of a person’s plans', async () => {
    const me = await fixture.app('GET', '/me/planner/plans');
    expect([me.status, me.body['error']?.['message']]).toEqual([
      400,
      '/me request is only valid with delegated authentication flow.',
    ]);
    const id = fixture.personId('Maya');
    expect((await fixture.app('GET', `/users/${id}/planner/plans`)).status).toBe(403);
    expect((await fixture.as('Maya')('GET', `/users/${id}/planner/plans`)).status).toBe(200);
  });

  it.each([
    ['no token', {}],
    ['another scheme', { Authorization: 'Basic eDp5' }],
    ['no real token', { Authorization: 'Bearer eyJ.eyJ.x' }],
  ])('%s is 401 InvalidAuthenticationToken', async (_what, headers) => {
    const url = `${fixture.emulator.boardUrl}/v1.0/planner/plans/${planId}`;
    const response = await fetch(url, { headers });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain('Bearer');
    expect(await response.json()).toMatchObject({ error: { code: 'InvalidAuthenticationToken' } });
  });

  it('a good token under another scheme is 401', async () => {
    const { status } = await fixture.app('GET', `/planner/plans/${planId}`, {
      headers: { Authorization: `Token ${await fixture.appToken()}` },
    });
    expect(status).toBe(401);
  });

  it('a token that has expired is 401', async () => {
    await fixture.control('PUT', '/settings', { body: { tokenLifetimeSeconds: 1 } });
    const token = await fixture.appToken();
    await fixture.control('PUT', '/settings', { body: { tokenLifetimeSeconds: 3599 } });
    const ask = async () =>
      await fixture.app('GET', `/planner/plans/${planId}`, {
        headers: { Authorization: `Bearer ${token}` },
      });
    await expect.poll(async () => (await ask()).status, { timeout: 5000 }).toBe(401);
    expect((await ask()).body['error']?.['message']).toContain('expired');
  });
});

describe('what every answer carries', () => {
  it('request ids, the client’s own among them, also in errors', async () => {
    const id = '3f0c1b0e-8c1e-4a52-9b7c-0a4f5b6c7d8e';
    const { headers, body } = await fixture.app('GET', '/planner/tasks/x', {
      headers: { 'client-request-id': id },
    });
    expect(headers.get('client-request-id')).toBe(id);
    expect(headers.get('request-id')).toMatch(/^[\da-f-]{36}$/);
    expect(headers.get('odata-version')).toBe('4.0');
    const inner = body['error']?.['innerError'];
    expect(inner?.['client-request-id']).toBe(id);
    expect(inner?.['date']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
  });

  it.each([
    ['GET', '/planner/nothing', 400],
    ['GET', '/nothing', 400],
    ['PUT', '/planner/tasks', 405],
    ['GET', '/planner/tasks/short', 400],
    ['GET', '/planner/tasks/aSOQ0mveu06bTSkfnJQay2QAIn_l', 404],
  ])('%s %s is %i', async (method, path, status) => {
    const sent = method === 'PUT' ? { body: {} } : {};
    const reply = await fixture.app(method, path, sent);
    expect(reply.status).toBe(status);
    expect(reply.body['error']?.['message']).not.toBe('');
  });

  it('writes must be JSON and say so', async () => {
    const url = `${fixture.emulator.boardUrl}/v1.0/planner/tasks`;
    const Authorization = `Bearer ${await fixture.appToken()}`;
    const untyped = await fetch(url, {
      method: 'POST',
      body: '{}',
      headers: { Authorization, 'Content-Type': 'text/plain' },
    });
    expect(untyped.status).toBe(400);
    const broken = await fetch(url, {
      method: 'POST',
      body: '{',
      headers: { Authorization, 'Content-Type': 'application/json' },
    });
    expect(broken.status).toBe(400);
  });
});
