import { z } from 'zod';
import { GraphError } from '../domain/graph-error.js';
import { matchName, type NameMatch } from '../domain/names/match-name.js';
import { ProblemError } from '../domain/problem.js';
import { createPlannerMetadata } from '../graph/planner/planner-metadata.js';
import { withRedis } from '../tasks/redis-problem.js';
import type { BoardDeps, BoardUser } from './board-deps.js';

/** What people call a plan, its buckets and its labels. */
export interface Words {
  readonly title: string;
  /** In board order. */
  readonly buckets: readonly { readonly id: string; readonly name: string }[];
  /** By `category1` to `category25`. */
  readonly labels: Readonly<Record<string, string>>;
}

export interface PlanWords {
  /** Failures are GraphErrors and ProblemErrors. */
  of(planId: string): Promise<Words>;
  /** Null where they cannot be read: what they name has its id. */
  ifKnown(planId: string): Promise<Words | null>;
  matchBucket(planId: string, bucket: string): Promise<NameMatch>;
  /** By its name or as `category1` to `category25`. */
  matchLabel(planId: string, label: string): Promise<NameMatch>;
}

const text = z.string().nullish();
const planSchema = z.object({
  title: text,
  buckets: z.array(z.object({ id: z.string(), name: text })),
  categoryDescriptions: z.record(z.string(), z.string()),
});

/** As the app sees a plan, names may be so old; a name that is not known asks for newer ones. */
const rememberedMs = 60_000;
const newsAfterMs = 2_000;

/**
 * Of a synced plan the watch keeps the words in Redis; of others the app's are cached, and those that a person sees are
 * asked for anew with every call.
 */
export function createPlanWords(
  deps: Pick<BoardDeps, 'planNames' | 'metadata' | 'linked'>,
  { account, graph }: Pick<BoardUser, 'account' | 'graph'>,
): PlanWords {
  const held = new Map<string, Promise<Words>>();

  const fromGraph = async (planId: string, maxAgeMs: number): Promise<Words> => {
    const plan =
      account.kind === 'app'
        ? JSON.parse((await deps.metadata.read('plans', planId, { maxAgeMs })).json)
        : await createPlannerMetadata(graph).getPlan(planId);
    const { title, buckets, categoryDescriptions } = planSchema.parse(plan);
    return {
      title: title ?? planId,
      buckets: buckets.map(({ id, name }) => ({ id, name: name ?? id })),
      labels: categoryDescriptions,
    };
  };
  const fromWatch = async (planId: string): Promise<Words | null> => {
    const names = await withRedis(() => deps.planNames.read(planId));
    return names === null
      ? null
      : { title: names.title, buckets: names.buckets, labels: names.categories };
  };
  const first = async (planId: string): Promise<Words> =>
    (await fromWatch(planId)) ?? fromGraph(planId, rememberedMs);
  const of = (planId: string): Promise<Words> => {
    const known = held.get(planId);
    if (known !== undefined) return known;
    const asked = first(planId);
    held.set(planId, asked);
    return asked;
  };
  const match = async (
    planId: string,
    wanted: string,
    named: (words: Words) => readonly { readonly id: string; readonly name: string }[],
  ): Promise<NameMatch> => {
    const find = (words: Words): NameMatch =>
      matchName(
        wanted.trim(),
        named(words).map((one) => ({ ...one, also: [one.id] })),
      );
    const known = find(await of(planId));
    if (known.kind !== 'none') return known;
    const fresh = fromGraph(planId, newsAfterMs);
    held.set(planId, fresh);
    return find(await fresh);
  };
  return {
    of,
    async ifKnown(planId) {
      try {
        return await of(planId);
      } catch (error) {
        const isOurs = error instanceof ProblemError && error.code === 'redis_unavailable';
        if (isOurs || !(error instanceof ProblemError || error instanceof GraphError)) throw error;
        return null;
      }
    },
    matchBucket: (planId, bucket) => match(planId, bucket, ({ buckets }) => buckets),
    async matchLabel(planId, label) {
      const plain = label.trim().toLowerCase();
      if (/^category([1-9]|1\d|2[0-5])$/.test(plain)) return { kind: 'one', id: plain };
      return match(planId, label, ({ labels }) =>
        Object.entries(labels).map(([id, name]) => ({ id, name })),
      );
    },
  };
}
