import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, inject } from 'vitest';
import { contentOf, differingFields } from '../../../src/domain/content.js';
import { createSyncStore } from '../../../src/sync/sync-store.js';
import { connectRedis, whenRedisReady } from '../../../src/tasks/connect-redis.js';
import { loadFunctions } from '../../../src/tasks/load-functions.js';
import type { GraphLab } from '../graph/graph-lab.js';
import { startGraphLab } from '../graph/graph-lab.js';
import { startDoor } from '../relay/door.js';
import { openSyncLab, plannerIdOf, type SyncLab } from './sync-lab.js';

const silent = pino({ level: 'silent' });
const full = { title: 'Agent', description: 'Agent', checklist: [{ title: 'One' }] };

let graph: GraphLab;

beforeAll(async () => {
  graph = await startGraphLab();
});
afterAll(() => graph.close());

/** A worker whose connection breaks once, after Redis has done its nth commit and before the answer is there. */
async function aWorkerThatHearsNothingOf(lab: SyncLab, nth: number) {
  const door = await startDoor(inject('redisUrl'));
  const redis = connectRedis({ url: door.url }, silent);
  await whenRedisReady(redis);
  const call = await loadFunctions(redis);
  const store = createSyncStore({ redis, keys: lab.keys, call, streamMax: 10_000, historyMax: 50 });
  let commits = 0;
  const versionOf = async (taskId: string) => lab.redis.hget(lab.keys.state(taskId), 'v');
  return {
    commits: () => commits,
    planner: lab.worker.planner,
    store: {
      ...store,
      commit: async (step: Parameters<typeof store.commit>[0]) => {
        commits += 1;
        if (commits !== nth) return store.commit(step);
        const before = await versionOf(step.taskId);
        door.swallowAnswers();
        const answer = store.commit(step);
        answer.catch(() => undefined);
        while ((await versionOf(step.taskId)) === before) await Promise.resolve();
        await door.cut();
        await door.open();
        await whenRedisReady(redis);
        return answer;
      },
    },
    async close() {
      redis.disconnect();
      await door.close();
    },
  };
}

const stories = [
  { name: 'makes a task', begin: async (lab: SyncLab) => (await lab.create(full)).id },
  {
    name: 'changes a task',
    begin: async (lab: SyncLab) => {
      const { id } = await lab.create({ title: 'Old', description: 'Old' });
      await lab.settle();
      await lab.update(id, full);
      return id;
    },
  },
  {
    name: 'deletes a task',
    begin: async (lab: SyncLab) => {
      const { id } = await lab.create(full);
      await lab.settle();
      await lab.remove(id);
      return id;
    },
  },
];

describe('a commit whose answer is lost', () => {
  it.each(stories)(
    'is found again by the next try of a sync that $name',
    { timeout: 60_000 },
    async ({ begin }) => {
      for (let nth = 1, isSpared = false; !isSpared; nth += 1) {
        const lab = await openSyncLab(graph);
        const id = await begin(lab);
        const worker = await aWorkerThatHearsNothingOf(lab, nth);
        try {
          await lab.as(worker, [id]);
          isSpared = worker.commits() < nth;
          await lab.sync([id]);
          await lab.settle();
          const isThere = await lab.exists(id);
          expect(await lab.board(), `commit ${nth}`).toHaveLength(isThere ? 1 : 0);
          expect(await lab.all(), `commit ${nth}`).toHaveLength(isThere ? 1 : 0);
          expect(await lab.conflicts(), `commit ${nth}`).toEqual([]);
          expect(await lab.redis.zcard(lab.keys.planUnsynced(lab.planId))).toBe(0);
          if (isThere) {
            const document = await lab.read(id);
            const planner = await lab.plannerContent(plannerIdOf(document));
            expect(document).toMatchObject({ title: 'Agent', sync: { state: 'synced' } });
            expect(differingFields(contentOf(document), planner), `commit ${nth}`).toEqual([]);
          }
        } finally {
          await worker.close();
          lab.leave();
        }
      }
    },
  );
});
