import { createHash } from 'node:crypto';

/** Exchange's ids are base64 with `-` and `_`, and case-sensitive. */
const FORMAT = /^[A-Za-z0-9_-]{60,300}={0,2}$/;
const ITEM_BYTES = 113;
const FOLDER_BYTES = 89;

/**
 * The id of an item in a folder: it holds the mailbox and changes when the item is moved.
 * https://learn.microsoft.com/graph/outlook-immutable-id
 */
export function itemId(mailboxId: string, unique: string): string {
  return idOf({ first: [0x00, 0x03, 0x24], size: ITEM_BYTES }, mailboxId, unique);
}

/** The id that an item keeps as long as it stays in its mailbox. */
export function immutableItemId(mailboxId: string, unique: string): string {
  return idOf({ first: [0x00, 0x09, 0x24], size: ITEM_BYTES }, mailboxId, unique);
}

export function folderId(mailboxId: string, unique: string): string {
  return idOf({ first: [0x00, 0x03, 0x24], size: FOLDER_BYTES }, mailboxId, unique);
}

export function isOutlookId(text: string): boolean {
  return FORMAT.test(text);
}

/** The version of an item: `changeKey`, and in quotation marks its etag. */
export function changeKeyOf(mailboxId: string, change: number): string {
  const bytes = Buffer.alloc(30);
  bytes.set([0x09, 0x00, 0x00, 0x00, 0x16, 0x00, 0x00, 0x00], 0);
  digest(mailboxId).copy(bytes, 8, 0, 14);
  bytes.writeUIntBE(change, 24, 6);
  return bytes.toString('base64');
}

export function etagOf(changeKey: string): string {
  return `W/"${changeKey}"`;
}

function idOf(
  kind: { readonly first: readonly number[]; readonly size: number },
  mailboxId: string,
  unique: string,
): string {
  const bytes = Buffer.alloc(kind.size);
  bytes.set(kind.first, 0);
  bytes.write(mailboxId, 3, 'ascii');
  bytes.set([0x46, 0x00, 0x00], 39);
  const rest = digest(`${mailboxId}/${unique}`);
  for (let at = 42; at < kind.size - 2; at += 1) bytes[at] = rest[at % rest.length] ?? 0;
  return bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
