import { z } from 'zod';
import { toDocumentTime, toInstant } from './graph-time.js';

/**
 * What Planner sends, as far as it is used. Anything else is ignored and almost everything may be missing: a person's
 * board must not stop because Graph adds a property or leaves one out.
 * https://learn.microsoft.com/graph/api/resources/plannertask
 */
function time(convert: (text: string) => string | undefined) {
  return z
    .string()
    .transform((text, context) => {
      const converted = convert(text);
      if (converted !== undefined) return converted;
      context.addIssue('not a time');
      return z.NEVER;
    })
    .nullish();
}

const actor = z.object({ id: z.string().nullish() }).nullish();
const identitySet = z.object({ user: actor, application: actor }).nullish();
const changed = { lastModifiedBy: identitySet, lastModifiedDateTime: time(toInstant) };
const entity = { id: z.string().min(1), '@odata.etag': z.string().min(1) };

function openMap<Value extends z.ZodType>(value: Value) {
  return z.record(z.string(), value.nullish()).nullish();
}

export const graphTask = z.object({
  ...entity,
  planId: z.string().nullish(),
  bucketId: z.string().nullish(),
  title: z.string().nullish(),
  percentComplete: z.number().nullish(),
  priority: z.number().nullish(),
  startDateTime: time(toDocumentTime),
  dueDateTime: time(toDocumentTime),
  createdDateTime: time(toInstant),
  createdBy: identitySet,
  completedDateTime: time(toInstant),
  completedBy: identitySet,
  hasDescription: z.boolean().nullish(),
  checklistItemCount: z.number().nullish(),
  activeChecklistItemCount: z.number().nullish(),
  referenceCount: z.number().nullish(),
  assignments: openMap(z.object({ assignedDateTime: time(toInstant) })),
  appliedCategories: openMap(z.boolean()),
});

export const graphDetails = z.object({
  ...entity,
  description: z.string().nullish(),
  checklist: openMap(
    z.object({
      title: z.string().nullish(),
      isChecked: z.boolean().nullish(),
      orderHint: z.string().nullish(),
      ...changed,
    }),
  ),
  references: openMap(
    z.object({
      alias: z.string().nullish(),
      type: z.string().nullish(),
      previewPriority: z.string().nullish(),
      ...changed,
    }),
  ),
});

export const graphPlan = z.object({
  ...entity,
  title: z.string().nullish(),
  owner: z.string().nullish(),
  container: z.object({ containerId: z.string().nullish(), type: z.string().nullish() }).nullish(),
});

export const graphBucket = z.object({
  ...entity,
  planId: z.string().nullish(),
  name: z.string().nullish(),
});

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ value: z.array(item), '@odata.nextLink': z.string().nullish() });
}

export type GraphTask = z.infer<typeof graphTask>;
export type GraphDetails = z.infer<typeof graphDetails>;
export type GraphIdentitySet = z.infer<typeof identitySet>;
