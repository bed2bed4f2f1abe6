import * as z from 'zod';

/**
 * Where a list goes on. Of Graph's link only the paging parameters are kept: whoever sends a cursor says where in the list
 * they are, and never what is read.
 */
export interface PageCursor {
  /** Of `@odata.nextLink`: `$skip` or `$skiptoken`, as Graph gave them. */
  readonly paging: Readonly<Record<string, string>>;
  /** Rows of that page that were answered before. */
  readonly offset: number;
}

export const firstPage: PageCursor = { paging: {}, offset: 0 };

const pagingParameters = new Set(['$skip', '$skiptoken']);

const schema = z.strictObject({
  p: z.partialRecord(z.enum(['$skip', '$skiptoken']), z.string().max(8_000)).optional(),
  o: z.int().min(0).max(1_000_000).optional(),
});

/** The paging parameters of a link that Graph gave. */
export function pagingOf(nextLink: string): Readonly<Record<string, string>> {
  const { searchParams } = new URL(nextLink);
  return Object.fromEntries([...searchParams].filter(([name]) => pagingParameters.has(name)));
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
