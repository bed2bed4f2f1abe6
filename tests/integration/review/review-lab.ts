import { pino } from 'pino';
import { createConflictLog } from '../../../src/review/conflict-log.js';
import { createExplainTask } from '../../../src/review/explain-task.js';
import { createResolveConflict } from '../../../src/review/resolve-conflict.js';
import { createTaskHistory } from '../../../src/review/task-history.js';
import { createUndo } from '../../../src/review/undo.js';
import { createMetadataCache } from '../../../src/metadata/metadata-cache.js';
import { createPeopleNames } from '../../../src/metadata/people-names.js';
import { createReadEntity } from '../../../src/metadata/read-entity.js';
import { createAlerts } from '../../../src/tasks/alerts.js';
import { createEventLog } from '../../../src/tasks/event-log.js';
import { loadFunctions } from '../../../src/tasks/load-functions.js';
import { createTaskStore } from '../../../src/tasks/task-store.js';
import type { GraphLab } from '../graph/graph-lab.js';
import { openSyncLab } from '../sync/sync-lab.js';
import { gatewayOf } from '../../../src/graph/gateway/gateway-of.js';
import { createLinkedPlans } from '../../../src/tasks/linked-plans.js';

export type ReviewLab = Awaited<ReturnType<typeof openReviewLab>>;

/** A plan that is synced by hand, and what shows, explains and takes back what is done there. */
export async function openReviewLab(graph: GraphLab) {
  const lab = await openSyncLab(graph);
  const { redis, keys } = lab;
  const call = await loadFunctions(redis);
  const store = createTaskStore({ redis, keys, call });
  const history = createTaskHistory({ redis, keys });
  const conflictLog = createConflictLog({ redis, keys });
  const alerts = createAlerts({ redis, keys, call });
  const cache = createMetadataCache({
    redis,
    keys,
    readEntityOf: (account) => createReadEntity(gatewayOf(graph.gateway, account)),
    ttlMs: 60_000,
    graceMs: 0,
    now: Date.now,
    logger: pino({ level: 'silent' }),
  });
  return {
    ...lab,
    store,
    history,
    conflictLog,
    undo: createUndo({ store, history, log: createEventLog({ redis, keys }) }),
    resolve: createResolveConflict({
      conflicts: conflictLog,
      history,
      store,
      alerts,
      now: Date.now,
    }),
    explain: createExplainTask({
      redis,
      keys,
      history,
      conflicts: conflictLog,
      sync: lab.deps.store,
      plannerOf: () => graph.planner,
      linked: createLinkedPlans({ redis, keys }),
      people: createPeopleNames({ redis, keys, cache }),
      surroundings: {
        plan: async () => ({ hold: null, outages: [], lookEveryMs: 2_000, title: 'Launch' }),
        workflow: async () => null,
      },
      now: Date.now,
    }),
  };
}
