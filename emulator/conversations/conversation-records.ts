import type { ItemBody, Recipient } from '../outlook/mail/message-record.js';

/** A thread in the mailbox of a group; the first post of each begins a conversation of its own. */
export interface ThreadRecord {
  readonly id: string;
  readonly groupId: string;
  readonly conversationId: string;
  readonly topic: string;
}

export interface PostRecord {
  readonly id: string;
  readonly threadId: string;
  readonly authorId: string;
  readonly createdDateTime: string;
  readonly body: ItemBody;
  readonly newParticipants: readonly Recipient[];
  readonly number: number;
}
