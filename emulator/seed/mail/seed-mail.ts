import type { Person } from '../../entra/directory.js';
import type { AttachmentParts } from '../../outlook/mail/attachments/attachment-record.js';
import { keepFile, type NewFile } from '../../outlook/mail/attachments/attachment-store.js';
import { addFolder } from '../../outlook/mail/folder-store.js';
import { findFolder, rootFolderId, standardFolder } from '../../outlook/mail/mail-folder.js';
import type { MailFolderRecord } from '../../outlook/mail/mail-folder.js';
import { addMessage } from '../../outlook/mail/mail-store.js';
import { recipientOf } from '../../outlook/mail/message-body.js';
import type { MessageItem, Recipient, Thread } from '../../outlook/mail/message-record.js';
import { conversationOf, newMessage } from '../../outlook/mail/new-message.js';
import { prefixed, quotedBody } from '../../outlook/mail/quoted-body.js';
import { secondTime, type OutlookService } from '../../outlook/outlook-service.js';
import { inUtc } from '../../outlook/utc-times.js';
import { COLLEAGUES } from './colleagues.js';
import { OUTSIDE } from './outside.js';
import { pdf } from './pdf.js';
import type { SampleAttachment, SampleMail } from './sample-mail.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Folders of the first content that lie within another one. */
const PARENTS: Readonly<Record<string, string>> = { 'Hafen Logistik': 'Customers' };
/** A grey point. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** A mail that is in the mailboxes, for those that answer it. */
interface Known {
  readonly item: MessageItem;
  readonly thread: Thread;
  readonly attachments: readonly AttachmentParts[];
}

/** Fills the mailboxes: what came from others, oldest first, and copies in the Sent Items of those who wrote. */
export function seedMail(service: OutlookService): void {
  const people = new Map([...service.people.values()].map((each) => [each.displayName, each]));
  const known = new Map<string, Known>();
  const oldestFirst = [...COLLEAGUES, ...OUTSIDE].toSorted((a, b) => b.hoursAgo - a.hoursAgo);
  for (const mail of oldestFirst) putMail(service, mail, { people, known });
}

function putMail(
  service: OutlookService,
  mail: SampleMail,
  { people, known }: { people: ReadonlyMap<string, Person>; known: Map<string, Known> },
): void {
  const sender = people.get(mail.from);
  const from = addressOf(people, mail.from);
  const [to, cc] = [mail.to, mail.cc ?? []].map((names) =>
    names.map((name) => addressOf(people, name)),
  );
  const before = known.get(mail.answers ?? mail.forwards ?? '');
  const thread = before
    ? { id: before.thread.id, depth: before.thread.depth + 1 }
    : { id: `sample ${mail.key}`, depth: 0 };
  const reader = people.get(mail.to[0] ?? '') ?? sender;
  const owner = sender ?? reader;
  if (owner === undefined) return;
  const at = secondTime(new Date(service.now().getTime() - mail.hoursAgo * HOUR_MS));
  const item = newMessage(service, owner, thread, {
    ...textOf(mail, before),
    createdDateTime: at,
    lastModifiedDateTime: at,
    receivedDateTime: at,
    sentDateTime: at,
    internetMessageId: `<sample.${mail.key.replaceAll(' ', '.')}@${domainOf(from)}>`,
    from,
    sender: from,
    toRecipients: to ?? [],
    ccRecipients: cc ?? [],
    importance: mail.importance ?? 'normal',
    isDraft: false,
  });
  const attachments = [
    ...(mail.forwards === undefined ? [] : (before?.attachments ?? [])),
    ...(mail.attachments ?? []).map((each, index) =>
      attachmentOf(service, each, { at, unique: `sample ${mail.key} ${index}` }),
    ),
  ];
  known.set(mail.key, { item, thread, attachments });
  const unique = `sample ${mail.key}`;
  if (sender !== undefined) {
    const sent = standardFolder(service, sender.id, 'sentitems');
    addMessage(service, sent, { item, thread, attachments }, unique);
  }
  for (const name of [...mail.to, ...(mail.cc ?? [])]) {
    const person = people.get(name);
    if (person === undefined || person === sender) continue;
    const received: MessageItem = {
      ...item,
      ...conversationOf(person.id, thread),
      ...marksOf(service, mail),
    };
    const folder = folderOf(service, person, mail.folder ?? 'inbox');
    addMessage(service, folder, { item: received, thread, attachments }, unique);
  }
}

