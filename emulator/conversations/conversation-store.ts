import type { Group } from '../entra/directory.js';
import type { ItemBody, Recipient } from '../outlook/mail/message-record.js';
import { folderId, itemId } from '../outlook/outlook-ids.js';
import type { PostRecord, ThreadRecord } from './conversation-records.js';
import type { ConversationsService } from './conversations-service.js';

export interface NewPost {
  readonly body: ItemBody;
  readonly newParticipants: readonly Recipient[];
}

export function startThread(
  service: ConversationsService,
  group: Group,
  given: { readonly topic: string; readonly authorId: string; readonly post: NewPost },
): ThreadRecord {
  const thread: ThreadRecord = {
    id: folderId(group.id, service.newGuid()),
    groupId: group.id,
    conversationId: folderId(group.id, service.newGuid()),
    topic: given.topic,
  };
  service.conversations.threads.put(thread.id, thread);
  addPost(service, thread, given.authorId, given.post);
  announce(service, thread, 'created');
  return thread;
}

export function addReply(
  service: ConversationsService,
  thread: ThreadRecord,
  authorId: string,
  post: NewPost,
): PostRecord {
  const added = addPost(service, thread, authorId, post);
  announce(service, thread, 'updated');
  return added;
}

function addPost(
  service: ConversationsService,
  thread: ThreadRecord,
  authorId: string,
  given: NewPost,
): PostRecord {
  const post: PostRecord = {
    ...given,
    id: itemId(thread.groupId, service.newGuid()),
    threadId: thread.id,
    authorId,
    createdDateTime: service.now().toISOString(),
    number: service.conversations.posts.size + 1,
  };
  service.conversations.posts.put(post.id, post);
  return post;
}

function announce(
  service: ConversationsService,
  { groupId, conversationId }: ThreadRecord,
  changeType: 'created' | 'updated',
): void {
  service.announceChange({
    changeType,
    subscribable: [`groups/${groupId}/conversations`],
    resource: `Groups/${groupId}/Conversations/${conversationId}`,
    odataType: '#Microsoft.Graph.Conversation',
    id: conversationId,
    entity: () => undefined,
  });
}
