import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createKeys } from '../../../src/tasks/keys.js';
import { createPlanTraces, noTrace } from '../../../src/tasks/plan-traces.js';
import { startTestServer } from '../http/start-test-server.js';
import { startLockedServer, type LockedServer } from './locked-server.js';

const planId = 'plan-default';

async function breakPlan({ redis, namespace }: Pick<LockedServer, 'redis' | 'namespace'>) {
  const keys = createKeys(namespace);
  await redis.zadd(keys.workers, Date.now(), 'worker-1');
  const trace = { ...noTrace, title: 'Secret merger', state: 'failing' as const, reason: 'Why.' };
  await createPlanTraces({ redis, keys }).write(planId, trace);
}

const healthAt = async (origin: string): Promise<unknown> =>
  (await fetch(`${origin}/health`)).json();

describe('what needs no key', () => {
  let server: LockedServer;
  beforeAll(async () => {
    server = await startLockedServer();
    await breakPlan(server);
  });
  afterAll(() => server.close());

  it('tells how sync fares, but nothing of single plans', async () => {
    await expect
      .poll(() => healthAt(server.origin))
      .toEqual({ status: 'degraded', reasons: [expect.stringContaining('GET /api/sync/health')] });
    const { body } = await server.operator.send('GET', '/api/sync/health');
    expect(body['reasons']).toEqual([expect.stringContaining('Plan Secret merger: ')]);
    for (const path of ['/', '/health/live', '/health/ready']) {
      const answer = await fetch(server.origin + path);
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toMatch(/merger|plan-default/);
    }
  });

  it('tells all of it where nobody needs a key', async () => {
    const open = await startTestServer({
      redisUrl: inject('redisUrl'),
    });
    await breakPlan(open);
    await expect
      .poll(() => healthAt(open.origin))
      .toMatchObject({ reasons: [expect.stringContaining('Plan Secret merger: ')] });
    await open.close();
  });
});
