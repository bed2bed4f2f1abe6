import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import { toKql } from '../../graph/mail/mail-search.js';
import { searchMessages } from '../../graph/mail/read-messages.js';
import { accountInput } from '../accounts/account-choice.js';
import { personInput } from '../accounts/person-choice.js';
import { defineOperation } from '../define-operation.js';
import { pageInputs, pageOutputs } from '../inputs/page-inputs.js';
import { chooseZone, timeZoneInput } from '../inputs/time-zone.js';
import { requireFolderId } from './folder-tree.js';
import { folderInput } from './mail-inputs.js';
import { messageRowSchema, outsideOfRow, toMessageRow } from './mail-schemas.js';
import { openMailbox } from './open-mailbox.js';

const someone = z.string().min(1).max(200).optional();
const day = z.iso.date().optional();

export const mailSearch = defineOperation({
  name: 'mail_search',
  title: 'Search mail',
  description:
    'Finds messages by words, the best or newest first. Use it to find mail about something; everything that is given must fit. For unread, flagged or exact times use mail_list_messages.',
  input: z.strictObject({
    text: z.string().min(1).max(500).optional().describe('Words, all of which occur anywhere.'),
    from: someone.describe('Part of the sender’s name or address.'),
    to: someone.describe('The same of a recipient.'),
    subject: z.string().min(1).max(255).optional().describe('Words of the subject.'),
    since: day.describe('First day, 2026-11-26.'),
    until: day.describe('Last day.'),
    hasAttachments: z.boolean().optional().describe('True: with files only.'),
    folder: folderInput.optional().describe('Left out: all.'),
    timeZone: timeZoneInput,
    ...pageInputs(100, 25),
    person: personInput,
    account: accountInput,
  }),
  output: z.object({
    messages: z.array(messageRowSchema),
    ...pageOutputs,
  }),
  outsideText: outsideOfRow.map((name) => `messages[].${name}`),
  selectable: 'messages',
  restBody: null,
  area: 'mail',
  isCore: true,
  features: ['readMail'],
  graphCalls: ['GET /users/{id}/messages', 'GET /users/{id}/mailFolders/{id}/messages'],
  scope: 'mail:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/mail/search', successStatus: 200 },
  handler: async (deps, { limit, cursor, person, account, ...input }, call) => {
    const zone = chooseZone(deps, input.timeZone);
    const kql = toKql(input);
    if (kql === null) throw nothingToLookFor();
    const mailbox = await openMailbox(deps, call, { person, account });
    const folder =
      input.folder === undefined
        ? undefined
        : await requireFolderId(mailbox, input.folder, 'folder');
    const { rows, nextCursor } = await searchMessages(mailbox, { folder, kql, limit, cursor });
    const messages = rows.map((row) => toMessageRow(row, zone));
    return { status: 200, json: JSON.stringify({ messages, nextCursor }) };
  },
});

function nothingToLookFor(): ProblemError {
  const message = 'say what to look for: words here, or from, to, subject, since or until';
  return new ProblemError('invalid_input', `text: ${message}`, {
    errors: [{ field: 'text', message }],
  });
}
