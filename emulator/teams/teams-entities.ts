import type { Entity, EntityKind } from '../odata/entity.js';
import { previewOf } from '../outlook/mail/mail-text.js';
import { badTeamsRequest } from './teams-access.js';
import type {
  ChannelRecord,
  ChatMessageRecord,
  ChatRecord,
  ReactionRecord,
  TeamRecord,
} from './teams-records.js';
import { placeKey } from './teams-state.js';
import type { TeamsService } from './teams-service.js';

export const teamKind: EntityKind = { typeName: 'team', badQuery: badTeamsRequest };
export const channelKind: EntityKind = { typeName: 'channel', badQuery: badTeamsRequest };
export const chatKind: EntityKind = { typeName: 'chat', badQuery: badTeamsRequest };
export const chatMessageKind: EntityKind = { typeName: 'chatMessage', badQuery: badTeamsRequest };
export const memberKind: EntityKind = {
  typeName: 'aadUserConversationMember',
  badQuery: badTeamsRequest,
};

/** A team in a list: lists leave out everything beyond its names. */
export function teamRow(service: TeamsService, team: TeamRecord): Entity {
  return {
    id: team.id,
    createdDateTime: null,
    displayName: team.displayName,
    description: team.description,
    internalId: null,
    classification: null,
    specialization: null,
    visibility: 'private',
    webUrl: null,
    isArchived: false,
    tenantId: service.tenantId(),
    memberSettings: null,
    guestSettings: null,
    messagingSettings: null,
    funSettings: null,
    summary: null,
  };
}

export function teamEntity(service: TeamsService, team: TeamRecord): Entity {
  const channel = service.teams.channelsOf.recordsOf(team.id)[0]?.id ?? '';
  return {
    ...teamRow(service, team),
    createdDateTime: team.createdDateTime,
    internalId: channel,
    webUrl: `https://teams.microsoft.com/l/team/${encodeURIComponent(channel)}/conversations?groupId=${team.id}&tenantId=${service.tenantId()}`,
    memberSettings: {
      allowCreateUpdateChannels: true,
      allowCreatePrivateChannels: true,
      allowDeleteChannels: true,
      allowAddRemoveApps: true,
      allowCreateUpdateRemoveTabs: true,
      allowCreateUpdateRemoveConnectors: true,
    },
    guestSettings: { allowCreateUpdateChannels: false, allowDeleteChannels: false },
    messagingSettings: {
      allowUserEditMessages: true,
      allowUserDeleteMessages: true,
      allowOwnerDeleteMessages: true,
      allowTeamMentions: true,
      allowChannelMentions: true,
    },
    funSettings: {
      allowGiphy: true,
      giphyContentRating: 'moderate',
      allowStickersAndMemes: true,
      allowCustomMemes: true,
    },
  };
}

export function channelEntity(service: TeamsService, channel: ChannelRecord): Entity {
  const tenantId = service.tenantId();
  return {
    id: channel.id,
    createdDateTime: channel.createdDateTime,
    displayName: channel.displayName,
    description: channel.description,
    isFavoriteByDefault: null,
    email: '',
    tenantId,
    webUrl: `https://teams.microsoft.com/l/channel/${encodeURIComponent(channel.id)}/${encodeURIComponent(channel.displayName)}?groupId=${channel.teamId}&tenantId=${tenantId}`,
    membershipType: 'standard',
    isArchived: false,
  };
}

/** `expanded` may hold `members` and `lastMessagePreview`. */
export function chatEntity(
  service: TeamsService,
  chat: ChatRecord,
  expanded: readonly string[] = [],
): Entity {
  return {
    id: chat.id,
    topic: chat.topic,
    createdDateTime: chat.createdDateTime,
    lastUpdatedDateTime: chat.lastUpdatedDateTime,
    chatType: chat.chatType,
    webUrl: `https://teams.microsoft.com/l/chat/${encodeURIComponent(chat.id)}/0?tenantId=${service.tenantId()}`,
    tenantId: service.tenantId(),
    onlineMeetingInfo: null,
    viewpoint: { isHidden: false, lastMessageReadDateTime: chat.createdDateTime },
    isHiddenForAllMembers: false,
    ...(expanded.includes('members')
      ? {
          members: chat.memberIds.map((id) =>
            memberEntity(service, chat.id, { id, isOwner: true }),
          ),
        }
      : {}),
    ...(expanded.includes('lastMessagePreview')
      ? { lastMessagePreview: previewOfLast(service, chat) }
      : {}),
  };
}

