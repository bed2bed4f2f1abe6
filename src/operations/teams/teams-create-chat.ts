import * as z from 'zod';
import { createChat } from '../../graph/teams/chats.js';
import { choosePerson, personInput } from '../accounts/person-choice.js';
import { defineAction } from '../define-action.js';
import { actionInputs } from '../inputs/action-inputs.js';
import { requirePersonId } from '../names/require-id.js';
import { wrongInput } from '../wrong-input.js';
import { membersOf } from './chat-members.js';

export const teamsCreateChat = defineAction({
  name: 'teams_create_chat',
  title: 'Begin a chat',
  description:
    'Begins a chat of a person with others; between two, answers the one that there is. Use it for a new group with a topic.',
  input: z.strictObject({
    people: z
      .array(z.string().min(1).max(320))
      .min(1)
      .max(50)
      .describe('The others: names, mail addresses or ids.'),
    topic: z.string().trim().min(1).max(250).optional().describe('Makes it a group.'),
    person: personInput,
    ...actionInputs,
  }),
  output: z.object({
    chat: z.object({ id: z.string(), kind: z.string(), topic: z.string().optional() }),
  }),
  restBody: null,
  area: 'teams',
  features: ['createChats', 'people'],
  graphCalls: ['POST /chats'],
  scope: 'teams:send',
  annotations: { destructive: false, idempotent: false },
  http: { method: 'POST', path: '/api/teams/chats', successStatus: 201 },
  prepare: async (deps, { people, topic = null, person, account }, call) => {
    const { graph, personId } = await choosePerson(deps, call, { person, account });
    const ids = await Promise.all(
      people.map((one, index) => requirePersonId(deps.names, one.trim(), `people.${index}`)),
    );
    const others = [...new Set(ids)].filter((id) => id !== personId);
    if (others.length === 0) throw wrongInput('people', 'are nobody but yourself');
    const about = topic === null ? '' : ` about "${topic}"`;
    return {
      effect: `Begin a chat${about} with ${people.join(', ')}`,
      prepared: { graph, members: [personId, ...others], topic },
    };
  },
  perform: async (deps, { graph, members, topic }) => {
    const chat = await createChat(graph, { members: await membersOf(deps, members), topic });
    return {
      result: {
        chat: {
          id: chat.id,
          kind: chat.chatType ?? 'unknown',
          ...(chat.topic != null && { topic: chat.topic }),
        },
      },
      id: chat.id,
    };
  },
});
