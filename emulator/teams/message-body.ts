import { checkBody } from '../odata/check-body.js';
import type { Entity } from '../odata/entity.js';
import { toItemBody } from '../outlook/mail/message-body.js';
import { badTeamsRequest } from './teams-access.js';
import type { ChatMessageItem } from './teams-records.js';
import type { NewChatMessage } from './teams-store.js';

const WRITABLE = ['attachments', 'body', 'importance', 'locale', 'mentions', 'subject', 'summary'];

/** A new message of a request body; there is none without a text. */
export function readNewMessage(body: unknown): NewChatMessage {
  const { body: content, ...item } = readMessageChange(body);
  if (content === undefined || content.content === '') {
    throw badTeamsRequest("Missing body content: the property 'body' is required.");
  }
  return { ...item, body: content };
}

export function readMessageChange(body: unknown): Partial<ChatMessageItem> {
  const checked = checkBody(body, {
    typeName: 'chatMessage',
    writable: WRITABLE,
    code: 'BadRequest',
  });
  return Object.fromEntries(
    Object.entries(checked).map(([name, value]) => {
      if (name === 'body') return [name, toItemBody(value as Entity | null)];
      return [name, value ?? (name === 'attachments' || name === 'mentions' ? [] : null)];
    }),
  );
}
