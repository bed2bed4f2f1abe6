import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { GraphError } from '../domain/graph-error.js';
import { ProblemError } from '../domain/problem.js';
import { appAccount, type GraphAccount } from '../graph/gateway/graph-account.js';
import type { Keys, MetadataKind } from '../tasks/keys.js';
import { withRedis } from '../tasks/redis-problem.js';
import { createAskGraph } from './ask-graph.js';
import { createFreshness } from './freshness.js';
import { createMetadataValues } from './metadata-values.js';
import type { ReadEntity } from './read-entity.js';
import { metadataProblem } from './metadata-problem.js';
import { storedAt, toStored } from './stored.js';
import { nameOf, toWanted, typeOf, type Wanted } from './wanted.js';

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
   * `maxAgeMs`: nothing older than that; 0 always asks Graph. `account`: as it is seen by another than the app. That is
   * always asked of Graph and kept nowhere, so that nobody is shown what only somebody else may see.
   */
  read(kind: MetadataKind, id: string, options?: ReadMetadata): Promise<Metadata>;
  /** Has changed or gone: whoever asks next, asks Graph. What is being asked at this moment is not kept. */
  forget(kind: MetadataKind, id: string): Promise<void>;
}

export interface ReadMetadata {
  readonly maxAgeMs?: number;
  /** Default: the app's. */
  readonly account?: GraphAccount;
}

export interface MetadataCacheDeps {
  readonly redis: Redis;
  readonly keys: Keys;
  /** In the name of an account. */
  readonly readEntityOf: (account: GraphAccount) => ReadEntity;
  readonly ttlMs: number;
  readonly graceMs: number;
  readonly now: () => number;
  readonly logger: Pick<Logger, 'warn'>;
}

/** Whoever has an older value at hand does not wait longer for Graph. */
const patienceMs = 1_000;
/** A value that could not be read anew is still good; it is tried again only after so long. */
const nextRefreshMs = 10_000;

export function createMetadataCache(deps: MetadataCacheDeps): MetadataCache {
  const { now, logger, readEntityOf } = deps;
  const values = createMetadataValues(deps);
  const freshness = createFreshness(deps, now);
  const ask = createAskGraph({ ...deps, readEntity: readEntityOf(appAccount), values, freshness });
  const refreshing = new Set<string>();
  /** What is asked for now because what was there is too old for somebody, and since when (ms). */
  const renewing = new Map<string, { readonly at: number; readonly asked: Promise<string> }>();

  const read = async (wanted: Wanted, maxAgeMs: number): Promise<Metadata> => {
    if (maxAgeMs <= 0) return fromGraph(await ask.anyway(wanted));
    const json = await values.read(wanted);
    const ageMs = json === null ? null : freshness.ageOf(wanted, json);
    if (json === null || ageMs === null) return readMissing(wanted);
    if (ageMs > maxAgeMs) return fromGraph(await renewed(wanted, maxAgeMs));
    if (freshness.isDue(wanted, ageMs)) refreshSoon(wanted);
    return { json, source: 'cache', isStale: false };
  };

  /** Once for all who ask at the same time, as long as what comes of it is young enough for them. */
  const renewed = (wanted: Wanted, maxAgeMs: number): Promise<string> => {
    const name = nameOf(wanted);
    const running = renewing.get(name);
    if (running !== undefined && now() - running.at <= maxAgeMs) return running.asked;
    const started = {
      at: now(),
      asked: ask.anyway(wanted).finally(() => {
        if (renewing.get(name) === started) renewing.delete(name);
      }),
    };
    renewing.set(name, started);
    return started.asked;
  };

  const readMissing = async (wanted: Wanted): Promise<Metadata> => {
    const [kept, refusal] = await Promise.all([
      values.readKept(wanted),
      values.readRefusal(wanted),
    ]);
    const old = kept !== null && storedAt(kept) !== null ? kept : null;
    if (refusal !== null) return instead(old, refusal);
    const asked = ask.once(wanted);
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

  /** Past the cache. */
  const readFor = async (account: GraphAccount, wanted: Wanted): Promise<Metadata> => {
    try {
      const entity = await readEntityOf(account)(wanted);
      return fromGraph(toStored(typeOf(wanted.kind), entity, now()));
    } catch (error) {
      throw error instanceof GraphError ? metadataProblem(wanted, error) : error;
    }
  };

  const refreshSoon = (wanted: Wanted): void => {
    const name = nameOf(wanted);
    if (refreshing.has(name)) return;
    refreshing.add(name);
    ask.again(wanted).then(
      () => refreshing.delete(name),
      (error: unknown) => {
        if (!(error instanceof ProblemError)) {
          logger.warn({ err: error, kind: wanted.kind }, 'Metadata could not be read anew');
        }
        setTimeout(() => refreshing.delete(name), nextRefreshMs).unref();
      },
    );
  };

  return {
    read: (kind, id, { maxAgeMs = Number.POSITIVE_INFINITY, account = appAccount } = {}) => {
      const wanted = toWanted(kind, id);
      if (wanted === null) return Promise.reject(notAnId(kind));
      if (account.kind !== 'app') return readFor(account, wanted);
      return withRedis(() => read(wanted, maxAgeMs));
    },
    forget: async (kind, id) => {
      const wanted = toWanted(kind, id);
      if (wanted === null) return;
      ask.forget(wanted);
      renewing.delete(nameOf(wanted));
      await withRedis(() => values.forget(wanted));
    },
  };
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
