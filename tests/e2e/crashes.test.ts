import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Agent, createAgent } from './agent.js';
import { type Board, openBoard } from './board.js';
import { confidential, leaks, openTemporal } from './operator.js';
import { startStack, type Stack } from './stack.js';

const wait = { timeout: 90_000, interval: 100 };
/** In every text that agents write here. */
const marker = 'Karmesin';

let stack: Stack;
let board: Board;
let agent: Agent;

beforeAll(async () => {
  stack = await startStack();
  board = await openBoard(stack);
  agent = createAgent(stack);
});
afterAll(() => stack.close());

const titles = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${marker} ${String(at).padStart(3, '0')}`);

/** Writes a burst, a few at a time as agents do; every write is repeated until it was accepted. */
async function burst(planId: string, wanted: readonly string[]): Promise<void> {
  const left = [...wanted];
  const writeOn = async (): Promise<void> => {
    for (let title = left.shift(); title !== undefined; title = left.shift()) {
      await agent.create({ planId, title, description: `${marker}: ${title}` });
    }
  };
  await Promise.all(Array.from({ length: 8 }, writeOn));
}

async function plannerTitles(planId: string): Promise<readonly string[]> {
  return (await board.tasks(planId)).map((task) => task.title).toSorted();
}

/** Both sides hold exactly these titles, each document is synced, and two more looks find nothing else. */
async function expectEqualSides(planId: string, wanted: readonly string[]): Promise<void> {
  await vi.waitFor(async () => {
    const tasks = await agent.list(planId);
    const open = tasks.filter((task) => task.sync.state !== 'synced');
    expect(open.map(({ id, title }) => ({ id, title }))).toEqual([]);
    expect(tasks.map((task) => task.title).toSorted()).toEqual(wanted.toSorted());
  }, wait);
  const looks = await board.looks(planId);
  await vi.waitFor(
    async () => expect(await board.looks(planId)).toBeGreaterThanOrEqual(looks + 2),
    wait,
  );
  expect(await plannerTitles(planId)).toEqual(wanted.toSorted());
  const tasks = await agent.list(planId);
  expect(tasks.map((task) => task.title).toSorted()).toEqual(wanted.toSorted());
  expect(new Set(tasks.map((task) => task.sync.plannerId)).size).toBe(wanted.length);
}

test('a worker that is killed in the middle of a burst loses and doubles nothing', async () => {
  const { id: planId } = await board.makePlan();
  const wanted = titles(200);
  await board.settings({ latencyMs: 300 });
  const written = burst(planId, wanted);
  await vi.waitFor(async () => expect((await board.tasks(planId)).length).toBeGreaterThan(20), {
    ...wait,
    interval: 10,
  });
  await stack.kill('worker');
  const done = (await agent.list(planId)).filter((task) => task.sync.state === 'synced').length;
  expect(done).toBeLessThan(200); // it was in the middle
  await board.settings({ latencyMs: 0 });
  await stack.start('worker');
  await written;

  await expectEqualSides(planId, wanted);
});

test('a server that is killed in the middle of a burst loses and doubles nothing', async () => {
  const { id: planId } = await board.makePlan();
  const wanted = titles(200);
  const written = burst(planId, wanted);
  await vi.waitFor(async () => expect((await agent.list(planId)).length).toBeGreaterThan(40), {
    ...wait,
    interval: 5,
  });
  await stack.kill('server');
  expect((await board.tasks(planId)).length).toBeLessThan(200); // it was in the middle
  await stack.start('server');
  await written;

  await expectEqualSides(planId, wanted);
});

test('agents go on while Temporal is away, and everything catches up', async () => {
  const { id: planId } = await board.makePlan();
  const wanted = titles(60);
  await burst(planId, wanted.slice(0, 20));
  await stack.kill('temporal');
  await burst(planId, wanted.slice(20));
  await vi.waitFor(async () => {
    const { status, reasons } = await agent.health();
    expect(status).toBe('degraded');
    expect(reasons.join(' ')).toContain('Temporal is away');
  }, wait);
  await stack.start('temporal');

  await expectEqualSides(planId, wanted);
  await vi.waitFor(
    async () => expect(await agent.health()).toMatchObject({ status: 'healthy' }),
    wait,
  );
});

test('a Redis that is killed comes back from its file with everything that was accepted', async () => {
  const { id: planId } = await board.makePlan();
  const wanted = titles(60);
  const accepted = burst(planId, wanted);
  await vi.waitFor(async () => expect((await agent.list(planId)).length).toBeGreaterThan(10), {
    ...wait,
    interval: 5,
  });
  await stack.kill('redis');
  expect(await agent.tryCreate({ planId, title: `${marker} refused` })).toBe(503);
  await stack.start('redis');
  await accepted;

  await expectEqualSides(planId, wanted);
});

test('no secret and no text of a task is in the histories or in the logs of all this', async () => {
  const operator = await openTemporal(stack);
  const words = confidential(stack, board, { 'a text': marker });

  expect(leaks(await operator.histories(), words)).toEqual([]);
  expect(leaks(Buffer.from(stack.logs()), words)).toEqual([]);
  await operator.close();
});
