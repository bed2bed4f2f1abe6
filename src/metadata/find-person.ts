import type { Redis } from 'ioredis';
import { GraphError } from '../domain/graph-error.js';
import { matchName, type Named, type NameMatch } from '../domain/names/match-name.js';
import { ProblemError } from '../domain/problem.js';
import type { Directory, DirectoryPerson } from '../graph/directory/directory.js';
import type { Keys } from '../tasks/keys.js';
import type { MetadataCache } from './metadata-cache.js';
import { metadataProblem } from './metadata-problem.js';
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

  const search = async (name: string): Promise<NameMatch> => {
    const same = await directory.findByName(name);
    const match = matchName(name, same.people.map(toNamed));
    if (match.kind !== 'none') return match;
    return searchSimilar(name);
  };

  /** Graph may compare accents more strictly than people do. */
  const searchSimilar = async (name: string): Promise<NameMatch> => {
    const { people, isComplete } = await directory.findSimilar(name);
    const match = matchName(name, people.map(toNamed));
    // Another of the same name may be on a page that was not read.
    if (match.kind !== 'one' || isComplete) return match;
    return { kind: 'several', candidates: people.slice(0, 10).map(toNamed) };
  };

  const byAddress = async (address: string): Promise<NameMatch> => {
    try {
      const { json } = await cache.read('users', address);
      return { kind: 'one', id: (JSON.parse(json) as { readonly id: string }).id };
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === 'not_found')) throw error;
      const [local = address] = address.split('@');
      const match = await searchSimilar(local);
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
    const match = await search(name);
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

function toNamed(person: DirectoryPerson): Named {
  const { id, displayName, mail, userPrincipalName, jobTitle, department } = person;
  const address = mail ?? userPrincipalName;
  const also = [mail, userPrincipalName].filter((one) => one != null);
  return {
    id,
    name: displayName ?? address ?? id,
    also,
    ...(address != null && { mail: address }),
    ...(jobTitle != null && { jobTitle }),
    ...(department != null && { department }),
  };
}
