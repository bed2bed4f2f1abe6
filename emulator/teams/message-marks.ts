import { textIn, type Entity } from '../odata/entity.js';
import type { ItemBody } from '../outlook/mail/message-record.js';
import { isObject } from '../schema/check-value.js';
import { badTeamsRequest } from './teams-access.js';

const MENTION = /<at id="(\d+)">([\s\S]*?)<\/at>/g;
const ATTACHMENT = /<attachment id="([^"]*)">\s*<\/attachment>/g;

/**
 * Every mention needs its marker in the body, letter by letter; a marker without a mention loses its meaning and stays as text.
 * Whom a mention names is not looked up: a wrong id is taken and reaches nobody.
 * https://learn.microsoft.com/graph/api/chatmessage-post, github.com/n8n-io/n8n/pull/37624
 */
export function markMentions(
  body: ItemBody,
  given: readonly unknown[],
): { readonly body: ItemBody; readonly mentions: readonly Entity[] } {
  const mentions = given.map(readMention);
  const marked = markersIn(body, MENTION);
  const ids = mentions.map(({ id }) => String(id));
  if (new Set(ids).size !== ids.length) {
    throw badTeamsRequest('Duplicate mention ids in the message.');
  }
  for (const { id, mentionText } of mentions) {
    if (!marked.includes(String(id))) {
      throw badTeamsRequest(
        `Neither Body nor adaptive card content contains marker for mention with Id '${String(id)}'. Add '<at id="${String(id)}">${String(mentionText)}</at>' to the body or an adaptive card.`,
      );
    }
  }
  const content =
    body.contentType === 'text'
      ? body.content
      : body.content.replace(MENTION, (whole, id: string, text: string) =>
          ids.includes(id) ? whole : text,
        );
  return { body: { ...body, content }, mentions };
}

/** The same for attachments, which carry a link or a card. */
export function markAttachments(body: ItemBody, given: readonly unknown[]): readonly Entity[] {
  const attachments = given.map(readAttachment);
  const marked = markersIn(body, ATTACHMENT);
  for (const { id } of attachments) {
    if (!marked.includes(String(id))) {
      throw badTeamsRequest(
        `Body does not contain marker for attachment with Id '${String(id)}'. Add '<attachment id="${String(id)}"></attachment>' to the body.`,
      );
    }
  }
  return attachments;
}

function readMention(value: unknown): Entity {
  const mention: Entity = isObject(value) ? value : {};
  const { id, mentionText, mentioned } = mention;
  if (typeof id !== 'number' || typeof mentionText !== 'string' || mentionText === '') {
    throw badTeamsRequest("A mention needs an 'id' and a 'mentionText'.");
  }
  const { user, conversation, application, device } = isObject(mentioned) ? mentioned : {};
  if (isObject(user)) {
    if (typeof user['id'] !== 'string' || typeof user['userIdentityType'] !== 'string') {
      throw badTeamsRequest(
        'A value without a type name was found and no expected type is available. When the model is specified, each value in the payload must have a type which can be either specified in the payload, explicitly by the caller or implicitly inferred from the parent value.',
      );
    }
  } else if (!isObject(conversation) && !isObject(application)) {
    throw badTeamsRequest("A mention needs whom it is about in 'mentioned'.");
  }
  return {
    id,
    mentionText,
    mentioned: {
      application: application ?? null,
      device: device ?? null,
      conversation: conversation ?? null,
      user: user ?? null,
    },
  };
}

function readAttachment(value: unknown): Entity {
  const attachment: Entity = isObject(value) ? value : {};
  const contentType = textIn(attachment, 'contentType', '');
  if (textIn(attachment, 'id', '') === '' || contentType === '') {
    throw badTeamsRequest("An attachment needs an 'id' and a 'contentType'.");
  }
  const isReference = contentType === 'reference';
  if (isReference && !textIn(attachment, 'contentUrl', '').startsWith('https://')) {
    throw badTeamsRequest("A reference attachment needs the address of its file in 'contentUrl'.");
  }
  if (contentType.startsWith('application/vnd.microsoft.card') && !isCard(attachment['content'])) {
    throw badTeamsRequest("The 'content' of a card must be its JSON as a text.");
  }
  return {
    id: attachment['id'],
    contentType,
    contentUrl: attachment['contentUrl'] ?? null,
    content: attachment['content'] ?? null,
    name: attachment['name'] ?? null,
    thumbnailUrl: attachment['thumbnailUrl'] ?? null,
    teamsAppId: attachment['teamsAppId'] ?? null,
  };
}

function isCard(content: unknown): boolean {
  try {
    return typeof content === 'string' && isObject(JSON.parse(content));
  } catch {
    return false;
  }
}

/** A plain text holds no markers. */
function markersIn({ contentType, content }: ItemBody, marker: RegExp): readonly string[] {
  return contentType === 'text' ? [] : [...content.matchAll(marker)].map(([, id = '']) => id);
}
