import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import { decodeCursor, encodeCursor } from '../pages/page-cursor.js';
import type { Page } from '../pages/read-page.js';
import { parseAnswer } from '../parse-answer.js';
import { driveItemSchema, type DriveItem } from './drive-items.js';

const answerSchema = z.object({
  value: z.array(
    z.object({
      hitsContainers: z
        .array(
          z.object({
            hits: z
              .array(z.object({ resource: driveItemSchema.nullish().catch(undefined) }))
              .nullish(),
            moreResultsAvailable: z.boolean().nullish(),
          }),
        )
        .nullish(),
    }),
  ),
});

/**
 * In all that somebody sees of OneDrive, SharePoint and Teams. Needs Files.Read.All.
 * https://learn.microsoft.com/graph/search-concept-files
 */
export async function searchFiles(
  graph: Pick<GraphGateway, 'send'>,
  words: string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<DriveItem>> {
  const place = cursor === undefined ? { paging: {}, offset: 0 } : decodeCursor(cursor);
  if (place === null) {
    throw new ProblemError(
      'invalid_cursor',
      'Send nextCursor as it was answered, with the same arguments',
    );
  }
  const { offset } = place;
  const query = { queryString: `${words} AND isDocument=true` };
  const request = { entityTypes: ['driveItem'], query, from: offset, size: limit };
  const { body } = await graph.send({
    method: 'POST',
    path: '/search/query',
    body: { requests: [request] },
  });
  const { value } = parseAnswer(answerSchema, body, 'no');
  const containers = value.flatMap(({ hitsContainers }) => hitsContainers ?? []);
  const found = containers.flatMap(({ hits }) => hits ?? []);
  const rows = found.flatMap(({ resource }) => resource ?? []);
  const hasMore = containers.some(({ moreResultsAvailable }) => moreResultsAvailable === true);
  const nextCursor =
    hasMore && found.length > 0
      ? encodeCursor({ paging: {}, offset: offset + found.length })
      : null;
  return { rows, nextCursor };
}
