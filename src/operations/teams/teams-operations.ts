import type { Operation } from '../define-operation.js';
import { teamsCreateChat } from './teams-create-chat.js';
import { teamsListChannelMessages } from './teams-list-channel-messages.js';
import { teamsListChannels } from './teams-list-channels.js';
import { teamsListChatMessages } from './teams-list-chat-messages.js';
import { teamsListChats } from './teams-list-chats.js';
import { teamsListReplies } from './teams-list-replies.js';
import { teamsListTeams } from './teams-list-teams.js';
import { teamsPostMessage } from './teams-post-message.js';
import { teamsReply } from './teams-reply.js';
import { teamsSearchMessages } from './teams-search-messages.js';
import { teamsSendChatMessage } from './teams-send-chat-message.js';

export const teamsOperations: readonly Operation[] = [
  teamsListTeams,
  teamsListChannels,
  teamsListChannelMessages,
  teamsListReplies,
  teamsPostMessage,
  teamsReply,
  teamsListChats,
  teamsListChatMessages,
  teamsSendChatMessage,
  teamsCreateChat,
  teamsSearchMessages,
];
