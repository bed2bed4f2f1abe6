import type { Group } from '../entra/directory.js';
import { toNickname } from '../directory/directory-entities.js';
import type { Entity, EntityKind } from '../odata/entity.js';
import { previewOf } from '../outlook/mail/mail-text.js';
import type { Recipient } from '../outlook/mail/message-record.js';
import { badOutlookQuery } from '../outlook/outlook-failures.js';
import { changeKeyOf, etagOf } from '../outlook/outlook-ids.js';
import type { PostRecord, ThreadRecord } from './conversation-records.js';
import type { ConversationsService } from './conversations-service.js';

export const threadKind: EntityKind = {
  typeName: 'conversationThread',
  badQuery: badOutlookQuery,
};
export const postKind: EntityKind = { typeName: 'post', badQuery: badOutlookQuery };

/** Whom a thread goes to is told only when it is selected. */
const ONLY_SELECTED = ['toRecipients', 'ccRecipients'];

export function threadEntity(
  service: ConversationsService,
  thread: ThreadRecord,
  select?: readonly string[],
): Entity {
  const posts = service.conversations.postsOf.recordsOf(thread.id);
  const last = posts.at(-1);
  const group = service.groups.get(thread.groupId);
  const whole: Entity = {
    id: thread.id,
    topic: thread.topic,
    hasAttachments: false,
    lastDeliveredDateTime: last?.createdDateTime ?? service.now().toISOString(),
    uniqueSenders: [...new Set(posts.map((post) => nameOf(service, post.authorId)))],
    preview: last === undefined ? '' : previewOf(last.body),
    isLocked: false,
    toRecipients: group === undefined ? [] : [addressOf(service, group)],
    ccRecipients: [],
  };
  return Object.fromEntries(
    Object.entries(whole).filter(
      ([name]) => !ONLY_SELECTED.includes(name) || select?.includes(name) === true,
    ),
  );
}

export function postEntity(service: ConversationsService, post: PostRecord): Entity {
  const thread = service.conversations.threads.get(post.threadId);
  const sender = {
    emailAddress: {
      name: nameOf(service, post.authorId),
      address: service.people.get(post.authorId)?.mail ?? '',
    },
  };
  const changeKey = changeKeyOf(thread?.groupId ?? '', post.number);
  return {
    '@odata.etag': etagOf(changeKey),
    id: post.id,
    createdDateTime: post.createdDateTime,
    lastModifiedDateTime: post.createdDateTime,
    changeKey,
    categories: [],
    receivedDateTime: post.createdDateTime,
    hasAttachments: false,
    body: post.body,
    from: sender,
    sender,
    newParticipants: post.newParticipants,
    conversationId: thread?.conversationId ?? null,
    conversationThreadId: post.threadId,
  };
}

function addressOf({ domain }: ConversationsService, group: Group): Recipient {
  const nickname = group.mailNickname ?? toNickname(group.displayName);
  return { emailAddress: { name: group.displayName, address: `${nickname}@${domain}` } };
}

function nameOf({ people }: ConversationsService, id: string): string {
  return people.get(id)?.displayName ?? '';
}
