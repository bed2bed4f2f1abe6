import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createKeys } from '../../../src/tasks/keys.js';
import { clientKinds, type McpTestClient } from '../mcp/mcp-clients.js';
import { environmentOf } from '../../support/emulator-environment.js';
import { startTestServer, type TestServer } from './start-test-server.js';

const [today] = clientKinds;
const emulator = inject('emulator');

/** The same operations as REST routes and as tools; the tools' client checks each result against its schema. */
describe('the control of plans', () => {
  let server: TestServer;
  let client: McpTestClient;
  let planId: string;
  beforeAll(async () => {
    planId = await makePlan();
    server = await startTestServer({
      redisUrl: inject('redisUrl'),
      env: { ...environmentOf(emulator), DEFAULT_PLANNER_PLAN_ID: planId },
    });
    if (today === undefined) throw new Error('There is a client of today');
    client = await today.connect(server.origin);
    await client.listTools();
  });
  afterAll(async () => {
    await client.close();
    await server.close();
  });

  const makePlan = async (): Promise<string> => {
    const response = await fetch(`${emulator.boardUrl}/control/plans`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ title: 'Roadmap' }),
    });
    return ((await response.json()) as { id: string }).id;
  };
  const rest = async (
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; json: Record<string, unknown> }> => {
    const response = await fetch(`${server.origin}${path}`, {
      method,
      ...(body !== undefined && {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    return { status: response.status, json: (await response.json()) as Record<string, unknown> };
  };
  const statusOf = async (id: string): Promise<unknown> => {
    const { json } = await rest('GET', '/api/sync/health');
    return (json['plans'] as { planId: string }[]).find((plan) => plan.planId === id);
  };

  it('pauses and resumes a plan, and everything without a body', async () => {
    const paused = await rest('POST', '/api/sync/pause', { planId });
    expect(paused).toMatchObject({
      status: 200,
      json: { everythingPaused: false, plans: [{ planId, mode: 'paused', hold: 'paused' }] },
    });
    await expect
      .poll(() => statusOf(planId))
      .toMatchObject({
        state: 'paused',
        mode: 'paused',
        hold: expect.stringContaining('sync_resume'),
        stopped: null,
      });
    const resumed = await client.call('sync_resume', { planId });
    expect(resumed.structured).toMatchObject({ plans: [{ planId, mode: 'on', hold: null }] });

    expect((await rest('POST', '/api/sync/pause')).json).toMatchObject({ everythingPaused: true });
    const all = await client.call('sync_resume', {});
    expect(all.structured).toMatchObject({ everythingPaused: false });
  });

  it('tells in the explanation of a task that its plan is paused', async () => {
    const { json: task } = await rest('POST', '/api/agent/tasks', { title: 'Waits' });
    await rest('POST', '/api/sync/pause', { planId });
    await expect
      .poll(async () => (await rest('GET', `/api/sync/tasks/${String(task['id'])}/explain`)).json)
      .toMatchObject({ next: { what: 'wait', text: expect.stringContaining('paused') } });
    await rest('POST', '/api/sync/resume', { planId });
  });

  it('runs a plan now', async () => {
    const told = await client.call('sync_run_now', { planId });
    expect(told.structured).toMatchObject({ plans: [{ planId, hold: null }] });
    expect((await rest('POST', '/api/sync/run-now')).status).toBe(200);
  });

  it('adds a plan in preview, switches it on, and removes it after a dry run', async () => {
    const other = await makePlan();
    const added = await client.call('sync_add_plan', { planId: other, mode: 'preview' });
    expect(added.structured).toMatchObject({ title: 'Roadmap', before: null, hold: 'preview' });
    // The status is read at most once a second.
    await expect.poll(() => statusOf(other)).toMatchObject({ state: 'preview', mode: 'preview' });
    const refused = await rest('POST', '/api/sync/resume', { planId: other });
    expect(refused).toMatchObject({ status: 409, json: { code: 'plan_in_preview' } });
    const on = await rest('POST', '/api/sync/plans', { planId: other, mode: 'on' });
    expect(on).toMatchObject({ status: 200, json: { before: 'preview', mode: 'on' } });

    await rest('POST', '/api/agent/tasks', { title: 'Kept', planId: other });
    const path = `/api/sync/plans/${other}/remove`;
    expect((await rest('POST', path, { tasks: 'keep', dryRun: true })).json).toMatchObject({
      dryRun: true,
      count: 1,
      unsent: 1,
    });
    const removed = await client.call('sync_remove_plan', { planId: other, tasks: 'keep' });
    expect(removed.structured).toMatchObject({ dryRun: false, count: 1 });
    await expect.poll(() => statusOf(other)).toBeUndefined();
  });

  it('answers a repeated removal as the first time when it has an idempotency key', async () => {
    const other = await makePlan();
    await rest('POST', '/api/sync/plans', { planId: other, mode: 'on' });
    await rest('POST', '/api/agent/tasks', { title: 'Kept', planId: other });
    const send = (body: object, to = `/api/sync/plans/${other}/remove`) =>
      fetch(`${server.origin}${to}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `remove-${other}` },
        body: JSON.stringify(body),
      });
    // A failure is not kept.
    expect((await send({ tasks: 'keep' }, '/api/sync/plans/nobody-knows/remove')).status).toBe(404);
    const first = await send({ tasks: 'keep' });
    expect([first.status, first.headers.get('Idempotency-Replayed')]).toEqual([200, null]);
    const again = await send({ tasks: 'keep' });
    expect([again.status, again.headers.get('Idempotency-Replayed')]).toEqual([200, 'true']);
    expect(await again.json()).toEqual(await first.json());
    for (const another of [
      await send({ tasks: 'remove' }),
      await send({ title: 'A task' }, '/api/agent/tasks'),
      await send({ planId: other }, '/api/sync/run-now'),
    ]) {
      expect(another.status).toBe(422);
      expect(await another.json()).toMatchObject({ code: 'idempotency_key_reused' });
    }
  });

  it('previews a plan page by page, the same over REST and MCP', async () => {
    const other = await makePlan();
    await rest('POST', '/api/sync/plans', { planId: other, mode: 'preview' });
    for (const title of ['One', 'Two']) {
      await rest('POST', '/api/agent/tasks', { title, planId: other });
    }
    const path = `/api/sync/plans/${other}/preview`;
    const { status, json } = await rest('GET', `${path}?limit=1`);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      title: 'Roadmap',
      mode: 'preview',
      total: 2,
      tasks: [{ title: 'One', writes: [{ direction: 'to_planner', operation: 'create' }] }],
    });
    const cursor = String(json['nextCursor']);
    const next = await client.call('sync_preview', { planId: other, cursor });
    expect(next.structured).toMatchObject({ tasks: [{ title: 'Two' }], nextCursor: null });
    const told = await client.call('sync_preview', { planId: other, limit: 1 });
    expect(told.structured).toMatchObject(json);
    const unknown = await rest('GET', '/api/sync/plans/xqQg5FS2LkCp935s-FIFm2QAFkHM/preview');
    expect(unknown).toMatchObject({ status: 404, json: { code: 'plan_not_found' } });
  });

  it('wants to be told what becomes of the tasks of a plan that is removed', async () => {
    const { status, json } = await rest('POST', `/api/sync/plans/${planId}/remove`, {});
    expect(status).toBe(400);
    expect(json['errors']).toEqual([
      expect.objectContaining({ field: 'tasks', message: 'must be one of keep, remove' }),
    ]);
  });

  it('shows a stopped plan, and lets it go on when the deletions are confirmed', async () => {
    const keys = createKeys(server.namespace);
    const path = `/api/sync/plans/${planId}/confirm-deletions`;
    expect(await rest('POST', path)).toMatchObject({
      status: 409,
      json: { code: 'plan_not_stopped' },
    });
    const missing = ['planner-1', 'planner-2'];
    const input = { planId, missing, limits: { percent: 0, tasks: 1, windowMs: 600_000 } };
    const payload = JSON.stringify(input);
    const verdict = await server.redis.fcall('tandem_plan_judge_v1', 1, keys.namespace, payload);
    expect(verdict).toBe('stopped');
    await expect
      .poll(() => statusOf(planId))
      .toMatchObject({
        state: 'stopped',
        mode: 'on',
        hold: expect.stringContaining('sync_confirm_deletions'),
        stopped: { missing: 2, recent: 0 },
      });
    const { json } = await rest('GET', '/api/sync/health');
    expect(json['alerts']).toEqual([
      expect.objectContaining({ kind: 'plan_stopped', subject: planId }),
    ]);
    const confirmed = await client.call('sync_confirm_deletions', { planId });
    expect(confirmed.structured).toEqual({ planId, confirmed: 2 });
    expect(await server.redis.smembers(keys.planConfirmed(planId))).toHaveLength(2);
    expect(await server.redis.ttl(keys.planConfirmed(planId))).toBeGreaterThan(3_000);
  });

  it.each([
    ['POST', '/api/sync/pause', { planId: 'nobody-knows' }],
    ['POST', '/api/sync/run-now', { planId: 'nobody-knows' }],
    ['POST', '/api/sync/plans/nobody-knows/remove', { tasks: 'keep' }],
    ['POST', '/api/sync/plans/nobody-knows/confirm-deletions', undefined],
  ])('%s %s names the linked plans where it does not know one', async (method, path, body) => {
    const { status, json } = await rest(method, path, body);
    expect(status).toBe(404);
    expect(json).toMatchObject({
      code: 'plan_not_found',
      errors: [{ field: 'planId', message: expect.stringContaining(planId) }],
    });
  });
});
