import * as z from 'zod';
import { listAttachments } from '../../graph/mail/attachments.js';
import { readMessage } from '../../graph/mail/read-messages.js';
import { accountInput } from '../accounts/account-choice.js';
import { personInput } from '../accounts/person-choice.js';
import { defineOperation } from '../define-operation.js';
import { chooseZone, timeZoneInput } from '../inputs/time-zone.js';
import { toAttachment } from './attachment-rows.js';
import { messageInput } from './mail-inputs.js';
import { attachmentSchema, messageHeadSchema, toMessageHead } from './mail-schemas.js';
import { openMailbox } from './open-mailbox.js';
import { cutText } from './text/cut-text.js';
import { textForms, toReadableText } from './text/mail-text.js';

const mostAttachments = 50;

export const mailGetMessage = defineOperation({
  name: 'mail_get_message',
  title: 'Read a message',
  description:
    'Reads one message with its text, cleaned of hidden and invisible parts. Use it after mail_list_messages or mail_search.',
  input: z.strictObject({
    message: messageInput,
    format: z
      .enum([...textForms, 'none'])
      .default('markdown')
      .describe('Of the text; none: without.'),
    quoted: z.boolean().default(true).describe('False: without the messages that it quotes.'),
    offset: z.int().min(0).max(10_000_000).default(0).describe('nextOffset of the answer before.'),
    maxLength: z
      .int()
      .min(200)
      .max(100_000)
      .default(12_000)
      .describe('Of the text, in characters.'),
    timeZone: timeZoneInput,
    person: personInput,
    account: accountInput,
  }),
  output: z.object({
    message: messageHeadSchema.extend({
      conversationId: z.string().optional(),
      webLink: z.string().optional(),
      body: z.string().optional(),
      truncated: z.boolean().optional().describe('Only where true: there is more.'),
      nextOffset: z.int().optional().describe('Send it as offset to read on.'),
      attachments: z.array(attachmentSchema).optional(),
    }),
  }),
  outsideText: [
    'message.subject',
    'message.from.name',
    'message.to[].name',
    'message.cc[].name',
    'message.replyTo[].name',
    'message.body',
    'message.attachments[].name',
  ],
  restBody: 'message',
  area: 'mail',
  isCore: true,
  features: ['readMail'],
  graphCalls: ['GET /users/{id}/messages/{id}', 'GET /users/{id}/messages/{id}/attachments'],
  scope: 'mail:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/mail/messages/{message}', successStatus: 200 },
  handler: async (deps, { message: id, format, quoted, offset, maxLength, ...input }, call) => {
    const zone = chooseZone(deps, input.timeZone);
    const mailbox = await openMailbox(deps, call, input);
    const wanted = format === 'none' ? 'none' : quoted ? 'body' : 'uniqueBody';
    const found = await readMessage(mailbox, id, wanted);
    const attachments =
      found.hasAttachments === true
        ? (await listAttachments(mailbox, id, { limit: mostAttachments })).rows.map(toAttachment)
        : [];
    const body = quoted ? found.body : found.uniqueBody;
    const text = format === 'none' || body == null ? null : toReadableText(body, format);
    const message = {
      ...toMessageHead(found, zone),
      ...(found.conversationId != null && { conversationId: found.conversationId }),
      ...(found.webLink != null && { webLink: found.webLink }),
      ...(text !== null && cutText(text, { offset, maxLength })),
      ...(attachments.length > 0 && { attachments }),
    };
    return { status: 200, json: JSON.stringify(message) };
  },
});
