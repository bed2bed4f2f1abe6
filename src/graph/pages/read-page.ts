import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import type { GraphRequest } from '../gateway/graph-request.js';
import { parseAnswer } from '../parse-answer.js';
import { withQuery, type Query } from '../query.js';
import { decodeCursor, encodeCursor, firstPage, pagingOf } from './page-cursor.js';

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Null: that was all. */
  readonly nextCursor: string | null;
}

export interface PageRequest extends Pick<GraphRequest, 'headers' | 'version'> {
  readonly path: string;
  /** Without paging; `$top` is set from `limit`, unless the list does not take it. */
  readonly query?: Query;
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** Default true. Some lists (joinedTeams, Planner's) refuse or ignore `$top`; then their pages are cut here. */
  readonly takesTop?: boolean;
}

/**
 * One page of one of Graph's lists, each row as `schema` has it. ProblemError invalid_cursor; GraphError as of the gateway.
 * https://learn.microsoft.com/graph/paging
 */
export async function readPage<Schema extends z.ZodType>(
  graph: Pick<GraphGateway, 'send'>,
  schema: Schema,
  { path, query = {}, limit, cursor, takesTop = true, ...request }: PageRequest,
): Promise<Page<z.output<Schema>>> {
  const place = cursor === undefined ? firstPage : decodeCursor(cursor);
  if (place === null) {
    throw new ProblemError(
      'invalid_cursor',
      'Send nextCursor as it was answered, with the same arguments',
    );
  }
  // Pages are cut only where Graph makes them larger than asked: there $top says nothing.
  const top = takesTop && place.offset === 0 ? { $top: limit } : {};
  const { body } = await graph.send({
    method: 'GET',
    path: withQuery(path, { ...place.paging, ...query, ...top }),
    ...request,
  });
  const pageSchema = z.object({
    value: z.array(schema),
    '@odata.nextLink': z.string().nullish(),
  });
  const { value, '@odata.nextLink': nextLink } = parseAnswer(pageSchema, body, 'no');
  const rows = value.slice(place.offset, place.offset + limit);
  const end = place.offset + rows.length;
  if (end < value.length) return { rows, nextCursor: encodeCursor({ ...place, offset: end }) };
  if (nextLink == null) return { rows, nextCursor: null };
  const paging = pagingOf(nextLink, place.paging, query);
  return { rows, nextCursor: encodeCursor({ paging, offset: 0 }) };
}
