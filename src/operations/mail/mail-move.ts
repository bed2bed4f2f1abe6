import * as z from 'zod';
import { moveMessage } from '../../graph/mail/write-message.js';
import { defineAction } from '../define-action.js';
import { chooseFiling } from './choose-filing.js';
import { folderInput, mailActionInputs, messageInput } from './mail-inputs.js';

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
  prepare: async (deps, input, call) => {
    const filing = await chooseFiling(deps, call, input);
    const { state, target } = filing;
    return { effect: `Move "${state.subject ?? ''}" to "${target.name}"`, prepared: filing };
  },
  perform: async (_deps, { mailbox, id, target, state, account }) => {
    const from = state.parentFolderId ?? null;
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
