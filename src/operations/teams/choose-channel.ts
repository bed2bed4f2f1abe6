import * as z from 'zod';
import { isGuid } from '../../domain/guid.js';
import { personOf, type GraphAccount } from '../../graph/gateway/graph-account.js';
import type { GraphGateway } from '../../graph/gateway/graph-gateway.js';
import type { Page } from '../../graph/pages/read-page.js';
import { readAllTeams, readChannels, readJoinedTeams } from '../../graph/teams/teams.js';
import type { ChannelPlace } from '../../graph/teams/messages.js';
import type { Team } from '../../graph/teams/teams-schemas.js';
import { choosePersonalAccount } from '../accounts/person-choice.js';
import type { OperationDeps } from '../define-operation.js';
import { requireOne } from '../names/require-one.js';
import type { OperationCall } from '../operation-call.js';

export const teamInput = z.string().min(1).max(256).describe('Name or id of the team.');
export const channelInput = z.string().min(1).max(256).describe('Name or id of the channel.');
export const messageIdInput = z.string().min(1).max(256).describe('Id of the post.');

/** Teams as an account sees them. */
export interface TeamsAtGraph {
  readonly account: GraphAccount;
  readonly graph: GraphGateway;
}

export async function chooseTeamsAccount(
  deps: Pick<OperationDeps, 'accounts' | 'graphFor'>,
  call: OperationCall,
  named: string | undefined,
): Promise<TeamsAtGraph> {
  const account = await choosePersonalAccount(deps, call, named);
  return { account, graph: deps.graphFor(account, call) };
}

/** More are not looked through for a name: then its id is needed. */
const mostTeams = 999;

/** ProblemError invalid_input with the teams that the account sees. */
export async function chooseTeam(
  { account, graph }: TeamsAtGraph,
  wanted: string,
): Promise<{ readonly id: string; readonly name: string }> {
  if (isGuid(wanted)) return { id: wanted.toLowerCase(), name: wanted };
  const self = personOf(account);
  const rows =
    self === null
      ? await allTeams(graph)
      : (await readJoinedTeams(graph, `/users/${encodeURIComponent(self)}`, { limit: mostTeams }))
          .rows;
  return requireOne(rows.map(toNamed), wanted, { field: 'team', thing: 'team' });
}

/** How many of them Graph gives at once is not documented. */
async function allTeams(graph: GraphGateway): Promise<readonly Team[]> {
  const teams: Team[] = [];
  for (let cursor: string | null | undefined; cursor !== null && teams.length < mostTeams;) {
    const page: Page<Team> = await readAllTeams(graph, { limit: 100, cursor });
    teams.push(...page.rows);
    cursor = page.nextCursor;
  }
  return teams;
}

export interface ChosenChannel extends ChannelPlace {
  /** For people: `Launch in Product`. */
  readonly title: string;
}

/** ProblemError invalid_input with the channels of the team. */
export async function chooseChannel(
  teams: TeamsAtGraph,
  wanted: { readonly team: string; readonly channel: string },
): Promise<ChosenChannel> {
  const { id: teamId, name } = await chooseTeam(teams, wanted.team);
  if (/^19:.+@thread\./.test(wanted.channel)) {
    return { teamId, channelId: wanted.channel, title: `a channel of ${name}` };
  }
  const { rows } = await readChannels(teams.graph, teamId, { limit: mostTeams });
  const channel = requireOne(rows.map(toNamed), wanted.channel, {
    field: 'channel',
    thing: 'channel',
  });
  return { teamId, channelId: channel.id, title: `${channel.name} in ${name}` };
}

function toNamed({ id, displayName }: Pick<Team, 'id' | 'displayName'>) {
  return { id, name: displayName ?? '' };
}
