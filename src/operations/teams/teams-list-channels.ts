import * as z from 'zod';
import { readChannels } from '../../graph/teams/teams.js';
import { accountInput } from '../accounts/account-choice.js';
import { defineOperation } from '../define-operation.js';
import { pageInputs, pageOutputs } from '../inputs/page-inputs.js';
import { chooseTeam, chooseTeamsAccount, teamInput } from './choose-channel.js';
import { channelSchema, toChannel } from './teams-schemas.js';

export const teamsListChannels = defineOperation({
  name: 'teams_list_channels',
  title: 'List channels',
  description: 'Lists the channels of a team. Use it to learn where to read or post.',
  input: z.strictObject({ team: teamInput, ...pageInputs(200, 50), account: accountInput }),
  output: z.object({ channels: z.array(channelSchema), ...pageOutputs }),
  outsideText: ['channels[].name', 'channels[].description'],
  selectable: 'channels',
  restBody: null,
  area: 'teams',
  features: ['teams', 'channels'],
  graphCalls: ['GET /teams/{id}/channels'],
  scope: 'teams:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/teams/{team}/channels', successStatus: 200 },
  handler: async (deps, { limit, cursor, team, account }, call) => {
    const teams = await chooseTeamsAccount(deps, call, account);
    const { id } = await chooseTeam(teams, team);
    const { rows, nextCursor } = await readChannels(teams.graph, id, { limit, cursor });
    return { status: 200, json: JSON.stringify({ channels: rows.map(toChannel), nextCursor }) };
  },
});
