import * as z from 'zod';
import { createChat } from '../../graph/teams/chats.js';
import { sendToChat } from '../../graph/teams/messages.js';
import { defineAction, type ActionDeps } from '../define-action.js';
import { actionInputs } from '../inputs/action-inputs.js';
import { requirePersonId } from '../names/require-id.js';
import { wrongInput } from '../wrong-input.js';
import { membersOf } from './chat-members.js';
import { chatInput, chooseChat, findChatOf } from './choose-chat.js';
import { choosePoster, type Poster } from './choose-poster.js';
import { sentMessageSchema, toSentMessage } from './sent-message.js';
import { messageAliases, messageInputs, writeMessage } from './write-message.js';

export const teamsSendChatMessage = defineAction({
  name: 'teams_send_chat_message',
  title: 'Send a chat message',
  description:
    'Sends a message to a chat or to people, as a person who signed in. Use it to tell somebody something; a missing chat is begun.',
  isCore: true,
  input: z.strictObject({
    chat: chatInput.optional(),
    people: z
      .array(z.string().min(1).max(320))
      .min(1)
      .max(50)
      .optional()
      .describe('Instead: names, mail addresses or ids.'),
    ...messageInputs,
    ...actionInputs,
  }),
  aliases: messageAliases,
  output: z.object({ message: sentMessageSchema }),
  restBody: null,
  area: 'teams',
  features: ['postToChats', 'readChats', 'createChats', 'people'],
  graphCalls: ['GET /users/{id}/chats', 'POST /chats', 'POST /chats/{id}/messages'],
  scope: 'teams:send',
  annotations: { destructive: false, idempotent: false },
  http: { method: 'POST', path: '/api/teams/chats/messages', successStatus: 201 },
  alsoKnownAs: [
    { tool: 'post_chat_message_as_agent', inputs: { chatId: 'chat', message: 'body' } },
  ],
  risk: 'send',
  prepare: async (deps, input, call) => {
    const poster = await choosePoster(deps, call, input.account);
    const target = await chooseTarget(deps, poster, input);
    const { message, details } = await writeMessage(deps, input);
    return {
      effect: `Send a chat message to ${target.title}`,
      details: { ...details, ...(target.chatId === null && { beginsChat: true }) },
      prepared: { graph: poster.graph, target, message },
    };
  },
  perform: async (deps, { graph, target, message }) => {
    const { members } = target;
    const begin = async () =>
      createChat(graph, { members: await membersOf(deps, members), topic: null });
    const chatId = target.chatId ?? (await begin()).id;
    const sent = await sendToChat(graph, chatId, message);
    return {
      result: { message: { ...toSentMessage(sent, deps.timeZone), chatId } },
      id: sent.id,
    };
  },
});

interface Target {
  readonly title: string;
  /** Null: it is to be made, of these members. */
  readonly chatId: string | null;
  readonly members: readonly string[];
}

async function chooseTarget(
  deps: Pick<ActionDeps, 'names'>,
  poster: Poster,
  {
    chat,
    people,
  }: { readonly chat?: string | undefined; readonly people?: readonly string[] | undefined },
): Promise<Target> {
  if (chat !== undefined && people !== undefined) {
    throw wrongInput('people', 'and chat: send one of them');
  }
  if (chat !== undefined) {
    const { id, name } = await chooseChat(poster, chat);
    return { title: name, chatId: id, members: [] };
  }
  if (people === undefined) throw wrongInput('chat', 'is missing; or send people');
  const ids = await Promise.all(
    people.map((person, index) => requirePersonId(deps.names, person.trim(), `people.${index}`)),
  );
  const others = [...new Set(ids)].filter((id) => id !== poster.personId);
  if (others.length === 0) throw wrongInput('people', 'are nobody but the sender');
  const found = await findChatOf(poster, others);
  return {
    title: people.join(', '),
    chatId: found?.id ?? null,
    members: [poster.personId, ...others],
  };
}
