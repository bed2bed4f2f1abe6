import type { GraphRoute } from '../graph/route.js';
import { routesOf } from '../graph/routes-of.js';
import {
  createPost,
  createReply,
  deltaOfPosts,
  getPost,
  listAllOfTeam,
  listPosts,
  listReplies,
  setReactionToPost,
  softDeletePost,
  updatePost,
} from './channel-messages.js';
import { createChannel, getChannel, getPrimaryChannel, listChannels } from './channels.js';
import {
  createChatMessage,
  getChatMessage,
  listAllOfPerson,
  listChatMessages,
  setReactionInChat,
  softDeleteChatMessage,
  updateChatMessage,
} from './chat-messages.js';
import { addChatMember, getChatMember, listChatMembers, removeChatMember } from './chat-members.js';
import { createChat, getChat, listChats, updateChat } from './chats.js';
import { getTeam, listTeamMembers, listTeams } from './teams.js';
import type { TeamsService } from './teams-service.js';

const REACTIONS = ['setReaction', 'unsetReaction'];

/** Teams' part of Graph v1.0. */
export function createTeamsRoutes(service: TeamsService): readonly GraphRoute[] {
  const on = routesOf(service);
  const posts = 'teams/*/channels/*/messages';
  return [
    on('me/joinedTeams', { GET: listTeams }),
    on('users/*/joinedTeams', { GET: listTeams }),
    on('teams', { GET: listTeams }),
    on('teams/*', { GET: getTeam }),
    on('teams/*/members', { GET: listTeamMembers }),
    on('teams/*/primaryChannel', { GET: getPrimaryChannel }),
    on('teams/*/channels', { GET: listChannels, POST: createChannel }),
    on('teams/*/channels/getAllMessages', { GET: listAllOfTeam }),
    on('teams/*/channels/*', { GET: getChannel }),
    on(posts, { GET: listPosts, POST: createPost }),
    on(`${posts}/delta`, { GET: deltaOfPosts }),
    on(`${posts}/*`, { GET: getPost, PATCH: updatePost }),
    on(`${posts}/*/softDelete`, { POST: softDeletePost }),
    ...REACTIONS.flatMap((action) => [
      on(`${posts}/*/${action}`, { POST: setReactionToPost }),
      on(`${posts}/*/replies/*/${action}`, { POST: setReactionToPost }),
    ]),
    on(`${posts}/*/replies`, { GET: listReplies, POST: createReply }),
    on(`${posts}/*/replies/*`, { GET: getPost, PATCH: updatePost }),
    on(`${posts}/*/replies/*/softDelete`, { POST: softDeletePost }),
    ...['chats', 'me/chats', 'users/*/chats'].flatMap((chats) => [
      on(chats, chats === 'chats' ? { GET: listChats, POST: createChat } : { GET: listChats }),
      ...(chats === 'users/*/chats'
        ? [on(`${chats}/getAllMessages`, { GET: listAllOfPerson })]
        : []),
      on(`${chats}/*`, { GET: getChat, PATCH: updateChat }),
      on(`${chats}/*/members`, { GET: listChatMembers, POST: addChatMember }),
      on(`${chats}/*/members/*`, { GET: getChatMember, DELETE: removeChatMember }),
      on(`${chats}/*/messages`, { GET: listChatMessages, POST: createChatMessage }),
      on(`${chats}/*/messages/*`, { GET: getChatMessage, PATCH: updateChatMessage }),
      on(`${chats}/*/messages/*/softDelete`, { POST: softDeleteChatMessage }),
      ...REACTIONS.map((action) =>
        on(`${chats}/*/messages/*/${action}`, { POST: setReactionInChat }),
      ),
    ]),
  ];
}
