import * as z from 'zod';

/** One entry of a stream; null for the fields of one that was deleted after it was given to a consumer. */
export type StreamEntry = readonly [
  entryId: string,
  fields: Readonly<Record<string, string>> | null,
];

const entriesSchema = z.array(
  z.tuple([z.string(), z.array(z.string()).nullable().transform(toFields)]),
);
const replySchema = z.array(z.tuple([z.string(), entriesSchema])).nullable();

/** The entries in a reply of XREAD or XREADGROUP on one stream. */
export function streamEntries(reply: unknown): readonly StreamEntry[] {
  return (replySchema.parse(reply) ?? []).flatMap(([, entries]) => entries);
}

/** The entries in a reply of XAUTOCLAIM. */
export function claimedEntries(reply: unknown): readonly StreamEntry[] {
  return z.tuple([z.string(), entriesSchema]).rest(z.unknown()).parse(reply)[1];
}

function toFields(flat: readonly string[] | null): Record<string, string> | null {
  if (flat === null) return null;
  const pairs = Array.from(
    { length: flat.length / 2 },
    (_, at) => [flat[at * 2] ?? '', flat[at * 2 + 1] ?? ''] as const,
  );
  return Object.fromEntries(pairs);
}
