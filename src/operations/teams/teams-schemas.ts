import * as z from 'zod';
import { readableMentions } from '../../domain/teams/mention-text.js';
import { toZonedInstant } from '../../domain/time/graph-date-time.js';
import type { Channel, Chat, Message, Team } from '../../graph/teams/teams-schemas.js';
import { toReadableText } from '../mail/text/mail-text.js';

export const teamSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().optional(),
});

export function toTeam({ id, displayName, description }: Team): z.infer<typeof teamSchema> {
  return { id, name: displayName ?? '', ...(description != null && { description }) };
}

export const channelSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().optional(),
  kind: z.string().optional().describe('standard, private or shared.'),
  webUrl: z.string().optional(),
});

export function toChannel(channel: Channel): z.infer<typeof channelSchema> {
  const { id, displayName, description, membershipType, webUrl } = channel;
  return {
    id,
    name: displayName ?? '',
    ...(description != null && { description }),
    ...(membershipType != null && { kind: membershipType }),
    ...(webUrl != null && { webUrl }),
  };
}

const fromSchema = z.object({ id: z.string().optional(), name: z.string() });

export const messageSchema = z.object({
  id: z.string(),
  createdAt: z.string().optional(),
  from: fromSchema.optional(),
  subject: z.string().optional(),
  body: z.string().describe('Markdown.'),
  isCut: z.boolean().optional().describe('The text is longer.'),
  importance: z.string().optional(),
  mentions: z.array(z.string()).optional(),
  attachments: z.array(z.string()).optional().describe('Names.'),
  replyCount: z.number().optional(),
  editedAt: z.string().optional(),
});

/** Guests and people of other tenants choose their names themselves. */
export const textOfMessages = [
  'messages[].body',
  'messages[].subject',
  'messages[].from.name',
  'messages[].mentions[]',
  'messages[].attachments[]',
];

export type MessageRow = z.infer<typeof messageSchema>;

/** In characters; the rest is for people to read. */
const longestText = 4_000;

/** What people said; what Teams itself notes (who came, who left) and what was taken back is left out. */
export function isSaid({ messageType, deletedDateTime }: Message): boolean {
  return (messageType ?? 'message') === 'message' && deletedDateTime == null;
}

export function toMessageRow(message: Message, zone: string): MessageRow {
  const { id, subject, importance } = message;
  const text = readText(message.body);
  const mentions = namesIn((message.mentions ?? []).map(({ mentionText }) => mentionText));
  const attachments = namesIn((message.attachments ?? []).map(({ name }) => name));
  const from = toFrom(message.from);
  const replies = message['replies@odata.count'] ?? message.replies?.length;
  return {
    id,
    ...timeAt('createdAt', message.createdDateTime, zone),
    ...(from !== null && { from }),
    ...(subject != null && subject !== '' && { subject }),
    body: text.slice(0, longestText),
    ...(text.length > longestText && { isCut: true }),
    ...(importance != null && importance !== 'normal' && { importance }),
    ...(mentions.length > 0 && { mentions }),
    ...(attachments.length > 0 && { attachments }),
    ...(replies !== undefined && { replyCount: replies }),
    ...timeAt('editedAt', message.lastEditedDateTime, zone),
  };
}

export const chatSchema = z.object({
  id: z.string(),
  kind: z.string().describe('oneOnOne, group or meeting.'),
  topic: z.string().optional(),
  people: z.array(z.string()).describe('Who is in it besides.'),
  lastMessage: z
    .object({ from: z.string().optional(), text: z.string(), createdAt: z.string().optional() })
    .optional(),
  isUnread: z.boolean().optional(),
});

export function toChat(
  chat: Chat,
  { personId, zone }: { readonly personId: string; readonly zone: string },
): z.infer<typeof chatSchema> {
  const { id, chatType, topic, lastMessagePreview: last } = chat;
  const isUnread = isUnreadBy(chat, personId);
  return {
    id,
    kind: chatType ?? 'unknown',
    ...(topic != null && topic !== '' && { topic }),
    people: othersIn(chat, personId),
    ...(last != null &&
      last.isDeleted !== true && {
        lastMessage: {
          ...(toFrom(last.from) !== null && { from: toFrom(last.from)?.name }),
          text: readText(last.body).slice(0, 300),
          ...timeAt('createdAt', last.createdDateTime, zone),
        },
      }),
    ...(isUnread !== null && { isUnread }),
  };
}

export function othersIn({ members }: Chat, personId: string): readonly string[] & string[] {
  return (members ?? []).flatMap(({ userId, displayName }) =>
    userId === personId || displayName == null ? [] : [displayName],
  );
}

/** Null: nobody says up to where the person has read. */
function isUnreadBy({ viewpoint, lastMessagePreview: last }: Chat, personId: string) {
  const read = viewpoint?.lastMessageReadDateTime;
  const said = last?.createdDateTime;
  if (read == null || said == null) return null;
  return Date.parse(said) > Date.parse(read) && last?.from?.user?.id !== personId;
}

function readText(body: Message['body']): string {
  const contentType = body?.contentType ?? 'text';
  const content = body?.content ?? '';
  const isHtml = contentType.toLowerCase() === 'html';
  return toReadableText(
    { contentType, content: isHtml ? readableMentions(content) : content },
    'markdown',
  );
}

function toFrom(from: Message['from']): z.infer<typeof fromSchema> | null {
  const who = from?.user ?? from?.application;
  if (who == null) return null;
  return { ...(who.id != null && { id: who.id }), name: who.displayName ?? 'somebody' };
}

function timeAt<Name extends string>(
  name: Name,
  instant: string | null | undefined,
  zone: string,
): Partial<Record<Name, string>> {
  const time = instant == null ? null : toZonedInstant(instant, zone);
  const member: Partial<Record<Name, string>> = {};
  if (time !== null) Object.assign(member, { [name]: time });
  return member;
}

function namesIn(names: readonly (string | null | undefined)[]): string[] {
  return names.flatMap((name) => (name == null || name === '' ? [] : [name]));
}
