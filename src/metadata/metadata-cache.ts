import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { GraphError } from '../domain/graph-error.js';
import { ProblemError } from '../domain/problem.js';
import type { Keys, MetadataKind } from '../tasks/keys.js';
import { withRedis } from '../tasks/redis-problem.js';
import { metadataProblem, silenceMs } from './metadata-problem.js';
import { createMetadataValues, leaseMs, type Lives } from './metadata-values.js';
import type { ReadEntity } from './read-entity.js';
import { toStored, storedAt } from './stored.js';
import { toWanted, typeOf, type Wanted } from './wanted.js';

/** One thing of Microsoft 365, as the cache or Graph has it. */
export interface Metadata {
  /** The JSON object as it stands in Redis: `cachedAt` (UTC), `type`, and Graph's properties. */
  readonly json: string;
  /** `graph`: asked for just now. */
  readonly source: 'cache' | 'graph';
  /** Older than the cache's life, because Graph does not answer. */
  readonly isStale: boolean;
}

/**
 * What Graph knows of people, groups, plans, tasks and buckets, kept in Redis for all processes. However many ask at
 * once for what is not there, Graph is asked once; before the life of a value ends it is read anew behind the back of
 * whoever asks then.
 */
export interface MetadataCache {
  /**
   * ProblemError not_found, invalid_input, graph_forbidden, graph_unavailable or redis_unavailable.
   * `maxAgeMs`: nothing older than that; 0 always asks Graph.
   */
  read(kind: MetadataKind, id: string, options?: { readonly maxAgeMs?: number }): Promise<Metadata>;
  /** Has changed or gone: whoever asks next, asks Graph. What is being asked at this moment is not kept. */
  forget(kind: MetadataKind, id: string): Promise<void>;
}

export interface MetadataCacheDeps {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly readEntity: ReadEntity;
  readonly ttlMs: number;
  readonly graceMs: number;
  readonly now: () => number;
  readonly logger: Pick<Logger, 'warn'>;
}

/** Read anew after this part of a value's life. */
const refreshAfter = 0.8;
/** Whoever has an older value at hand does not wait longer for Graph. */
const patienceMs = 1_000;
const pollMs = 40;
/** Longer than Graph may take. */
const longestWaitMs = 25_000;
/** Sync watches tasks; of those it does not, nobody tells us. */
const longestTaskLifeMs = 60_000;

