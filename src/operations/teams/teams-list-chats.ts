import * as z from 'zod';
import { readChats } from '../../graph/teams/chats.js';
import { accountInput } from '../accounts/account-choice.js';
import { choosePerson, personInput } from '../accounts/person-choice.js';
import { defineOperation } from '../define-operation.js';
import { pageInputs, pageOutputs } from '../inputs/page-inputs.js';
import { chooseZone, timeZoneInput } from '../inputs/time-zone.js';
import { chatSchema, toChat } from './teams-schemas.js';

export const teamsListChats = defineOperation({
  name: 'teams_list_chats',
  title: 'List chats',
  description:
    "Lists a person's chats with who is in them and what was last said, the latest first. Use it to see what is new.",
  isCore: true,
  input: z.strictObject({
    person: personInput,
    timeZone: timeZoneInput,
    ...pageInputs(50, 20),
    account: accountInput,
  }),
  output: z.object({ chats: z.array(chatSchema), ...pageOutputs }),
  outsideText: [
    'chats[].topic',
    'chats[].people[]',
    'chats[].lastMessage.text',
    'chats[].lastMessage.from',
  ],
  selectable: 'chats',
  restBody: null,
  area: 'teams',
  features: ['readChats'],
  graphCalls: ['GET /users/{id}/chats'],
  scope: 'teams:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/teams/chats', successStatus: 200 },
  alsoKnownAs: [{ tool: 'list_my_chats' }],
  handler: async (deps, { limit, cursor, timeZone, ...whose }, call) => {
    const zone = chooseZone(deps, timeZone);
    const { graph, path, personId } = await choosePerson(deps, call, whose);
    const { rows, nextCursor } = await readChats(graph, path, { limit, cursor });
    const chats = rows.map((chat) => toChat(chat, { personId, zone }));
    return { status: 200, json: JSON.stringify({ chats, nextCursor }) };
  },
});
