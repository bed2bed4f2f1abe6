import * as z from 'zod';
import { accountInput } from '../accounts/account-choice.js';
import { personInput } from '../accounts/person-choice.js';
import { defineOperation } from '../define-operation.js';
import { readFolderTree } from './folder-tree.js';
import { openMailbox } from './open-mailbox.js';

const mailFolderSchema = z.object({
  id: z.string(),
  path: z.string().describe('Names from the top, as Inbox/Customers.'),
  unread: z.int(),
  total: z.int(),
});

export const mailListFolders = defineOperation({
  name: 'mail_list_folders',
  title: 'List mail folders',
  description:
    'Lists all mail folders with how much is in them. Use it to find where mail lies or may be moved to.',
  input: z.strictObject({ person: personInput, account: accountInput }),
  output: z.object({
    folders: z.array(mailFolderSchema).describe('Each behind its parent.'),
    isComplete: z.boolean().describe('False: there are more than 500.'),
  }),
  restBody: null,
  area: 'mail',
  features: ['readMail'],
  graphCalls: ['GET /users/{id}/mailFolders', 'GET /users/{id}/mailFolders/{id}/childFolders'],
  scope: 'mail:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/mail/folders', successStatus: 200 },
  handler: async (deps, input, call) => {
    const mailbox = await openMailbox(deps, call, input);
    const { folders, isComplete } = await readFolderTree(mailbox);
    const rows = folders.map(({ id, path, folder }) => ({
      id,
      path,
      unread: folder.unreadItemCount ?? 0,
      total: folder.totalItemCount ?? 0,
    }));
    return { status: 200, json: JSON.stringify({ folders: rows, isComplete }) };
  },
});
