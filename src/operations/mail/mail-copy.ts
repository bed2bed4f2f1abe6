import * as z from 'zod';
import { readMessageState } from '../../graph/mail/read-messages.js';
import { copyMessage } from '../../graph/mail/write-message.js';
import { defineAction } from '../define-action.js';
import { requireFolder } from './folder-tree.js';
import { folderInput, mailActionInputs, messageInput } from './mail-inputs.js';
import { openMailbox } from './open-mailbox.js';

export const mailCopy = defineAction({
  name: 'mail_copy',
  title: 'Copy a message',
  description: 'Copies a message to a folder. Use it to keep one in a second place.',
  input: z.strictObject({ message: messageInput, folder: folderInput, ...mailActionInputs }),
  output: z.object({ message: z.object({ id: z.string(), folder: z.string() }) }),
  restBody: null,
  area: 'mail',
  features: ['writeMail'],
  graphCalls: ['POST /users/{id}/messages/{id}/copy'],
  scope: 'mail:write',
  annotations: { destructive: false, idempotent: false },
  http: { method: 'POST', path: '/api/mail/messages/{message}/copy', successStatus: 201 },
  prepare: async (deps, { message: id, folder, ...input }, call) => {
    const mailbox = await openMailbox(deps, call, input);
    const [target, state] = await Promise.all([
      requireFolder(mailbox, folder, 'folder'),
      readMessageState(mailbox, id),
    ]);
    return {
      effect: `Copy "${state.subject ?? ''}" to "${target.name}"`,
      prepared: { mailbox, id, target, account: input.account },
    };
  },
  perform: async (_deps, { mailbox, id, target, account }) => {
    const copy = await copyMessage(mailbox, id, target.id);
    return {
      result: { message: { id: copy.id, folder: target.name } },
      id: copy.id,
      undo: {
        operation: 'mail_delete',
        input: { message: copy.id, person: mailbox.personId, account },
      },
    };
  },
});
