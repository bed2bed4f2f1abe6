import { badOutlookQuery } from '../outlook-failures.js';
import { previewOf } from './mail-text.js';
import type { MessageItem, Recipient } from './message-record.js';

type Test = (item: MessageItem) => boolean;

const WORDS = /(?:(\w+):)?(?:\\?"([^"\\]*)\\?"|([^\s"]+))/g;

/**
 * Reads the KQL of `$search`: words and `property:value`, side by side or with AND, OR and NOT. A word is looked for in
 * sender, subject and body, at the beginning of words.
 * https://learn.microsoft.com/graph/search-query-parameter
 */
export function parseSearch(text: string): Test {
  const kql = /^\s*"([\s\S]*)"\s*$/.exec(text)?.[1] ?? text;
  if (kql.trim() === '') throw badOutlookQuery('The $search query is empty.');
  const alternatives: Test[][] = [[]];
  let isNegated = false;
  for (const [whole, property, quoted, bare] of kql.matchAll(WORDS)) {
    if (whole === 'AND') continue;
    if (whole === 'OR') alternatives.push([]);
    else if (whole === 'NOT') isNegated = true;
    else {
      const test = testOf(property?.toLowerCase(), (quoted ?? bare ?? '').toLowerCase());
      alternatives.at(-1)?.push(isNegated ? (item) => !test(item) : test);
      isNegated = false;
    }
  }
  return (item) =>
    alternatives.some((tests) => tests.length > 0 && tests.every((test) => test(item)));
}

function testOf(property: string | undefined, wanted: string): Test {
  switch (property) {
    case undefined:
      return (item) => [namesOf([item.from]), item.subject, previewAll(item)].some(hasWord(wanted));
    case 'from':
      return (item) => hasWord(wanted)(namesOf([item.from]));
    case 'to':
      return (item) => hasWord(wanted)(namesOf(item.toRecipients));
    case 'cc':
      return (item) => hasWord(wanted)(namesOf(item.ccRecipients));
    case 'bcc':
      return (item) => hasWord(wanted)(namesOf(item.bccRecipients));
    case 'participants':
      return (item) =>
        hasWord(wanted)(namesOf([item.from, ...item.toRecipients, ...item.ccRecipients]));
    case 'recipients':
      return (item) => hasWord(wanted)(namesOf([...item.toRecipients, ...item.ccRecipients]));
    case 'subject':
      return (item) => hasWord(wanted)(item.subject);
    case 'body':
      return (item) => hasWord(wanted)(previewAll(item));
    case 'importance':
      return (item) => item.importance === wanted;
    case 'received':
    case 'sent':
      return (item) => item.receivedDateTime.startsWith(wanted);
    case 'hasattachments':
      return () => wanted === 'false';
    default:
      throw badOutlookQuery(`The property '${property}' cannot be searched.`);
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

function namesOf(recipients: readonly (Recipient | null)[]): string {
  return recipients
    .map((each) => (each === null ? '' : `${each.emailAddress.name} ${each.emailAddress.address}`))
    .join(' ');
}

function previewAll({ body }: MessageItem): string {
  return body.contentType === 'html' ? previewOf(body) : body.content;
}
