import * as z from 'zod';
import { readMessageState } from '../../graph/mail/read-messages.js';
import { moveMessage } from '../../graph/mail/write-message.js';
import { defineAction } from '../define-action.js';
import { requireFolder } from './folder-tree.js';
import { folderInput, mailActionInputs, messageInput } from './mail-inputs.js';
import { openMailbox } from './open-mailbox.js';

export const mailMove = defineAction({
  name: 'mail_move',
  title: 'Move a message',
  description: 'Moves a message to a folder; its id stays. Use it to file or archive mail.',
  input: z.strictObject({ message: messageInput, folder: folderInput, ...mailActionInputs }),
  output: z.object({ message: z.object({ id: z.string(), folder: z.string() }) }),
  restBody: null,
  area: 'mail',
  features: ['writeMail'],
  graphCalls: ['POST /users/{id}/messages/{id}/move'],
  scope: 'mail:write',
  annotations: { destructive: false, idempotent: true },
  http: { method: 'POST', path: '/api/mail/messages/{message}/move', successStatus: 200 },
  prepare: async (deps, { message: id, folder, ...input }, call) => {
    const mailbox = await openMailbox(deps, call, input);
    const [target, state] = await Promise.all([
      requireFolder(mailbox, folder, 'folder'),
      readMessageState(mailbox, id),
    ]);
    return {
      effect: `Move "${state.subject ?? ''}" to "${target.name}"`,
      prepared: {
        mailbox,
        id,
        target,
        from: state.parentFolderId ?? null,
        account: input.account,
      },
    };
  },
  perform: async (_deps, { mailbox, id, target, from, account }) => {
    const moved = await moveMessage(mailbox, id, target.id);
    return {
      result: { message: { id: moved.id, folder: target.name } },
      id: moved.id,
      ...(from !== null && {
        undo: {
          operation: 'mail_move',
          input: { message: moved.id, folder: from, person: mailbox.personId, account },
        },
      }),
    };
  },
});
