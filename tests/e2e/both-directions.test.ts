import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { TaskDocument, TaskEvent } from '../../src/domain/task.js';
import { type Agent, createAgent } from './agent.js';
import { type Board, openBoard } from './board.js';
import { confidential, leaks, openTemporal, type Operator } from './operator.js';
import { startStack, type Stack } from './stack.js';

const wait = { timeout: 30_000, interval: 50 };
const apiKey = 'key-of-the-end-to-end-tests-0123456789';
/** In every text that agent and person write here. */
const marker = 'Zinnober';

let stack: Stack;
let board: Board;
let operator: Operator;
let agent: Agent;
let redis: Redis;
let plan: Awaited<ReturnType<Board['makePlan']>>;

beforeAll(async () => {
  stack = await startStack({ env: { AUTH_MODE: 'api-key', API_KEYS: `tester:${apiKey}` } });
  board = await openBoard(stack);
  operator = await openTemporal(stack);
  agent = createAgent(stack, apiKey);
  redis = new Redis(stack.redisUrl);
  plan = await board.makePlan();
});
afterAll(async () => {
  redis.disconnect();
  await operator.close();
  await stack.close();
});

const isSynced = (id: string): Promise<TaskDocument> =>
  vi.waitFor(async () => {
    const task = await agent.get(id);
    expect(task.sync.state).toBe('synced');
    return task;
  }, wait);

/** The first event after the cursor of which this holds. */
async function eventAfter(
  cursor: string,
  holds: (event: TaskEvent) => boolean,
): Promise<TaskEvent> {
  return vi.waitFor(async () => {
    const entries = await redis.xrange('annika:tasks:stream', `(${cursor}`, '+');
    const events = entries.map(([, fields]) => JSON.parse(fields[1] ?? '') as TaskEvent);
    const found = events.find(holds);
    expect(found).toBeDefined();
    return found as TaskEvent;
  }, wait);
}

const lastCursor = async (): Promise<string> =>
  (await redis.xrevrange('annika:tasks:stream', '+', '-', 'COUNT', 1))[0]?.[0] ?? '0';

test("an agent's task appears in Planner with every field", async () => {
  const [bucket] = plan.buckets;
  const [person, other] = board.people;
  const { id } = await agent.create({
    planId: plan.id,
    bucketId: bucket?.id,
    title: `${marker} für das Angebot`,
    description: `${marker}: erste Zeile\nzweite Zeile`,
    percentComplete: 50,
    priority: 1,
    startDateTime: '2026-12-01T08:00:00Z',
    dueDateTime: '2026-12-24T17:30:00Z',
    assigneeIds: [person?.id, other?.id],
    appliedCategories: ['category3', 'category7'],
    checklist: [{ title: `${marker} prüfen`, isChecked: true }, { title: `${marker} senden` }],
    references: [
      { url: 'https://example.com/a.b:c%20d?x=1#y', alias: `${marker} Entwurf`, type: 'Word' },
    ],
  });
  const { sync } = await isSynced(id);

  const task = await board.get(`/planner/tasks/${sync.plannerId ?? ''}`);
  expect(task).toMatchObject({
    planId: plan.id,
    bucketId: bucket?.id,
    title: `${marker} für das Angebot`,
    percentComplete: 50,
    priority: 1,
    startDateTime: '2026-12-01T08:00:00Z',
    dueDateTime: '2026-12-24T17:30:00Z',
    appliedCategories: { category3: true, category7: true },
  });
  expect(Object.keys(task['assignments'] as object).toSorted()).toEqual(
    [String(person?.id), String(other?.id)].toSorted(),
  );
  const details = await board.get(`/planner/tasks/${sync.plannerId ?? ''}/details`);
  expect(details['description']).toMatch(/^Zinnober: erste Zeile\r?\nzweite Zeile$/);
  const rows = Object.values(details['checklist'] as Record<string, object>);
  expect(rows).toHaveLength(2);
  expect(rows).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ title: `${marker} prüfen`, isChecked: true }),
      expect.objectContaining({ title: `${marker} senden`, isChecked: false }),
    ]),
  );
  const references = Object.entries(
    details['references'] as Record<string, { alias: string; type: string }>,
  );
  expect(references.map(([url]) => decodeURIComponent(url))).toEqual([
    'https://example.com/a.b:c%20d?x=1#y',
  ]);
  expect(references[0]?.[1]).toMatchObject({ alias: `${marker} Entwurf`, type: 'Word' });
});

test("a person's edit comes back to the agents as an event, and the document has it", async () => {
  const { id } = await agent.create({ planId: plan.id, title: `${marker} two` });
  const { sync } = await isSynced(id);
  const path = `/planner/tasks/${sync.plannerId ?? ''}`;
  const cursor = await lastCursor();
  await board.edit(path, { title: `${marker} of a person`, percentComplete: 100 });
  await board.edit(`${path}/details`, {
    description: `${marker} as a person has it`,
    previewType: 'description',
  });

  const event = await eventAfter(
    cursor,
    ({ task_id, task }) => task_id === id && task?.description === `${marker} as a person has it`,
  );
  expect(event).toMatchObject({ action: 'updated', source: 'planner' });
  expect(await agent.get(id)).toMatchObject({
    title: `${marker} of a person`,
    percentComplete: 100,
    description: `${marker} as a person has it`,
    updatedBy: { kind: 'human' },
    sync: { state: 'synced' },
  });
});

test("a person's new task reaches the agents, and what an agent then changes reaches the person", async () => {
  const cursor = await lastCursor();
  await board.add(plan.id, `${marker} from the board`);
  const { task_id: id } = await eventAfter(
    cursor,
    ({ action, task }) => action === 'created' && task?.title === `${marker} from the board`,
  );
  await agent.update(id, { title: `${marker} seen by an agent` });

  await vi.waitFor(async () => {
    const titles = (await board.tasks(plan.id)).map((task) => task.title);
    expect(titles).toContain(`${marker} seen by an agent`);
    expect(titles).not.toContain(`${marker} from the board`);
  }, wait);
});

test('without a key nobody gets in', async () => {
  expect(await createAgent(stack).tryCreate({ title: marker })).toBe(401);
});

test('when both sides are equal nothing is written any more, and after half a minute only the watch and the flow of the account are open', async () => {
  await vi.waitFor(async () => {
    const tasks = await agent.list(plan.id);
    expect(tasks.map((task) => task.sync.state)).toEqual(tasks.map(() => 'synced'));
  }, wait);
  const equalSince = Date.now();
  const writes = await board.appWrites();
  const looks = await board.looks(plan.id);

  await vi.waitFor(
    async () =>
      expect((await operator.openWorkflows()).toSorted()).toEqual(['account', 'planWatch']),
    { timeout: 40_000, interval: 250 },
  );
  expect(Date.now() - equalSince).toBeLessThan(35_000);
  expect(await board.appWrites()).toBe(writes);
  expect(await board.looks(plan.id)).toBeGreaterThan(looks + 5);
});

test('no secret and no text of a task is in the histories or in the logs', async () => {
  const words = confidential(stack, board, { 'a text': marker, 'the API key': apiKey });
  const histories = await operator.histories();
  const logs = Buffer.from(stack.logs());

  // The search works: what may be there is found.
  expect(histories.includes(plan.id)).toBe(true);
  expect(logs.includes('Server listens')).toBe(true);
  expect(leaks(histories, words)).toEqual([]);
  expect(leaks(logs, words)).toEqual([]);
});