export function createMetadataCache(deps: MetadataCacheDeps): MetadataCache {
  const { readEntity, now, logger } = deps;
  const values = createMetadataValues(deps);
  const lookUps = new Map<string, Promise<string>>();
  const refreshing = new Set<string>();

  const livesOf = (kind: MetadataKind): Lives => {
    const { ttlMs, graceMs } = deps;
    return { ttlMs: kind === 'tasks' ? Math.min(ttlMs, longestTaskLifeMs) : ttlMs, graceMs };
  };

  const read = async (wanted: Wanted, maxAgeMs: number): Promise<Metadata> => {
    if (maxAgeMs <= 0) return fromGraph(await askAnyway(wanted));
    const json = await values.read(wanted);
    const ageMs = json === null ? null : ageOf(wanted, json);
    if (json === null || ageMs === null) return readMissing(wanted);
    if (ageMs > maxAgeMs) return fromGraph(await askAnyway(wanted));
    if (isDue(wanted, ageMs)) refreshSoon(wanted);
    return { json, source: 'cache', isStale: false };
  };

  /** Null: not of this version of the product, or kept under a longer life than is set now. */
  const ageOf = ({ kind }: Wanted, json: string): number | null => {
    const at = storedAt(json);
    const ageMs = at === null ? Number.NaN : now() - at;
    return ageMs <= livesOf(kind).ttlMs ? ageMs : null;
  };

  const isDue = ({ kind }: Wanted, ageMs: number): boolean =>
    ageMs > livesOf(kind).ttlMs * refreshAfter;

  const readMissing = async (wanted: Wanted): Promise<Metadata> => {
    const [kept, refusal] = await Promise.all([
      values.readKept(wanted),
      values.readRefusal(wanted),
    ]);
    const old = kept !== null && storedAt(kept) !== null ? kept : null;
    if (refusal !== null) return instead(old, refusal);
    const asked = lookUp(wanted);
    if (old === null) return fromGraph(await asked);
    try {
      const json = await Promise.race([asked, sleep(patienceMs, null, { ref: false })]);
      return json === null ? stale(old) : fromGraph(json);
    } catch (error) {
      if (error instanceof ProblemError) return instead(old, error);
      throw error;
    } finally {
      // It may still fail after nobody waits for it any more.
      asked.catch(() => undefined);
    }
  };

  /** One at a time in this process, and in all of them. */
  const lookUp = (wanted: Wanted): Promise<string> => {
    const name = nameOf(wanted);
    const running = lookUps.get(name);
    if (running !== undefined) return running;
    const started = askInTurn(wanted).finally(() => {
      if (lookUps.get(name) === started) lookUps.delete(name);
    });
    lookUps.set(name, started);
    return started;
  };

  const askInTurn = async (wanted: Wanted): Promise<string> => {
    const token = randomUUID();
    const end = performance.now() + longestWaitMs;
    while (!(await values.begin(wanted, token))) {
      if (performance.now() > end) throw tooLong();
      await sleep(pollMs * (0.5 + Math.random()));
      const others = await found(wanted);
      if (others !== null) return others;
    }
    return askUnlessFound(wanted, token);
  };

  /** Another may have been done between our look and our turn. */
  const askUnlessFound = async (wanted: Wanted, token: string): Promise<string> => {
    let others: string | null = null;
    let isOver = true;
    try {
      others = await found(wanted);
      isOver = others !== null;
    } finally {
      if (isOver) await values.end(wanted, token);
    }
    return others ?? ask(wanted, token);
  };

  /** What another process found out meanwhile. */
  const found = async (wanted: Wanted): Promise<string | null> => {
    const [json, refusal] = await Promise.all([values.read(wanted), values.readRefusal(wanted)]);
    if (json !== null && ageOf(wanted, json) !== null) return json;
    if (refusal !== null) throw refusal;
    return null;
  };

  /** Takes the turn from others: what they asked before does not count any more. */
  const askAnyway = async (wanted: Wanted): Promise<string> => {
    const token = randomUUID();
    await values.seize(wanted, token);
    return ask(wanted, token);
  };

  const ask = async (wanted: Wanted, token: string): Promise<string> => {
    const renewing = setInterval(() => {
      values.renew(wanted, token).catch(() => undefined);
    }, leaseMs / 3);
    try {
      const entity = await readEntity(wanted);
      const json = toStored(typeOf(wanted.kind), entity, now());
      await values.store(wanted, token, { entity, json, lives: livesOf(wanted.kind) });
      return json;
    } catch (error) {
      if (!(error instanceof GraphError)) {
        await values.end(wanted, token);
        throw error;
      }
      const problem = metadataProblem(wanted, error);
      const isGone = error.code === 'not_found';
      await values.refuse(wanted, token, { problem, forMs: silenceMs(error), isGone });
      throw problem;
    } finally {
      clearInterval(renewing);
    }
  };

  /** Once at a time; after a failure not again at once, since the value is still good. */
  const refreshSoon = (wanted: Wanted): void => {
    const name = nameOf(wanted);
    if (refreshing.has(name)) return;
    refreshing.add(name);
    const token = randomUUID();
    refresh(wanted, token).then(
      () => refreshing.delete(name),
      (error: unknown) => {
        if (!(error instanceof ProblemError)) {
          logger.warn({ err: error, kind: wanted.kind }, 'Metadata could not be read anew');
        }
        setTimeout(() => refreshing.delete(name), patienceMs * 10).unref();
      },
    );
  };

  const refresh = async (wanted: Wanted, token: string): Promise<void> => {
    if (!(await values.begin(wanted, token))) return;
    const [json, refusal] = await Promise.all([values.read(wanted), values.readRefusal(wanted)]);
    const ageMs = json === null ? null : ageOf(wanted, json);
    const isDone = ageMs !== null && !isDue(wanted, ageMs);
    if (isDone || refusal !== null) await values.end(wanted, token);
    else await ask(wanted, token);
  };

  return {
    read: (kind, id, { maxAgeMs = Number.POSITIVE_INFINITY } = {}) => {
      const wanted = toWanted(kind, id);
      if (wanted === null) return Promise.reject(notAnId(kind));
      return withRedis(() => read(wanted, maxAgeMs));
    },
    forget: async (kind, id) => {
      const wanted = toWanted(kind, id);
      if (wanted === null) return;
      lookUps.delete(nameOf(wanted));
      await withRedis(() => values.forget(kind, wanted.id));
    },
  };
}

function nameOf({ kind, id }: Wanted): string {
  return `${kind}:${id}`;
}

function fromGraph(json: string): Metadata {
  return { json, source: 'graph', isStale: false };
}

function stale(json: string): Metadata {
  return { json, source: 'cache', isStale: true };
}

/** The older value where Graph is only away; what Graph says where it has an answer. */
function instead(old: string | null, problem: ProblemError): Metadata {
  if (old === null || problem.code !== 'graph_unavailable') throw problem;
  return stale(old);
}

function tooLong(): ProblemError {
  return new ProblemError('graph_unavailable', 'Microsoft Graph has not answered in time');
}

function notAnId(kind: MetadataKind): ProblemError {
  const message =
    kind === 'users'
      ? 'must be the object id (a GUID), the mail address or the sign-in name of a person'
      : kind === 'groups'
        ? 'must be the object id (a GUID) of a group'
        : `must be the id of a ${typeOf(kind)}: letters, digits, "-" and "_"`;
  return new ProblemError('invalid_input', `id: ${message}`, {
    errors: [{ field: 'id', message }],
  });
}
