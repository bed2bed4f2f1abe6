import { itemId } from '../../outlook-ids.js';
import { secondTime, type OutlookService } from '../../outlook-service.js';
import type { AttachmentParts, AttachmentRecord } from './attachment-record.js';

/** A message or an event, as its attachments know it. */
export interface AttachmentHolder {
  readonly mailboxId: string;
  /** What it is stored under. */
  readonly key: string;
  /** The ids that it has at present: attachments' ids hold one, so they change when a message moves. */
  readonly ids: readonly string[];
}

/** A file before it is attached. */
export interface NewFile {
  readonly name: string;
  readonly contentType: string | null;
  readonly isInline: boolean;
  readonly contentId: string | null;
  readonly contentLocation: string | null;
  readonly bytes: Buffer;
}

/** Keeps the bytes of a file; `unique` names them where a seed must give the same ones again. */
export function keepFile(
  service: OutlookService,
  file: NewFile,
  unique: string = service.newGuid(),
): AttachmentParts {
  service.outlook.attachmentBytes.put(unique, { base64: file.bytes.toString('base64') });
  return {
    name: file.name,
    contentType: file.contentType ?? typeOfName(file.name),
    size: file.bytes.length,
    isInline: file.isInline,
    lastModifiedDateTime: secondTime(service.now()),
    content: {
      kind: 'file',
      bytesKey: unique,
      contentId: file.contentId,
      contentLocation: file.contentLocation,
    },
  };
}

/** `unique` names it at its holder; what comes with a new message is numbered, so that seeds repeat. */
export function attach(
  service: OutlookService,
  holderKey: string,
  parts: AttachmentParts,
  unique: string = service.newGuid(),
): AttachmentRecord {
  const key = `${holderKey}/${unique}`;
  const record: AttachmentRecord = { ...parts, key, holderKey };
  service.outlook.attachments.put(key, record);
  return record;
}

/** Takes an attachment off, and its bytes away when nothing else holds them. */
export function detach(service: OutlookService, record: AttachmentRecord): void {
  service.outlook.attachments.remove(record.key);
  const { content } = record;
  if (content.kind !== 'file') return;
  if (service.outlook.attachmentsWith.countOf(content.bytesKey) > 0) return;
  service.outlook.attachmentBytes.remove(content.bytesKey);
}

export function detachAll(service: OutlookService, holderKey: string): void {
  for (const record of service.outlook.attachmentsOf.recordsOf(holderKey)) detach(service, record);
}

/** The attachments of a message without what ties them to it. */
export function partsOf(service: OutlookService, holderKey: string): AttachmentParts[] {
  return service.outlook.attachmentsOf
    .recordsOf(holderKey)
    .map(({ name, contentType, size, isInline, lastModifiedDateTime, content }) => ({
      name,
      contentType,
      size,
      isInline,
      lastModifiedDateTime,
      content,
    }));
}

/** Pictures within the text do not count: https://learn.microsoft.com/graph/api/resources/message */
export function countsAsAttached(parts: readonly AttachmentParts[]): boolean {
  return parts.some(({ isInline }) => !isInline);
}

/** The id that Graph shows for an attachment of an item by one of the item's ids. */
export function attachmentIdOf(mailboxId: string, holderId: string, key: string): string {
  return itemId(mailboxId, `attachment ${holderId} ${key}`);
}

/** An attachment by the id that it has with any of its item's present ids. */
export function findAttachment(
  service: OutlookService,
  { mailboxId, key, ids }: AttachmentHolder,
  wanted: string,
): AttachmentRecord | undefined {
  return service.outlook.attachmentsOf
    .recordsOf(key)
    .find((record) => ids.some((id) => attachmentIdOf(mailboxId, id, record.key) === wanted));
}

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  gif: 'image/gif',
  html: 'text/html',
  ics: 'text/calendar',
  jpg: 'image/jpeg',
  pdf: 'application/pdf',
  png: 'image/png',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  txt: 'text/plain',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/x-zip-compressed',
};

function typeOfName(name: string): string {
  const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return TYPES[extension] ?? 'application/octet-stream';
}
