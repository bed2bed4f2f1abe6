import * as z from 'zod';
import type { BoardPlan } from '../../boards/board-plans.js';
import type { ReachablePlan } from '../../boards/reachable-plans.js';

const named = z.object({ id: z.string(), name: z.string() });

export const bucketSchema = named;

const planShape = {
  id: z.string(),
  title: z.string(),
  group: z.object({ id: z.string(), name: z.string().optional() }).optional(),
  heldBy: z.string().optional().describe('Where no group holds it: roster and so on.'),
  sync: z
    .enum(['on', 'paused', 'preview'])
    .optional()
    .describe('Tandem syncs it; absent: it does not.'),
};

export const planRowSchema = z.object(planShape);

export const planSchema = z.object({
  ...planShape,
  buckets: z.array(named).describe('In board order.'),
  labels: z.array(named).describe('Those that have a name.'),
});

export function toPlanRow({
  id,
  title,
  container,
  sync,
}: ReachablePlan): z.infer<typeof planRowSchema> {
  return { id, title, ...heldBy(container), ...(sync !== null && { sync }) };
}

export function toPlan(plan: BoardPlan): z.infer<typeof planSchema> {
  const { id, title, container, sync, buckets, labels } = plan;
  return {
    id,
    title,
    ...heldBy(container),
    ...(sync !== null && { sync }),
    buckets: buckets.map((bucket) => ({ id: bucket.id, name: bucket.name })),
    labels: Object.entries(labels)
      .toSorted(([one], [other]) => numberOf(one) - numberOf(other))
      .map(([label, name]) => ({ id: label, name })),
  };
}

function heldBy(
  container: {
    readonly id: string;
    readonly type: string;
    readonly name?: string | null;
  } | null,
) {
  if (container === null) return {};
  const { id, type, name } = container;
  return type === 'group' ? { group: { id, ...(name != null && { name }) } } : { heldBy: type };
}

function numberOf(label: string): number {
  return Number(label.replace('category', ''));
}
