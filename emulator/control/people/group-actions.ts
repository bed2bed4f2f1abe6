import { z } from 'zod';
import { addReply, startThread, type NewPost } from '../../conversations/conversation-store.js';
import type { ConversationsService } from '../../conversations/conversations-service.js';
import type { Person } from '../../entra/directory.js';
import { action, needed, numbered, type PersonActions } from './person-action.js';

const text = z.string().min(1).default('Hello');

/** What people write to their groups by mail. Without ids: their first group, its last thread. */
export function createGroupActions(service: ConversationsService): PersonActions {
  const groupOf = (person: Person, groupId: string | undefined) =>
    needed(
      [...service.groups.values()].find(
        ({ id, memberIds }) =>
          memberIds.includes(person.id) && (groupId === undefined || id === groupId),
      ),
      'group',
    );
  return {
    startThread: action(
      z.strictObject({
        groupId: z.string().optional(),
        topic: z.string().min(1).default('Question'),
        text,
      }),
      (person, { groupId, topic, text: words }, turn) =>
        startThread(service, groupOf(person, groupId), {
          topic: numbered(topic, turn),
          authorId: person.id,
          post: post(words, turn),
        }),
    ),
    replyInThread: action(
      z.strictObject({ threadId: z.string().optional(), text }),
      (person, { threadId, text: words }, turn) => {
        const thread = [...service.conversations.threads.values()].findLast(
          ({ id, groupId }) =>
            service.groups.get(groupId)?.memberIds.includes(person.id) === true &&
            (threadId === undefined || id === threadId),
        );
        return addReply(service, needed(thread, 'thread'), person.id, post(words, turn));
      },
    ),
  };
}

function post(words: string, turn: number): NewPost {
  return {
    body: { contentType: 'html', content: `<p>${numbered(words, turn)}</p>` },
    newParticipants: [],
  };
}