/** What the reader has made of it. */
function marksOf(service: OutlookService, mail: SampleMail): Partial<MessageItem> {
  const { flaggedUntil: until } = mail;
  const today = service.now().getTime();
  const dayOf = (offset: number): string =>
    `${new Date(today + offset * DAY_MS).toISOString().slice(0, 10)}T00:00:00.000`;
  return {
    isRead: mail.isRead ?? true,
    inferenceClassification: mail.isOther === true ? 'other' : 'focused',
    categories: mail.categories ?? [],
    flag: {
      flagStatus: until === undefined ? 'notFlagged' : 'flagged',
      ...(until === undefined || until === null
        ? {}
        : {
            dueDateTime: inUtc(dayOf(until)),
            startDateTime: inUtc(dayOf(Math.min(until, Math.ceil(-mail.hoursAgo / 24)))),
          }),
    },
  };
}

function textOf(mail: SampleMail, before: Known | undefined): Partial<MessageItem> {
  if (before === undefined) {
    return {
      subject: mail.subject ?? '',
      body: { contentType: 'html', content: `<html><head></head><body>${mail.body}</body></html>` },
    };
  }
  return {
    subject: prefixed(mail.forwards === undefined ? 'RE' : 'FW', before.item.subject),
    body: quotedBody(mail.body, before.item),
    inReplyTo: before.item.internetMessageId,
  };
}

/** Somebody of the directory by name, others as `Name <address>`. */
function addressOf(people: ReadonlyMap<string, Person>, name: string): Recipient {
  const person = people.get(name);
  if (person !== undefined) return recipientOf(person);
  const [, displayName = name, address = name] = /^(.*) <(.*)>$/.exec(name) ?? [];
  return { emailAddress: { name: displayName, address } };
}

function domainOf({ emailAddress }: Recipient): string {
  return emailAddress.address.split('@')[1] ?? '';
}

/** A well-known folder, or one of the person's own, which is made when it is first needed. */
function folderOf(service: OutlookService, person: Person, name: string): MailFolderRecord {
  if (name === 'inbox' || name === 'junkemail') return findFolder(service, person.id, name);
  const parentName = PARENTS[name];
  const parentFolderId =
    parentName === undefined ? rootFolderId(person.id) : folderOf(service, person, parentName).id;
  const known = service.outlook.foldersOf
    .recordsOf(person.id)
    .find((folder) => folder.displayName === name && folder.parentFolderId === parentFolderId);
  const folder = { mailboxId: person.id, displayName: name, parentFolderId, isHidden: false };
  return known ?? addFolder(service, folder, `sample ${name}`);
}

function attachmentOf(
  service: OutlookService,
  sample: SampleAttachment,
  { at, unique }: { readonly at: string; readonly unique: string },
): AttachmentParts {
  const plain = { contentType: null, isInline: false, lastModifiedDateTime: at };
  switch (sample.kind) {
    case 'link':
      return { ...plain, name: sample.name, size: 382, content: { kind: 'reference' } };
    case 'mail': {
      const from = /^(.*) <(.*)>$/.exec(sample.from);
      const item = {
        '@odata.type': '#microsoft.graph.message',
        id: '',
        createdDateTime: at,
        receivedDateTime: at,
        sentDateTime: at,
        subject: sample.subject,
        body: { contentType: 'text', content: sample.text },
        from: { emailAddress: { name: from?.[1] ?? '', address: from?.[2] ?? '' } },
        hasAttachments: false,
      };
      const size = sample.text.length + 900;
      return { ...plain, name: sample.subject, size, content: { kind: 'item', item } };
    }
    default:
      return { ...keepFile(service, fileOf(sample), unique), lastModifiedDateTime: at };
  }
}

function fileOf(sample: Extract<SampleAttachment, { kind: 'text' | 'pdf' | 'picture' }>): NewFile {
  const { name } = sample;
  const plain = { name, contentType: null, contentLocation: null, contentId: null };
  switch (sample.kind) {
    case 'text':
      return { ...plain, isInline: false, bytes: Buffer.from(sample.text, 'utf8') };
    case 'pdf':
      return { ...plain, isInline: false, bytes: pdf(sample.lines) };
    case 'picture':
      return {
        ...plain,
        isInline: true,
        contentId: sample.contentId,
        bytes: Buffer.from(PICTURE, 'base64'),
      };
  }
}
