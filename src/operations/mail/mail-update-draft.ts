import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import { readMessageState } from '../../graph/mail/read-messages.js';
import { updateDraft } from '../../graph/mail/write-message.js';
import { defineAction } from '../define-action.js';
import {
  bodyInputs,
  copyInputs,
  importanceInput,
  mailActionInputs,
  messageInput,
  recipientsInput,
  subjectInput,
} from './mail-inputs.js';
import { openMailbox } from './open-mailbox.js';
import { requireDraft } from './require-draft.js';
import { resolveRecipients, shown } from './recipients.js';
import { toNewBody } from './written-body.js';

const changeable = ['subject', 'body', 'to', 'cc', 'bcc', 'importance'] as const;

export const mailUpdateDraft = defineAction({
  name: 'mail_update_draft',
  title: 'Change a draft',
  description:
    'Changes a draft: what is left out stays, lists of people are replaced. Use it before mail_send.',
  input: z.strictObject({
    draft: messageInput.describe('Id of the draft.'),
    subject: subjectInput.optional(),
    body: bodyInputs.body.optional().describe('The whole new text.'),
    format: bodyInputs.format,
    to: recipientsInput.optional().describe('Names or addresses.'),
    ...copyInputs,
    importance: importanceInput,
    ...mailActionInputs,
  }),
  output: z.object({ draft: z.object({ id: z.string() }) }),
  restBody: null,
  area: 'mail',
  features: ['writeMail', 'people'],
  graphCalls: ['GET /users/{id}/messages/{id}', 'PATCH /users/{id}/messages/{id}'],
  scope: 'mail:write',
  annotations: { destructive: true, idempotent: true },
  http: { method: 'PATCH', path: '/api/mail/drafts/{draft}', successStatus: 200 },
  prepare: async (deps, { draft: id, subject, body, format, importance, ...input }, call) => {
    const given = { ...input, subject, body, importance };
    const changed = changeable.filter((name) => given[name] !== undefined);
    if (changed.length === 0) throw nothingToChange();
    const mailbox = await openMailbox(deps, call, input);
    const { to, cc, bcc } = input;
    const people = await resolveRecipients(deps, { to, cc, bcc });
    const state = requireDraft(await readMessageState(mailbox, id), 'draft');
    return {
      effect: `Change ${changed.join(', ')} of the draft "${state.subject ?? ''}"`,
      details: {
        ...(subject !== undefined && { subject }),
        ...(people.to !== undefined && { to: shown(people.to) }),
        ...(body !== undefined && { body }),
      },
      prepared: {
        mailbox,
        id,
        parts: {
          subject,
          importance,
          ...people,
          ...(body !== undefined && { body: toNewBody(body, format) }),
        },
      },
    };
  },
  perform: async (_deps, { mailbox, id, parts }) => {
    const draft = await updateDraft(mailbox, id, parts);
    return { result: { draft: { id: draft.id } }, id: draft.id };
  },
});

function nothingToChange(): ProblemError {
  const message = `say what to change: ${changeable.join(', ')}`;
  return new ProblemError('invalid_input', message, {
    errors: changeable.map((field) => ({ field, message: 'is one of those that may be changed' })),
  });
}
