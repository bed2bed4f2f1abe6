import * as z from 'zod';
import { copyMessage } from '../../graph/mail/write-message.js';
import { defineAction } from '../define-action.js';
import { chooseFiling } from './choose-filing.js';
import { folderInput, mailActionInputs, messageInput } from './mail-inputs.js';

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
  prepare: async (deps, input, call) => {
    const filing = await chooseFiling(deps, call, input);
    const { state, target } = filing;
    return { effect: `Copy "${state.subject ?? ''}" to "${target.name}"`, prepared: filing };
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
