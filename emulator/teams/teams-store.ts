import type { ItemBody } from '../outlook/mail/message-record.js';
import {
  channelEntity,
  chatEntity,
  chatMessageEntity,
  etagOfMessage,
  teamEntity,
} from './teams-entities.js';
import type {
  ChannelRecord,
  ChatMessageItem,
  ChatMessageRecord,
  ChatRecord,
  Place,
  ReactionRecord,
  TeamRecord,
} from './teams-records.js';
import type { TeamsService } from './teams-service.js';

type ChangeType = 'created' | 'updated' | 'deleted';

export function changeTeam(
  service: TeamsService,
  team: TeamRecord,
  change: Partial<Pick<TeamRecord, 'displayName' | 'description'>>,
): TeamRecord {
  const changed = { ...team, ...change, changed: service.history.next() };
  service.teams.teams.put(team.id, changed);
  announceTeam(service, changed, 'updated');
  return changed;
}

/** A team for a group that exists; it begins with the channel General. */
export function addTeam(
  service: TeamsService,
  given: Pick<TeamRecord, 'id' | 'displayName' | 'description' | 'ownerIds'>,
  guidOfGeneral: string = service.newGuid(),
): TeamRecord {
  const number = service.history.next();
  const team: TeamRecord = {
    ...given,
    createdDateTime: service.now().toISOString(),
    created: number,
    changed: number,
  };
  service.teams.teams.put(team.id, team);
  announceTeam(service, team, 'created');
  const general = { displayName: 'General', description: team.description };
  addChannel(service, team.id, general, guidOfGeneral);
  return team;
}

export function addChannel(
  service: TeamsService,
  teamId: string,
  given: Pick<ChannelRecord, 'displayName' | 'description'>,
  guid: string = service.newGuid(),
): ChannelRecord {
  const number = service.history.next();
  const channel: ChannelRecord = {
    id: `19:${guid.replaceAll('-', '')}@thread.tacv2`,
    teamId,
    createdDateTime: service.now().toISOString(),
    created: number,
    changed: number,
    ...given,
  };
  service.teams.channels.put(channel.id, channel);
  service.announceChange({
    changeType: 'created',
    subscribable: ['teams/getAllChannels', `teams/${teamId}/channels`],
    resource: `teams('${teamId}')/channels('${channel.id}')`,
    odataType: '#Microsoft.Graph.channel',
    id: channel.id,
    entity: () => channelEntity(service, channel),
  });
  return channel;
}

/** Two people have one chat of their own; every other chat is a new one. */
export function addChat(
  service: TeamsService,
  given: Pick<ChatRecord, 'chatType' | 'topic' | 'memberIds'>,
  guid: string = service.newGuid(),
): ChatRecord {
  const id =
    given.chatType === 'oneOnOne'
      ? `19:${given.memberIds.toSorted().join('_')}@unq.gbl.spaces`
      : `19:${guid.replaceAll('-', '')}@thread.v2`;
  const existing = service.teams.chats.get(id);
  if (existing !== undefined) return existing;
  const at = service.now().toISOString();
  const number = service.history.next();
  const chat: ChatRecord = {
    id,
    createdDateTime: at,
    lastUpdatedDateTime: at,
    created: number,
    changed: number,
    ...given,
  };
  service.teams.chats.put(id, chat);
  announceChat(service, chat, 'created');
  return chat;
}

export function changeChat(
  service: TeamsService,
  chat: ChatRecord,
  change: Partial<Pick<ChatRecord, 'topic' | 'memberIds'>>,
): ChatRecord {
  const changed: ChatRecord = {
    ...chat,
    ...change,
    lastUpdatedDateTime: service.now().toISOString(),
    changed: service.history.next(),
  };
  service.teams.chats.put(chat.id, changed);
  announceChat(service, changed, 'updated');
  return changed;
}

export type NewChatMessage = Partial<ChatMessageItem> & { readonly body: ItemBody };

