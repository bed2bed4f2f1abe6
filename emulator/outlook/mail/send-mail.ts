import type { GraphAnswer, GraphCall } from '../../graph/exchange.js';
import { accepted } from '../../odata/answers.js';
import { isObject } from '../../schema/check-value.js';
import { openMailbox } from '../mailbox.js';
import { badOutlookBody } from '../outlook-failures.js';
import type { OutlookService } from '../outlook-service.js';
import { checkSendable, deliver } from './deliver.js';
import { findMessageOf } from './find-message.js';
import { standardFolder } from './mail-folder.js';
import { sendMailPermissions } from './mail-permissions.js';
import { addMessage, moveMessage } from './mail-store.js';
import { readMessageBody } from './message-body.js';

/** 202 and nothing else: one does not learn the id of what was sent. */
export function sendMail(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, sendMailPermissions);
  const { message, saveToSentItems } = readParameters(call.body);
  const item = readMessageBody(service, message);
  checkSendable(mailbox, item);
  const thread = { id: service.newGuid(), depth: 0 };
  const sent = deliver(service, mailbox, { item, thread });
  if (saveToSentItems) {
    addMessage(service, standardFolder(service, mailbox.id, 'sentitems'), { item: sent, thread });
  }
  return accepted;
}

/** Sends a draft; it moves to Sent Items. */
export function sendDraft(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, sendMailPermissions);
  const draft = findMessageOf(service, call, mailbox);
  if (!draft.item.isDraft) throw badOutlookBody('Only a draft can be sent.');
  checkSendable(mailbox, draft.item);
  const sent = deliver(service, mailbox, draft);
  moveMessage(service, draft, standardFolder(service, mailbox.id, 'sentitems'), sent);
  return accepted;
}

/** Parameters of actions are known by their names in any case. */
function readParameters(body: unknown): { message: unknown; saveToSentItems: boolean } {
  const parameters = new Map(
    Object.entries(isObject(body) ? body : {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const saveToSentItems = parameters.get('savetosentitems') ?? true;
  if (!isObject(parameters.get('message'))) {
    throw badOutlookBody("The parameter 'Message' is required.");
  }
  return {
    message: parameters.get('message'),
    saveToSentItems: saveToSentItems !== false && saveToSentItems !== 'false',
  };
}
