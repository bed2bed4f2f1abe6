import * as z from 'zod';
import { readReplies } from '../../graph/teams/messages.js';
import { accountInput } from '../accounts/account-choice.js';
import { defineOperation } from '../define-operation.js';
import { pageInputs, pageOutputs } from '../inputs/page-inputs.js';
import { chooseZone, timeZoneInput } from '../inputs/time-zone.js';
import {
  channelInput,
  chooseChannel,
  chooseTeamsAccount,
  messageIdInput,
  teamInput,
} from './choose-channel.js';
import { isSaid, messageSchema, textOfMessages, toMessageRow } from './teams-schemas.js';

export const teamsListReplies = defineOperation({
  name: 'teams_list_replies',
  title: 'Read replies',
  description: 'Lists the replies to a post, newest first. Use it to follow a thread.',
  input: z.strictObject({
    team: teamInput,
    channel: channelInput,
    message: messageIdInput,
    timeZone: timeZoneInput,
    ...pageInputs(50, 20),
    account: accountInput,
  }),
  output: z.object({ messages: z.array(messageSchema), ...pageOutputs }),
  outsideText: textOfMessages,
  selectable: 'messages',
  restBody: null,
  area: 'teams',
  features: ['readChannelMessages', 'teams', 'channels'],
  graphCalls: ['GET /teams/{id}/channels/{id}/messages/{id}/replies'],
  scope: 'teams:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: {
    method: 'GET',
    path: '/api/teams/{team}/channels/{channel}/messages/{message}/replies',
    successStatus: 200,
  },
  handler: async (deps, { limit, cursor, timeZone, account, message, ...wanted }, call) => {
    const zone = chooseZone(deps, timeZone);
    const teams = await chooseTeamsAccount(deps, call, account);
    const place = { ...(await chooseChannel(teams, wanted)), messageId: message };
    const page = await readReplies(teams.graph, place, { limit, cursor });
    const messages = page.rows.filter(isSaid).map((reply) => toMessageRow(reply, zone));
    return { status: 200, json: JSON.stringify({ messages, nextCursor: page.nextCursor }) };
  },
});
