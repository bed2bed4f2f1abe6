import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import type { MessageState } from '../../graph/mail/message.js';
import { readMessageState } from '../../graph/mail/read-messages.js';
import { markMessage, type MessageMarks } from '../../graph/mail/write-message.js';
import { defineAction } from '../define-action.js';
import { chooseZone, readTime, timeInput, timeZoneInput } from '../inputs/time-zone.js';
import { importanceInput, mailActionInputs, messageInput } from './mail-inputs.js';
import { messageHeadSchema, toMessageHead } from './mail-schemas.js';
import { openMailbox } from './open-mailbox.js';

const changeable = ['isRead', 'flag', 'categories', 'importance'] as const;

export const mailUpdateMessage = defineAction({
  name: 'mail_update_message',
  title: 'Mark a message',
  description:
    'Marks a message as read or unread, flags it, or sets its categories or importance. Use it to keep order in a mailbox.',
  input: z.strictObject({
    message: messageInput,
    isRead: z.boolean().optional().describe('False: unread.'),
    flag: z.enum(['flagged', 'complete', 'none']).optional().describe('For follow-up.'),
    dueAt: timeInput.optional().describe('Of the flag, which it sets.'),
    categories: z.array(z.string().min(1).max(255)).max(25).optional().describe('All of them.'),
    importance: importanceInput,
    timeZone: timeZoneInput,
    ...mailActionInputs,
  }),
  output: z.object({
    message: messageHeadSchema.pick({
      id: true,
      isRead: true,
      flag: true,
      categories: true,
      importance: true,
    }),
  }),
  restBody: null,
  area: 'mail',
  features: ['writeMail'],
  graphCalls: ['PATCH /users/{id}/messages/{id}'],
  scope: 'mail:write',
  annotations: { destructive: false, idempotent: true },
  http: { method: 'PATCH', path: '/api/mail/messages/{message}', successStatus: 200 },
  prepare: async (deps, { message: id, dueAt, timeZone, ...input }, call) => {
    const zone = chooseZone(deps, timeZone);
    const due = dueAt === undefined ? undefined : readTime(dueAt, zone, 'dueAt');
    const flag = input.flag ?? (due === undefined ? undefined : 'flagged');
    if (due !== undefined && flag !== 'flagged') throw wrong('dueAt', 'needs flag: flagged');
    const marks: MessageMarks = {
      isRead: input.isRead,
      categories: input.categories,
      importance: input.importance,
      flag:
        flag === undefined
          ? undefined
          : flag === 'flagged'
            ? { status: 'flagged', ...(due !== undefined && { due }) }
            : { status: flag === 'none' ? 'notFlagged' : 'complete' },
    };
    const changed = changeable.filter((name) => marks[name] !== undefined);
    if (changed.length === 0) throw wrong('isRead', `say what to change: ${changeable.join(', ')}`);
    const mailbox = await openMailbox(deps, call, input);
    const state = await readMessageState(mailbox, id);
    return {
      effect: `Change ${changed.join(', ')} of "${state.subject ?? ''}"`,
      prepared: { mailbox, id, marks, changed, state, zone, account: input.account },
    };
  },
  perform: async (_deps, { mailbox, id, marks, changed, state, zone, account }) => {
    const head = toMessageHead(await markMessage(mailbox, id, marks), zone);
    const { isRead, flag, categories, importance } = head;
    return {
      result: { message: { id: head.id, isRead, flag, categories, importance } },
      id: head.id,
      undo: {
        operation: 'mail_update_message',
        input: { message: id, person: mailbox.personId, account, ...former(state, changed) },
      },
    };
  },
});

/** What the changed members were before, as arguments of this operation. */
function former(
  state: MessageState,
  changed: readonly (typeof changeable)[number][],
): Readonly<Record<string, unknown>> {
  const { isRead, flag, categories, importance } = state;
  const status = flag?.flagStatus ?? 'notFlagged';
  const due = flag?.dueDateTime;
  const all = {
    isRead: { isRead: isRead ?? false },
    flag: {
      flag: status === 'notFlagged' ? 'none' : status,
      ...(status === 'flagged' && due != null && { dueAt: due.dateTime, timeZone: due.timeZone }),
    },
    categories: { categories: categories ?? [] },
    importance: { importance: importance ?? 'normal' },
  };
  return Object.assign({}, ...changed.map((name) => all[name]));
}

function wrong(field: string, message: string): ProblemError {
  return new ProblemError('invalid_input', `${field}: ${message}`, {
    errors: [{ field, message }],
  });
}
