import type { Redis } from 'ioredis';
import { z } from 'zod';
import { matchName, type Named, type NameMatch } from '../domain/names/match-name.js';
import type { Keys } from '../tasks/keys.js';
import { parsePlanNames } from '../tasks/plan-names.js';
import type { MetadataCache } from './metadata-cache.js';

/** Which bucket or label of a plan is meant by a name. ProblemError where the plan cannot be read. */
export interface PlanVocabulary {
  bucket(planId: string, name: string): Promise<NameMatch>;
  category(planId: string, name: string): Promise<NameMatch>;
}

interface Words {
  readonly buckets: readonly Named[];
  readonly categories: readonly Named[];
}

/** A plan that was read so short a time ago has nothing new to tell about a name that it does not know. */
const newsAfterMs = 5_000;

/** As the metadata cache has it. */
const cachedSchema = z.object({
  buckets: z.array(z.object({ id: z.string(), name: z.string().nullish() })),
  categoryDescriptions: z.record(z.string(), z.string()),
});

/**
 * Reads what the watch of a linked plan leaves in Redis first; Graph only for plans that are not watched, and before a
 * name counts as unknown, since a person may have made the bucket just now.
 */
export function createPlanVocabulary({
  redis,
  keys,
  cache,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly cache: Pick<MetadataCache, 'read'>;
}): PlanVocabulary {
  const watched = async (planId: string): Promise<Words | null> => {
    const names = parsePlanNames(await redis.get(keys.planNames(planId)));
    return names === null ? null : toWords(names.buckets, names.categories);
  };
  const fromCache = async (planId: string, maxAgeMs?: number): Promise<Words> => {
    const { json } = await cache.read('plans', planId, maxAgeMs === undefined ? {} : { maxAgeMs });
    const { buckets, categoryDescriptions } = cachedSchema.parse(JSON.parse(json));
    return toWords(buckets, categoryDescriptions);
  };
  const match = async (planId: string, name: string, of: keyof Words): Promise<NameMatch> => {
    const text = name.trim();
    const known = matchName(text, ((await watched(planId)) ?? (await fromCache(planId)))[of]);
    if (known.kind !== 'none') return known;
    return matchName(text, (await fromCache(planId, newsAfterMs))[of]);
  };
  return {
    bucket: (planId, name) => match(planId, name, 'buckets'),
    category: (planId, name) => match(planId, name, 'categories'),
  };
}

function toWords(
  buckets: readonly { readonly id: string; readonly name?: string | null | undefined }[],
  categories: Readonly<Record<string, string>>,
): Words {
  return {
    // Whoever gives an id means it.
    buckets: buckets.map(({ id, name }) => ({ id, name: name ?? id, also: [id] })),
    categories: Object.entries(categories).map(([id, name]) => ({ id, name })),
  };
}
