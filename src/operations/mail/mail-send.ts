import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import type { Mailbox } from '../../graph/mail/mailbox.js';
import { readMessageState } from '../../graph/mail/read-messages.js';
import { findMarked, sendMail, sendMark } from '../../graph/mail/send-message.js';
import {
  createDraft,
  updateDraft,
  type DraftParts,
  type MailAddress,
} from '../../graph/mail/write-message.js';
import { defineAction, type ActionDeps, type Preparation } from '../define-action.js';
import {
  bodyInputs,
  copyInputs,
  importanceInput,
  mailActionInputs,
  recipientsInput,
  subjectInput,
} from './mail-inputs.js';
import { toCorrespondent } from './mail-schemas.js';
import { openMailbox } from './open-mailbox.js';
import { namesOf, resolveRecipients, shown } from './recipients.js';
import { requireDraft } from './require-draft.js';
import { markOf, sendOnce, toldAsUnknown } from './send-once.js';
import { toNewBody } from './written-body.js';

const inputSchema = z.strictObject({
  draft: z
    .string()
    .min(1)
    .max(1_024)
    .optional()
    .describe('Id of a draft to send; then nothing of the rest.'),
  subject: subjectInput.optional(),
  body: bodyInputs.body.optional(),
  format: bodyInputs.format,
  to: recipientsInput.optional().describe('Names or addresses.'),
  ...copyInputs,
  importance: importanceInput,
  ...mailActionInputs,
});

type Input = z.output<typeof inputSchema>;

/** `draft`: one that is there; else `parts` is what is to be sent. */
type Prepared = {
  readonly mailbox: Mailbox;
  readonly mark: string | null;
  readonly effect: string;
} & ({ readonly draft: string } | { readonly parts: DraftParts });

export const mailSend = defineAction({
  name: 'mail_send',
  alsoKnownAs: [{ tool: 'send_email_as_agent' }],
  title: 'Send mail',
  description:
    'Sends a message, or a draft by its id. Use it once the text is final. With idempotencyKey it is sent once, also when an answer is lost and the call is repeated.',
  input: inputSchema,
  output: z.object({
    sent: z.boolean(),
    id: z.string().optional().describe('Of the message in Sent Items, where it is known.'),
  }),
  restBody: null,
  area: 'mail',
  isCore: true,
  features: ['sendMail', 'writeMail', 'people'],
  graphCalls: [
    'POST /users/{id}/sendMail',
    'POST /users/{id}/messages',
    'POST /users/{id}/messages/{id}/send',
  ],
  scope: 'mail:send',
  risk: 'send',
  isDeduplicated: true,
  annotations: { destructive: false, idempotent: false },
  http: { method: 'POST', path: '/api/mail/send', successStatus: 200 },
  prepare: async (deps, input, call) => {
    const mailbox = await openMailbox(deps, call, input);
    const mark = markOf('mail_send', { ...input, mailbox }, call);
    return input.draft === undefined
      ? prepareInline(deps, input, { mailbox, mark })
      : prepareDraft({ ...input, draft: input.draft }, { mailbox, mark });
  },
  perform: async (_deps, prepared) => {
    const { mailbox, mark } = prepared;
    if ('parts' in prepared && mark === null) {
      await sendMail(mailbox, prepared.parts).catch(toldAsUnknown(prepared));
      return { result: { sent: true } };
    }
    const extra = mark === null ? {} : sendMark(mark);
    const id = await sendOnce(prepared, async () => {
      if ('parts' in prepared) return (await createDraft(mailbox, prepared.parts, extra)).id;
      if (mark !== null) await updateDraft(mailbox, prepared.draft, {}, extra);
      return prepared.draft;
    });
    return { result: { sent: true, id }, id };
  },
});

async function prepareInline(
  deps: ActionDeps,
  { subject = '', body, format, importance, to, cc, bcc }: Input,
  { mailbox, mark }: { readonly mailbox: Mailbox; readonly mark: string | null },
): Promise<Preparation<Prepared>> {
  const people = await resolveRecipients(deps, { to, cc, bcc });
  const all = [people.to, people.cc, people.bcc].flatMap((some) => some ?? []);
  requireSomebody(all);
  if (body === undefined) throw missing('body', 'is missing, unless a draft is sent');
  const effect = `Send "${subject}" to ${namesOf(all)}`;
  return {
    effect,
    details: {
      subject,
      to: shown(people.to ?? []),
      ...(people.cc !== undefined && { cc: shown(people.cc) }),
      ...(people.bcc !== undefined && { bcc: shown(people.bcc) }),
      body,
    },
    prepared: {
      mailbox,
      mark,
      effect,
      parts: { subject, body: toNewBody(body, format), importance, ...people },
    },
  };
}

async function prepareDraft(
  input: Input & { readonly draft: string },
  { mailbox, mark }: { readonly mailbox: Mailbox; readonly mark: string | null },
): Promise<Preparation<Prepared>> {
  for (const field of ['subject', 'body', 'to', 'cc', 'bcc', 'importance'] as const) {
    if (input[field] === undefined) continue;
    throw missing(field, 'belongs in the draft: change it with mail_update_draft first');
  }
  const found = await readMessageState(mailbox, input.draft);
  const isOurs = mark !== null && (await findMarked(mailbox, mark))?.id === found.id;
  const state = isOurs ? found : requireDraft(found, 'draft');
  const to = (state.toRecipients ?? []).map(toCorrespondent);
  const effect = `Send the draft "${state.subject ?? ''}" to ${namesOf(to)}`;
  return {
    effect,
    details: { subject: state.subject ?? '', to: shown(to) },
    prepared: { mailbox, mark, effect, draft: input.draft },
  };
}

function requireSomebody(all: readonly MailAddress[]): void {
  if (all.length === 0) throw missing('to', 'is missing: nobody would get it');
}

function missing(field: string, message: string): ProblemError {
  return new ProblemError('invalid_input', `${field}: ${message}`, {
    errors: [{ field, message }],
  });
}
