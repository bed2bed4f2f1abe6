import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { createdAnswer, entityAnswer } from '../odata/answers.js';
import { checkBody } from '../odata/check-body.js';
import { listAnswer } from '../odata/list.js';
import { project, readSelect } from '../odata/select.js';
import {
  badTeamsRequest,
  createChannels,
  notInTeams,
  openChannel,
  openTeam,
  readChannels,
} from './teams-access.js';
import { channelEntity, channelKind } from './teams-entities.js';
import type { ChannelRecord } from './teams-records.js';
import type { TeamsService } from './teams-service.js';
import { addChannel } from './teams-store.js';

const FORBIDDEN_IN_NAMES = /[~#%&*{}+/\\:<>?|'"]/;

/** All channels at once: Teams does not page them. */
export function listChannels(service: TeamsService, call: GraphCall): GraphAnswer {
  const team = openTeam(service, call, readChannels);
  return listAnswer<ChannelRecord>(call, service.teams.channelsOf.recordsOf(team.id), {
    kind: channelKind,
    context: `teams('${team.id}')/channels`,
    top: { default: 1000, max: 1000 },
    options: ['$select', '$filter'],
    count: 'page',
    paging: '$skiptoken',
    fieldsOf: (channel) => channelEntity(service, channel),
    toEntity: (channel) => channelEntity(service, channel),
  });
}

export function getChannel(service: TeamsService, call: GraphCall): GraphAnswer {
  const channel = openChannel(service, call, readChannels);
  const entity = project(channelEntity(service, channel), readSelect(call, channelKind));
  return entityAnswer(call, contextOf(channel.teamId), entity);
}

export function getPrimaryChannel(service: TeamsService, call: GraphCall): GraphAnswer {
  const team = openTeam(service, call, readChannels);
  const [channel] = service.teams.channelsOf.recordsOf(team.id);
  if (channel === undefined) throw notInTeams();
  return entityAnswer(call, contextOf(team.id), channelEntity(service, channel));
}

export function createChannel(service: TeamsService, call: GraphCall): GraphAnswer {
  const team = openTeam(service, call, createChannels);
  const channel = addChannel(service, team.id, readNewChannel(service, team.id, call.body));
  return createdAnswer(call, contextOf(team.id), {
    path: `teams/${team.id}/channels/${channel.id}`,
    entity: channelEntity(service, channel),
  });
}

function readNewChannel(
  service: TeamsService,
  teamId: string,
  body: unknown,
): Pick<ChannelRecord, 'displayName' | 'description'> {
  const { displayName, description, membershipType } = checkBody(body, {
    typeName: 'channel',
    writable: ['displayName', 'description', 'membershipType', 'isFavoriteByDefault'],
    code: 'BadRequest',
  });
  if (typeof displayName !== 'string' || displayName === '' || displayName.length > 50) {
    throw badTeamsRequest('A channel needs a display name of at most 50 characters.');
  }
  if (FORBIDDEN_IN_NAMES.test(displayName)) {
    throw badTeamsRequest('The display name of the channel holds characters that are not allowed.');
  }
  if (membershipType !== undefined && membershipType !== 'standard') {
    throw badTeamsRequest('Only standard channels can be made here.');
  }
  const isTaken = service.teams.channelsOf
    .recordsOf(teamId)
    .some((channel) => channel.displayName.toLowerCase() === displayName.toLowerCase());
  if (isTaken) throw badTeamsRequest('Channel name already existed, please use other name.');
  return { displayName, description: typeof description === 'string' ? description : null };
}

function contextOf(teamId: string): string {
  return `teams('${teamId}')/channels/$entity`;
}