/** What filters and orders look at. */
export function chatFields(service: TeamsService, chat: ChatRecord): Entity {
  const last = lastMessageOf(service, chat);
  return {
    ...chat,
    lastMessagePreview: { createdDateTime: last?.item.createdDateTime ?? chat.createdDateTime },
  };
}

export function memberEntity(
  service: TeamsService,
  conversationId: string,
  member: { readonly id: string; readonly isOwner: boolean },
): Entity {
  const person = service.people.get(member.id);
  const parts = [service.tenantId(), conversationId, member.id];
  return {
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    id: Buffer.from(parts.join('##'), 'utf8').toString('base64'),
    roles: member.isOwner ? ['owner'] : [],
    displayName: person?.displayName ?? null,
    visibleHistoryStartDateTime: '0001-01-01T00:00:00Z',
    userId: member.id,
    email: person?.mail ?? null,
    tenantId: service.tenantId(),
  };
}

export function chatMessageEntity(service: TeamsService, message: ChatMessageRecord): Entity {
  const { item, place } = message;
  return {
    id: message.id,
    replyToId: place.kind === 'channel' ? place.replyToId : null,
    etag: etagOfMessage(message),
    messageType: 'message',
    createdDateTime: item.createdDateTime,
    lastModifiedDateTime: item.lastModifiedDateTime,
    lastEditedDateTime: item.lastEditedDateTime,
    deletedDateTime: item.deletedDateTime,
    subject: item.subject,
    summary: item.summary,
    chatId: place.kind === 'chat' ? place.chatId : null,
    importance: item.importance,
    locale: item.locale,
    webUrl: place.kind === 'chat' ? null : linkTo(service, message),
    channelIdentity:
      place.kind === 'chat' ? null : { teamId: place.teamId, channelId: place.channelId },
    policyViolation: null,
    eventDetail: null,
    from: {
      application: null,
      device: null,
      user: {
        '@odata.type': '#microsoft.graph.teamworkUserIdentity',
        id: message.authorId,
        displayName: service.people.get(message.authorId)?.displayName ?? null,
        userIdentityType: 'aadUser',
        tenantId: service.tenantId(),
      },
    },
    body: item.body,
    attachments: item.attachments,
    mentions: item.mentions,
    reactions: (item.reactions ?? []).map(reactionEntity),
  };
}

function reactionEntity({ reactionType, personId, createdDateTime }: ReactionRecord): Entity {
  return {
    reactionType,
    displayName: reactionType,
    reactionContentUrl: null,
    createdDateTime,
    user: {
      application: null,
      device: null,
      user: {
        '@odata.type': '#microsoft.graph.teamworkUserIdentity',
        id: personId,
        displayName: null,
        userIdentityType: 'aadUser',
      },
    },
  };
}

/** The version of a message: the time of its last change. */
export function etagOfMessage({ item }: ChatMessageRecord): string {
  return String(Date.parse(item.lastModifiedDateTime));
}

function linkTo(service: TeamsService, { id, place }: ChatMessageRecord): string | null {
  if (place.kind !== 'channel') return null;
  const parent = place.replyToId ?? id;
  return `https://teams.microsoft.com/l/message/${encodeURIComponent(place.channelId)}/${id}?groupId=${place.teamId}&tenantId=${service.tenantId()}&createdTime=${id}&parentMessageId=${parent}`;
}

function lastMessageOf(service: TeamsService, chat: ChatRecord): ChatMessageRecord | undefined {
  return service.teams.messagesAt.recordsOf(placeKey({ kind: 'chat', chatId: chat.id })).at(-1);
}

function previewOfLast(service: TeamsService, chat: ChatRecord): Entity | null {
  const last = lastMessageOf(service, chat);
  if (last === undefined) return null;
  const { from } = chatMessageEntity(service, last);
  return {
    id: last.id,
    createdDateTime: last.item.createdDateTime,
    isDeleted: last.item.deletedDateTime !== null,
    messageType: 'message',
    eventDetail: null,
    body: { contentType: 'text', content: previewOf(last.item.body) },
    from,
  };
}
