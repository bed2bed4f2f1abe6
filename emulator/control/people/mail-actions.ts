import { z } from 'zod';
import type { Person } from '../../entra/directory.js';
import { attach, keepFile, type NewFile } from '../../outlook/mail/attachments/attachment-store.js';
import { composeAnswer } from '../../outlook/mail/compose-answer.js';
import { checkSendable, sendAndKeep } from '../../outlook/mail/deliver.js';
import { findMessage } from '../../outlook/mail/find-message.js';
import { readFlag } from '../../outlook/mail/followup-flag.js';
import { findFolder, standardFolder } from '../../outlook/mail/mail-folder.js';
import { changeMessage, moveMessage } from '../../outlook/mail/mail-store.js';
import { toRecipient } from '../../outlook/mail/message-body.js';
import type { MessageRecord, Thread } from '../../outlook/mail/message-record.js';
import { discardMessage } from '../../outlook/mail/message-writes.js';
import type { OutlookService } from '../../outlook/outlook-service.js';
import { inUtc } from '../../outlook/utc-times.js';
import { action, needed, numbered, type PersonActions } from './person-action.js';
import { personCalled } from './person-called.js';

const addresses = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
/** Without an id, the newest message of the inbox that the action would change. */
const someMessage = { messageId: z.string().optional() };

/** A file to attach; a short text without its bytes. */
const someFile = z.strictObject({
  name: z.string().default('notes.txt'),
  contentType: z.string().nullable().default(null),
  contentBytes: z.base64().default('SGVsbG8='),
});

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
        attachments: z.array(someFile).default([]),
      }),
      (person, { to, cc, subject, body, importance, inReplyTo, attachments }, turn) => {
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
        const files = attachments.map((file) => keepFile(service, fileOf(file)));
        return { id: sendAndKeep(service, person, { item, thread, attachments: files }).id };
      },
    ),
    /** Answers a message, with what it says below; a forward needs to whom. */
    replyMail: action(
      z.strictObject({
        ...someMessage,
        body: z.string().default('Thank you.'),
        all: z.boolean().default(false),
        attachments: z.array(someFile).default([]),
      }),
      (person, { messageId, body, all, attachments }) => {
        const original = pick(person, messageId);
        const kind = all ? 'replyAll' : 'reply';
        const answer = composeAnswer(
          service,
          { owner: person, original, kind },
          {
            comment: `<p>${body}</p>`,
            given: {},
            attachments: attachments.map((file) => keepFile(service, fileOf(file))),
          },
        );
        return { id: sendAndKeep(service, person, answer).id };
      },
    ),
    forwardMail: action(
      z.strictObject({ ...someMessage, to: addresses, body: z.string().default('') }),
      (person, { messageId, to, body }) => {
        const original = pick(person, messageId);
        const answer = composeAnswer(
          service,
          { owner: person, original, kind: 'forward' },
          { comment: `<p>${body}</p>`, given: { toRecipients: recipients(to) }, attachments: [] },
        );
        checkSendable(person, answer.item);
        return { id: sendAndKeep(service, person, answer).id };
      },
    ),
    /** Puts a file to a message that the person has, as a draft of hers. */
    attachToMail: action(
      z.strictObject({ ...someMessage, file: someFile.prefault({}) }),
      (person, { messageId, file }) => {
        const drafts = standardFolder(service, person.id, 'drafts');
        const message =
          messageId === undefined
            ? needed(service.outlook.messagesIn.recordsOf(drafts.id).at(-1), 'draft')
            : findMessage(service, person, messageId);
        attach(service, message.immutableId, keepFile(service, fileOf(file)));
        return { id: changeMessage(service, message, { hasAttachments: true }).id };
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
        /** The day on which it has to be done. */
        dueDate: z.iso.date().optional(),
      }),
      (person, { messageId, flagStatus, dueDate }) => {
        const isOther = ({ item }: MessageRecord) => item.flag.flagStatus !== flagStatus;
        const message = pick(person, messageId, isOther);
        const day = dueDate === undefined ? undefined : inUtc(`${dueDate}T00:00:00`);
        const days = day === undefined ? {} : { startDateTime: day, dueDateTime: day };
        const flag = readFlag({ flagStatus, ...days });
        return { id: changeMessage(service, message, { flag }).id };
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

function fileOf({ name, contentType, contentBytes }: z.output<typeof someFile>): NewFile {
  return {
    name,
    contentType,
    isInline: false,
    contentId: null,
    contentLocation: null,
    bytes: Buffer.from(contentBytes, 'base64'),
  };
}
