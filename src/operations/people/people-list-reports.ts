import * as z from 'zod';
import { readReports } from '../../graph/people/people.js';
import { accountInput } from '../accounts/account-choice.js';
import { personInput } from '../accounts/person-choice.js';
import { defineOperation } from '../define-operation.js';
import { pageInputs, pageOutputs } from '../inputs/page-inputs.js';
import { choosePersonInDirectory } from './directory-call.js';
import { personSchema, toPerson } from './people-schemas.js';

export const peopleListReports = defineOperation({
  name: 'people_list_reports',
  title: "List somebody's reports",
  description: 'Lists who reports to somebody directly. Use it to find the people of a team.',
  input: z.strictObject({ person: personInput, ...pageInputs(100, 50), account: accountInput }),
  output: z.object({ personId: z.string(), reports: z.array(personSchema), ...pageOutputs }),
  selectable: 'reports',
  restBody: null,
  area: 'directory',
  features: ['managers'],
  graphCalls: ['GET /users/{id}/directReports'],
  scope: 'directory:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/people/reports', successStatus: 200 },
  handler: async (deps, { limit, cursor, ...whom }, call) => {
    const { graph, path, personId } = await choosePersonInDirectory(deps, call, whom);
    const { rows, nextCursor } = await readReports(graph, path, { limit, cursor });
    const reports = rows.map(toPerson);
    return { status: 200, json: JSON.stringify({ personId, reports, nextCursor }) };
  },
});
