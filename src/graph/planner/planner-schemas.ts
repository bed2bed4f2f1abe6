import { z } from 'zod';
import { toDocumentTime, toInstant } from './graph-time.js';

/**
 * What Planner sends, as far as it is used. Anything else is ignored, and only id and etag must be there: a board must
 * not stop because Graph adds a property, leaves one out or sends an odd value. Undefined stands for what was left out
 * or cannot be read, null for what Graph says is empty.
 * https://learn.microsoft.com/graph/api/resources/plannertask
 */
function lenient<Value extends z.ZodType>(value: Value) {
  return value.nullish().catch(undefined);
}

function time(convert: (text: string) => string | undefined) {
  return lenient(
    z.string().transform((text, context) => {
      const converted = convert(text);
      if (converted !== undefined) return converted;
      context.addIssue('not a time');
      return z.NEVER;
    }),
  );
}

/** Neither Redis nor Graph takes half a character; the sign for "not readable" stands in its place. */
const text = lenient(
  z.string().transform((value) => value.replaceAll(/\p{Surrogate}/gu, '\uFFFD')),
);

/** Graph's Int32. Values outside of what Planner knows (a priority of 11) are carried through as they are. */
const int32 = lenient(z.int32());

const wellFormed = z.string().refine((key) => !/\p{Surrogate}/u.test(key));
const actor = lenient(z.object({ id: lenient(z.string()) }));
const identitySet = lenient(z.object({ user: actor, application: actor }));
const changed = { lastModifiedBy: identitySet, lastModifiedDateTime: time(toInstant) };
const entity = { id: z.string().min(1), '@odata.etag': z.string().min(1) };

function openMap<Value extends z.ZodType>(value: Value) {
  return lenient(z.preprocess(withoutAnnotations, z.record(wellFormed, value)));
}

/** OData's own members of an open map (`@odata.type`) are no rows of it. */
function withoutAnnotations(map: unknown): unknown {
  if (typeof map !== 'object' || map === null || Array.isArray(map)) return map;
  const entries = Object.entries(map);
  const rows = entries.filter(([key]) => !key.includes('@odata.'));
  return rows.length === entries.length ? map : Object.fromEntries(rows);
}

/** What stands under a key that Planner holds, whatever it is: the key alone says that the row is there. */
function row<Shape extends z.ZodRawShape>(shape: Shape) {
  const members = z.object(shape);
  const noMembers = members.parse({});
  return members.nullable().catch(noMembers);
}

export const graphTask = z.object({
  ...entity,
  planId: lenient(z.string().min(1)),
  bucketId: lenient(z.string().min(1)),
  title: text,
  percentComplete: int32,
  priority: int32,
  startDateTime: time(toDocumentTime),
  dueDateTime: time(toDocumentTime),
  createdDateTime: time(toInstant),
  createdBy: identitySet,
  completedDateTime: time(toInstant),
  completedBy: identitySet,
  hasDescription: lenient(z.boolean()),
  checklistItemCount: int32,
  activeChecklistItemCount: int32,
  referenceCount: int32,
  assignments: openMap(row({ assignedDateTime: time(toInstant) })),
  appliedCategories: openMap(z.boolean().nullable()),
});

export const graphDetails = z.object({
  ...entity,
  description: text,
  checklist: openMap(
    row({
      title: text,
      isChecked: lenient(z.boolean()),
      orderHint: lenient(z.string()),
      ...changed,
    }),
  ),
  references: openMap(
    row({ alias: text, type: text, previewPriority: lenient(z.string()), ...changed }),
  ),
});

export const graphPlan = z.object({
  ...entity,
  title: text,
  owner: lenient(z.string()),
  container: lenient(z.object({ containerId: lenient(z.string()), type: lenient(z.string()) })),
});

export const graphBucket = z.object({
  ...entity,
  planId: lenient(z.string()),
  name: text,
  orderHint: lenient(z.string()),
});

export const graphPlanDetails = z.object({ ...entity, categoryDescriptions: openMap(text) });

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ value: z.array(item), '@odata.nextLink': z.string().nullish() });
}

export type GraphTask = z.infer<typeof graphTask>;
export type GraphDetails = z.infer<typeof graphDetails>;
export type GraphIdentitySet = z.infer<typeof identitySet>;
