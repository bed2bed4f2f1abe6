import { z } from 'zod';
import type { Person } from '../../entra/directory.js';
import type { ItemBody } from '../../outlook/mail/message-record.js';
import { membersOf } from '../../teams/teams-access.js';
import type {
  ChannelRecord,
  ChatMessageRecord,
  ChatRecord,
  TeamRecord,
} from '../../teams/teams-records.js';
import type { TeamsService } from '../../teams/teams-service.js';
import {
  addChannel,
  addChat,
  changeChat,
  changeReactions,
  changeTeam,
  deleteMessage,
  editMessage,
  postMessage,
} from '../../teams/teams-store.js';
import { action, needed, numbered, type PersonActions } from './person-action.js';
import { personCalled } from './person-called.js';

const text = z.string().min(1).default('Hello');

/** What people do in Teams. Without ids: their first team, its last channel, their last chat, their newest message. */
export function createTeamsActions(service: TeamsService): PersonActions {
  const { teams, channels, chats, messages } = service.teams;
  const isMemberOf = (person: Person, teamId: string): boolean => {
    const team = teams.get(teamId);
    return team !== undefined && membersOf(service, team).includes(person.id);
  };
  const teamOf = (person: Person, teamId: string | undefined): TeamRecord => {
    const own = [...teams.values()].filter(({ id }) => isMemberOf(person, id));
    return needed(
      own.find(({ id }) => teamId === undefined || id === teamId),
      'team',
    );
  };
  const channelOf = (person: Person, channelId: string | undefined): ChannelRecord =>
    needed(
      [...channels.values()].findLast(
        ({ id, teamId }) =>
          isMemberOf(person, teamId) && (channelId === undefined || id === channelId),
      ),
      'channel',
    );
  const chatOf = (person: Person, chatId: string | undefined): ChatRecord =>
    needed(
      [...chats.values()].findLast(
        ({ id, memberIds }) =>
          memberIds.includes(person.id) && (chatId === undefined || id === chatId),
      ),
      'chat',
    );
  const messageOf = (person: Person, messageId: string | undefined): ChatMessageRecord =>
    needed(
      [...messages.values()].findLast(
        ({ id, authorId, item }) =>
          authorId === person.id &&
          (messageId === undefined ? item.deletedDateTime === null : id === messageId),
      ),
      'message',
    );
  const idOf = (name: string): string => needed(personCalled(service, name), `person ${name}`).id;

  return {
    postToChannel: action(
      z.strictObject({
        channelId: z.string().optional(),
        subject: z.string().nullable().default(null),
        text,
      }),
      (person, { channelId, subject, text: words }, turn) => {
        const { id, teamId } = channelOf(person, channelId);
        const place = { kind: 'channel', teamId, channelId: id, replyToId: null } as const;
        return postMessage(service, place, person.id, { subject, body: html(words, turn) });
      },
    ),
    /** Without ids, to the newest post of any of the person's channels. */
    replyInChannel: action(
      z.strictObject({ channelId: z.string().optional(), messageId: z.string().optional(), text }),
      (person, { channelId, messageId, text: words }, turn) => {
        const post = [...messages.values()].findLast(
          ({ id, place }) =>
            place.kind === 'channel' &&
            place.replyToId === null &&
            isMemberOf(person, place.teamId) &&
            (channelId === undefined || place.channelId === channelId) &&
            (messageId === undefined || id === messageId),
        );
        const { id: replyToId, place: at } = needed(post, 'post');
        const { teamId, id } = channelOf(person, at.kind === 'channel' ? at.channelId : undefined);
        const place = { kind: 'channel', teamId, channelId: id, replyToId } as const;
        return postMessage(service, place, person.id, { body: html(words, turn) });
      },
    ),
    postToChat: action(
      z.strictObject({ chatId: z.string().optional(), text }),
      (person, { chatId, text: words }, turn) => {
        const place = { kind: 'chat', chatId: chatOf(person, chatId).id } as const;
        return postMessage(service, place, person.id, { body: html(words, turn) });
      },
    ),
    editMessage: action(
      z.strictObject({ messageId: z.string().optional(), text }),
      (person, { messageId, text: words }, turn) =>
        editMessage(service, messageOf(person, messageId), { body: html(words, turn) }),
    ),
    reactToMessage: action(
      z.strictObject({
        messageId: z.string().optional(),
        reaction: z.string().min(1).default('👍'),
      }),
      (person, { messageId, reaction }) => {
        const message = needed(
          [...messages.values()].findLast(
            ({ id, place, authorId }) =>
              authorId !== person.id &&
              (messageId === undefined || id === messageId) &&
              (place.kind === 'chat'
                ? chats.get(place.chatId)?.memberIds.includes(person.id) === true
                : isMemberOf(person, place.teamId)),
          ),
          'message',
        );
        const createdDateTime = service.now().toISOString();
        const mine = { reactionType: reaction, personId: person.id, createdDateTime };
        return changeReactions(service, message, [...(message.item.reactions ?? []), mine]);
      },
    ),
    deleteMessage: action(
      z.strictObject({ messageId: z.string().optional() }),
      (person, { messageId }) => deleteMessage(service, messageOf(person, messageId)),
    ),
    createChannel: action(
      z.strictObject({ teamId: z.string().optional(), name: z.string().min(1).default('Ideas') }),
      (person, { teamId, name }, turn) =>
        addChannel(service, teamOf(person, teamId).id, {
          displayName: numbered(name, turn),
          description: null,
        }),
    ),
    createChat: action(
      z.strictObject({ with: z.array(z.string()).min(1), topic: z.string().optional() }),
      (person, { with: others, topic }, turn) => {
        const memberIds = [...new Set([person.id, ...others.map(idOf)])];
        const isGroup = memberIds.length > 2 || topic !== undefined;
        return addChat(service, {
          chatType: isGroup ? 'group' : 'oneOnOne',
          topic: topic === undefined ? null : numbered(topic, turn),
          memberIds,
        });
      },
    ),
    renameChat: action(
      z.strictObject({ chatId: z.string().optional(), topic: z.string().min(1) }),
      (person, { chatId, topic }, turn) =>
        changeChat(service, chatOf(person, chatId), { topic: numbered(topic, turn) }),
    ),
    renameTeam: action(
      z.strictObject({ teamId: z.string().optional(), name: z.string().min(1) }),
      (person, { teamId, name }, turn) =>
        changeTeam(service, teamOf(person, teamId), { displayName: numbered(name, turn) }),
    ),
  };
}

function html(words: string, turn: number): ItemBody {
  return { contentType: 'html', content: `<p>${numbered(words, turn)}</p>` };
}
