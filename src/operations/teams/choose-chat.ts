import * as z from 'zod';
import { readChats } from '../../graph/teams/chats.js';
import type { Chat } from '../../graph/teams/teams-schemas.js';
import type { GraphGateway } from '../../graph/gateway/graph-gateway.js';
import { requireOne } from '../names/require-one.js';
import { othersIn } from './teams-schemas.js';

export const chatInput = z
  .string()
  .min(1)
  .max(400)
  .describe('Id, topic, or name of the other person.');

/** In pages of 50: the latest. An older chat is named by its id. */
const mostPages = 4;

export interface Chatter {
  readonly graph: Pick<GraphGateway, 'send'>;
  /** `/users/{id}` */
  readonly path: string;
  readonly personId: string;
}

/** ProblemError invalid_input with chats that may be meant. */
export async function chooseChat(
  chatter: Chatter,
  wanted: string,
  field = 'chat',
): Promise<{ readonly id: string; readonly name: string }> {
  if (/^19:.+@/.test(wanted)) return { id: wanted, name: 'a chat' };
  const chats = await latestChats(chatter);
  return requireOne(
    chats.map((chat) => toNamed(chat, chatter.personId)),
    wanted,
    { field, thing: 'chat' },
  );
}

/** The chat of exactly these people and the chatter; undefined: none of the latest. */
export async function findChatOf(
  chatter: Chatter,
  people: readonly string[],
): Promise<{ readonly id: string } | undefined> {
  const wanted = new Set([...people, chatter.personId]);
  const chats = await latestChats(chatter);
  return chats.find(({ chatType, topic, members }) => {
    const ids = (members ?? []).flatMap(({ userId }) => userId?.toLowerCase() ?? []);
    if (ids.length !== wanted.size || !ids.every((id) => wanted.has(id))) return false;
    return people.length === 1 ? chatType === 'oneOnOne' : chatType === 'group' && topic == null;
  });
}

async function latestChats({ graph, path }: Chatter): Promise<readonly Chat[]> {
  const chats: Chat[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const { rows, nextCursor } = await readChats(graph, path, { limit: 50, cursor });
    chats.push(...rows);
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  return chats;
}

/** A chat of two is called by the other one, and one without topic by all who are in it. */
function toNamed(chat: Chat, personId: string) {
  const people = othersIn(chat, personId).join(', ');
  const { topic } = chat;
  const name = topic == null || topic === '' ? people : topic;
  return { id: chat.id, name, also: chat.chatType === 'oneOnOne' ? [people] : [] };
}
