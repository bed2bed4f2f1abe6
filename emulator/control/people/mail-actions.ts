import { z } from 'zod';
import type { Person } from '../../entra/directory.js';
import { checkSendable, deliver } from '../../outlook/mail/deliver.js';
import { findMessage } from '../../outlook/mail/find-message.js';
import { findFolder, standardFolder } from '../../outlook/mail/mail-folder.js';
import { addMessage, changeMessage, moveMessage } from '../../outlook/mail/mail-store.js';
import { toRecipient } from '../../outlook/mail/message-body.js';
import type { MessageRecord, Thread } from '../../outlook/mail/message-record.js';
import { discardMessage } from '../../outlook/mail/message-writes.js';
import type { OutlookService } from '../../outlook/outlook-service.js';
import { action, needed, numbered, type PersonActions } from './person-action.js';
import { personCalled } from './person-called.js';

const addresses = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
/** Without an id, the newest message of the inbox that the action would change. */
const someMessage = { messageId: z.string().optional() };

/** What people do with their mail. */
export function createMailActions(service: OutlookService): PersonActions {
  const pick = (
    person: Person,
    messageId: string | undefined,
    isWanted: (message: MessageRecord) => boolean = () => true,
  ): MessageRecord => {
    if (messageId !== undefined) return findMessage(service, person, messageId);
    const inbox = standardFolder(service, person.id, 'inbox');
    const newest = service.outlook.messagesIn.recordsOf(inbox.id).findLast(isWanted);
    return needed(newest, 'message');
  };
  const recipients = (names: readonly string[]) =>
    names.map((name) => {
      const address = personCalled(service, name)?.mail ?? name;
      return toRecipient(service, { emailAddress: { address } });
    });
  const threadAfter = (message: MessageRecord | undefined): Thread =>
    message === undefined
      ? { id: service.newGuid(), depth: 0 }
      : { id: message.thread.id, depth: message.thread.depth + 1 };

  return {
    sendMail: action(
      z.strictObject({
        to: addresses,
        cc: addresses.default([]),
        subject: z.string().optional(),
        body: z.string().default(''),
        importance: z.enum(['low', 'normal', 'high']).default('normal'),
        /** The message that this one answers. */
        inReplyTo: z.string().optional(),
      }),
      (person, { to, cc, subject, body, importance, inReplyTo }, turn) => {
        const before = inReplyTo === undefined ? undefined : pick(person, inReplyTo);
        const words = before === undefined ? 'A word' : `RE: ${before.item.subject}`;
        const item = {
          subject: numbered(subject ?? words, turn),
          body: { contentType: 'html', content: `<html><body><p>${body}</p></body></html>` },
          toRecipients: recipients(to),
          ccRecipients: recipients(cc),
          importance,
        } as const;
        checkSendable(person, item);
        const thread = threadAfter(before);
        const sent = deliver(service, person, { item, thread });
        const folder = standardFolder(service, person.id, 'sentitems');
        return { id: addMessage(service, folder, { item: sent, thread }).id };
      },
    ),
    readMail: action(
      z.strictObject({ ...someMessage, isRead: z.boolean().default(true) }),
      (person, { messageId, isRead }) => {
        const message = pick(person, messageId, ({ item }) => item.isRead !== isRead);
        return { id: changeMessage(service, message, { isRead }).id };
      },
    ),
    flagMail: action(
      z.strictObject({
        ...someMessage,
        flagStatus: z.enum(['flagged', 'complete', 'notFlagged']).default('flagged'),
      }),
      (person, { messageId, flagStatus }) => {
        const isOther = ({ item }: MessageRecord) => item.flag.flagStatus !== flagStatus;
        const message = pick(person, messageId, isOther);
        return { id: changeMessage(service, message, { flag: { flagStatus } }).id };
      },
    ),
    categorizeMail: action(
      z.strictObject({ ...someMessage, categories: z.array(z.string()) }),
      (person, { messageId, categories }) => ({
        id: changeMessage(service, pick(person, messageId), { categories }).id,
      }),
    ),
    /** Answers the id that the message has in its new folder. */
    moveMail: action(
      z.strictObject({ ...someMessage, folder: z.string().default('archive') }),
      (person, { messageId, folder }) => ({
        id: moveMessage(service, pick(person, messageId), findFolder(service, person.id, folder))
          .id,
      }),
    ),
    deleteMail: action(z.strictObject(someMessage), (person, { messageId }) => {
      const message = pick(person, messageId);
      discardMessage(service, message);
      return { id: message.id };
    }),
  };
}
