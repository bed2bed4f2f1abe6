import type { Redis } from 'ioredis';
import { GraphError } from '../domain/graph-error.js';
import type { NameMatch } from '../domain/names/match-name.js';
import { ProblemError } from '../domain/problem.js';
import type { Directory } from '../graph/directory/directory.js';
import type { Keys } from '../tasks/keys.js';
import type { MetadataCache } from './metadata-cache.js';
import { metadataProblem } from './metadata-problem.js';
import { searchPerson, searchSimilar } from './search-person.js';
import { isAddress } from './wanted.js';

/**
 * Who is meant by a display name, mail address or sign-in name; the whole name must be that of exactly one. A name that
 * meant somebody is remembered for an hour, or until somebody in the directory changes. ProblemError graph_forbidden,
 * graph_unavailable or redis_unavailable.
 */
export type FindPerson = (name: string) => Promise<NameMatch>;

export interface FindPersonDeps {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly cache: Pick<MetadataCache, 'read'>;
  readonly directory: Pick<Directory, 'findByName' | 'findSimilar'>;
}

const rememberedSeconds = 3_600;
/** Names that agents make up must not fill Redis. */
const mostRemembered = 10_000;

export function createFindPerson({ redis, keys, cache, directory }: FindPersonDeps): FindPerson {
  const searches = new Map<string, Promise<NameMatch>>();

  const byAddress = async (address: string): Promise<NameMatch> => {
    try {
      const { json } = await cache.read('users', address);
      return { kind: 'one', id: (JSON.parse(json) as { readonly id: string }).id };
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === 'not_found')) throw error;
      const [local = address] = address.split('@');
      const match = await searchSimilar(directory, local);
      return match.kind === 'one'
        ? { kind: 'none', candidates: [] }
        : { kind: 'none', candidates: match.candidates };
    }
  };

  const remember = async (name: string, id: string): Promise<void> => {
    if ((await redis.hlen(keys.graphNames)) >= mostRemembered) await redis.del(keys.graphNames);
    await redis
      .multi()
      .hset(keys.graphNames, name, id)
      .expire(keys.graphNames, rememberedSeconds, 'NX')
      .exec();
  };

  const byName = async (name: string): Promise<NameMatch> => {
    const known = await redis.hget(keys.graphNames, name);
    if (known !== null) return { kind: 'one', id: known };
    const match = await searchPerson(directory, name);
    if (match.kind === 'one') await remember(name, match.id);
    return match;
  };

  const find = async (name: string): Promise<NameMatch> => {
    try {
      return await (isAddress(name) ? byAddress(name.toLowerCase()) : byName(name));
    } catch (error) {
      throw error instanceof GraphError
        ? metadataProblem({ kind: 'users', id: name }, error)
        : error;
    }
  };

  return (text) => {
    const name = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
    const running = searches.get(name);
    if (running !== undefined) return running;
    const started = find(name).finally(() => searches.delete(name));
    searches.set(name, started);
    return started;
  };
}
