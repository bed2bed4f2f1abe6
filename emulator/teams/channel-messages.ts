import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { createdAnswer, entityAnswer, noContent } from '../odata/answers.js';
import { deltaAnswer } from '../odata/delta.js';
import { readMessageChange, readNewMessage } from './message-body.js';
import { messagesOfAll, postPage, repliesTo, replyPage } from './message-lists.js';
import {
  changeChannelMessages,
  forbidden,
  notInTeams,
  openChannel,
  openTeam,
  readChannelMessages,
  reactInChannels,
  requirePerson,
  sendToChannels,
  type TeamsPermissions,
} from './teams-access.js';
import { chatMessageEntity, chatMessageKind } from './teams-entities.js';
import type { ChannelRecord, ChatMessageRecord } from './teams-records.js';
import { MESSAGE_PAGE, type TeamsService } from './teams-service.js';
import { placeKey } from './teams-state.js';
import { react } from './reactions.js';
import { deleteMessage, editMessage, postMessage } from './teams-store.js';

export function listPosts(service: TeamsService, call: GraphCall): GraphAnswer {
  const channel = openChannel(service, call, readChannelMessages);
  return postPage(service, call, postsOf(service, channel), contextOf(channel));
}

/** Posts without their replies; a deleted one is told as changed. https://learn.microsoft.com/graph/api/chatmessage-delta */
export function deltaOfPosts(service: TeamsService, call: GraphCall): GraphAnswer {
  const channel = openChannel(service, call, readChannelMessages);
  return deltaAnswer<ChatMessageRecord>(call, postsOf(service, channel), {
    kind: chatMessageKind,
    context: 'Collection(chatMessage)',
    pageSize: MESSAGE_PAGE,
    history: service.history,
    scope: `posts/${channel.id}`,
    fieldsOf: ({ item }) => item,
    toEntity: (message) => chatMessageEntity(service, message),
    idOf: ({ id }) => id,
    keptOptions: ['$top', '$filter', '$expand'],
  });
}

export function getPost(service: TeamsService, call: GraphCall): GraphAnswer {
  const channel = openChannel(service, call, readChannelMessages);
  const message = findMessage(service, call, channel);
  return entityAnswer(call, `${contextOf(channel)}/$entity`, chatMessageEntity(service, message));
}

export function createPost(service: TeamsService, call: GraphCall): GraphAnswer {
  const channel = openForPosting(service, call);
  return post(service, call, channel, null);
}

export function listReplies(service: TeamsService, call: GraphCall): GraphAnswer {
  const channel = openChannel(service, call, readChannelMessages);
  const message = findPost(service, call, channel);
  const context = `${contextOf(channel)}('${message.id}')/replies`;
  return replyPage(service, call, repliesTo(service, message), context);
}

export function createReply(service: TeamsService, call: GraphCall): GraphAnswer {
  const channel = openForPosting(service, call);
  return post(service, call, channel, findPost(service, call, channel).id);
}

/** The author changes the text of a message. */
export function updatePost(service: TeamsService, call: GraphCall): GraphAnswer {
  const message = openOwn(service, call, changeChannelMessages);
  editMessage(service, message, readMessageChange(call.body, message.item));
  return noContent;
}

export function softDeletePost(service: TeamsService, call: GraphCall): GraphAnswer {
  deleteMessage(service, openOwn(service, call, changeChannelMessages));
  return noContent;
}

/** All messages of a team's channels, replies too, for apps. */
export function listAllOfTeam(service: TeamsService, call: GraphCall): GraphAnswer {
  if (call.caller.kind === 'person') throw forbidden('This API is for applications only.');
  const team = openTeam(service, call, readChannelMessages);
  const messages = [...service.teams.messages.values()].filter(
    ({ place }) => place.kind === 'channel' && place.teamId === team.id,
  );
  return messagesOfAll(service, call, messages, `teams('${team.id}')/channels/getAllMessages`);
}

export function setReactionToPost(service: TeamsService, call: GraphCall): GraphAnswer {
  const channel = openChannel(service, call, reactInChannels);
  return react(service, call, findMessage(service, call, channel));
}

function openForPosting(service: TeamsService, call: GraphCall): ChannelRecord {
  const channel = openChannel(service, call, sendToChannels);
  requirePerson(call.caller);
  return channel;
}

function openOwn(
  service: TeamsService,
  call: GraphCall,
  permissions: TeamsPermissions,
): ChatMessageRecord {
  const channel = openChannel(service, call, permissions);
  const message = findMessage(service, call, channel);
  if (message.authorId !== call.caller.id) throw forbidden('Only its author may change a message.');
  return message;
}

function post(
  service: TeamsService,
  call: GraphCall,
  channel: ChannelRecord,
  replyToId: string | null,
): GraphAnswer {
  const place = {
    kind: 'channel',
    teamId: channel.teamId,
    channelId: channel.id,
    replyToId,
  } as const;
  const message = postMessage(service, place, call.caller.id, readNewMessage(call.body));
  const path = `teams/${channel.teamId}/channels/${channel.id}/messages`;
  return createdAnswer(call, `${contextOf(channel)}/$entity`, {
    path:
      replyToId === null ? `${path}/${message.id}` : `${path}/${replyToId}/replies/${message.id}`,
    entity: chatMessageEntity(service, message),
  });
}

function postsOf(service: TeamsService, { teamId, id }: ChannelRecord): ChatMessageRecord[] {
  return service.teams.messagesAt.recordsOf(
    placeKey({ kind: 'channel', teamId, channelId: id, replyToId: null }),
  );
}

/** The post that a path names, also when the path goes on to a reply. */
function findPost(
  service: TeamsService,
  call: GraphCall,
  channel: ChannelRecord,
): ChatMessageRecord {
  const id = call.segments[call.segments.indexOf('messages') + 1] ?? '';
  const message = service.teams.messages.get(id);
  const isPost =
    message?.place.kind === 'channel' &&
    message.place.channelId === channel.id &&
    message.place.replyToId === null;
  if (message === undefined || !isPost) throw notInTeams();
  return message;
}

/** The post or the reply that a path ends in. */
function findMessage(
  service: TeamsService,
  call: GraphCall,
  channel: ChannelRecord,
): ChatMessageRecord {
  const message = findPost(service, call, channel);
  const at = call.segments.indexOf('replies');
  if (at < 0) return message;
  const reply = repliesTo(service, message).find(({ id }) => id === call.segments[at + 1]);
  if (reply === undefined) throw notInTeams();
  return reply;
}

function contextOf({ teamId, id }: ChannelRecord): string {
  return `teams('${teamId}')/channels('${encodeURIComponent(id)}')/messages`;
}
