import type { Caller } from '../entra/caller.js';
import { previewOf } from '../outlook/mail/mail-text.js';
import { membersOf } from '../teams/teams-access.js';
import { etagOfMessage } from '../teams/teams-entities.js';
import type { ChatMessageRecord } from '../teams/teams-records.js';
import type { TeamsService } from '../teams/teams-service.js';
import { hasWord, isWhen, type KqlClause } from './kql.js';
import type { SearchSource } from './search-source.js';

const READERS_OF_CHATS = ['Chat.Read', 'Chat.ReadWrite'];
const READERS_OF_CHANNELS = ['ChannelMessage.Read.All'];

/**
 * Messages of the chats and channels that one belongs to, newest first, with less than Teams itself says of them.
 * https://learn.microsoft.com/graph/search-concept-chat-messages
 */
export function createChatMessageSource(service: TeamsService): SearchSource {
  return {
    permissions: { person: [...READERS_OF_CHATS, ...READERS_OF_CHANNELS], app: [] },
    together: ['chatMessage'],
    maxSize: 1000,
    countsPage: true,
    isSortable: false,
    find: (caller, matches) =>
      [...service.teams.messages.values()]
        .filter(
          (message) =>
            message.item.deletedDateTime === null &&
            isSeen(service, caller, message) &&
            matches((clause) => holds(service, caller, { message, clause })),
        )
        .toReversed()
        .map((message) => ({
          hitId: hitIdOf(message),
          summary: previewOf(message.item.body),
          resource: shown(service, message),
        })),
  };
}

function isSeen(service: TeamsService, caller: Caller, { place }: ChatMessageRecord): boolean {
  const may = (names: readonly string[]): boolean =>
    names.some((name) => caller.permissions.has(name));
  if (place.kind === 'chat') {
    const chat = service.teams.chats.get(place.chatId);
    return may(READERS_OF_CHATS) && chat?.memberIds.includes(caller.id) === true;
  }
  const team = service.teams.teams.get(place.teamId);
  return (
    may(READERS_OF_CHANNELS) && team !== undefined && membersOf(service, team).includes(caller.id)
  );
}

function holds(
  service: TeamsService,
  caller: Caller,
  { message, clause }: { readonly message: ChatMessageRecord; readonly clause: KqlClause },
): boolean {
  const { item, authorId } = message;
  const { property, value } = clause;
  const mentioned = mentionedIn(message);
  switch (property) {
    case undefined:
      return [previewWhole(message), item.subject ?? '', nameOf(service, authorId)].some((text) =>
        hasWord(text, value),
      );
    case 'from':
      return hasWord(nameOf(service, authorId), value);
    case 'sent':
      return isWhen(item.createdDateTime, clause);
    case 'hasattachment':
      return String(item.attachments.length > 0) === value;
    case 'ismentioned':
      return String(mentioned.includes(caller.id.replaceAll('-', ''))) === value;
    case 'mentions':
      return mentioned.includes(value);
    default:
      return false;
  }
}

/** Ids without their dashes, as the query has them. */
function mentionedIn({ item }: ChatMessageRecord): readonly string[] {
  const ids = JSON.stringify(item.mentions).matchAll(/"id":"([\da-f-]{36})"/gi);
  return [...ids].map(([, id = '']) => id.toLowerCase().replaceAll('-', ''));
}

function shown(service: TeamsService, message: ChatMessageRecord) {
  const { item, place, authorId, id } = message;
  const person = service.people.get(authorId);
  return {
    '@odata.type': '#microsoft.graph.chatMessage',
    id,
    createdDateTime: item.createdDateTime,
    lastModifiedDateTime: item.lastModifiedDateTime,
    subject: item.subject ?? '',
    importance: item.importance,
    webLink: `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(hitIdOf(message))}&exvsurl=1&viewmodel=ReadMessageItem`,
    from: { emailAddress: { name: person?.displayName ?? null, address: person?.mail ?? null } },
    channelIdentity:
      place.kind === 'chat' ? {} : { teamId: place.teamId, channelId: place.channelId },
    etag: etagOfMessage(message),
    chatId: place.kind === 'chat' ? place.chatId : null,
  };
}

/** Exchange keeps a copy of what was said, and the hit is that copy. */
function hitIdOf({ id }: ChatMessageRecord): string {
  return Buffer.from(`teams message ${id}`).toString('base64');
}

function nameOf(service: TeamsService, id: string): string {
  const person = service.people.get(id);
  return `${person?.displayName ?? ''} ${person?.mail ?? ''}`;
}

function previewWhole({ item }: ChatMessageRecord): string {
  return item.body.content.replace(/<[^>]*>/g, ' ');
}
