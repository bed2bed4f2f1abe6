import type { GraphGateway } from '../gateway/graph-gateway.js';
import { graphSegment } from '../graph-segment.js';
import { readPage, type Page } from '../pages/read-page.js';
import { channelSchema, teamSchema, type Channel, type Team } from './teams-schemas.js';

type Graph = Pick<GraphGateway, 'send'>;

interface PageWanted {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Of a person (`/users/{id}`), all in one page. https://learn.microsoft.com/graph/api/user-list-joinedteams */
export function readJoinedTeams(
  graph: Graph,
  person: string,
  page: PageWanted,
): Promise<Page<Team>> {
  return readPage(graph, teamSchema, { path: `${person}/joinedTeams`, takesTop: false, ...page });
}

/** Of the organisation, for apps. https://learn.microsoft.com/graph/api/teams-list */
export function readAllTeams(graph: Graph, page: PageWanted): Promise<Page<Team>> {
  return readPage(graph, teamSchema, {
    path: '/teams',
    query: { $select: 'id,displayName,description' },
    ...page,
  });
}

/** All of a team's in one page. https://learn.microsoft.com/graph/api/channel-list */
export function readChannels(
  graph: Graph,
  teamId: string,
  page: PageWanted,
): Promise<Page<Channel>> {
  return readPage(graph, channelSchema, {
    path: `/teams/${graphSegment(teamId)}/channels`,
    query: { $select: 'id,displayName,description,membershipType,webUrl' },
    takesTop: false,
    ...page,
  });
}
