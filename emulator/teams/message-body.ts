import { checkBody } from '../odata/check-body.js';
import type { Entity } from '../odata/entity.js';
import { toItemBody } from '../outlook/mail/message-body.js';
import { cleanHtml } from './clean-html.js';
import { markAttachments, markMentions } from './message-marks.js';
import { badTeamsRequest } from './teams-access.js';
import type { ChatMessageItem } from './teams-records.js';
import type { NewChatMessage } from './teams-store.js';

const WRITABLE = ['attachments', 'body', 'importance', 'locale', 'mentions', 'subject', 'summary'];
const LISTS = ['attachments', 'mentions'];
const EMPTY = {
  body: { contentType: 'text', content: '' },
  attachments: [],
  mentions: [],
} as const;

/** A new message of a request body; there is none without a text. */
export function readNewMessage(body: unknown): NewChatMessage {
  const { body: content, ...item } = readMessageChange(body, EMPTY);
  if (content === undefined || content.content === '') {
    throw badTeamsRequest("Missing body content: the property 'body' is required.");
  }
  return { ...item, body: content };
}

/** What a request changes of a message; its mentions and attachments have to fit its text afterwards. */
export function readMessageChange(
  body: unknown,
  before: Pick<ChatMessageItem, 'body' | 'attachments' | 'mentions'>,
): Partial<ChatMessageItem> {
  const checked = checkBody(body, {
    typeName: 'chatMessage',
    writable: WRITABLE,
    code: 'BadRequest',
  });
  const given: Partial<ChatMessageItem> = Object.fromEntries(
    Object.entries(checked).map(([name, value]) => {
      if (name === 'body') return [name, toItemBody(value as Entity | null)];
      return [name, value ?? (LISTS.includes(name) ? [] : null)];
    }),
  );
  if (!['body', ...LISTS].some((name) => name in given)) return given;
  const text = given.body ?? before.body;
  // Markers are compared as they were sent, letter by letter, before the text is cleaned.
  const { body: marked, mentions } = markMentions(text, given.mentions ?? before.mentions);
  const attachments = markAttachments(marked, given.attachments ?? before.attachments);
  const content = marked.contentType === 'html' ? cleanHtml(marked.content) : marked.content;
  return { ...given, body: { ...marked, content }, mentions, attachments };
}
