import { inWindowsZone, type DateTimeTimeZone } from '../../domain/time/graph-date-time.js';
import { graphSegment } from '../graph-segment.js';
import { parseAnswer } from '../parse-answer.js';
import { immutableIds, type Mailbox } from './mailbox.js';
import {
  messageSchema,
  messageStateSchema,
  type MailMessage,
  type MessageState,
} from './message.js';

/** Somebody whom mail goes to; without a name Outlook shows the address, or the directory's name. */
export interface MailAddress {
  readonly name?: string;
  readonly address: string;
}

export interface NewBody {
  readonly contentType: 'HTML' | 'Text';
  readonly content: string;
}

/** What a draft consists of. Absent members stay as they are. */
export interface DraftParts {
  readonly subject?: string | undefined;
  readonly body?: NewBody | undefined;
  readonly to?: readonly MailAddress[] | undefined;
  readonly cc?: readonly MailAddress[] | undefined;
  readonly bcc?: readonly MailAddress[] | undefined;
  readonly importance?: 'low' | 'normal' | 'high' | undefined;
}

/** What may be changed of any message. */
export interface MessageMarks {
  readonly isRead?: boolean | undefined;
  readonly flag?:
    | { readonly status: 'notFlagged' | 'complete' }
    | {
        readonly status: 'flagged';
        readonly start?: DateTimeTimeZone;
        readonly due?: DateTimeTimeZone;
      }
    | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly importance?: 'low' | 'normal' | 'high' | undefined;
}

/** `mark`: see `sendMark`. https://learn.microsoft.com/graph/api/user-post-messages */
export async function createDraft(
  { graph, path }: Mailbox,
  parts: DraftParts,
  extra: Readonly<Record<string, unknown>> = {},
): Promise<MailMessage> {
  const { body } = await graph.send({
    method: 'POST',
    path: `${path}/messages`,
    headers: immutableIds,
    body: { ...toMessageBody(parts), ...extra },
  });
  return parseAnswer(messageSchema, body, 'unknown');
}

/** https://learn.microsoft.com/graph/api/message-update */
export function updateDraft(
  mailbox: Mailbox,
  id: string,
  parts: DraftParts,
  extra: Readonly<Record<string, unknown>> = {},
): Promise<MailMessage> {
  return patch(mailbox, id, { ...toMessageBody(parts), ...extra });
}

export function markMessage(
  mailbox: Mailbox,
  id: string,
  { flag, ...marks }: MessageMarks,
): Promise<MailMessage> {
  return patch(mailbox, id, {
    ...defined(marks),
    ...(flag !== undefined && { flag: toFlag(flag) }),
  });
}

/** The id stays, as it is immutable. https://learn.microsoft.com/graph/api/message-move */
export function moveMessage(mailbox: Mailbox, id: string, folder: string): Promise<MessageState> {
  return relocate(mailbox, id, 'move', folder);
}

/** https://learn.microsoft.com/graph/api/message-copy */
export function copyMessage(mailbox: Mailbox, id: string, folder: string): Promise<MessageState> {
  return relocate(mailbox, id, 'copy', folder);
}

/** As Graph writes a message. */
export function toMessageBody({ to, cc, bcc, ...parts }: DraftParts): Record<string, unknown> {
  return {
    ...defined(parts),
    ...(to !== undefined && { toRecipients: to.map(toRecipient) }),
    ...(cc !== undefined && { ccRecipients: cc.map(toRecipient) }),
    ...(bcc !== undefined && { bccRecipients: bcc.map(toRecipient) }),
  };
}

function toRecipient(emailAddress: MailAddress) {
  return { emailAddress };
}

/** A due date needs the day on which to start. https://learn.microsoft.com/graph/api/resources/followupflag */
function toFlag(flag: NonNullable<MessageMarks['flag']>): Record<string, unknown> {
  if (flag.status !== 'flagged' || flag.due === undefined) return { flagStatus: flag.status };
  return {
    flagStatus: 'flagged',
    startDateTime: inWindowsZone(flag.start ?? flag.due),
    dueDateTime: inWindowsZone(flag.due),
  };
}

function defined(parts: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

async function patch(
  { graph, path }: Mailbox,
  id: string,
  change: Readonly<Record<string, unknown>>,
): Promise<MailMessage> {
  const { body } = await graph.send({
    method: 'PATCH',
    path: `${path}/messages/${graphSegment(id)}`,
    headers: immutableIds,
    body: change,
  });
  return parseAnswer(messageSchema, body, 'unknown');
}

async function relocate(
  { graph, path }: Mailbox,
  id: string,
  action: 'move' | 'copy',
  destinationId: string,
): Promise<MessageState> {
  const { body } = await graph.send({
    method: 'POST',
    path: `${path}/messages/${graphSegment(id)}/${action}`,
    headers: immutableIds,
    body: { destinationId },
  });
  return parseAnswer(messageStateSchema, body, 'unknown');
}
