import * as z from 'zod';
import { postToChannel } from '../../graph/teams/messages.js';
import { defineAction } from '../define-action.js';
import { actionInputs } from '../inputs/action-inputs.js';
import { channelInput, chooseChannel, teamInput } from './choose-channel.js';
import { choosePoster } from './choose-poster.js';
import { sentMessageSchema, toSentMessage } from './sent-message.js';
import { messageAliases, messageInputs, writeMessage } from './write-message.js';

export const teamsPostMessage = defineAction({
  name: 'teams_post_message',
  title: 'Post in a channel',
  description:
    'Begins a thread in a channel, as a person who signed in. Use it to tell a team something; teams_reply answers a post.',
  isCore: true,
  input: z.strictObject({
    team: teamInput,
    channel: channelInput,
    subject: z.string().trim().min(1).max(255).optional().describe('Its headline.'),
    ...messageInputs,
    ...actionInputs,
  }),
  aliases: messageAliases,
  output: z.object({ message: sentMessageSchema }),
  restBody: null,
  area: 'teams',
  features: ['postToChannels', 'teams', 'channels', 'people'],
  graphCalls: ['POST /teams/{id}/channels/{id}/messages'],
  scope: 'teams:send',
  annotations: { destructive: false, idempotent: false },
  http: {
    method: 'POST',
    path: '/api/teams/{team}/channels/{channel}/messages',
    successStatus: 201,
  },
  alsoKnownAs: [
    {
      tool: 'post_channel_message',
      inputs: { teamId: 'team', channelId: 'channel', message: 'body' },
    },
    {
      tool: 'post_teams_message_as_agent',
      inputs: { teamId: 'team', channelId: 'channel', message: 'body' },
    },
  ],
  risk: 'post',
  prepare: async (deps, input, call) => {
    const poster = await choosePoster(deps, call, input.account);
    const place = await chooseChannel(poster, input);
    const { message, details } = await writeMessage(deps, input);
    return {
      effect: `Post in ${place.title}`,
      details,
      prepared: { graph: poster.graph, place, message },
    };
  },
  perform: async (deps, { graph, place, message }) => {
    const sent = await postToChannel(graph, place, message);
    return { result: { message: toSentMessage(sent, deps.timeZone) }, id: sent.id };
  },
});
