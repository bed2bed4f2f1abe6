import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { createdAnswer, entityAnswer, noContent } from '../odata/answers.js';
import { readMessageChange, readNewMessage } from './message-body.js';
import { messagesOfAll, messagesOfChat } from './message-lists.js';
import {
  changeChatMessages,
  forbidden,
  notInTeams,
  openChat,
  reactInChats,
  readChatMessages,
  requirePerson,
  requireTeamsPermission,
  sendToChats,
  userOf,
} from './teams-access.js';
import { chatMessageEntity } from './teams-entities.js';
import type { ChatMessageRecord, ChatRecord } from './teams-records.js';
import type { TeamsService } from './teams-service.js';
import { placeKey } from './teams-state.js';
import { react } from './reactions.js';
import { deleteMessage, editMessage, postMessage } from './teams-store.js';

export function listChatMessages(service: TeamsService, call: GraphCall): GraphAnswer {
  const chat = openChat(service, call, readChatMessages);
  const messages = service.teams.messagesAt.recordsOf(placeKey({ kind: 'chat', chatId: chat.id }));
  return messagesOfChat(service, call, messages, contextOf(chat));
}

/** All messages in all chats of somebody, for apps. https://learn.microsoft.com/graph/api/chats-getallmessages */
export function listAllOfPerson(service: TeamsService, call: GraphCall): GraphAnswer {
  if (call.caller.kind === 'person') throw forbidden('This API is for applications only.');
  requireTeamsPermission(call.caller, readChatMessages);
  const personId = userOf(service, call) ?? '';
  const chatIds = new Set(
    [...service.teams.chats.values()].flatMap(({ id, memberIds }) =>
      memberIds.includes(personId) ? id : [],
    ),
  );
  const messages = [...service.teams.messages.values()].filter(
    ({ place }) => place.kind === 'chat' && chatIds.has(place.chatId),
  );
  return messagesOfAll(service, call, messages, 'Collection(chatMessage)');
}

export function getChatMessage(service: TeamsService, call: GraphCall): GraphAnswer {
  const chat = openChat(service, call, readChatMessages);
  const message = findMessage(service, call, chat);
  return entityAnswer(call, `${contextOf(chat)}/$entity`, chatMessageEntity(service, message));
}

export function createChatMessage(service: TeamsService, call: GraphCall): GraphAnswer {
  const chat = openChat(service, call, sendToChats);
  requirePerson(call.caller);
  const place = { kind: 'chat', chatId: chat.id } as const;
  const message = postMessage(service, place, call.caller.id, readNewMessage(call.body));
  return createdAnswer(call, `${contextOf(chat)}/$entity`, {
    path: `chats/${chat.id}/messages/${message.id}`,
    entity: chatMessageEntity(service, message),
  });
}

/** The author changes the text of a message. */
export function updateChatMessage(service: TeamsService, call: GraphCall): GraphAnswer {
  const message = openOwn(service, call);
  editMessage(service, message, readMessageChange(call.body, message.item));
  return noContent;
}

export function softDeleteChatMessage(service: TeamsService, call: GraphCall): GraphAnswer {
  deleteMessage(service, openOwn(service, call));
  return noContent;
}

export function setReactionInChat(service: TeamsService, call: GraphCall): GraphAnswer {
  const chat = openChat(service, call, reactInChats);
  return react(service, call, findMessage(service, call, chat));
}

function openOwn(service: TeamsService, call: GraphCall): ChatMessageRecord {
  const chat = openChat(service, call, changeChatMessages);
  const message = findMessage(service, call, chat);
  if (message.authorId !== call.caller.id) throw forbidden('Only its author may change a message.');
  return message;
}

function findMessage(service: TeamsService, call: GraphCall, chat: ChatRecord): ChatMessageRecord {
  const id = call.segments[call.segments.indexOf('messages') + 1] ?? '';
  const message = service.teams.messages.get(id);
  const isInChat = message?.place.kind === 'chat' && message.place.chatId === chat.id;
  if (message === undefined || !isInChat) throw notInTeams();
  return message;
}

function contextOf(chat: ChatRecord): string {
  return `chats('${encodeURIComponent(chat.id)}')/messages`;
}
