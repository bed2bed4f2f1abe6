import * as z from 'zod';
import { readChannelMessages } from '../../graph/teams/messages.js';
import { accountInput } from '../accounts/account-choice.js';
import { defineOperation } from '../define-operation.js';
import { pageInputs, pageOutputs } from '../inputs/page-inputs.js';
import { chooseZone, timeZoneInput } from '../inputs/time-zone.js';
import { channelInput, chooseChannel, chooseTeamsAccount, teamInput } from './choose-channel.js';
import { isSaid, messageSchema, textOfMessages, toMessageRow } from './teams-schemas.js';

export const teamsListChannelMessages = defineOperation({
  name: 'teams_list_channel_messages',
  title: 'Read a channel',
  description:
    'Lists the posts of a channel, the one that was last replied to first. Use it to see what is talked about; teams_list_replies reads on.',
  input: z.strictObject({
    team: teamInput,
    channel: channelInput,
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
  graphCalls: ['GET /teams/{id}/channels/{id}/messages'],
  scope: 'teams:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: {
    method: 'GET',
    path: '/api/teams/{team}/channels/{channel}/messages',
    successStatus: 200,
  },
  handler: async (deps, { limit, cursor, timeZone, account, ...wanted }, call) => {
    const zone = chooseZone(deps, timeZone);
    const teams = await chooseTeamsAccount(deps, call, account);
    const place = await chooseChannel(teams, wanted);
    const page = await readChannelMessages(teams.graph, place, { limit, cursor });
    const messages = page.rows.filter(isSaid).map((message) => toMessageRow(message, zone));
    return { status: 200, json: JSON.stringify({ messages, nextCursor: page.nextCursor }) };
  },
});
