import * as z from 'zod';
import type { Etag } from '../../domain/planner.js';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import { graphSegment } from '../graph-segment.js';
import { parseAnswer } from '../parse-answer.js';
import { knowsRosters, listedPlan, type ListedPlan } from './plan-lists.js';
import { graphBucket, graphPlanDetails, pageOf } from './planner-schemas.js';
import { createReadAnswer, nextPath } from './read-answer.js';

export interface PlanSeen extends ListedPlan {
  readonly etag: Etag;
  readonly createdAt: string | null;
}

export interface PlanDetailsSeen {
  readonly etag: Etag;
  /** By `category1` to `category25`; only those with a name. */
  readonly labels: Readonly<Record<string, string>>;
}

export interface BucketSeen {
  readonly id: string;
  readonly planId: string;
  readonly name: string;
  /** Where it stands among the others; compares ordinally. */
  readonly orderHint: string;
  readonly etag: Etag;
}

/** Plans and buckets as somebody writes them who was asked to. Every failure is a GraphError. */
export interface PlanClient {
  getPlan(planId: string): Promise<PlanSeen>;
  getDetails(planId: string): Promise<PlanDetailsSeen>;
  /** `/graph/api/planner-post-plans` */
  createPlan(plan: { readonly groupId: string; readonly title: string }): Promise<PlanSeen>;
  renamePlan(planId: string, etag: Etag, title: string): Promise<void>;
  /** Null takes a name away. `/graph/api/plannerplandetails-update` */
  renameLabels(
    planId: string,
    etag: Etag,
    names: Readonly<Record<string, string | null>>,
  ): Promise<void>;
  deletePlan(planId: string, etag: Etag): Promise<void>;
  /** In board order. */
  listBuckets(planId: string): Promise<readonly BucketSeen[]>;
  createBucket(bucket: {
    readonly planId: string;
    readonly name: string;
    readonly orderHint?: string;
  }): Promise<BucketSeen>;
  updateBucket(
    bucketId: string,
    etag: Etag,
    changes: { readonly name?: string; readonly orderHint?: string },
  ): Promise<void>;
  deleteBucket(bucketId: string, etag: Etag): Promise<void>;
}

const etag = z
  .string()
  .min(1)
  .transform((value) => value as Etag);
const planEtag = z.object({
  '@odata.etag': etag,
  createdDateTime: z.string().nullish().catch(undefined),
});
const bucketPage = pageOf(graphBucket);

export function createPlanClient(gateway: Pick<GraphGateway, 'send' | 'toPath'>): PlanClient {
  const read = createReadAnswer(
    { send: (request) => gateway.send({ ...request, headers: knowsRosters }) },
    'waiting',
  );
  const patch = async (path: string, version: Etag, body: object): Promise<void> => {
    await gateway.send({ method: 'PATCH', path, headers: { 'If-Match': version }, body });
  };
  const remove = async (path: string, version: Etag): Promise<void> => {
    await gateway.send({ method: 'DELETE', path, headers: { 'If-Match': version } });
  };
  return {
    async getPlan(planId) {
      return toPlanSeen(await read(planPath(planId), z.unknown()), 'no');
    },
    async getDetails(planId) {
      const details = await read(`${planPath(planId)}/details`, graphPlanDetails);
      return {
        etag: etag.parse(details['@odata.etag']),
        labels: Object.fromEntries(
          Object.entries(details.categoryDescriptions ?? {}).flatMap(([label, name]) =>
            name == null || name === '' ? [] : [[label, name] as const],
          ),
        ),
      };
    },
    async createPlan({ groupId, title }) {
      const container = { containerId: groupId, type: 'group' };
      const { body } = await gateway.send({
        method: 'POST',
        path: '/planner/plans',
        headers: knowsRosters,
        body: { container, title },
      });
      return toPlanSeen(body, 'unknown');
    },
    renamePlan: (planId, version, title) => patch(planPath(planId), version, { title }),
    renameLabels: (planId, version, names) =>
      patch(`${planPath(planId)}/details`, version, { categoryDescriptions: names }),
    deletePlan: (planId, version) => remove(planPath(planId), version),
    async listBuckets(planId) {
      const buckets: BucketSeen[] = [];
      let path: string | null = `${planPath(planId)}/buckets`;
      while (path !== null) {
        const page: z.output<typeof bucketPage> = await read(path, bucketPage);
        buckets.push(...page.value.map((one) => toBucketSeen(one, planId)));
        path = nextPath(gateway, page, path);
      }
      return buckets.toSorted(byHint);
    },
    async createBucket({ planId, ...bucket }) {
      const { body } = await gateway.send({
        method: 'POST',
        path: '/planner/buckets',
        body: { planId, ...bucket },
      });
      return toBucketSeen(parseAnswer(graphBucket, body, 'unknown'), planId);
    },
    updateBucket: (bucketId, version, changes) => patch(bucketPath(bucketId), version, changes),
    deleteBucket: (bucketId, version) => remove(bucketPath(bucketId), version),
  };
}

function toPlanSeen(body: unknown, applied: 'no' | 'unknown'): PlanSeen {
  const seen = parseAnswer(planEtag, body, applied);
  return {
    ...parseAnswer(listedPlan, body, applied),
    etag: seen['@odata.etag'],
    createdAt: seen.createdDateTime ?? null,
  };
}

function toBucketSeen(bucket: z.output<typeof graphBucket>, planId: string): BucketSeen {
  return {
    id: bucket.id,
    planId: bucket.planId ?? planId,
    name: bucket.name ?? '',
    orderHint: bucket.orderHint ?? '',
    etag: etag.parse(bucket['@odata.etag']),
  };
}

function byHint(one: BucketSeen, other: BucketSeen): number {
  if (one.orderHint === other.orderHint) return one.id < other.id ? -1 : 1;
  return one.orderHint < other.orderHint ? -1 : 1;
}

function planPath(planId: string): string {
  return `/planner/plans/${graphSegment(planId)}`;
}

function bucketPath(bucketId: string): string {
  return `/planner/buckets/${graphSegment(bucketId)}`;
}
