import * as z from 'zod';

const text = z.string().nullish();

export const recipientSchema = z.object({
  emailAddress: z.object({ name: text, address: text }).nullish(),
});

export type MailRecipient = z.infer<typeof recipientSchema>;

const time = z.object({ dateTime: z.string(), timeZone: z.string() }).nullish();

/** What Microsoft may add to an enum says nothing to us: https://learn.microsoft.com/graph/best-practices-concept */
function oneOf<const Values extends readonly string[]>(values: Values) {
  return z.enum(values).nullish().catch(undefined);
}

const flagSchema = z.object({
  flagStatus: oneOf(['notFlagged', 'complete', 'flagged']),
  dueDateTime: time,
});

const bodySchema = z
  .object({ contentType: text, content: text })
  .transform(({ contentType, content }) => ({
    contentType: contentType ?? 'text',
    content: content ?? '',
  }))
  .nullish();

/** https://learn.microsoft.com/graph/api/resources/message; what a list shows. */
export const messageRowSchema = z.object({
  id: z.string(),
  subject: text,
  from: recipientSchema.nullish(),
  toRecipients: z.array(recipientSchema).nullish(),
  receivedDateTime: text,
  isRead: z.boolean().nullish(),
  isDraft: z.boolean().nullish(),
  flag: flagSchema.nullish(),
  importance: oneOf(['low', 'normal', 'high']),
  categories: z.array(z.string()).nullish(),
  hasAttachments: z.boolean().nullish(),
  bodyPreview: text,
});

export type MessageRow = z.infer<typeof messageRowSchema>;

/** What of it is needed to change it and to say what was changed. */
export const messageStateSchema = messageRowSchema
  .omit({ bodyPreview: true })
  .extend({ parentFolderId: text, conversationId: text });

export type MessageState = z.infer<typeof messageStateSchema>;

export const messageSchema = messageStateSchema.extend({
  sentDateTime: text,
  ccRecipients: z.array(recipientSchema).nullish(),
  bccRecipients: z.array(recipientSchema).nullish(),
  replyTo: z.array(recipientSchema).nullish(),
  webLink: text,
  body: bodySchema,
  uniqueBody: bodySchema,
});

export type MailMessage = z.infer<typeof messageSchema>;

/** `$select` of a schema above. */
export function selectOf(
  schema: z.ZodObject,
  without: readonly string[] = [],
): { readonly $select: string } {
  const names = Object.keys(schema.shape).filter((name) => !without.includes(name));
  return { $select: names.join(',') };
}
