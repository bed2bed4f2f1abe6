import type { GraphAnswer, GraphCall } from '../../graph/exchange.js';
import { GraphFailure } from '../../graph/graph-failure.js';
import type { Operation } from '../../graph/routes-of.js';
import { accepted } from '../../odata/answers.js';
import { isObject } from '../../schema/check-value.js';
import { parametersOf } from '../action-parameters.js';
import { openMailbox } from '../mailbox.js';
import { badOutlookBody } from '../outlook-failures.js';
import type { OutlookService } from '../outlook-service.js';
import { composeAnswer, type AnswerKind, type AnswerWords } from './compose-answer.js';
import { checkSendable, sendAndKeep } from './deliver.js';
import { findMessageOf } from './find-message.js';
import { standardFolder } from './mail-folder.js';
import { sendMailPermissions, writeMail } from './mail-permissions.js';
import { addMessage } from './mail-store.js';
import { readAttachmentsOf, readMessageBody, toRecipients } from './message-body.js';
import { madeAnswer } from './message-writes.js';
import { newMessage } from './new-message.js';

/** `reply`, `replyAll` and `forward`: sent at once, and 202. */
export function sendAnswer(kind: AnswerKind): Operation<OutlookService> {
  return (service, call) => {
    const mailbox = openMailbox(service, call, sendMailPermissions);
    const original = findMessageOf(service, call, mailbox);
    const words = readWords(service, call, kind);
    const answer = composeAnswer(service, { owner: mailbox, original, kind }, words);
    checkSendable(mailbox, answer.item);
    sendAndKeep(service, mailbox, answer);
    return accepted;
  };
}

/** `createReply`, `createReplyAll` and `createForward`: a draft to be changed and sent. */
export function draftAnswer(kind: AnswerKind): Operation<OutlookService> {
  return (service, call): GraphAnswer => {
    const mailbox = openMailbox(service, call, writeMail);
    const original = findMessageOf(service, call, mailbox);
    const words = readWords(service, call, kind);
    const { item, thread, attachments } = composeAnswer(
      service,
      { owner: mailbox, original, kind },
      words,
    );
    const draft = addMessage(service, standardFolder(service, mailbox.id, 'drafts'), {
      item: newMessage(service, mailbox, thread, item),
      thread,
      attachments,
    });
    return madeAnswer(call, mailbox, draft);
  };
}

/** What may be said once may not be said twice: a comment or a body, recipients beside the message or in it. */
function readWords(service: OutlookService, call: GraphCall, kind: AnswerKind): AnswerWords {
  const parameters = parametersOf(call.body);
  const comment = parameters.get('comment') ?? '';
  const message = parameters.get('message') ?? {};
  const beside = parameters.get('torecipients');
  if (typeof comment !== 'string')
    throw badOutlookBody("The parameter 'Comment' must be a string.");
  if (!isObject(message)) throw badOutlookBody("The parameter 'Message' must be an object.");
  if (comment !== '' && Object.hasOwn(message, 'body')) {
    throw twice("a comment or the 'body' of the message");
  }
  if (beside !== undefined && kind !== 'forward') {
    throw badOutlookBody("The parameter 'ToRecipients' is not known here.");
  }
  if (beside !== undefined && Object.hasOwn(message, 'toRecipients')) {
    throw twice("the parameter 'ToRecipients' or the recipients of the message");
  }
  const given = readMessageBody(service, message);
  return {
    comment,
    given: beside === undefined ? given : { ...given, toRecipients: toRecipients(service, beside) },
    attachments: readAttachmentsOf(service, message),
  };
}

function twice(what: string): GraphFailure {
  return new GraphFailure(
    400,
    'ErrorInvalidRequest',
    `The request is invalid. Specify either ${what}, not both.`,
  );
}
