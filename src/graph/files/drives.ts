import * as z from 'zod';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import { readPage, type Page } from '../pages/read-page.js';
import { parseAnswer } from '../parse-answer.js';

const identity = z
  .object({ id: z.string().nullish(), displayName: z.string().nullish() })
  .nullish();

/** https://learn.microsoft.com/graph/api/resources/drive */
const driveSchema = z.object({
  id: z.string(),
  name: z.string().nullish(),
  driveType: z.string().nullish(),
  webUrl: z.string().nullish(),
  owner: z.object({ user: identity, group: identity }).nullish(),
  quota: z.object({ used: z.number().nullish(), total: z.number().nullish() }).nullish(),
});

export type GraphDrive = z.infer<typeof driveSchema>;

type Graph = Pick<GraphGateway, 'send'>;

/** `owner`: `/users/{id}` or `/groups/{id}`. https://learn.microsoft.com/graph/api/drive-list */
export function readDrives(
  graph: Graph,
  owner: string,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<GraphDrive>> {
  return readPage(graph, driveSchema, { path: `${owner}/drives`, ...page });
}

/** `drive`: a path like `/users/{id}/drive`. https://learn.microsoft.com/graph/api/drive-get */
export async function readDrive(graph: Graph, drive: string): Promise<GraphDrive> {
  const { body } = await graph.send({ method: 'GET', path: drive });
  return parseAnswer(driveSchema, body, 'no');
}
