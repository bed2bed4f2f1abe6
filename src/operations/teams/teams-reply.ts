import * as z from 'zod';
import { replyInChannel } from '../../graph/teams/messages.js';
import { defineAction } from '../define-action.js';
import { actionInputs } from '../inputs/action-inputs.js';
import { channelInput, chooseChannel, messageIdInput, teamInput } from './choose-channel.js';
import { choosePoster } from './choose-poster.js';
import { sentMessageSchema, toSentMessage } from './sent-message.js';
import { messageAliases, messageInputs, writeMessage } from './write-message.js';

export const teamsReply = defineAction({
  name: 'teams_reply',
  title: 'Reply in a channel',
  description: 'Replies to a post, as a person who signed in. Use it to go on with a thread.',
  input: z.strictObject({
    team: teamInput,
    channel: channelInput,
    message: messageIdInput,
    ...messageInputs,
    ...actionInputs,
  }),
  aliases: messageAliases,
  output: z.object({ message: sentMessageSchema }),
  restBody: null,
  area: 'teams',
  features: ['postToChannels', 'teams', 'channels', 'people'],
  graphCalls: ['POST /teams/{id}/channels/{id}/messages/{id}/replies'],
  scope: 'teams:send',
  annotations: { destructive: false, idempotent: false },
  http: {
    method: 'POST',
    path: '/api/teams/{team}/channels/{channel}/messages/{message}/replies',
    successStatus: 201,
  },
  risk: 'post',
  prepare: async (deps, input, call) => {
    const poster = await choosePoster(deps, call, input.account);
    const channel = await chooseChannel(poster, input);
    const { message, details } = await writeMessage(deps, input);
    return {
      effect: `Reply in ${channel.title}`,
      details,
      prepared: { graph: poster.graph, place: { ...channel, messageId: input.message }, message },
    };
  },
  perform: async (deps, { graph, place, message }) => {
    const sent = await replyInChannel(graph, place, message);
    return { result: { message: toSentMessage(sent, deps.timeZone) }, id: sent.id };
  },
});
