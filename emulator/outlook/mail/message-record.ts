import type { Tracked } from '../../state/change-history.js';

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
};

export type FollowupFlag = {
  readonly flagStatus: string;
  readonly [name: string]: unknown;
};
