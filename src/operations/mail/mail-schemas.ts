import * as z from 'zod';
import { toZoned, toZonedInstant } from '../../domain/time/graph-date-time.js';
import type { MailMessage, MailRecipient, MessageRow } from '../../graph/mail/message.js';

export const correspondentSchema = z.object({ name: z.string(), address: z.string() });

export type Correspondent = z.infer<typeof correspondentSchema>;

const flagSchema = z
  .object({ status: z.enum(['flagged', 'complete']), dueAt: z.string().optional() })
  .optional()
  .describe('Absent: not flagged.');

/** What most messages have in common; members that say nothing are left out. */
const common = {
  id: z.string(),
  subject: z.string(),
  from: correspondentSchema.optional(),
  receivedAt: z.string().optional(),
  isRead: z.boolean(),
  isDraft: z.boolean().optional().describe('Only where true.'),
  flag: flagSchema,
  importance: z.enum(['low', 'high']).optional().describe('Absent: normal.'),
  categories: z.array(z.string()).optional(),
  hasAttachments: z.boolean(),
};

export const messageRowSchema = z.object({
  ...common,
  to: z.array(z.string()).describe('Names.'),
  preview: z.string().describe('The beginning of the text.'),
});

/** Of a row: what others wrote. */
export const outsideOfRow = ['subject', 'from.name', 'to', 'preview'] as const;

export const attachmentSchema = z.object({
  id: z.string(),
  name: z.string(),
  contentType: z.string().optional(),
  size: z.int().optional().describe('Bytes, about.'),
  isInline: z.boolean().optional().describe('Only where true: a picture within the text.'),
  kind: z
    .enum(['file', 'item', 'link'])
    .describe('item: a message or event; link: a file elsewhere.'),
});

export const messageHeadSchema = z.object({
  ...common,
  to: z.array(correspondentSchema),
  cc: z.array(correspondentSchema).optional(),
  bcc: z.array(correspondentSchema).optional(),
  replyTo: z.array(correspondentSchema).optional(),
  sentAt: z.string().optional(),
});

type Row = z.infer<typeof messageRowSchema>;
type Head = z.infer<typeof messageHeadSchema>;

const longestPreview = 160;

export function toMessageRow(message: MessageRow, zone: string): Row {
  return {
    ...toCommon(message, zone),
    to: (message.toRecipients ?? []).map((one) => toCorrespondent(one).name),
    preview: (message.bodyPreview ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, longestPreview),
  };
}

export function toMessageHead(message: MailMessage, zone: string): Head {
  const { ccRecipients, bccRecipients, replyTo, sentDateTime } = message;
  const sentAt = momentOf(sentDateTime, zone);
  return {
    ...toCommon(message, zone),
    to: (message.toRecipients ?? []).map(toCorrespondent),
    ...some('cc', ccRecipients),
    ...some('bcc', bccRecipients),
    ...some('replyTo', replyTo),
    ...(sentAt !== null && { sentAt }),
  };
}

export function toCorrespondent({ emailAddress }: MailRecipient): Correspondent {
  const address = emailAddress?.address ?? '';
  const name = emailAddress?.name ?? '';
  return { name: name === '' ? address : name, address };
}

function toCommon(message: Omit<MessageRow, 'bodyPreview'>, zone: string) {
  const { id, subject, from, receivedDateTime, isRead, isDraft, importance } = message;
  const receivedAt = momentOf(receivedDateTime, zone);
  const flag = toFlag(message.flag, zone);
  const categories = message.categories ?? [];
  return {
    id,
    subject: subject ?? '',
    ...(from != null && { from: toCorrespondent(from) }),
    ...(receivedAt !== null && { receivedAt }),
    isRead: isRead ?? false,
    ...(isDraft === true && { isDraft }),
    ...(flag !== undefined && { flag }),
    ...(importance != null && importance !== 'normal' && { importance }),
    ...(categories.length > 0 && { categories }),
    hasAttachments: message.hasAttachments ?? false,
  };
}

function toFlag(flag: MessageRow['flag'], zone: string): Row['flag'] {
  const status = flag?.flagStatus ?? 'notFlagged';
  if (status === 'notFlagged') return undefined;
  const dueAt = flag?.dueDateTime == null ? null : toZoned(flag.dueDateTime, zone);
  return { status, ...(dueAt !== null && { dueAt }) };
}

function momentOf(instant: string | null | undefined, zone: string): string | null {
  return instant == null ? null : toZonedInstant(instant, zone);
}

function some(
  name: 'cc' | 'bcc' | 'replyTo',
  recipients: readonly MailRecipient[] | null | undefined,
): Partial<Head> {
  return recipients == null || recipients.length === 0
    ? {}
    : { [name]: recipients.map(toCorrespondent) };
}
