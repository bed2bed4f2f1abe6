import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { createdAnswer, entityAnswer } from '../odata/answers.js';
import { checkBody } from '../odata/check-body.js';
import { listAnswer, type ListQuery } from '../odata/list.js';
import { project, readSelect } from '../odata/select.js';
import { isObject } from '../schema/check-value.js';
import {
  badTeamsRequest,
  changeChats,
  createChats,
  openChat,
  readChatBasics,
  requireTeamsPermission,
  userOf,
} from './teams-access.js';
import { readMemberId } from './chat-members.js';
import { chatEntity, chatFields, chatKind } from './teams-entities.js';
import type { ChatRecord } from './teams-records.js';
import { MESSAGE_PAGE, type TeamsService } from './teams-service.js';
import { addChat, changeChat } from './teams-store.js';

const EXPANDABLE = ['members', 'lastMessagePreview'];

/** The chats of the path's person, or of the signed-in one; an app that names nobody sees all. */
export function listChats(service: TeamsService, call: GraphCall): GraphAnswer {
  requireTeamsPermission(call.caller, readChatBasics);
  const viewer = userOf(service, call) ?? (call.caller.kind === 'person' ? call.caller.id : null);
  const chats = [...service.teams.chats.values()].filter(
    (chat) => viewer === null || chat.memberIds.includes(viewer),
  );
  const expanded = readExpand(call);
  return listAnswer<ChatRecord>(call, chats, {
    kind: chatKind,
    context: 'chats',
    top: MESSAGE_PAGE,
    options: ['$select', '$top', '$filter', '$orderby', '$expand'],
    order: 'lastMessagePreview/createdDateTime desc',
    count: 'page',
    paging: '$skiptoken',
    fieldsOf: (chat) => chatFields(service, chat),
    toEntity: (chat) => chatEntity(service, chat, expanded),
    expanded,
    check: refuseOtherOrders,
  });
}

/** https://learn.microsoft.com/graph/api/chat-list: the newest message first, and no other order. */
function refuseOtherOrders({ orders }: ListQuery): void {
  const order = orders?.[0];
  const isGood =
    orders === undefined ||
    (orders.length === 1 &&
      order?.path === 'lastMessagePreview/createdDateTime' &&
      order.isDescending);
  if (!isGood) {
    throw badTeamsRequest('Chats are sorted by lastMessagePreview/createdDateTime desc only.');
  }
}

export function getChat(service: TeamsService, call: GraphCall): GraphAnswer {
  const chat = openChat(service, call, readChatBasics);
  const expanded = readExpand(call);
  const entity = chatEntity(service, chat, expanded);
  return entityAnswer(call, 'chats/$entity', project(entity, readSelect(call, chatKind), expanded));
}

export function createChat(service: TeamsService, call: GraphCall): GraphAnswer {
  requireTeamsPermission(call.caller, createChats);
  const given = readNewChat(service, call.body);
  if (call.caller.kind === 'person' && !given.memberIds.includes(call.caller.id)) {
    throw badTeamsRequest('The signed-in user must be one of the members of the chat.');
  }
  const chat = addChat(service, given);
  return createdAnswer(call, 'chats/$entity', {
    path: `chats/${chat.id}`,
    entity: chatEntity(service, chat),
  });
}

/** The topic of a group chat can be changed. */
export function updateChat(service: TeamsService, call: GraphCall): GraphAnswer {
  const chat = openChat(service, call, changeChats);
  const { topic } = checkBody(call.body, {
    typeName: 'chat',
    writable: ['topic'],
    code: 'BadRequest',
  });
  if (chat.chatType !== 'group') throw badTeamsRequest('Only a group chat has a topic.');
  const changed = changeChat(service, chat, { topic: typeof topic === 'string' ? topic : null });
  return entityAnswer(call, 'chats/$entity', chatEntity(service, changed));
}

function readNewChat(
  service: TeamsService,
  body: unknown,
): Pick<ChatRecord, 'chatType' | 'topic' | 'memberIds'> {
  if (!isObject(body)) throw badTeamsRequest('A chat needs its members.');
  const { members, ...rest } = body;
  const { chatType, topic } = checkBody(rest, {
    typeName: 'chat',
    writable: ['chatType', 'topic'],
    code: 'BadRequest',
  });
  const memberIds = Array.isArray(members)
    ? members.map((each) => readMemberId(service, each))
    : [];
  if (new Set(memberIds).size !== memberIds.length) {
    throw badTeamsRequest('Duplicate chat members is specified in the request body.');
  }
  if (chatType === 'oneOnOne') {
    if (memberIds.length !== 2) throw badTeamsRequest('A one-on-one chat has two members.');
    if (topic !== undefined) throw badTeamsRequest('A one-on-one chat has no topic.');
    return { chatType, topic: null, memberIds };
  }
  if (chatType !== 'group') throw badTeamsRequest("The chat type must be 'oneOnOne' or 'group'.");
  if (memberIds.length < 2) throw badTeamsRequest('A group chat has at least two members.');
  return { chatType, topic: typeof topic === 'string' ? topic : null, memberIds };
}

function readExpand(call: GraphCall): readonly string[] {
  const names = (call.query.get('$expand') ?? '').split(',').flatMap((name) => name.trim() || []);
  const unknown = names.find((name) => !EXPANDABLE.includes(name));
  if (unknown === undefined) return names;
  throw badTeamsRequest(`The query option '$expand=${unknown}' is not supported here.`);
}
