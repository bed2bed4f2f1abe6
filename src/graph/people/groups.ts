import * as z from 'zod';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import { graphSegment } from '../graph-segment.js';
import { readPage, type Page } from '../pages/read-page.js';
import { parseAnswer } from '../parse-answer.js';
import { odataText, withQuery } from '../query.js';

const text = z.string().nullish();
const texts = z.array(z.string()).nullish();

/** https://learn.microsoft.com/graph/api/resources/group */
const groupSchema = z.object({
  id: z.string(),
  displayName: text,
  description: text,
  mail: text,
  visibility: text,
  groupTypes: texts,
  resourceProvisioningOptions: texts,
});

export type GraphGroup = z.infer<typeof groupSchema>;

type Graph = Pick<GraphGateway, 'send'>;

const $select = Object.keys(groupSchema.shape).join(',');

/** Groups that somebody is in, directly. https://learn.microsoft.com/graph/api/user-list-memberof */
export function readGroupsOf(
  graph: Graph,
  person: string,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<GraphGroup>> {
  return readPage(graph, groupSchema, {
    path: `${person}/memberOf/microsoft.graph.group`,
    query: { $select },
    ...page,
  });
}

/** https://learn.microsoft.com/graph/api/group-get */
export async function readGroup(graph: Graph, id: string): Promise<GraphGroup> {
  const path = withQuery(`/groups/${graphSegment(id)}`, { $select });
  const { body } = await graph.send({ method: 'GET', path });
  return parseAnswer(groupSchema, body, 'no');
}

/** Groups whose name begins with the words, or whose address they are. https://learn.microsoft.com/graph/api/group-list */
export async function findGroups(graph: Graph, words: string): Promise<readonly GraphGroup[]> {
  const literal = odataText(words);
  const { rows } = await readPage(graph, groupSchema, {
    path: '/groups',
    query: { $filter: `startswith(displayName,${literal}) or mail eq ${literal}`, $select },
    limit: 50,
  });
  return rows;
}
