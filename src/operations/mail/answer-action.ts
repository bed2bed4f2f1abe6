import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import { readMessageState } from '../../graph/mail/read-messages.js';
import { createAnswerDraft, sendMark, type AnswerKind } from '../../graph/mail/send-message.js';
import { updateDraft, type MailAddress } from '../../graph/mail/write-message.js';
import { defineAction } from '../define-action.js';
import type { Operation } from '../define-operation.js';
import { bodyInputs, mailActionInputs, messageInput, recipientsInput } from './mail-inputs.js';
import { toCorrespondent } from './mail-schemas.js';
import { openMailbox } from './open-mailbox.js';
import { namesOf, resolveRecipients, shown } from './recipients.js';
import { markOf, sendOnce } from './send-once.js';
import { beforeQuote } from './written-body.js';

interface AnswerWords {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly path: string;
  readonly kind: AnswerKind;
  readonly isCore?: true;
}

const graphActions = {
  reply: 'createReply',
  replyAll: 'createReplyAll',
  forward: 'createForward',
} as const satisfies Record<AnswerKind, string>;

/**
 * An operation that answers or forwards a message: a draft, which Exchange makes with what is quoted, gets the text before
 * that and is sent. With `asDraft` it is left for a person to send.
 */
export function defineAnswer({ kind, path, isCore, ...words }: AnswerWords): Operation {
  return defineAction({
    ...words,
    input: z.strictObject({
      message: messageInput,
      body: kind === 'forward' ? bodyInputs.body.default('') : bodyInputs.body,
      format: bodyInputs.format,
      to: recipientsInput
        .optional()
        .describe(
          kind === 'forward' ? 'Names or addresses.' : 'Instead of whom Outlook would answer.',
        ),
      cc: recipientsInput.optional().describe('Besides whom it goes to anyway.'),
      asDraft: z.boolean().optional().describe('True: leave it as a draft.'),
      ...mailActionInputs,
    }),
    output: z.object({ sent: z.boolean(), id: z.string().describe('Of the answer.') }),
    restBody: null,
    area: 'mail',
    ...(isCore === true && { isCore }),
    features: ['sendMail', 'writeMail', 'people'],
    graphCalls: [
      `POST /users/{id}/messages/{id}/${graphActions[kind]}`,
      'PATCH /users/{id}/messages/{id}',
      'POST /users/{id}/messages/{id}/send',
    ],
    scope: 'mail:send',
    risk: 'send',
    isDeduplicated: true,
    annotations: { destructive: false, idempotent: false },
    http: { method: 'POST', path: `/api/mail/messages/{message}/${path}`, successStatus: 200 },
    prepare: async (deps, { message: id, body, format, to, cc, asDraft, ...input }, call) => {
      const mailbox = await openMailbox(deps, call, input);
      const people = await resolveRecipients(deps, { to, cc });
      if (kind === 'forward' && (people.to ?? []).length === 0) throw toNobody();
      const original = await readMessageState(mailbox, id);
      const subject = original.subject ?? '';
      const usual = original.from == null ? [] : [toCorrespondent(original.from)];
      const whom = people.to ?? (kind === 'replyAll' ? [] : usual);
      const effect = `${effects[kind]} "${subject}"${whom.length === 0 ? '' : ` to ${namesOf(whom)}`}${asDraft === true ? ', as a draft' : ''}`;
      return {
        effect,
        details: { subject, ...(whom.length > 0 && { to: shown(whom) }), body },
        prepared: {
          mailbox,
          effect,
          id,
          body,
          format,
          people,
          asDraft: asDraft === true,
          mark: markOf(words.name, { ...input, mailbox }, call),
        },
      };
    },
    perform: async (_deps, { mailbox, effect, id, body, format, people, asDraft, mark }) => {
      const makeDraft = async (): Promise<string> => {
        const draft = await createAnswerDraft(mailbox, id, kind);
        const quoted = draft.body?.content ?? '';
        const changed = await updateDraft(
          mailbox,
          draft.id,
          {
            ...(body !== '' && { body: beforeQuote(body, format, quoted) }),
            to: people.to,
            cc: people.cc === undefined ? undefined : joined(draft.ccRecipients, people.cc),
          },
          mark === null ? {} : sendMark(mark),
        );
        return changed.id;
      };
      if (asDraft) {
        const draft = await makeDraft();
        return { result: { sent: false, id: draft }, id: draft };
      }
      const sent = await sendOnce({ mailbox, mark, effect }, makeDraft);
      return { result: { sent: true, id: sent }, id: sent };
    },
  });
}

const effects = {
  reply: 'Answer',
  replyAll: 'Answer everybody of',
  forward: 'Forward',
} as const satisfies Record<AnswerKind, string>;

function joined(
  there: Parameters<typeof toCorrespondent>[0][] | null | undefined,
  more: readonly MailAddress[],
): readonly MailAddress[] {
  const known = (there ?? []).map(toCorrespondent);
  const addresses = new Set(known.map(({ address }) => address.toLowerCase()));
  return [...known, ...more.filter(({ address }) => !addresses.has(address.toLowerCase()))];
}

function toNobody(): ProblemError {
  const message = 'is missing: nobody would get it';
  return new ProblemError('invalid_input', `to: ${message}`, {
    errors: [{ field: 'to', message }],
  });
}
