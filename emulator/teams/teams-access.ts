import type { Caller } from '../entra/caller.js';
import type { GraphCall } from '../graph/exchange.js';
import { GraphFailure } from '../graph/graph-failure.js';
import { findPerson } from '../outlook/mailbox.js';
import type { ChannelRecord, ChatRecord, TeamRecord } from './teams-records.js';
import type { TeamsService } from './teams-service.js';

/** Permissions that open something, of which one is enough; an empty list opens it to nobody of that kind. */
export interface TeamsPermissions {
  readonly app: readonly string[];
  readonly person: readonly string[];
}

const alike = (...names: string[]): TeamsPermissions => ({ app: names, person: names });

export const readTeams = alike(
  'Team.ReadBasic.All',
  'TeamSettings.Read.All',
  'TeamSettings.ReadWrite.All',
);
export const readChannels = alike(
  'Channel.ReadBasic.All',
  'ChannelSettings.Read.All',
  'ChannelSettings.ReadWrite.All',
);
export const createChannels = alike('Channel.Create');
export const readTeamMembers = alike('TeamMember.Read.All', 'TeamMember.ReadWrite.All');
export const readChannelMessages: TeamsPermissions = {
  app: ['ChannelMessage.Read.All'],
  person: ['ChannelMessage.Read.All', 'ChannelMessage.ReadWrite'],
};
export const sendToChannels: TeamsPermissions = {
  app: ['Teamwork.Migrate.All'],
  person: ['ChannelMessage.Send'],
};
export const changeChannelMessages: TeamsPermissions = {
  app: [],
  person: ['ChannelMessage.ReadWrite'],
};
export const readChatBasics: TeamsPermissions = {
  app: ['Chat.ReadBasic.All', 'Chat.Read.All', 'Chat.ReadWrite.All'],
  person: ['Chat.ReadBasic', 'Chat.Read', 'Chat.ReadWrite'],
};
export const readChatMessages: TeamsPermissions = {
  app: ['Chat.Read.All', 'Chat.ReadWrite.All'],
  person: ['Chat.Read', 'Chat.ReadWrite'],
};
export const createChats: TeamsPermissions = {
  app: ['Chat.Create'],
  person: ['Chat.Create', 'Chat.ReadWrite'],
};
export const sendToChats: TeamsPermissions = {
  app: ['Teamwork.Migrate.All'],
  person: ['ChatMessage.Send', 'Chat.ReadWrite'],
};
export const changeChatMessages: TeamsPermissions = { app: [], person: ['Chat.ReadWrite'] };
/** https://learn.microsoft.com/graph/api/chatmessage-setreaction */
export const reactInChannels: TeamsPermissions = { app: [], person: ['ChannelMessage.Send'] };
export const reactInChats: TeamsPermissions = {
  app: [],
  person: ['ChatMessage.Send', 'Chat.ReadWrite'],
};
export const changeChatMembers: TeamsPermissions = {
  app: ['ChatMember.ReadWrite.All', 'Chat.ReadWrite.All'],
  person: ['ChatMember.ReadWrite', 'Chat.ReadWrite'],
};
export const changeChats: TeamsPermissions = {
  app: ['Chat.ReadWrite.All'],
  person: ['Chat.ReadWrite'],
};

export function requireTeamsPermission(caller: Caller, permissions: TeamsPermissions): void {
  const names = permissions[caller.kind];
  if (names.some((name) => caller.permissions.has(name))) return;
  const held = [...caller.permissions].join(', ');
  throw forbidden(
    caller.kind === 'app'
      ? `Missing role permissions on the request. API requires one of '${names.join(', ')}'. Roles on the request '${held}'. Resource specific consent grants on the request ''.`
      : `Missing scope permissions on the request. API requires one of '${names.join(', ')}'. Scopes on the request '${held}'`,
  );
}

/** Teams takes messages of people only; an app may but import old ones into a team that is being migrated. */
export function requirePerson(caller: Caller): void {
  if (caller.kind === 'person') return;
  throw new GraphFailure(
    401,
    'Unauthorized',
    'Message POST is allowed in application-only context only for import purposes. Refer to https://docs.microsoft.com/microsoftteams/platform/graph-api/import-messages/import-external-messages-to-teams for more details.',
  );
}

/** The team that a path names, for a member of it or an app. */
export function openTeam(
  service: TeamsService,
  call: GraphCall,
  permissions: TeamsPermissions,
): TeamRecord {
  requireTeamsPermission(call.caller, permissions);
  const id = call.segments[call.segments.indexOf('teams') + 1] ?? '';
  if (!/^[\da-f-]{36}$/i.test(id)) throw badTeamsRequest('teamId needs to be a valid GUID.');
  const team = service.teams.teams.get(id.toLowerCase());
  if (team === undefined) throw notInTeams(`No team found with Group Id ${id}`);
  if (call.caller.kind === 'person' && !membersOf(service, team).includes(call.caller.id)) {
    throw forbidden('User is not a member of the team.');
  }
  return team;
}

export function openChannel(
  service: TeamsService,
  call: GraphCall,
  permissions: TeamsPermissions,
): ChannelRecord {
  const team = openTeam(service, call, permissions);
  const id = call.segments[call.segments.indexOf('channels') + 1] ?? '';
  if (!isThreadId(id)) throw badTeamsRequest('Invalid channel id.');
  const channel = service.teams.channels.get(id);
  if (channel === undefined || channel.teamId !== team.id) throw notInTeams();
  return channel;
}

/** The chat that a path names, for one of its members or an app. */
export function openChat(
  service: TeamsService,
  call: GraphCall,
  permissions: TeamsPermissions,
): ChatRecord {
  requireTeamsPermission(call.caller, permissions);
  const id = call.segments[call.segments.indexOf('chats') + 1] ?? '';
  if (!isThreadId(id)) throw badTeamsRequest('Invalid chat id.');
  const chat = service.teams.chats.get(id);
  if (chat === undefined) throw notInTeams();
  const viewer = call.caller.kind === 'person' ? call.caller.id : userOf(service, call);
  if (viewer !== undefined && !chat.memberIds.includes(viewer)) {
    throw forbidden('AclCheckFailed-Get Thread: the user is not a member of the chat.');
  }
  return chat;
}

/** The person that `users/{id}` or `me` names; `undefined` when the path names nobody. */
export function userOf(service: TeamsService, call: GraphCall): string | undefined {
  const [root, name = ''] = call.segments;
  if (root === 'me' && call.caller.kind === 'person') return call.caller.id;
  if (root === 'me') {
    throw new GraphFailure(
      400,
      'BadRequest',
      '/me request is only valid with delegated authentication flow.',
    );
  }
  if (root !== 'users') return undefined;
  const person = findPerson(service, name);
  if (person === undefined) throw notInTeams(`User ${name} was not found.`);
  if (call.caller.kind === 'person' && call.caller.id !== person.id) {
    throw forbidden('The user of the token and that of the path are not the same.');
  }
  return person.id;
}

export function membersOf(service: TeamsService, team: TeamRecord): readonly string[] {
  return service.groups.get(team.id)?.memberIds ?? [];
}

export function notInTeams(message = 'NotFound'): GraphFailure {
  return new GraphFailure(404, 'NotFound', message);
}

export function forbidden(message: string): GraphFailure {
  return new GraphFailure(403, 'Forbidden', message);
}

export function badTeamsRequest(message: string): GraphFailure {
  return new GraphFailure(400, 'BadRequest', message);
}

function isThreadId(id: string): boolean {
  return /^19:[\w-]+@(thread\.(tacv2|v2|skype)|unq\.gbl\.spaces)$/.test(id);
}
