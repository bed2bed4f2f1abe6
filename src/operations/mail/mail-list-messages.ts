import * as z from 'zod';
import { toUtcInstant } from '../../domain/time/graph-date-time.js';
import { listMessages } from '../../graph/mail/read-messages.js';
import { accountInput } from '../accounts/account-choice.js';
import { personInput } from '../accounts/person-choice.js';
import { defineOperation } from '../define-operation.js';
import { pageInputs, pageOutputs } from '../inputs/page-inputs.js';
import { chooseZone, readTime, timeInput, timeZoneInput } from '../inputs/time-zone.js';
import { requireFolderId } from './folder-tree.js';
import { folderInput } from './mail-inputs.js';
import { messageRowSchema, outsideOfRow, toMessageRow } from './mail-schemas.js';
import { openMailbox } from './open-mailbox.js';
import { resolveRecipients } from './recipients.js';

export const mailListMessages = defineOperation({
  name: 'mail_list_messages',
  title: 'List mail',
  description:
    'Lists messages, the newest first, without their text. Use it to see what came in; mail_get_message reads one, mail_search looks for words.',
  input: z.strictObject({
    folder: folderInput
      .optional()
      .describe('Left out: all. inbox, sentitems, drafts…, a name or id.'),
    unread: z.boolean().optional().describe('True: unread only; false: read only.'),
    from: z.string().min(1).max(400).optional().describe('Whose: mail address or name.'),
    since: timeInput.optional().describe('Received at or after.'),
    until: timeInput.optional().describe('Received before.'),
    flagged: z.boolean().optional().describe('True: flagged only.'),
    category: z.string().min(1).max(255).optional().describe('Name of a category.'),
    hasAttachments: z.boolean().optional().describe('True: with files only.'),
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
  features: ['readMail', 'people'],
  graphCalls: ['GET /users/{id}/messages', 'GET /users/{id}/mailFolders/{id}/messages'],
  scope: 'mail:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/mail/messages', successStatus: 200 },
  handler: async (deps, { limit, cursor, person, account, ...input }, call) => {
    const zone = chooseZone(deps, input.timeZone);
    const since = instantOf(input.since, zone, 'since');
    const until = instantOf(input.until, zone, 'until');
    const mailbox = await openMailbox(deps, call, { person, account });
    const { from } = await resolveRecipients(deps, {
      from: input.from === undefined ? undefined : [input.from],
    });
    const folder =
      input.folder === undefined
        ? undefined
        : await requireFolderId(mailbox, input.folder, 'folder');
    const { rows, nextCursor } = await listMessages(mailbox, {
      folder,
      limit,
      cursor,
      filter: {
        isRead: input.unread === undefined ? undefined : !input.unread,
        from: from?.[0]?.address,
        since,
        until,
        isFlagged: input.flagged,
        category: input.category,
        hasAttachments: input.hasAttachments,
      },
    });
    const messages = rows.map((row) => toMessageRow(row, zone));
    return { status: 200, json: JSON.stringify({ messages, nextCursor }) };
  },
});

function instantOf(text: string | undefined, zone: string, field: string): string | undefined {
  return text === undefined ? undefined : toUtcInstant(readTime(text, zone, field));
}
