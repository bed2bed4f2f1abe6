import * as z from 'zod';
import { openAttachment, readAttachment } from '../../graph/mail/attachments.js';
import { accountInput } from '../accounts/account-choice.js';
import { personInput } from '../accounts/person-choice.js';
import { defineOperation } from '../define-operation.js';
import { kindOf, toAttachment } from './attachment-rows.js';
import { contentPath } from './files/content-link.js';
import { decodeText, isTextType, readStart } from './files/text-of-bytes.js';
import { attachmentInput, messageInput } from './mail-inputs.js';
import { attachmentSchema } from './mail-schemas.js';
import { openMailbox } from './open-mailbox.js';
import { cutText } from './text/cut-text.js';
import { toReadableText } from './text/mail-text.js';

/** Of a file, to be read as text. */
const mostBytes = 2_000_000;

export const mailGetAttachment = defineOperation({
  name: 'mail_get_attachment',
  title: 'Read an attachment',
  description:
    'Tells what an attachment is, gives its text where it is text, and the address at which a program with a key downloads it. Use it after mail_list_attachments.',
  input: z.strictObject({
    message: messageInput,
    attachment: attachmentInput,
    offset: z.int().min(0).max(10_000_000).default(0).describe('nextOffset of the answer before.'),
    maxLength: z
      .int()
      .min(200)
      .max(100_000)
      .default(12_000)
      .describe('Of the text, in characters.'),
    person: personInput,
    account: accountInput,
  }),
  output: z.object({
    attachment: attachmentSchema.extend({
      url: z.string().describe('GET it with the same key or token.'),
      body: z.string().optional().describe('Only where it is text.'),
      truncated: z.boolean().optional().describe('Only where true: there is more.'),
      nextOffset: z.int().optional().describe('Send it as offset to read on.'),
    }),
  }),
  outsideText: ['attachment.name', 'attachment.body'],
  linksTo: 'attachment',
  restBody: 'attachment',
  area: 'mail',
  features: ['readMail'],
  graphCalls: [
    'GET /users/{id}/messages/{id}/attachments/{id}',
    'GET /users/{id}/messages/{id}/attachments/{id}/$value',
  ],
  scope: 'mail:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: {
    method: 'GET',
    path: '/api/mail/messages/{message}/attachments/{attachment}',
    successStatus: 200,
  },
  handler: async (deps, { message, attachment: id, offset, maxLength, ...whose }, call) => {
    const mailbox = await openMailbox(deps, call, whose);
    const place = { message, attachment: id };
    const found = await readAttachment(mailbox, place);
    const kind = kindOf(found);
    const contentType = kind === 'item' ? 'message/rfc822' : (found.contentType ?? '');
    const url = `${deps.mailFiles.baseUrl()}${contentPath({ ...place, ...whose })}`;
    const part =
      kind !== 'link' && isTextType(contentType)
        ? cutText(await readText(), { offset, maxLength })
        : {};
    const attachment = { ...toAttachment(found), url, ...part };
    return { status: 200, json: JSON.stringify(attachment) };

    async function readText(): Promise<string> {
      const { bytes } = await readStart(await openAttachment(mailbox, place), mostBytes);
      const content = decodeText(bytes, contentType);
      const isHtml = contentType.toLowerCase().startsWith('text/html');
      return toReadableText({ contentType: isHtml ? 'html' : 'text', content }, 'markdown');
    }
  },
});
