import * as z from 'zod';
import { readAllTeams, readJoinedTeams } from '../../graph/teams/teams.js';
import { accountInput } from '../accounts/account-choice.js';
import { choosePerson, personInput } from '../accounts/person-choice.js';
import { defineOperation } from '../define-operation.js';
import { pageInputs, pageOutputs } from '../inputs/page-inputs.js';
import { chooseTeamsAccount } from './choose-channel.js';
import { teamSchema, toTeam } from './teams-schemas.js';

export const teamsListTeams = defineOperation({
  name: 'teams_list_teams',
  title: 'List teams',
  description:
    'Lists the teams that a person is in; for the app, all. Use it to learn what a team is called.',
  input: z.strictObject({
    person: personInput,
    ...pageInputs(200, 50),
    account: accountInput,
  }),
  output: z.object({ teams: z.array(teamSchema), ...pageOutputs }),
  outsideText: ['teams[].name', 'teams[].description'],
  selectable: 'teams',
  restBody: null,
  area: 'teams',
  features: ['teams'],
  graphCalls: ['GET /users/{id}/joinedTeams', 'GET /teams'],
  scope: 'teams:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/teams', successStatus: 200 },
  alsoKnownAs: [{ tool: 'list_teams' }, { tool: 'list_my_teams' }],
  handler: async (deps, { limit, cursor, person, account: named }, call) => {
    const { account, graph } = await chooseTeamsAccount(deps, call, named);
    const page = { limit, cursor };
    const isOfAll = account.kind === 'app' && person === undefined;
    const { rows, nextCursor } = isOfAll
      ? await readAllTeams(graph, page)
      : await readJoinedTeams(
          graph,
          (await choosePerson(deps, call, { person, account: named })).path,
          page,
        );
    return { status: 200, json: JSON.stringify({ teams: rows.map(toTeam), nextCursor }) };
  },
});
