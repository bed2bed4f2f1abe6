import type { Tracked } from '../../state/change-history.js';
import type { ExtendedProperty } from './extended-properties.js';

export type Recipient = { readonly emailAddress: EmailAddress };

export type EmailAddress = { readonly name: string; readonly address: string };

export type ItemBody = { readonly contentType: 'text' | 'html'; readonly content: string };

/** A message in a mailbox; ids, version and folder are added where it is answered. */
export interface MessageRecord extends Tracked {
  /** The id that it keeps, and that it is stored under. */
  readonly immutableId: string;
  /** The id that it has in its folder. */
  readonly id: string;
  readonly mailboxId: string;
  readonly folderId: string;
  readonly thread: Thread;
  readonly item: MessageItem;
}

/** The conversation that a message belongs to: each mailbox has its own id for it. */
export interface Thread {
  readonly id: string;
  /** Messages of the conversation before this one. */
  readonly depth: number;
}

/** Graph's own property names and values. */
export type MessageItem = {
  readonly createdDateTime: string;
  readonly lastModifiedDateTime: string;
  readonly receivedDateTime: string;
  readonly sentDateTime: string;
  readonly internetMessageId: string;
  readonly conversationId: string;
  readonly conversationIndex: string;
  readonly subject: string;
  readonly body: ItemBody;
  readonly from: Recipient | null;
  readonly sender: Recipient | null;
  readonly toRecipients: readonly Recipient[];
  readonly ccRecipients: readonly Recipient[];
  readonly bccRecipients: readonly Recipient[];
  readonly replyTo: readonly Recipient[];
  readonly categories: readonly string[];
  readonly importance: string;
  readonly inferenceClassification: string;
  readonly isRead: boolean;
  readonly isDraft: boolean;
  readonly isDeliveryReceiptRequested: boolean | null;
  readonly isReadReceiptRequested: boolean;
  readonly flag: FollowupFlag;
  /** Absent in data folders from before there were attachments. */
  readonly hasAttachments?: boolean;
  /** Headers that the sender's app gave it. */
  readonly internetMessageHeaders?: readonly MessageHeader[];
  /** The message that this one answers, by its `internetMessageId`. */
  readonly inReplyTo?: string;
  /** Of an invitation, an answer to one, or a cancellation. */
  readonly meeting?: MeetingMessage;
  /** Of apps; they stay in the mailbox. Filters see them, answers do not. */
  readonly singleValueExtendedProperties?: readonly ExtendedProperty[];
};

export type MessageHeader = { readonly name: string; readonly value: string };

/** What makes a message an `eventMessage`: it is about an event, which it shows as it was when it was sent. */
export type MeetingMessage = {
  readonly type:
    | 'meetingRequest'
    | 'meetingCancelled'
    | 'meetingAccepted'
    | 'meetingTenativelyAccepted'
    | 'meetingDeclined';
  /** What all copies of the meeting share. */
  readonly iCalUId: string;
  readonly start: string;
  readonly end: string;
  readonly isAllDay: boolean;
  readonly eventType: string;
  readonly location: Readonly<Record<string, unknown>>;
  readonly recurrence: Readonly<Record<string, unknown>> | null;
  readonly isUpdate: boolean;
  readonly responseRequested: boolean;
  readonly allowNewTimeProposals: boolean;
  /** UTC, of an answer. */
  readonly proposedNewTime: { readonly start: string; readonly end: string } | null;
};

export type FollowupFlag = {
  readonly flagStatus: string;
  readonly [name: string]: unknown;
};
