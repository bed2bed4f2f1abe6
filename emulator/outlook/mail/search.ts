import { badOutlookQuery } from '../outlook-failures.js';
import { textOfHtml } from './mail-text.js';
import type { MessageItem, MessageRecord, Recipient } from './message-record.js';

type Test = (record: MessageRecord) => boolean;
type AttachmentNames = (record: MessageRecord) => readonly string[];

const PIECES = /\s*(?:([()])|(?:(\w+)(:|>=|<=|>|<|=))?(?:\\?"([^"\\]*)\\?"|([^\s"()]+)))/y;

interface Piece {
  readonly mark?: string;
  readonly property?: string;
  readonly operator?: string;
  readonly isQuoted: boolean;
  readonly text: string;
}

/**
 * Reads the KQL of `$search`: words and `property:value`, side by side or with AND, OR, NOT and brackets. A word is looked for
 * in sender, recipients, subject, body and the names of attachments, at the beginning of words.
 * https://learn.microsoft.com/graph/search-query-parameter
 */
export function parseSearch(text: string, attachmentNames: AttachmentNames): Test {
  const kql = /^\s*"([\s\S]*)"\s*$/.exec(text)?.[1] ?? text;
  const pieces = piecesOf(kql);
  if (pieces.length === 0) throw badOutlookQuery('The $search query is empty.');
  let at = 0;
  const isWord = (word: string): boolean => {
    const piece = pieces[at];
    return (
      piece !== undefined &&
      !piece.isQuoted &&
      piece.property === undefined &&
      piece.mark === undefined &&
      piece.text === word
    );
  };
  const either = (): Test => {
    const tests = [all()];
    while (isWord('OR')) {
      at += 1;
      tests.push(all());
    }
    return (record) => tests.some((test) => test(record));
  };
  const all = (): Test => {
    const tests = [single()];
    while (at < pieces.length && !isWord('OR') && pieces[at]?.mark !== ')') {
      if (isWord('AND')) at += 1;
      tests.push(single());
    }
    return (record) => tests.every((test) => test(record));
  };
  const single = (): Test => {
    if (isWord('NOT')) {
      at += 1;
      const inner = single();
      return (record) => !inner(record);
    }
    const piece = pieces[at];
    at += 1;
    if (piece === undefined || piece.mark === ')') throw badOutlookQuery(`Syntax error in: ${kql}`);
    if (piece.mark !== '(') return testOf(piece, attachmentNames);
    const inner = either();
    if (pieces[at]?.mark !== ')') throw badOutlookQuery(`Syntax error in: ${kql}`);
    at += 1;
    return inner;
  };
  const test = either();
  if (at < pieces.length) throw badOutlookQuery(`Syntax error in: ${kql}`);
  return test;
}

function piecesOf(kql: string): Piece[] {
  const pieces: Piece[] = [];
  PIECES.lastIndex = 0;
  while (kql.slice(PIECES.lastIndex).trim() !== '') {
    const found = PIECES.exec(kql);
    if (found === null) throw badOutlookQuery(`Syntax error in: ${kql}`);
    const [, mark, property, operator, quoted, bare] = found;
    pieces.push({
      ...(mark === undefined ? {} : { mark }),
      ...(property === undefined || operator === undefined
        ? {}
        : { property: property.toLowerCase(), operator }),
      isQuoted: quoted !== undefined,
      text: quoted ?? bare ?? '',
    });
  }
  return pieces;
}

function testOf({ property, operator, text }: Piece, attachmentNames: AttachmentNames): Test {
  const wanted = text.toLowerCase().replace(/\*$/, '');
  const has = hasWord(wanted);
  const inItem =
    (read: (item: MessageItem) => string): Test =>
    ({ item }) =>
      has(read(item));
  switch (property) {
    case undefined:
      return (record) =>
        has(everybodyIn(record.item)) ||
        has(record.item.subject) ||
        has(textOf(record.item)) ||
        has(attachmentNames(record).join(' '));
    case 'from':
      return inItem(({ from }) => namesOf([from]));
    case 'to':
      return inItem(({ toRecipients }) => namesOf(toRecipients));
    case 'cc':
      return inItem(({ ccRecipients }) => namesOf(ccRecipients));
    case 'bcc':
      return inItem(({ bccRecipients }) => namesOf(bccRecipients));
    case 'participants':
      return inItem(everybodyIn);
    case 'recipients':
      return inItem(({ toRecipients, ccRecipients, bccRecipients }) =>
        namesOf([...toRecipients, ...ccRecipients, ...bccRecipients]),
      );
    case 'subject':
      return inItem(({ subject }) => subject);
    case 'body':
      return inItem(textOf);
    case 'attachment':
      return (record) => has(attachmentNames(record).join(' '));
    case 'category':
      return ({ item }) => item.categories.some((category) => category.toLowerCase() === wanted);
    case 'importance':
      return ({ item }) => item.importance === wanted;
    case 'isread':
      return ({ item }) => String(item.isRead) === wanted;
    case 'isflagged':
      return ({ item }) => String(item.flag.flagStatus === 'flagged') === wanted;
    case 'hasattachments':
    case 'hasattachment':
      return ({ item }) => String(item.hasAttachments ?? false) === wanted;
    case 'received':
    case 'sent':
      return timeTest(property, operator ?? ':', text);
    default:
      throw badOutlookQuery(`The property '${property}' cannot be searched.`);
  }
}

/** `received:2026-11-26`, `received>=2026-11-20`, `received:2026-11-20..2026-11-26`: days, which are UTC here. */
function timeTest(property: 'received' | 'sent', operator: string, text: string): Test {
  const [first = '', last] = text.split('..');
  if ([first, last ?? first].some((day) => !/^\d{4}-\d{2}-\d{2}/.test(day))) {
    throw badOutlookQuery(`'${text}' is not a date.`);
  }
  const dayOf = ({ item }: MessageRecord, length: number): string =>
    (property === 'received' ? item.receivedDateTime : item.sentDateTime).slice(0, length);
  if (last !== undefined) {
    return (record) => dayOf(record, first.length) >= first && dayOf(record, last.length) <= last;
  }
  switch (operator) {
    case '>':
      return (record) => dayOf(record, first.length) > first;
    case '>=':
      return (record) => dayOf(record, first.length) >= first;
    case '<':
      return (record) => dayOf(record, first.length) < first;
    case '<=':
      return (record) => dayOf(record, first.length) <= first;
    default:
      return (record) => dayOf(record, first.length) === first;
  }
}

function hasWord(wanted: string): (text: string) => boolean {
  return (text) => {
    const lower = text.toLowerCase();
    for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
      if (at === 0 || !/[\p{L}\p{N}]/u.test(lower.charAt(at - 1))) return true;
    }
    return false;
  };
}

function everybodyIn({ from, toRecipients, ccRecipients }: MessageItem): string {
  return namesOf([from, ...toRecipients, ...ccRecipients]);
}

function namesOf(recipients: readonly (Recipient | null)[]): string {
  return recipients
    .map((each) => (each === null ? '' : `${each.emailAddress.name} ${each.emailAddress.address}`))
    .join(' ');
}

function textOf({ body }: MessageItem): string {
  return body.contentType === 'html' ? textOfHtml(body.content) : body.content;
}
