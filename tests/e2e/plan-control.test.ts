import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Agent, createAgent } from './agent.js';
import { type Board, openBoard } from './board.js';
import { startStack, type Stack } from './stack.js';

const wait = { timeout: 30_000, interval: 50 };
/** What happens at once, though the plan is looked at every hour. */
const soon = { timeout: 20_000, interval: 50 };
const hour = String(3_600_000);

let stack: Stack;
let board: Board;
let agent: Agent;

beforeAll(async () => {
  stack = await startStack({ env: { WATCH_INTERVAL_MIN_MS: hour, WATCH_INTERVAL_MAX_MS: hour } });
  board = await openBoard(stack);
  agent = createAgent(stack);
});
afterAll(() => stack.close());

const post = async (path: string, body: object = {}): Promise<Record<string, unknown>> => {
  const response = await fetch(`${stack.serverUrl}/api/sync${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Record<string, unknown>;
  if (!response.ok) throw new Error(JSON.stringify(answer));
  return answer;
};
const titlesOf = async (planId: string): Promise<readonly string[]> =>
  (await agent.list(planId)).map((task) => task.title).toSorted();
const isStopped = async (planId: string): Promise<boolean> => {
  const response = await fetch(`${stack.serverUrl}/api/sync/health`);
  const { plans } = (await response.json()) as { plans: { planId: string; state: string }[] };
  return plans.some((plan) => plan.planId === planId && plan.state === 'stopped');
};

test('a plan is linked in preview, looked at, and switched on', async () => {
  const { id: planId } = await board.makePlan();
  await vi.waitFor(() => post('/plans', { planId, mode: 'preview' }), wait);
  await board.add(planId, 'By a person');
  const response = await fetch(`${stack.serverUrl}/api/sync/plans/${planId}/preview`);
  expect(await response.json()).toMatchObject({
    mode: 'preview',
    counts: { fromPlanner: { import: 1 } },
  });
  expect(await titlesOf(planId)).toEqual([]);
  await post('/plans', { planId, mode: 'on' });
  await vi.waitFor(async () => expect(await titlesOf(planId)).toEqual(['By a person']), soon);
});

test('a pause holds both directions; when it ends all is made up for at once', async () => {
  const { id: planId } = await board.makePlan();
  await post('/plans', { planId, mode: 'on' });
  const first = await agent.create({ planId, title: 'First' });
  await vi.waitFor(async () => expect((await agent.get(first.id)).sync.state).toBe('synced'), soon);
  await post('/pause', { planId });
  const written = await agent.create({ planId, title: 'Written meanwhile' });
  await board.add(planId, 'Added meanwhile');
  // The change has passed through relay and sync when a later one of another plan has.
  const { id: other } = await board.makePlan();
  const passed = await agent.create({ planId: other, title: 'Passes' });
  await vi.waitFor(
    async () => expect((await agent.get(passed.id)).sync.state).toBe('synced'),
    soon,
  );
  expect((await agent.get(written.id)).sync.state).toBe('pending');
  expect(await titlesOf(planId)).toEqual(['First', 'Written meanwhile']);

  await post('/resume', { planId });
  await vi.waitFor(async () => {
    expect((await agent.get(written.id)).sync.state).toBe('synced');
    expect(await titlesOf(planId)).toEqual(['Added meanwhile', 'First', 'Written meanwhile']);
  }, soon);
});

test('an emptied plan stops, and goes on when somebody confirms the deletions', async () => {
  const { id: planId } = await board.makePlan();
  await post('/plans', { planId, mode: 'on' });
  for (let at = 0; at < 12; at += 1) await agent.create({ planId, title: `Task ${at}` });
  await vi.waitFor(async () => expect(await board.tasks(planId)).toHaveLength(12), soon);
  await vi.waitFor(async () => {
    const states = (await agent.list(planId)).map((task) => task.sync.state);
    expect(new Set(states)).toEqual(new Set(['synced']));
  }, soon);
  for (const { id } of await board.tasks(planId)) await board.remove(`/planner/tasks/${id}`);
  await post('/run-now', { planId });
  await vi.waitFor(async () => expect(await isStopped(planId)).toBe(true), soon);
  await stack.kill('worker');
  await stack.start('worker');
  await post('/run-now', { planId });
  expect(await agent.list(planId)).toHaveLength(12);

  expect(await post(`/plans/${planId}/confirm-deletions`)).toEqual({ planId, confirmed: 12 });
  await vi.waitFor(async () => expect(await agent.list(planId)).toEqual([]), wait);
});
