import * as z from 'zod';
import { createDraft } from '../../graph/mail/write-message.js';
import { defineAction } from '../define-action.js';
import {
  bodyInputs,
  copyInputs,
  importanceInput,
  mailActionInputs,
  recipientsInput,
  subjectInput,
} from './mail-inputs.js';
import { openMailbox } from './open-mailbox.js';
import { namesOf, resolveRecipients, shown } from './recipients.js';
import { toNewBody } from './written-body.js';

export const mailCreateDraft = defineAction({
  name: 'mail_create_draft',
  title: 'Draft a message',
  description:
    'Writes a draft, which mail_send sends later. Use it where a person should look first, or to attach files.',
  input: z.strictObject({
    subject: subjectInput.default(''),
    ...bodyInputs,
    to: recipientsInput.default([]).describe('Names or addresses.'),
    ...copyInputs,
    importance: importanceInput,
    ...mailActionInputs,
  }),
  output: z.object({ draft: z.object({ id: z.string(), webLink: z.string().optional() }) }),
  restBody: null,
  area: 'mail',
  isCore: true,
  features: ['writeMail', 'people'],
  graphCalls: ['POST /users/{id}/messages'],
  scope: 'mail:write',
  annotations: { destructive: false, idempotent: false },
  http: { method: 'POST', path: '/api/mail/drafts', successStatus: 201 },
  prepare: async (deps, { subject, body, format, importance, ...input }, call) => {
    const mailbox = await openMailbox(deps, call, input);
    const { to, cc, bcc } = input;
    const people = await resolveRecipients(deps, { to, cc, bcc });
    return {
      effect: `Draft "${subject}" to ${namesOf(people.to ?? [])}`,
      details: { subject, to: shown(people.to ?? []), body },
      prepared: {
        mailbox,
        parts: { subject, body: toNewBody(body, format), importance, ...people },
        person: mailbox.personId,
        account: input.account,
      },
    };
  },
  perform: async (_deps, { mailbox, parts, person, account }) => {
    const { id, webLink } = await createDraft(mailbox, parts);
    return {
      result: { draft: { id, ...(webLink != null && { webLink }) } },
      id,
      undo: { operation: 'mail_delete', input: { message: id, person, account } },
    };
  },
});
