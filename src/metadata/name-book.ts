import type { Redis } from 'ioredis';
import { matchName, type NameMatch } from '../domain/names/match-name.js';
import { createDirectory } from '../graph/directory/directory.js';
import type { GraphGateway } from '../graph/gateway/graph-gateway.js';
import type { Keys } from '../tasks/keys.js';
import { withRedis } from '../tasks/redis-problem.js';
import { createFindPerson } from './find-person.js';
import { createReadLinkedPlans } from './linked-plan-titles.js';
import type { MetadataCache } from './metadata-cache.js';
import { createPlanVocabulary } from './plan-vocabulary.js';

/**
 * Whom or what names mean. ProblemError where that cannot be found out: not_found (the plan), graph_forbidden,
 * graph_unavailable, redis_unavailable.
 */
export interface NameBook {
  /** By display name, mail address or sign-in name. */
  person(name: string): Promise<NameMatch>;
  /** Of the linked plans, by title. */
  plan(title: string): Promise<NameMatch>;
  bucket(planId: string, name: string): Promise<NameMatch>;
  category(planId: string, name: string): Promise<NameMatch>;
  /** Where a task without planId goes; null: nowhere. */
  defaultPlanId(): Promise<string | null>;
}

export function createNameBook(deps: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly cache: Pick<MetadataCache, 'read'>;
  readonly gateway: Pick<GraphGateway, 'send'>;
}): NameBook {
  const { redis, keys, gateway } = deps;
  const findPerson = createFindPerson({ ...deps, directory: createDirectory(gateway) });
  const vocabulary = createPlanVocabulary(deps);
  const linkedPlans = createReadLinkedPlans(deps);
  return {
    person: (name) => withRedis(() => findPerson(name)),
    plan: (title) => withRedis(async () => matchName(title.trim(), await linkedPlans())),
    bucket: (planId, name) => withRedis(() => vocabulary.bucket(planId, name)),
    category: (planId, name) => withRedis(() => vocabulary.category(planId, name)),
    defaultPlanId: () => withRedis(() => redis.hget(keys.config, 'defaultPlanId')),
  };
}
