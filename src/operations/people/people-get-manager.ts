import * as z from 'zod';
import { readManager } from '../../graph/people/people.js';
import { accountInput } from '../accounts/account-choice.js';
import { personInput } from '../accounts/person-choice.js';
import { defineOperation } from '../define-operation.js';
import { choosePersonInDirectory } from './directory-call.js';
import { personSchema, toPerson } from './people-schemas.js';

export const peopleGetManager = defineOperation({
  name: 'people_get_manager',
  title: "Get somebody's manager",
  description: 'Tells whom somebody reports to. Use it to find who decides.',
  input: z.strictObject({ person: personInput, account: accountInput }),
  output: z.object({
    personId: z.string().describe('Whose manager it is.'),
    manager: personSchema.nullable().describe('Null: there is none.'),
  }),
  restBody: null,
  area: 'directory',
  features: ['managers'],
  graphCalls: ['GET /users/{id}/manager'],
  scope: 'directory:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/people/manager', successStatus: 200 },
  handler: async (deps, whom, call) => {
    const { graph, path, personId } = await choosePersonInDirectory(deps, call, whom);
    const found = await readManager(graph, path);
    const manager = found === null ? null : toPerson(found);
    return { status: 200, json: JSON.stringify({ personId, manager }) };
  },
});
