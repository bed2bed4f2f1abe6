import type { Redis } from 'ioredis';
import { createBoards, type Boards } from '../boards/boards.js';
import { createPlansCache } from '../boards/plans-cache.js';
import type { Config } from '../config/config.js';
import { fullAccess } from '../domain/access/caller.js';
import type { MetadataCache } from '../metadata/metadata-cache.js';
import type { NameBook } from '../metadata/name-book.js';
import { createPeopleNames } from '../metadata/people-names.js';
import { createTaskHistory } from '../review/task-history.js';
import type { Keys } from '../tasks/keys.js';
import { createLinkedPlans } from '../tasks/linked-plans.js';
import type { CallFunction } from '../tasks/load-functions.js';
import { createPlanNamesStore } from '../tasks/plan-names.js';
import { createPlanTraces } from '../tasks/plan-traces.js';
import type { TaskStore } from '../tasks/task-store.js';
import { syncSettings } from './sync-settings.js';

/** Planner's boards for a process. */
export function composeBoards({
  config,
  redis,
  keys,
  call,
  store,
  metadata,
  names,
}: {
  readonly config: Config;
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
  readonly store: TaskStore;
  readonly metadata: MetadataCache;
  readonly names: NameBook;
}): Boards {
  return createBoards({
    store,
    history: createTaskHistory({ redis, keys }),
    linked: createLinkedPlans({ redis, keys }),
    traces: createPlanTraces({ redis, keys }),
    planNames: createPlanNamesStore({ redis, keys, call }),
    metadata,
    names,
    people: createPeopleNames({ redis, keys, cache: metadata }),
    otherIds: async (ids) => (ids.length === 0 ? [] : redis.mget(ids.map(keys.idMap))),
    webUrl: syncSettings(config).webUrl,
    limits: config.limits,
    cache: createPlansCache(Date.now),
    access: fullAccess,
    now: Date.now,
  });
}
