import type { NameMatch } from '../domain/names/match-name.js';
import { ProblemError } from '../domain/problem.js';
import {
  createPlanClient,
  type BucketSeen,
  type PlanClient,
} from '../graph/planner/plan-client.js';
import type { PlanMode } from '../tasks/linked-plans.js';
import { withRedis } from '../tasks/redis-problem.js';
import type { BoardDeps, BoardUser } from './board-deps.js';
import type { BoardGuard } from './board-guard.js';
import { hintBeside } from './place-bucket.js';
import type { ReachablePlans } from './reachable-plans.js';
import { withFreshRead } from './stale.js';

export interface BoardPlan {
  readonly id: string;
  readonly title: string;
  readonly container: { readonly id: string; readonly type: string } | null;
  readonly createdAt: string | null;
  readonly labels: Readonly<Record<string, string>>;
  readonly buckets: readonly BoardBucket[];
  /** Null: Tandem does not sync it. */
  readonly sync: PlanMode | null;
}

export type BoardBucket = Pick<BucketSeen, 'id' | 'name'>;

export interface BucketEdit {
  readonly planId: string;
  readonly bucketId: string;
  readonly name?: string;
  readonly beside?: { readonly side: 'before' | 'after'; readonly id: string };
}

export interface EditedBucket {
  readonly bucket: BoardBucket;
  readonly before: {
    readonly name: string;
    /** Null: it was the first. */
    readonly after: string | null;
    /** Null: it was the last. */
    readonly next: string | null;
  };
}

/**
 * Plans and buckets, which Planner alone holds: sync carries their names to agents. Written on what is read just before,
 * and again where somebody wrote in between. GraphErrors; ProblemErrors as of `BoardGuard`.
 */
export interface BoardPlans {
  get(planId: string): Promise<BoardPlan>;
  create(plan: { readonly groupId: string; readonly title: string }): Promise<BoardPlan>;
  /** Labels by `category1` to `category25`; null takes a name away. Answers what was before. */
  update(
    planId: string,
    changes: {
      readonly title?: string;
      readonly labels?: Readonly<Record<string, string | null>>;
    },
  ): Promise<{ readonly title: string; readonly labels: Readonly<Record<string, string>> }>;
  /** ProblemError invalid_input for a plan that is synced. */
  remove(planId: string): Promise<void>;
  buckets(planId: string): Promise<readonly BoardBucket[]>;
  createBucket(bucket: {
    readonly planId: string;
    readonly name: string;
    readonly beside?: BucketEdit['beside'];
  }): Promise<BoardBucket>;
  /** ProblemError not_found. */
  updateBucket(edit: BucketEdit): Promise<EditedBucket>;
  /** With its tasks. ProblemError not_found. */
  removeBucket(planId: string, bucketId: string): Promise<void>;
  /** ProblemError write_policy. */
  requireWrite(): void;
  /** ProblemError write_policy or forbidden. */
  requireNewPlan(): void;
  /** ProblemError invalid_input for a plan that is synced. */
  requireUnsynced(planId: string): Promise<void>;
  match(plan: string): Promise<NameMatch>;
}

