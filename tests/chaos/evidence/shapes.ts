import { z } from 'zod';

/** A task document as REST answers it and Redis holds it, as far as it is compared. */
export const documentShape = z.object({
  id: z.string(),
  planId: z.string().nullable(),
  bucketId: z.string().nullable(),
  title: z.string(),
  description: z.string(),
  percentComplete: z.number(),
  priority: z.number(),
  dueDateTime: z.string().nullable(),
  assigneeIds: z.array(z.string()),
  appliedCategories: z.array(z.string()),
  checklist: z.array(z.object({ id: z.string(), title: z.string(), isChecked: z.boolean() })),
  references: z.array(z.object({ url: z.string(), alias: z.string().nullable() })),
  rev: z.number(),
  sync: z.object({
    state: z.string(),
    plannerId: z.string().nullable(),
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
  }),
});

export type TaskDocument = z.infer<typeof documentShape>;

/** A plannerTask of Graph. */
export const boardTaskShape = z.object({
  id: z.string(),
  '@odata.etag': z.string(),
  planId: z.string(),
  bucketId: z.string().nullable(),
  title: z.string(),
  percentComplete: z.number(),
  priority: z.number(),
  dueDateTime: z.string().nullable(),
  assignments: z.record(z.string(), z.unknown()),
  appliedCategories: z.record(z.string(), z.unknown()),
});

export type BoardTask = z.infer<typeof boardTaskShape>;

const rowShape = z.object({ title: z.string(), isChecked: z.boolean() });
const linkShape = z.object({ alias: z.string().nullable() });

/** The plannerTaskDetails of a task. */
export const boardDetailsShape = z.object({
  id: z.string(),
  '@odata.etag': z.string(),
  description: z.string(),
  checklist: z.record(z.string(), z.unknown()).transform((map) => entries(map, rowShape)),
  references: z.record(z.string(), z.unknown()).transform((map) => entries(map, linkShape)),
});

export type BoardDetails = z.infer<typeof boardDetailsShape>;

/** The entries of one of Graph's open maps, which has annotations among them. */
function entries<T>(map: Readonly<Record<string, unknown>>, shape: z.ZodType<T>): [string, T][] {
  return Object.entries(map)
    .filter(([key]) => !key.includes('@odata'))
    .map(([key, value]) => [key, shape.parse(value)]);
}

/** https://learn.microsoft.com/graph/api/resources/plannerexternalreferences: how an address is written as a key. */
export function toReferenceKey(url: string): string {
  return url
    .replaceAll('%', '%25')
    .replaceAll('.', '%2E')
    .replaceAll(':', '%3A')
    .replaceAll('@', '%40')
    .replaceAll('#', '%23');
}

export function fromReferenceKey(key: string): string {
  return key
    .replaceAll(/%3A/gi, ':')
    .replaceAll(/%2E/gi, '.')
    .replaceAll('%40', '@')
    .replaceAll('%23', '#')
    .replaceAll('%25', '%');
}
