import * as z from 'zod';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import { readPage, type Page } from '../pages/read-page.js';
import { immutableIds } from './mailbox.js';

const timeSchema = z.object({ dateTime: z.string(), timeZone: z.string() });

const flaggedMessageSchema = z.object({
  id: z.string(),
  subject: z.string().nullish(),
  webLink: z.string().nullish(),
  from: z
    .object({
      emailAddress: z
        .object({ name: z.string().nullish(), address: z.string().nullish() })
        .nullish(),
    })
    .nullish(),
  flag: z.object({ flagStatus: z.string().nullish(), dueDateTime: timeSchema.nullish() }).nullish(),
});

export type FlaggedMessage = z.infer<typeof flaggedMessageSchema>;

/** Mail that somebody has flagged to come back to. https://learn.microsoft.com/graph/api/resources/followupflag */
export function readFlaggedMessages(
  graph: Pick<GraphGateway, 'send'>,
  person: string,
  limit: number,
): Promise<Page<FlaggedMessage>> {
  return readPage(graph, flaggedMessageSchema, {
    path: `${person}/messages`,
    query: {
      $filter: "flag/flagStatus eq 'flagged'",
      $select: Object.keys(flaggedMessageSchema.shape).join(','),
    },
    headers: immutableIds,
    limit,
  });
}
