import type { Redis } from 'ioredis';
import { z } from 'zod';
import { isGuid } from '../domain/guid.js';
import { ProblemError } from '../domain/problem.js';
import type { Keys } from '../tasks/keys.js';
import type { MetadataCache } from './metadata-cache.js';

/** Display names of people, by object id. */
export interface PeopleNames {
  /** Ids whose name cannot be had (unknown, no permission, Graph away) are left out. */
  of(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

const personSchema = z.object({ displayName: z.string().min(1) });

export function createPeopleNames({
  redis,
  keys,
  cache,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly cache: Pick<MetadataCache, 'read'>;
}): PeopleNames {
  const lookUp = async (id: string): Promise<string | null> => {
    try {
      return nameIn((await cache.read('users', id)).json);
    } catch (error) {
      if (error instanceof ProblemError && error.code !== 'redis_unavailable') return null;
      throw error;
    }
  };
  return {
    async of(ids) {
      const wanted = [...new Set(ids)].filter(isGuid);
      if (wanted.length === 0) return new Map();
      const kept = await redis.mget(
        wanted.map((id) => keys.graphMetadata('users', id.toLowerCase())),
      );
      const names = await Promise.all(
        wanted.map(async (id, at) => nameIn(kept[at] ?? null) ?? lookUp(id)),
      );
      return new Map(
        wanted.flatMap((id, at) => {
          const name = names[at] ?? null;
          return name === null ? [] : [[id, name] as const];
        }),
      );
    },
  };
}

function nameIn(json: string | null): string | null {
  if (json === null) return null;
  return personSchema.safeParse(JSON.parse(json)).data?.displayName ?? null;
}
