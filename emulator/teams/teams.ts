import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { entityAnswer } from '../odata/answers.js';
import { listAnswer } from '../odata/list.js';
import { project, readSelect } from '../odata/select.js';
import {
  membersOf,
  openTeam,
  readTeamMembers,
  readTeams,
  requireTeamsPermission,
  userOf,
} from './teams-access.js';
import { memberEntity, memberKind, teamEntity, teamKind, teamRow } from './teams-entities.js';
import type { TeamRecord } from './teams-records.js';
import type { TeamsService } from './teams-service.js';

const PAGE = { default: 100, max: 999 };

/** The teams of the path's person, or all of the tenant. */
export function listTeams(service: TeamsService, call: GraphCall): GraphAnswer {
  requireTeamsPermission(call.caller, readTeams);
  const viewer = userOf(service, call) ?? (call.caller.kind === 'person' ? call.caller.id : null);
  const teams = [...service.teams.teams.values()].filter(
    (team) => viewer === null || membersOf(service, team).includes(viewer),
  );
  return listAnswer<TeamRecord>(call, teams, {
    kind: teamKind,
    context: 'teams',
    top: PAGE,
    options: ['$select', '$filter', '$top', '$skiptoken'],
    count: 'page',
    paging: '$skiptoken',
    fieldsOf: ({ id, displayName, description }) => ({ id, displayName, description }),
    toEntity: (team) => teamRow(service, team),
  });
}

export function getTeam(service: TeamsService, call: GraphCall): GraphAnswer {
  const team = openTeam(service, call, readTeams);
  const entity = project(teamEntity(service, team), readSelect(call, teamKind));
  return entityAnswer(call, 'teams/$entity', entity);
}

export function listTeamMembers(service: TeamsService, call: GraphCall): GraphAnswer {
  const team = openTeam(service, call, readTeamMembers);
  return listAnswer<string>(call, membersOf(service, team), {
    kind: memberKind,
    context: `teams('${team.id}')/members`,
    top: PAGE,
    options: ['$select', '$filter', '$top', '$skiptoken'],
    count: 'page',
    paging: '$skiptoken',
    fieldsOf: (id) => memberOf(service, team, id),
    toEntity: (id) => memberOf(service, team, id),
  });
}

function memberOf(service: TeamsService, team: TeamRecord, id: string) {
  return memberEntity(service, team.id, { id, isOwner: team.ownerIds.includes(id) });
}
