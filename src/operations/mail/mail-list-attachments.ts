import * as z from 'zod';
import { listAttachments } from '../../graph/mail/attachments.js';
import { accountInput } from '../accounts/account-choice.js';
import { personInput } from '../accounts/person-choice.js';
import { defineOperation } from '../define-operation.js';
import { pageInputs, pageOutputs } from '../inputs/page-inputs.js';
import { toAttachment } from './attachment-rows.js';
import { messageInput } from './mail-inputs.js';
import { attachmentSchema } from './mail-schemas.js';
import { openMailbox } from './open-mailbox.js';

export const mailListAttachments = defineOperation({
  name: 'mail_list_attachments',
  title: 'List attachments',
  description: 'Lists the files of a message. Use it before mail_get_attachment.',
  input: z.strictObject({
    message: messageInput,
    ...pageInputs(100, 50),
    person: personInput,
    account: accountInput,
  }),
  output: z.object({ attachments: z.array(attachmentSchema), ...pageOutputs }),
  outsideText: ['attachments[].name'],
  selectable: 'attachments',
  restBody: null,
  area: 'mail',
  features: ['readMail'],
  graphCalls: ['GET /users/{id}/messages/{id}/attachments'],
  scope: 'mail:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/mail/messages/{message}/attachments', successStatus: 200 },
  handler: async (deps, { message, limit, cursor, ...input }, call) => {
    const mailbox = await openMailbox(deps, call, input);
    const { rows, nextCursor } = await listAttachments(mailbox, message, { limit, cursor });
    const attachments = rows.map(toAttachment);
    return { status: 200, json: JSON.stringify({ attachments, nextCursor }) };
  },
});
