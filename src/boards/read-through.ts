import * as z from 'zod';
import { ProblemError } from '../domain/problem.js';

/** One of several lists that are read one after the other as one. */
export interface Source<Row> {
  /** Tells it from the others; they are read in the order of their keys. */
  readonly key: string;
  /** As many rows as it has, at most `limit`; no page is short before the last. */
  page(limit: number, cursor: string | undefined): Promise<RowPage<Row>>;
}

export interface RowPage<Row> {
  readonly rows: readonly Row[];
  /** Null: that was all. */
  readonly nextCursor: string | null;
}

const place = z.strictObject({ k: z.string().max(200), c: z.string().max(12_000).nullable() });

/**
 * A page over all sources. Its cursor names the source, so that one which comes or goes between two pages changes nothing
 * about the others. ProblemError invalid_cursor.
 */
export async function readThrough<Row>(
  sources: readonly Source<Row>[],
  {
    limit,
    cursor,
    onSource,
  }: {
    readonly limit: number;
    readonly cursor?: string | undefined;
    /** Hears before each source is read how many are behind. */
    readonly onSource?: (done: number, total: number) => void;
  },
): Promise<RowPage<Row>> {
  const sorted = sources.toSorted((one, other) => (one.key < other.key ? -1 : 1));
  const start = cursor === undefined ? null : decode(cursor);
  const rest = start === null ? sorted : sorted.filter(({ key }) => key >= start.k);
  const rows: Row[] = [];
  for (const [at, source] of rest.entries()) {
    onSource?.(sorted.length - rest.length + at, sorted.length);
    let inner = source.key === start?.k ? (start.c ?? undefined) : undefined;
    do {
      const page = await source.page(limit - rows.length, inner);
      rows.push(...page.rows);
      inner = page.nextCursor ?? undefined;
      if (rows.length < limit) continue;
      if (inner !== undefined) return { rows, nextCursor: encode({ k: source.key, c: inner }) };
      const next = rest[at + 1];
      return { rows, nextCursor: next === undefined ? null : encode({ k: next.key, c: null }) };
    } while (inner !== undefined);
  }
  return { rows, nextCursor: null };
}

function encode(value: z.infer<typeof place>): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(cursor: string): z.infer<typeof place> {
  try {
    const parsed = place.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    if (parsed.success) return parsed.data;
  } catch {
    // Not JSON: not ours either.
  }
  throw new ProblemError(
    'invalid_cursor',
    'Send nextCursor as it was answered, with the same arguments',
  );
}
