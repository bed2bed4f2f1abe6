import { createCollection, type Collection } from '../state/collection.js';
import { createGroupIndex, type GroupIndex } from '../state/group-index.js';
import type {
  ChannelRecord,
  ChatMessageRecord,
  ChatRecord,
  Place,
  TeamRecord,
} from './teams-records.js';

/** Everything that Teams stores, and the ways to find it. */
export interface TeamsState {
  readonly teams: Collection<TeamRecord>;
  readonly channels: Collection<ChannelRecord>;
  readonly chats: Collection<ChatRecord>;
  readonly messages: Collection<ChatMessageRecord>;
  readonly channelsOf: GroupIndex<ChannelRecord>;
  /** By `placeKey`. */
  readonly messagesAt: GroupIndex<ChatMessageRecord>;
  /** An id that is the time of a message and that no other message has. */
  nextMessageId(now: Date): string;
}

export function createTeamsState(): TeamsState {
  const channels = createCollection<ChannelRecord>('channels');
  const messages = createCollection<ChatMessageRecord>('chatMessages');
  let lastMessageId = 0;
  messages.observe((id) => {
    lastMessageId = Math.max(lastMessageId, Number(id));
  });
  return {
    teams: createCollection('teams'),
    channels,
    chats: createCollection('chats'),
    messages,
    channelsOf: createGroupIndex(channels, (channel) => channel.teamId),
    messagesAt: createGroupIndex(messages, (message) => placeKey(message.place)),
    nextMessageId: (now) => String(Math.max(lastMessageId + 1, now.getTime())),
  };
}

/** The conversation that a message is one of: a chat, the posts of a channel, or the replies to a post. */
export function placeKey(place: Place): string {
  if (place.kind === 'chat') return `chat/${place.chatId}`;
  return place.replyToId === null
    ? `channel/${place.channelId}`
    : `replies/${place.channelId}/${place.replyToId}`;
}
