import * as z from 'zod';
import { readMessageState } from '../../graph/mail/read-messages.js';
import { moveMessage } from '../../graph/mail/write-message.js';
import { defineAction } from '../define-action.js';
import { mailActionInputs, messageInput } from './mail-inputs.js';
import { openMailbox } from './open-mailbox.js';

export const mailDelete = defineAction({
  name: 'mail_delete',
  title: 'Delete a message',
  description:
    'Moves a message to Deleted Items, from where mail_move brings it back. Use it for mail or drafts that nobody needs.',
  input: z.strictObject({ message: messageInput, ...mailActionInputs }),
  output: z.object({ deleted: z.boolean(), id: z.string() }),
  restBody: null,
  area: 'mail',
  features: ['writeMail'],
  graphCalls: ['POST /users/{id}/messages/{id}/move'],
  scope: 'mail:write',
  annotations: { destructive: true, idempotent: true },
  http: { method: 'DELETE', path: '/api/mail/messages/{message}', successStatus: 200 },
  prepare: async (deps, { message: id, ...input }, call) => {
    const mailbox = await openMailbox(deps, call, input);
    const state = await readMessageState(mailbox, id);
    return {
      effect: `Move "${state.subject ?? ''}" to Deleted Items`,
      prepared: { mailbox, id, from: state.parentFolderId ?? null, account: input.account },
    };
  },
  perform: async (_deps, { mailbox, id, from, account }) => {
    const moved = await moveMessage(mailbox, id, 'deleteditems');
    return {
      result: { deleted: true, id: moved.id },
      id: moved.id,
      ...(from !== null &&
        from !== moved.parentFolderId && {
          undo: {
            operation: 'mail_move',
            input: { message: moved.id, folder: from, person: mailbox.personId, account },
          },
        }),
    };
  },
});
