import type { Redis } from 'ioredis';
import * as z from 'zod';
import { GraphError } from '../../domain/graph-error.js';
import type { GraphGateway } from '../gateway/graph-gateway.js';

/** Display names of people, by object id. */
export interface PeopleNames {
  /** Ids whose name cannot be had (unknown, no permission, Graph away) are left out. */
  of(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Answers of one person: https://learn.microsoft.com/graph/api/user-get (User.ReadBasic.All). */
const userSchema = z.looseObject({ displayName: z.string().nullish() });
const keptSchema = z.object({ displayName: z.string().nullable() });

const keptSeconds = 24 * 60 * 60;
/** Somebody unknown may be made, and a permission may be given, soon. */
const unknownSeconds = 5 * 60;

export interface PeopleNamesDeps {
  readonly redis: Redis;
  /** Where what is known of a person is kept, by object id. */
  readonly keyOf: (id: string) => string;
  readonly gateway: Pick<GraphGateway, 'send'>;
}

/** Asks Graph once a day for each person; what it says is kept in Redis for all replicas. */
export function createPeopleNames({ redis, keyOf, gateway }: PeopleNamesDeps): PeopleNames {
  const lookUp = async (id: string): Promise<string | null> => {
    try {
      const path = `/users/${encodeURIComponent(id)}?$select=id,displayName,userPrincipalName`;
      const { body } = await gateway.send({ method: 'GET', path });
      const name = userSchema.safeParse(body).data?.displayName ?? null;
      await keep(id, name);
      return name;
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      if (error.code === 'not_found' || error.code === 'forbidden') await keep(id, null);
      return null;
    }
  };
  const keep = async (id: string, displayName: string | null): Promise<void> => {
    const seconds = displayName === null ? unknownSeconds : keptSeconds;
    await redis.set(keyOf(id), JSON.stringify({ displayName }), 'EX', seconds);
  };
  return {
    async of(ids) {
      const wanted = [...new Set(ids)];
      if (wanted.length === 0) return new Map();
      const kept = await redis.mget(wanted.map(keyOf));
      const names = await Promise.all(
        wanted.map(async (id, at) => {
          const json = kept[at];
          if (typeof json !== 'string') return lookUp(id);
          return keptSchema.safeParse(JSON.parse(json)).data?.displayName ?? null;
        }),
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