export function postMessage(
  service: TeamsService,
  place: Place,
  authorId: string,
  given: NewChatMessage,
): ChatMessageRecord {
  const id = service.teams.nextMessageId(service.now());
  const at = new Date(Number(id)).toISOString();
  const number = service.history.next();
  const message: ChatMessageRecord = {
    id,
    place,
    authorId,
    created: number,
    changed: number,
    item: {
      createdDateTime: at,
      lastModifiedDateTime: at,
      lastEditedDateTime: null,
      deletedDateTime: null,
      subject: null,
      summary: null,
      importance: 'normal',
      locale: 'en-us',
      attachments: [],
      mentions: [],
      ...given,
    },
  };
  service.teams.messages.put(id, message);
  announceMessage(service, message, 'created');
  return message;
}

export function editMessage(
  service: TeamsService,
  message: ChatMessageRecord,
  change: Partial<ChatMessageItem>,
): ChatMessageRecord {
  const at = service.now().toISOString();
  return replaceMessage(service, message, {
    changeType: 'updated',
    change: { ...change, lastEditedDateTime: at, lastModifiedDateTime: at },
  });
}

export function changeReactions(
  service: TeamsService,
  message: ChatMessageRecord,
  reactions: readonly ReactionRecord[],
): ChatMessageRecord {
  const lastModifiedDateTime = service.now().toISOString();
  return replaceMessage(service, message, {
    changeType: 'updated',
    change: { reactions, lastModifiedDateTime },
  });
}

/** A deleted message leaves its place empty: it stays in the lists without its text. */
export function deleteMessage(
  service: TeamsService,
  message: ChatMessageRecord,
): ChatMessageRecord {
  const at = service.now().toISOString();
  return replaceMessage(service, message, {
    changeType: 'deleted',
    change: {
      body: { contentType: 'html', content: '' },
      attachments: [],
      mentions: [],
      deletedDateTime: at,
      lastModifiedDateTime: at,
    },
  });
}

function replaceMessage(
  service: TeamsService,
  message: ChatMessageRecord,
  { changeType, change }: { changeType: ChangeType; change: Partial<ChatMessageItem> },
): ChatMessageRecord {
  const changed: ChatMessageRecord = {
    ...message,
    changed: service.history.next(),
    item: { ...message.item, ...change },
  };
  service.teams.messages.put(message.id, changed);
  announceMessage(service, changed, changeType);
  return changed;
}

function announceTeam(service: TeamsService, team: TeamRecord, changeType: ChangeType): void {
  service.announceChange({
    changeType,
    subscribable: ['teams', `teams/${team.id}`],
    resource: `teams('${team.id}')`,
    odataType: '#Microsoft.Graph.team',
    id: team.id,
    entity: () => teamEntity(service, team),
  });
}

function announceChat(service: TeamsService, chat: ChatRecord, changeType: ChangeType): void {
  service.announceChange({
    changeType,
    subscribable: [
      'chats',
      `chats/${chat.id}`,
      ...chat.memberIds.map((memberId) => `users/${memberId}/chats`),
    ],
    resource: `chats('${chat.id}')`,
    odataType: '#Microsoft.Graph.chat',
    id: chat.id,
    entity: () => chatEntity(service, chat),
  });
}

function announceMessage(
  service: TeamsService,
  message: ChatMessageRecord,
  changeType: ChangeType,
): void {
  service.announceChange({
    changeType,
    ...addressOf(service, message),
    odataType: '#Microsoft.Graph.chatMessage',
    id: message.id,
    etag: etagOfMessage(message),
    entity: () => chatMessageEntity(service, message),
  });
}

/** https://learn.microsoft.com/graph/teams-changenotifications-chatmessage */
function addressOf(
  service: TeamsService,
  { id, place }: ChatMessageRecord,
): { readonly subscribable: readonly string[]; readonly resource: string } {
  if (place.kind === 'chat') {
    const memberIds = service.teams.chats.get(place.chatId)?.memberIds ?? [];
    return {
      subscribable: [
        'chats/getAllMessages',
        `chats/${place.chatId}/messages`,
        ...memberIds.map((memberId) => `users/${memberId}/chats/getAllMessages`),
      ],
      resource: `chats('${place.chatId}')/messages('${id}')`,
    };
  }
  const { teamId, channelId, replyToId } = place;
  const messages = `teams('${teamId}')/channels('${channelId}')/messages`;
  return {
    subscribable: ['teams/getAllMessages', `teams/${teamId}/channels/${channelId}/messages`],
    resource:
      replyToId === null ? `${messages}('${id}')` : `${messages}('${replyToId}')/replies('${id}')`,
  };
}
