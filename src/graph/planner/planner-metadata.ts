import * as z from 'zod';
import type { MetadataEntity } from '../../domain/metadata.js';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import { graphSegment } from '../graph-segment.js';
import { createReadAnswer, nextPath } from './read-answer.js';

/** Plans, buckets and tasks as somebody wants to know them who does not write them. Every failure is a GraphError. */
export interface PlannerMetadata {
  /** With the names of its labels, and its buckets in board order. Three requests, which share a `$batch`. */
  getPlan(planId: string): Promise<MetadataEntity>;
  getBucket(bucketId: string): Promise<MetadataEntity>;
  getTask(plannerId: string): Promise<MetadataEntity>;
}

const text = z.string().nullish().catch(undefined);
const number = z.number().nullish().catch(undefined);
const id = z.string().min(1);
const actor = z.object({ id: text, displayName: text }).nullish().catch(undefined);
const identities = z.object({ user: actor, application: actor }).nullish().catch(undefined);

/** https://learn.microsoft.com/graph/api/resources/plannerplan */
const plan = z.object({
  id,
  title: text,
  owner: text,
  container: z.object({ containerId: text, type: text, url: text }).nullish().catch(undefined),
  createdDateTime: text,
  createdBy: identities,
});

/** https://learn.microsoft.com/graph/api/resources/plannerplandetails */
const planDetails = z.object({
  categoryDescriptions: z.record(z.string(), z.unknown()).nullish().catch(undefined),
});

/** https://learn.microsoft.com/graph/api/resources/plannerbucket */
const bucket = z.object({ id, name: text, planId: text });
const bucketPage = z.object({
  value: z.array(z.object({ id, name: text, orderHint: text })),
  '@odata.nextLink': z.string().nullish(),
});
type BucketRow = z.infer<typeof bucketPage>['value'][number];

/** https://learn.microsoft.com/graph/api/resources/plannertask */
const task = z.object({
  id,
  title: text,
  planId: text,
  bucketId: text,
  percentComplete: number,
  priority: number,
  startDateTime: text,
  dueDateTime: text,
  createdDateTime: text,
  createdBy: identities,
  completedDateTime: text,
  completedBy: identities,
  hasDescription: z.boolean().nullish().catch(undefined),
  checklistItemCount: number,
  activeChecklistItemCount: number,
  referenceCount: number,
  assignments: z.record(z.string(), z.unknown()).nullish().catch(undefined),
  appliedCategories: z.record(z.string(), z.unknown()).nullish().catch(undefined),
});

export function createPlannerMetadata(
  gateway: Pick<GraphGateway, 'send' | 'toPath'>,
): PlannerMetadata {
  const read = createReadAnswer(gateway, 'waiting');
  const readBuckets = async (first: string): Promise<readonly BucketRow[]> => {
    const rows: BucketRow[] = [];
    for (let path: string | null = first; path !== null;) {
      const page: z.infer<typeof bucketPage> = await read(path, bucketPage);
      rows.push(...page.value);
      path = nextPath(gateway, page, path);
    }
    return rows;
  };
  return {
    async getPlan(planId) {
      const path = `/planner/plans/${graphSegment(planId)}`;
      const [found, details, buckets] = await Promise.all([
        read(path, plan),
        read(`${path}/details`, planDetails),
        readBuckets(`${path}/buckets`),
      ]);
      return {
        ...found,
        categoryDescriptions: toNames(details.categoryDescriptions),
        buckets: inBoardOrder(buckets).map(({ id: bucketId, name }) => ({ id: bucketId, name })),
      };
    },
    getBucket: (bucketId) => read(`/planner/buckets/${graphSegment(bucketId)}`, bucket),
    async getTask(plannerId) {
      const { assignments, appliedCategories, ...found } = await read(
        `/planner/tasks/${graphSegment(plannerId)}`,
        task,
      );
      return {
        ...found,
        assigneeIds: setKeys(assignments),
        appliedCategories: setKeys(appliedCategories),
      };
    },
  };
}

/** The labels that somebody gave a name; the others have only their colour. */
function toNames(descriptions: Readonly<Record<string, unknown>> | null | undefined) {
  return Object.fromEntries(
    Object.entries(descriptions ?? {}).filter(
      (entry): entry is [string, string] =>
        /^category\d+$/.test(entry[0]) && typeof entry[1] === 'string' && entry[1] !== '',
    ),
  );
}

/** Order hints compare by their code units: https://learn.microsoft.com/graph/api/resources/planner-order-hint-format */
function inBoardOrder(buckets: readonly BucketRow[]): readonly BucketRow[] {
  return buckets.toSorted((one, other) => {
    const [left, right] = [one.orderHint ?? '', other.orderHint ?? ''];
    if (left === right) return 0;
    return left < right ? -1 : 1;
  });
}

/** What an open map of Planner holds. OData's own members and members that are off are no rows of it. */
function setKeys(map: Readonly<Record<string, unknown>> | null | undefined): readonly string[] {
  return Object.entries(map ?? {})
    .filter(([key, value]) => !key.includes('@odata.') && value !== null && value !== false)
    .map(([key]) => key);
}
