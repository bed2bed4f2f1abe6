import type { Person } from '../../entra/directory.js';
import type { OutlookService } from '../outlook-service.js';
import type { AttachmentParts } from './attachments/attachment-record.js';
import { partsOf } from './attachments/attachment-store.js';
import { recipientOf } from './message-body.js';
import type { MessageItem, MessageRecord, Recipient, Thread } from './message-record.js';
import { prefixed, quotedBody } from './quoted-body.js';

export type AnswerKind = 'reply' | 'replyAll' | 'forward';

/** What its writer gives an answer. */
export interface AnswerWords {
  readonly comment: string;
  /** Properties that replace those that an answer has by itself. */
  readonly given: Partial<MessageItem>;
  readonly attachments: readonly AttachmentParts[];
}

export interface Answer {
  readonly item: Partial<MessageItem>;
  readonly thread: Thread;
  readonly attachments: readonly AttachmentParts[];
}

/** A reply or a forward: it goes on with the conversation, quotes the message, and a forward takes its files along. */
export function composeAnswer(
  service: OutlookService,
  { owner, original, kind }: { owner: Person; original: MessageRecord; kind: AnswerKind },
  { comment, given, attachments }: AnswerWords,
): Answer {
  const { item, thread, immutableId } = original;
  const carried = partsOf(service, immutableId).filter(
    ({ isInline }) => kind === 'forward' || isInline,
  );
  return {
    thread: { id: thread.id, depth: thread.depth + 1 },
    attachments: [...carried, ...attachments],
    item: {
      subject: prefixed(kind === 'forward' ? 'FW' : 'RE', item.subject),
      body: quotedBody(comment, item),
      inReplyTo: item.internetMessageId,
      ...recipientsOf(kind, item, owner),
      ...given,
    },
  };
}

/** `replyTo` wins over `from` (RFC 5322), and nobody writes to herself. */
function recipientsOf(
  kind: AnswerKind,
  { from, replyTo, toRecipients, ccRecipients }: MessageItem,
  owner: Person,
): Pick<MessageItem, 'toRecipients' | 'ccRecipients'> {
  if (kind === 'forward') return { toRecipients: [], ccRecipients: [] };
  const senders = replyTo.length > 0 ? replyTo : [from ?? recipientOf(owner)];
  if (kind === 'reply') return { toRecipients: senders, ccRecipients: [] };
  const known = new Set([owner.mail, ...senders.map(addressOf)]);
  const others = toRecipients.filter((each) => isNew(known, each));
  const isOwn = addressOf(senders[0] ?? recipientOf(owner)) === owner.mail;
  return {
    // Who answers her own message writes to those that it went to.
    toRecipients: isOwn && others.length > 0 ? others : [...senders, ...others],
    ccRecipients: ccRecipients.filter((each) => isNew(known, each)),
  };
}

function isNew(known: Set<string>, recipient: Recipient): boolean {
  const address = addressOf(recipient);
  if (known.has(address)) return false;
  known.add(address);
  return true;
}

function addressOf({ emailAddress }: Recipient): string {
  return emailAddress.address.toLowerCase();
}
