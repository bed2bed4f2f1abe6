import * as z from 'zod';
import { toOwnError } from '../gateway/graph-failure.js';

/**
 * Where a list goes on. Of Graph's link only what tells the place is kept: whoever sends a cursor says where in the list
 * they are, and never what is read.
 */
export interface PageCursor {
  /** Of `@odata.nextLink`: `$skip`, `$skiptoken`, `$skipToken`, … by the names and with the values that Graph gave. */
  readonly paging: Readonly<Record<string, string>>;
  /** Rows of that page that were answered before. */
  readonly offset: number;
}

export const firstPage: PageCursor = { paging: {}, offset: 0 };

/** Options that say what is read, and how much of it: https://learn.microsoft.com/graph/query-parameters */
const readingOptions = new Set(
  (
    'select filter search expand orderby top count format apply compute ' +
    'levels index id deltatoken schemaversion'
  ).split(' '),
);

const mostParameters = 8;

function tellsPlace(name: string): boolean {
  const bare = /^\$?([a-z][\w-]{0,39})$/i.exec(name)?.[1];
  return bare !== undefined && !readingOptions.has(bare.toLowerCase());
}

const schema = z.strictObject({
  p: z
    .record(z.string().refine(tellsPlace), z.string().max(8_000))
    .refine((paging) => Object.keys(paging).length <= mostParameters)
    .optional(),
  o: z.int().min(0).max(1_000_000).optional(),
});

/**
 * What of a link that Graph gave tells the place. Services differ: `$skip`, `$skiptoken`, `$skipToken`, or parameters of
 * their own. `own`: what was asked for, which Graph repeats in its link and is asked again anyway. GraphError unexpected
 * for a link to where the list already was: that would never end.
 */
export function pagingOf(
  nextLink: string,
  before: PageCursor['paging'],
  own: object = {},
): PageCursor['paging'] {
  const asked = new Set(Object.keys(own).map((name) => name.toLowerCase()));
  const parameters = [...new URL(nextLink).searchParams].filter(
    ([name]) => tellsPlace(name) && !asked.has(name.toLowerCase()),
  );
  if (parameters.every(([name, value]) => before[name] === value)) {
    throw toOwnError('unexpected', 'A page of Microsoft Graph names itself as the next');
  }
  return Object.fromEntries(parameters);
}

export function encodeCursor({ paging, offset }: PageCursor): string {
  const parts = {
    ...(Object.keys(paging).length > 0 && { p: paging }),
    ...(offset > 0 && { o: offset }),
  };
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Null: it is none of ours. */
export function decodeCursor(cursor: string): PageCursor | null {
  try {
    const parts = schema.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return parts.success ? { paging: parts.data.p ?? {}, offset: parts.data.o ?? 0 } : null;
  } catch {
    return null;
  }
}
