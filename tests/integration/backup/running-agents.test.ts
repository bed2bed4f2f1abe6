import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOf, differingFields } from '../../../src/domain/content.js';
import type { TaskContent, TaskDocument } from '../../../src/domain/task.js';
import { createKeys } from '../../../src/tasks/keys.js';
import type { GraphLab } from '../graph/graph-lab.js';
import { startGraphLab } from '../graph/graph-lab.js';
import type { SyncLab } from '../sync/sync-lab.js';
import { openSyncLab, plannerIdOf } from '../sync/sync-lab.js';
import { aBackupDesk, type BackupDesk } from './backup-desk.js';
import { emptyNamespace } from './namespaces.js';
import { startAgents, type ToldTask } from './running-agents.js';

let graph: GraphLab;
let lab: SyncLab;
let desk: BackupDesk;

beforeAll(async () => {
  graph = await startGraphLab();
  lab = await openSyncLab(graph);
  desk = aBackupDesk(lab.redis);
});
afterAll(async () => {
  desk.close();
  lab.leave();
  await graph.close();
});

interface BackedUpTask {
  readonly document: TaskDocument | null;
  readonly state: ReadonlyMap<string, string>;
  /** The Planner task that agents had deleted and that was not deleted there yet. */
  readonly toDelete: string | null;
}

interface TaskText {
  readonly kind?: string;
  readonly id: string;
  readonly plannerId: string | null;
  readonly keys: readonly { key: string; value: never; expiresAt?: number }[];
}

function tasksIn(file: string): readonly BackedUpTask[] {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.flatMap((text) => {
    const line = JSON.parse(text) as TaskText;
    if (line.kind !== 'task') return [];
    const entry = (key: string) => line.keys.find((one) => one.key === key);
    const find = (key: string) => entry(key)?.value;
    const tombstone = entry(`planner:tombstone:${line.id}`);
    const isOpen = tombstone !== undefined && tombstone.expiresAt === undefined;
    const document = find(`tasks:${line.id}`);
    return [
      {
        document: document === undefined ? null : (JSON.parse(document) as TaskDocument),
        state: new Map<string, string>(find(`sync:state:${line.id}`) ?? []),
        toDelete: isOpen ? line.plannerId : null,
      },
    ];
  });
}

/** A document that says it is equal to Planner is equal to the base of the same moment. */
function expectConsistent(file: string): void {
  const tasks = tasksIn(file);
  expect(tasks.length).toBeGreaterThan(10);
  for (const { document, state } of tasks) {
    if (document?.sync.state !== 'synced' || document.sync.syncedRev !== document.rev) continue;
    const base = JSON.parse(state.get('base') ?? 'null') as TaskContent;
    expect(differingFields(contentOf(document), base)).toEqual([]);
  }
}

/** Each answered write is there, or a later one of the same task. */
async function expectNothingLost(namespace: string, answered: readonly ToldTask[]): Promise<void> {
  const keys = createKeys(namespace);
  for (const { id, titles, deleted } of answered) {
    const [json, tombstone] = await lab.redis.mget(keys.task(id), keys.tombstone(id));
    if (json === null || json === undefined) {
      expect(tombstone, `${id} is neither there nor deleted`).toBeTruthy();
      continue;
    }
    const document = JSON.parse(json) as TaskDocument;
    const newest = Math.max(...titles.keys());
    expect(document.rev).toBeGreaterThanOrEqual(newest);
    if (document.rev === newest) expect(document.title).toBe(titles.get(newest));
    // Asked for before the backup; whether it was answered before is not known.
    if (deleted) continue;
    expect(document.title.split('.')[0]).toBe(titles.get(newest)?.split('.')[0]);
  }
}

/** Who follows the events hears of exactly what the tasks hold. */
async function expectEventsFit(namespace: string): Promise<void> {
  const keys = createKeys(namespace);
  const newest = new Map<string, number>();
  for (const [, fields] of await lab.redis.xrange(keys.stream, '-', '+')) {
    const { task_id: id, rev } = JSON.parse(fields[1] ?? '{}') as { task_id: string; rev: number };
    newest.set(id, Math.max(rev, newest.get(id) ?? 0));
  }
  const ids = await lab.redis.zrange(keys.index, '0', '-1');
  for (const id of ids) {
    const { rev } = JSON.parse((await lab.redis.get(keys.task(id))) ?? '{}') as TaskDocument;
    expect(newest.get(id), id).toBe(rev);
  }
}

async function expectConverged(twin: SyncLab): Promise<void> {
  const [documents, board] = [await twin.all(), await twin.board()];
  expect(documents.map((task) => task.sync.state)).toEqual(documents.map(() => 'synced'));
  expect(board.map((task) => task.id).toSorted()).toEqual(documents.map(plannerIdOf).toSorted());
  const numbers = board.map((task) => task.title.split('.')[0] ?? '');
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const document of documents) {
    const planner = await twin.plannerContent(plannerIdOf(document));
    expect(differingFields(contentOf(document), planner)).toEqual([]);
  }
  expect(await twin.writesDuring(() => twin.settle())).toBe(0);
}

describe('a backup while agents, a person and sync are at work', () => {
  it(
    'restores into another namespace and into the emptied one with nothing lost, doubled or deleted',
    { timeout: 120_000 },
    async () => {
      const file = desk.file('running.ndjson');
      const agents = startAgents(lab, 7);
      await expect.poll(() => agents.count(), { timeout: 30_000 }).toBeGreaterThan(60);
      const answered = agents.answered();
      await desk.backUp(lab.keys.namespace, file, { settleMs: 20_000 });
      const during = agents.count();
      await expect.poll(() => agents.count(), { timeout: 30_000 }).toBeGreaterThan(during + 15);
      await agents.stop();
      expectConsistent(file);
      const toDelete = new Set(tasksIn(file).map((task) => task.toDelete));

      for (const namespace of [`restored-${randomUUID()}`, lab.keys.namespace]) {
        if (namespace === lab.keys.namespace) await emptyNamespace(lab.redis, namespace);
        await desk.restore(namespace, file, 'kept');
        await expectNothingLost(namespace, answered);
        await expectEventsFit(namespace);
        const twin = await openSyncLab(graph, {}, { plan: lab.plan, namespace });
        const before = await twin.board();
        await twin.settle();
        await twin.settle();
        await expectConverged(twin);
        const after = new Set((await twin.board()).map((task) => task.id));
        const missing = before.filter(({ id }) => !after.has(id) && !toDelete.has(id));
        expect(missing.map(({ title }) => title)).toEqual([]);
        twin.leave();
      }
    },
  );
});
