import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { entityAnswer, noContent } from '../odata/answers.js';
import { listAnswer } from '../odata/list.js';
import { findPerson } from '../outlook/mailbox.js';
import { isObject } from '../schema/check-value.js';
import {
  badTeamsRequest,
  changeChatMembers,
  notInTeams,
  openChat,
  readChatBasics,
} from './teams-access.js';
import { memberEntity, memberKind } from './teams-entities.js';
import type { ChatRecord } from './teams-records.js';
import type { TeamsService } from './teams-service.js';
import { changeChat } from './teams-store.js';

const MEMBER_TYPE = '#microsoft.graph.aadUserConversationMember';
/** Teams takes as a guest only who is one, and nobody of this tenant is. */
const ROLE = 'owner';

export function listChatMembers(service: TeamsService, call: GraphCall): GraphAnswer {
  const chat = openChat(service, call, readChatBasics);
  const toMember = (id: string) => memberOf(service, chat, id);
  return listAnswer<string>(call, chat.memberIds, {
    kind: memberKind,
    context: contextOf(chat),
    top: { default: 100, max: 999 },
    options: ['$select', '$filter', '$top'],
    count: 'page',
    paging: '$skiptoken',
    fieldsOf: toMember,
    toEntity: toMember,
  });
}

export function getChatMember(service: TeamsService, call: GraphCall): GraphAnswer {
  const chat = openChat(service, call, readChatBasics);
  const id = findMember(service, call, chat);
  return entityAnswer(call, `${contextOf(chat)}/$entity`, memberOf(service, chat, id));
}

/** https://learn.microsoft.com/graph/api/chat-post-members: answers the address of the membership and nothing else. */
export function addChatMember(service: TeamsService, call: GraphCall): GraphAnswer {
  const chat = openGroupChat(service, call);
  const id = readMemberId(service, call.body);
  if (chat.memberIds.includes(id)) throw badTeamsRequest('The user is already in the chat.');
  const changed = changeChat(service, chat, { memberIds: [...chat.memberIds, id] });
  const membership = String(memberOf(service, changed, id)['id']);
  return { status: 201, headers: { Location: `/chats/${chat.id}/members/${membership}` } };
}

export function removeChatMember(service: TeamsService, call: GraphCall): GraphAnswer {
  const chat = openGroupChat(service, call);
  const gone = findMember(service, call, chat);
  changeChat(service, chat, { memberIds: chat.memberIds.filter((id) => id !== gone) });
  return noContent;
}

/** `{"@odata.type": "#microsoft.graph.aadUserConversationMember", "roles": […], "user@odata.bind": ".../users('id')"}` */
export function readMemberId(service: TeamsService, member: unknown): string {
  const given = isObject(member) ? member : {};
  if (given['@odata.type'] !== MEMBER_TYPE) {
    throw badTeamsRequest(`Every member needs the '@odata.type' ${MEMBER_TYPE}.`);
  }
  const { roles } = given;
  const isGood = Array.isArray(roles) && roles.length === 1 && roles[0] === ROLE;
  if (!isGood) throw badTeamsRequest('Invalid role specified for member.');
  const bind = given['user@odata.bind'];
  const name = /\/users(?:\('([^']+)'\)|\/([^/]+))$/.exec(typeof bind === 'string' ? bind : '');
  const person = findPerson(service, name?.[1] ?? name?.[2] ?? '');
  if (person === undefined) {
    throw badTeamsRequest(
      "Every member needs a 'user@odata.bind' that names a user of the tenant.",
    );
  }
  return person.id;
}

/** Two people stay two. */
function openGroupChat(service: TeamsService, call: GraphCall): ChatRecord {
  const chat = openChat(service, call, changeChatMembers);
  if (chat.chatType === 'group') return chat;
  throw badTeamsRequest('The members of a one-on-one chat cannot be changed.');
}

function findMember(service: TeamsService, call: GraphCall, chat: ChatRecord): string {
  const wanted = call.segments.at(-1);
  const id = chat.memberIds.find((each) => memberOf(service, chat, each)['id'] === wanted);
  if (id === undefined) throw notInTeams();
  return id;
}

function memberOf(service: TeamsService, chat: ChatRecord, id: string) {
  return memberEntity(service, chat.id, { id, isOwner: true });
}

function contextOf(chat: ChatRecord): string {
  return `chats('${encodeURIComponent(chat.id)}')/members`;
}
