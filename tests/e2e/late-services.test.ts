import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Agent, createAgent } from './agent.js';
import { openBoard } from './board.js';
import { startStack, type Stack } from './stack.js';

const wait = { timeout: 60_000, interval: 100 };
let stack: Stack;
let agent: Agent;

beforeAll(async () => {
  stack = await startStack({ pieces: ['server', 'worker'] });
  agent = createAgent(stack);
});
afterAll(() => stack.close());

const ready = async (): Promise<number> =>
  (await fetch(`${stack.serverUrl}/health/ready`).catch(() => null))?.status ?? 0;

test('server and worker that were started first wait for Redis, Temporal and Graph, and go on', async () => {
  // Nothing is there: the server runs, says so, and refuses.
  await vi.waitFor(async () => expect(await ready()).toBe(503), wait);
  expect(await agent.tryCreate({ title: 'too early' })).toBe(503);
  await vi.waitFor(() => expect(stack.logs()).toMatch(/"process":"worker".*Redis is away/), wait);

  // Redis comes: agents can write, and are told that it travels later.
  await stack.start('redis');
  await vi.waitFor(async () => expect(await ready()).toBe(200), wait);
  const { id } = await agent.create({ title: 'first' });
  await vi.waitFor(async () => {
    const { status, reasons } = await agent.health();
    expect(status).toBe('degraded');
    expect(reasons.join(' ')).toContain('Temporal is away');
  }, wait);

  // Temporal comes, Graph is still away: the task waits and has not failed.
  await stack.start('temporal');
  await vi.waitFor(
    async () =>
      expect((await agent.health()).reasons.join(' ')).toContain('the last look at Planner failed'),
    wait,
  );
  expect(await agent.get(id)).toMatchObject({ sync: { state: 'pending', error: null } });

  // Graph comes: everything arrives by itself.
  await stack.start('emulator');
  const board = await openBoard(stack);
  await vi.waitFor(async () => expect((await agent.get(id)).sync.state).toBe('synced'), wait);
  const titles = (await board.tasks(stack.emulator.defaultPlanId)).map((task) => task.title);
  expect(titles.filter((title) => title === 'first')).toHaveLength(1);
  await vi.waitFor(
    async () => expect(await agent.health()).toEqual({ status: 'healthy', reasons: [] }),
    wait,
  );
});
