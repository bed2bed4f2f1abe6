import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import type { GraphRoute } from '../graph/route.js';
import { routesOf } from '../graph/routes-of.js';
import { accepted, createdAnswer, entityAnswer } from '../odata/answers.js';
import { checkBody } from '../odata/check-body.js';
import type { Entity } from '../odata/entity.js';
import { listAnswer } from '../odata/list.js';
import { project, readSelect } from '../odata/select.js';
import { toItemBody } from '../outlook/mail/message-body.js';
import type { Recipient } from '../outlook/mail/message-record.js';
import { badOutlookQuery } from '../outlook/outlook-failures.js';
import { isObject } from '../schema/check-value.js';
import { findPost, findThread, openForPosting, openForReading } from './conversation-access.js';
import { postEntity, postKind, threadEntity, threadKind } from './conversation-entities.js';
import type { PostRecord, ThreadRecord } from './conversation-records.js';
import { addReply, startThread, type NewPost } from './conversation-store.js';
import type { ConversationsService } from './conversations-service.js';

const PAGE = { default: 10, max: 1000 };

/** Threads of groups, where v1.0 has the comments on a task of Planner. */
export function createConversationRoutes(service: ConversationsService): readonly GraphRoute[] {
  const on = routesOf(service);
  const thread = 'groups/*/threads/*';
  return [
    on('groups/*/threads', { GET: listThreads, POST: createThread }),
    on(thread, { GET: getThread }),
    on(`${thread}/reply`, { POST: reply }),
    on(`${thread}/posts`, { GET: listPosts }),
    on(`${thread}/posts/*`, { GET: getPost }),
    on(`${thread}/posts/*/reply`, { POST: replyToPost }),
  ];
}

function listThreads(service: ConversationsService, call: GraphCall): GraphAnswer {
  const group = openForReading(service, call);
  return listAnswer<ThreadRecord>(call, service.conversations.threadsOf.recordsOf(group.id), {
    kind: threadKind,
    context: `groups('${group.id}')/threads`,
    top: PAGE,
    options: ['$select', '$top', '$skip', '$filter', '$orderby'],
    order: 'lastPost desc',
    count: 'asked',
    paging: '$skip',
    fieldsOf: (thread) => ({
      ...threadEntity(service, thread),
      lastPost: lastPostOf(service, thread),
    }),
    toEntity: (thread, select) => threadEntity(service, thread, select),
  });
}

/** Posts of one moment have an order too. */
function lastPostOf({ conversations }: ConversationsService, { id }: ThreadRecord): number {
  return conversations.postsOf.recordsOf(id).at(-1)?.number ?? 0;
}

function getThread(service: ConversationsService, call: GraphCall): GraphAnswer {
  const group = openForReading(service, call);
  const select = readSelect(call, threadKind);
  const entity = threadEntity(service, findThread(service, call, group), select);
  return entityAnswer(call, `groups('${group.id}')/threads/$entity`, project(entity, select));
}

function createThread(service: ConversationsService, call: GraphCall): GraphAnswer {
  const group = openForPosting(service, call);
  const { posts, ...rest } = isObject(call.body) ? call.body : {};
  const { topic } = checkBody(rest, {
    typeName: 'conversationThread',
    writable: ['topic'],
    code: 'RequestBodyRead',
  });
  if (typeof topic !== 'string' || topic === '') {
    throw badOutlookQuery("A thread needs its 'topic'.");
  }
  if (!Array.isArray(posts) || posts.length !== 1) {
    throw badOutlookQuery('A thread begins with one post.');
  }
  const thread = startThread(service, group, {
    topic,
    authorId: call.caller.id,
    post: readPost(posts[0]),
  });
  return createdAnswer(call, `groups('${group.id}')/threads/$entity`, {
    path: `groups/${group.id}/threads/${thread.id}`,
    entity: threadEntity(service, thread),
  });
}

/** https://learn.microsoft.com/graph/api/conversationthread-reply: accepted, without a word about the post. */
function reply(service: ConversationsService, call: GraphCall): GraphAnswer {
  const group = openForPosting(service, call);
  const thread = findThread(service, call, group);
  const post = isObject(call.body) ? call.body['post'] : undefined;
  if (post === undefined) throw badOutlookQuery("The 'post' of the reply must be given.");
  addReply(service, thread, call.caller.id, readPost(post));
  return accepted;
}

function replyToPost(service: ConversationsService, call: GraphCall): GraphAnswer {
  const group = openForPosting(service, call);
  findPost(service, call, findThread(service, call, group));
  return reply(service, call);
}

function listPosts(service: ConversationsService, call: GraphCall): GraphAnswer {
  const group = openForReading(service, call);
  const thread = findThread(service, call, group);
  return listAnswer<PostRecord>(call, service.conversations.postsOf.recordsOf(thread.id), {
    kind: postKind,
    context: `groups('${group.id}')/threads('${thread.id}')/posts`,
    top: PAGE,
    options: ['$select', '$top', '$skip', '$filter', '$orderby'],
    order: 'createdDateTime',
    count: 'asked',
    paging: '$skip',
    fieldsOf: (post) => postEntity(service, post),
    toEntity: (post) => postEntity(service, post),
  });
}

function getPost(service: ConversationsService, call: GraphCall): GraphAnswer {
  const group = openForReading(service, call);
  const thread = findThread(service, call, group);
  const entity = postEntity(service, findPost(service, call, thread));
  const context = `groups('${group.id}')/threads('${thread.id}')/posts/$entity`;
  return entityAnswer(call, context, project(entity, readSelect(call, postKind)));
}

function readPost(value: unknown): NewPost {
  const { body, newParticipants } = checkBody(value, {
    typeName: 'post',
    writable: ['body', 'newParticipants'],
    code: 'RequestBodyRead',
  });
  const text = toItemBody(body === undefined ? null : (body as Entity | null));
  if (text.content === '') throw badOutlookQuery("A post needs a 'body'.");
  return { body: text, newParticipants: (newParticipants ?? []) as readonly Recipient[] };
}
