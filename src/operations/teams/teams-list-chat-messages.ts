import * as z from 'zod';
import { readChatMessages } from '../../graph/teams/messages.js';
import { accountInput } from '../accounts/account-choice.js';
import { choosePerson, personInput } from '../accounts/person-choice.js';
import { defineOperation } from '../define-operation.js';
import { pageInputs, pageOutputs } from '../inputs/page-inputs.js';
import { chooseZone, timeZoneInput } from '../inputs/time-zone.js';
import { chatInput, chooseChat } from './choose-chat.js';
import { isSaid, messageSchema, textOfMessages, toMessageRow } from './teams-schemas.js';

export const teamsListChatMessages = defineOperation({
  name: 'teams_list_chat_messages',
  title: 'Read a chat',
  description: 'Lists the messages of a chat, newest first. Use it to read what was said.',
  isCore: true,
  input: z.strictObject({
    chat: chatInput,
    person: personInput,
    timeZone: timeZoneInput,
    ...pageInputs(50, 20),
    account: accountInput,
  }),
  output: z.object({ messages: z.array(messageSchema), ...pageOutputs }),
  outsideText: textOfMessages,
  selectable: 'messages',
  restBody: null,
  area: 'teams',
  features: ['readChats'],
  graphCalls: ['GET /users/{id}/chats', 'GET /chats/{id}/messages'],
  scope: 'teams:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/teams/chats/{chat}/messages', successStatus: 200 },
  handler: async (deps, { limit, cursor, timeZone, chat, ...whose }, call) => {
    const zone = chooseZone(deps, timeZone);
    const chatter = await choosePerson(deps, call, whose);
    const { id } = await chooseChat(chatter, chat);
    const { rows, nextCursor } = await readChatMessages(chatter.graph, id, { limit, cursor });
    const messages = rows.filter(isSaid).map((message) => toMessageRow(message, zone));
    return { status: 200, json: JSON.stringify({ messages, nextCursor }) };
  },
});