export function createBoardPlans(
  deps: Pick<BoardDeps, 'linked' | 'metadata' | 'cache'>,
  { account, graph }: Pick<BoardUser, 'account' | 'graph'>,
  { guard, reachable }: { readonly guard: BoardGuard; readonly reachable: ReachablePlans },
): BoardPlans {
  const client = createPlanClient(graph);
  const modeOf = async (planId: string): Promise<PlanMode | null> =>
    (await withRedis(() => deps.linked.links())).get(planId)?.mode ?? null;
  /** What the app has seen of it is not so any more. */
  const changed = async (planId: string): Promise<void> => {
    deps.cache.forget(account);
    await deps.metadata.forget('plans', planId);
  };
  const requireUnsynced = async (planId: string): Promise<void> => {
    if ((await modeOf(planId)) === null) return;
    const message = 'is synced by Tandem; take it out with sync_remove_plan first';
    throw new ProblemError('invalid_input', `plan: ${message}`, {
      errors: [{ field: 'plan', message }],
    });
  };
  return {
    match: (plan) => reachable.match(plan),
    requireWrite: () => guard.requireBoardWrite(),
    requireNewPlan: () => guard.requireNewPlan(),
    requireUnsynced,
    async get(planId) {
      guard.requirePlan(planId);
      const [plan, details, buckets, sync] = await Promise.all([
        client.getPlan(planId),
        client.getDetails(planId),
        client.listBuckets(planId),
        modeOf(planId),
      ]);
      const { id, title, container, createdAt } = plan;
      return {
        id,
        title,
        container,
        createdAt,
        labels: details.labels,
        buckets: buckets.map(toBucket),
        sync,
      };
    },
    async create(plan) {
      guard.requireNewPlan();
      const { id, title, container, createdAt } = await client.createPlan(plan);
      deps.cache.forget(account);
      return { id, title, container, createdAt, labels: {}, buckets: [], sync: await modeOf(id) };
    },
    async update(planId, { title, labels }) {
      guard.requirePlan(planId);
      guard.requireBoardWrite();
      const before = await withFreshRead(async () => {
        const plan = await client.getPlan(planId);
        if (title !== undefined && title !== plan.title) {
          await client.renamePlan(planId, plan.etag, title);
        }
        return plan;
      });
      const details = await withFreshRead(async () => {
        const seen = await client.getDetails(planId);
        const other = Object.entries(labels ?? {}).filter(
          ([label, name]) => (seen.labels[label] ?? null) !== name,
        );
        if (other.length > 0) {
          await client.renameLabels(planId, seen.etag, Object.fromEntries(other));
        }
        return seen;
      });
      await changed(planId);
      return { title: before.title, labels: details.labels };
    },
    async remove(planId) {
      guard.requirePlan(planId);
      guard.requireBoardWrite();
      await requireUnsynced(planId);
      await withFreshRead(async () =>
        client.deletePlan(planId, (await client.getPlan(planId)).etag),
      );
      await changed(planId);
    },
    async buckets(planId) {
      guard.requirePlan(planId);
      return (await client.listBuckets(planId)).map(toBucket);
    },
    async createBucket({ planId, name, beside }) {
      guard.requirePlan(planId);
      guard.requireBoardWrite();
      const hint =
        beside === undefined ? null : hintBeside(await client.listBuckets(planId), null, beside);
      const bucket = await client.createBucket({
        planId,
        name,
        ...(hint !== null && { orderHint: hint }),
      });
      await changed(planId);
      return toBucket(bucket);
    },
    async updateBucket({ planId, bucketId, name, beside }) {
      guard.requirePlan(planId);
      guard.requireBoardWrite();
      const edited = await withFreshRead(async () => {
        const buckets = await client.listBuckets(planId);
        const at = buckets.findIndex(({ id }) => id === bucketId);
        const bucket = buckets[at];
        if (bucket === undefined) throw noBucket();
        const hint = beside === undefined ? null : hintBeside(buckets, bucketId, beside);
        const changes = {
          ...(name !== undefined && name !== bucket.name && { name }),
          ...(hint !== null && { orderHint: hint }),
        };
        if (Object.keys(changes).length > 0) {
          await client.updateBucket(bucketId, bucket.etag, changes);
        }
        return {
          bucket: { id: bucketId, name: name ?? bucket.name },
          before: {
            name: bucket.name,
            after: buckets[at - 1]?.id ?? null,
            next: buckets[at + 1]?.id ?? null,
          },
        };
      });
      await changed(planId);
      return edited;
    },
    async removeBucket(planId, bucketId) {
      guard.requirePlan(planId);
      guard.requireBoardWrite();
      await withFreshRead(() => removeBucket(client, planId, bucketId));
      await changed(planId);
    },
  };
}

async function removeBucket(client: PlanClient, planId: string, bucketId: string): Promise<void> {
  const bucket = (await client.listBuckets(planId)).find(({ id }) => id === bucketId);
  if (bucket === undefined) throw noBucket();
  await client.deleteBucket(bucketId, bucket.etag);
}

function noBucket(): ProblemError {
  return new ProblemError('not_found', 'There is no such bucket in the plan', {
    errors: [{ field: 'bucket', message: 'is no bucket of the plan any more' }],
  });
}

function toBucket({ id, name }: BucketSeen): BoardBucket {
  return { id, name };
}
