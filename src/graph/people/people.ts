import * as z from 'zod';
import { GraphError } from '../../domain/graph-error.js';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import { userProperties } from '../directory/user-properties.js';
import { readPage, type Page } from '../pages/read-page.js';
import { parseAnswer } from '../parse-answer.js';
import { odataText, withQuery } from '../query.js';

const personSchema = z.object({
  ...userProperties,
  mobilePhone: z.string().nullish(),
  businessPhones: z.array(z.string()).nullish(),
});

export type GraphPerson = z.infer<typeof personSchema>;

type Graph = Pick<GraphGateway, 'send'>;

const $select = Object.keys(personSchema.shape).join(',');

/** `person`: `/users/{id}`. https://learn.microsoft.com/graph/api/user-get */
export async function readPerson(graph: Graph, person: string): Promise<GraphPerson> {
  const { body } = await graph.send({ method: 'GET', path: withQuery(person, { $select }) });
  return parseAnswer(personSchema, body, 'no');
}

/** Null: there is none. https://learn.microsoft.com/graph/api/user-list-manager */
export async function readManager(graph: Graph, person: string): Promise<GraphPerson | null> {
  try {
    return await readPerson(graph, `${person}/manager`);
  } catch (error) {
    if (error instanceof GraphError && error.code === 'not_found') return null;
    throw error;
  }
}

interface PageOf {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** https://learn.microsoft.com/graph/api/user-list-directreports */
export function readReports(
  graph: Graph,
  person: string,
  page: PageOf,
): Promise<Page<GraphPerson>> {
  return readPage(graph, personSchema, {
    path: `${person}/directReports`,
    query: { $select },
    ...page,
  });
}

/** People of a group. The cast leaves out devices, apps and groups: https://learn.microsoft.com/graph/api/group-list-members */
export function readMembers(graph: Graph, group: string, page: PageOf): Promise<Page<GraphPerson>> {
  return readPage(graph, personSchema, {
    path: `${group}/members/microsoft.graph.user`,
    query: { $select },
    ...page,
  });
}

/** Properties that a search looks at; each may begin like the words. */
const beginnings = ['displayName', 'givenName', 'surname', 'mail', 'userPrincipalName'] as const;

/**
 * Everybody of whom a name or address begins with the words, or whose given name begins with the first word and surname with
 * the last. https://learn.microsoft.com/graph/api/user-list
 */
export function searchPeople(
  graph: Graph,
  words: string,
  page: PageOf,
): Promise<Page<GraphPerson>> {
  const [first = words, ...rest] = words.split(' ');
  const last = rest.at(-1);
  const conditions = [
    ...beginnings.map((property) => `startswith(${property},${odataText(words)})`),
    ...(last === undefined
      ? []
      : [`(startswith(givenName,${odataText(first)}) and startswith(surname,${odataText(last)}))`]),
  ];
  return readPage(graph, personSchema, {
    path: '/users',
    query: { $filter: conditions.join(' or '), $select },
    ...page,
  });
}
