import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { Redis } from 'ioredis';
import { createKeys } from '../../../src/tasks/keys.js';
import { readGraphUsage } from '../../../src/tasks/graph-usage.js';
import { startGraphLab, type GraphLab } from '../graph/graph-lab.js';
import { environmentOf } from '../../support/emulator-environment.js';
import { startTestServer } from './start-test-server.js';

let graph: GraphLab;
let redis: Redis;
beforeAll(async () => {
  graph = await startGraphLab();
  redis = new Redis(inject('redisUrl'));
});
afterAll(async () => {
  redis.disconnect();
  await graph.close();
});

it('what a server asks of Graph for those who wait stands in the books of the hour', async () => {
  const { emulator, people } = graph;
  const server = await startTestServer({
    redisUrl: inject('redisUrl'),
    env: { ...environmentOf(emulator) },
  });
  const answer = await fetch(`${server.origin}/api/metadata?type=user&id=${people[0]?.id ?? ''}`);
  expect(answer.status).toBe(200);
  await server.close();
  const usage = await readGraphUsage({ redis, keys: createKeys(server.namespace) }, Date.now());
  expect(usage.thisHour.httpRequests + usage.lastHour.httpRequests).toBe(1);
});
