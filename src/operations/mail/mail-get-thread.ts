import * as z from 'zod';
import { listConversation, readMessageState } from '../../graph/mail/read-messages.js';
import { accountInput } from '../accounts/account-choice.js';
import { personInput } from '../accounts/person-choice.js';
import { defineOperation } from '../define-operation.js';
import { pageInputs, pageOutputs } from '../inputs/page-inputs.js';
import { chooseZone, timeZoneInput } from '../inputs/time-zone.js';
import { messageInput } from './mail-inputs.js';
import { messageHeadSchema, toMessageHead } from './mail-schemas.js';
import { openMailbox } from './open-mailbox.js';
import { cutText } from './text/cut-text.js';
import { textForms, toReadableText } from './text/mail-text.js';

export const mailGetThread = defineOperation({
  name: 'mail_get_thread',
  title: 'Read a conversation',
  description:
    'Reads the conversation of a message, the oldest first, each with what is new in it. Use it to understand a thread before answering.',
  input: z.strictObject({
    message: messageInput.describe('Id of any message of it.'),
    format: z.enum(textForms).default('markdown').describe('Of the texts.'),
    maxLength: z.int().min(100).max(20_000).default(2_000).describe('Of each text, in characters.'),
    timeZone: timeZoneInput,
    ...pageInputs(50, 20),
    person: personInput,
    account: accountInput,
  }),
  output: z.object({
    messages: z.array(
      messageHeadSchema.extend({
        body: z.string().optional(),
        truncated: z.boolean().optional().describe('Only where true: mail_get_message has more.'),
      }),
    ),
    ...pageOutputs,
  }),
  outsideText: [
    'messages[].subject',
    'messages[].from.name',
    'messages[].to[].name',
    'messages[].cc[].name',
    'messages[].replyTo[].name',
    'messages[].body',
  ],
  selectable: 'messages',
  restBody: null,
  area: 'mail',
  features: ['readMail'],
  graphCalls: ['GET /users/{id}/messages/{id}', 'GET /users/{id}/messages'],
  scope: 'mail:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/mail/messages/{message}/thread', successStatus: 200 },
  handler: async (deps, { message, format, maxLength, limit, cursor, ...input }, call) => {
    const zone = chooseZone(deps, input.timeZone);
    const mailbox = await openMailbox(deps, call, input);
    const { conversationId } = await readMessageState(mailbox, message);
    if (conversationId == null) {
      return { status: 200, json: JSON.stringify({ messages: [], nextCursor: null }) };
    }
    const { rows, nextCursor } = await listConversation(mailbox, { conversationId, limit, cursor });
    const messages = rows.map((row) => {
      const text = row.uniqueBody == null ? null : toReadableText(row.uniqueBody, format);
      const part = text === null ? {} : cutText(text, { offset: 0, maxLength });
      return { ...toMessageHead(row, zone), ...part, nextOffset: undefined };
    });
    return { status: 200, json: JSON.stringify({ messages, nextCursor }) };
  },
});
