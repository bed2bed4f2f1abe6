import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createKeys } from '../../src/tasks/keys.js';
import { type Agent, createAgent } from './agent.js';
import { type Board, openBoard } from './board.js';
import { startStack, type Stack } from './stack.js';

const keys = createKeys('annika');
const wait = { timeout: 90_000, interval: 100 };

let stack: Stack;
let board: Board;
let agent: Agent;
let redis: Redis;

beforeAll(async () => {
  stack = await startStack();
  board = await openBoard(stack);
  agent = createAgent(stack);
  redis = new Redis(stack.redisUrl, { retryStrategy: () => 100 });
});
afterAll(async () => {
  redis.disconnect();
  await stack.close();
});

test('a Temporal that lost all its data is given everything again: what was handed over, and what to watch', async () => {
  const { id: planId } = await board.makePlan();
  const { id } = await agent.create({ planId, title: 'Before' });
  await vi.waitFor(async () => expect((await agent.get(id)).sync.state).toBe('synced'), wait);

  // Handed over, and then lost together with everything else that Temporal knew.
  await stack.kill('worker');
  const titles = Array.from({ length: 30 }, (_, at) => `During ${String(at)}`);
  for (const title of titles) await agent.create({ planId, title });
  await vi.waitFor(async () => expect(await redis.xlen(keys.outbox)).toBe(0), wait);
  await stack.kill('temporal');
  stack.wipe('temporal');
  await stack.start('temporal');
  await stack.start('worker');

  const before = Date.now();
  await vi.waitFor(async () => {
    const tasks = await agent.list(planId);
    expect(tasks.filter((task) => task.sync.state !== 'synced')).toEqual([]);
  }, wait);
  // Within a minute the server sees that nothing stands; the rest is the sync itself.
  expect(Date.now() - before).toBeLessThan(80_000);
  const onBoard = (await board.tasks(planId)).map((task) => task.title);
  expect(onBoard.toSorted()).toEqual(['Before', ...titles].toSorted());

  await board.add(planId, 'By a person');
  await vi.waitFor(async () => {
    expect((await agent.list(planId)).map((task) => task.title)).toContain('By a person');
  }, wait);
});

test('a worker refuses a Redis that throws keys away when it is full', async () => {
  await stack.kill('worker');
  await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
  await stack.start('worker');
  await stack.ended('worker');
  expect(stack.logs()).toContain('Set maxmemory-policy to "noeviction"');
});
