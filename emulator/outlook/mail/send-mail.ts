import type { GraphAnswer, GraphCall } from '../../graph/exchange.js';
import { accepted } from '../../odata/answers.js';
import { isObject } from '../../schema/check-value.js';
import { parametersOf } from '../action-parameters.js';
import { openMailbox } from '../mailbox.js';
import { badOutlookBody } from '../outlook-failures.js';
import type { OutlookService } from '../outlook-service.js';
import { partsOf } from './attachments/attachment-store.js';
import { checkSendable, deliver, sendAndKeep } from './deliver.js';
import { findMessageOf } from './find-message.js';
import { standardFolder } from './mail-folder.js';
import { sendMailPermissions } from './mail-permissions.js';
import { moveMessage } from './mail-store.js';
import { readAttachmentsOf, readMessageBody } from './message-body.js';

/** 202 and nothing else: one does not learn the id of what was sent. */
export function sendMail(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, sendMailPermissions);
  const { message, saveToSentItems } = readParameters(call.body);
  const item = readMessageBody(service, message);
  checkSendable(mailbox, item);
  const attachments = readAttachmentsOf(service, message);
  const outgoing = { item, thread: { id: service.newGuid(), depth: 0 }, attachments };
  if (saveToSentItems) sendAndKeep(service, mailbox, outgoing);
  else deliver(service, mailbox, outgoing);
  return accepted;
}

/** Sends a draft; it moves to Sent Items. */
export function sendDraft(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, sendMailPermissions);
  const draft = findMessageOf(service, call, mailbox);
  if (!draft.item.isDraft) throw badOutlookBody('Only a draft can be sent.');
  checkSendable(mailbox, draft.item);
  const attachments = partsOf(service, draft.immutableId);
  const sent = deliver(service, mailbox, { ...draft, attachments });
  moveMessage(service, draft, standardFolder(service, mailbox.id, 'sentitems'), sent);
  return accepted;
}

/** Parameters of actions are known by their names in any case. */
function readParameters(body: unknown): { message: unknown; saveToSentItems: boolean } {
  const parameters = parametersOf(body);
  const saveToSentItems = parameters.get('savetosentitems') ?? true;
  if (!isObject(parameters.get('message'))) {
    throw badOutlookBody("The parameter 'Message' is required.");
  }
  return {
    message: parameters.get('message'),
    saveToSentItems: saveToSentItems !== false && saveToSentItems !== 'false',
  };
}
