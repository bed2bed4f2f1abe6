import * as z from 'zod';
import { createFolder } from '../../graph/mail/mail-folders.js';
import { defineAction } from '../define-action.js';
import { requireFolder } from './folder-tree.js';
import { folderInput, mailActionInputs } from './mail-inputs.js';
import { openMailbox } from './open-mailbox.js';

export const mailCreateFolder = defineAction({
  name: 'mail_create_folder',
  title: 'Create a mail folder',
  description: 'Creates a mail folder. Use it before moving mail to a place that is not there yet.',
  input: z.strictObject({
    name: z.string().trim().min(1).max(255).describe('Its name.'),
    parent: folderInput.optional().describe('Folder in which to make it. Left out: at the top.'),
    ...mailActionInputs,
  }),
  output: z.object({ folder: z.object({ id: z.string(), name: z.string() }) }),
  restBody: null,
  area: 'mail',
  features: ['writeMail'],
  graphCalls: ['POST /users/{id}/mailFolders', 'POST /users/{id}/mailFolders/{id}/childFolders'],
  scope: 'mail:write',
  annotations: { destructive: false, idempotent: false },
  http: { method: 'POST', path: '/api/mail/folders', successStatus: 201 },
  prepare: async (deps, { name, parent, ...input }, call) => {
    const mailbox = await openMailbox(deps, call, input);
    const within = parent === undefined ? null : await requireFolder(mailbox, parent, 'parent');
    return {
      effect: `Create the mail folder "${name}"${within === null ? '' : ` in "${within.name}"`}`,
      prepared: { mailbox, displayName: name, parent: within?.id },
    };
  },
  perform: async (_deps, { mailbox, ...folder }) => {
    const { id } = await createFolder(mailbox, folder);
    return { result: { folder: { id, name: folder.displayName } }, id };
  },
});
