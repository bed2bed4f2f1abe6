import * as z from 'zod';
import { readPerson } from '../../graph/people/people.js';
import { accountInput } from '../accounts/account-choice.js';
import { defineOperation } from '../define-operation.js';
import { choosePersonInDirectory } from './directory-call.js';
import { profileSchema, toProfile } from './people-schemas.js';

export const peopleGet = defineOperation({
  name: 'people_get',
  title: 'Get a person',
  description:
    'Tells who somebody is: address, job title, department, phone. Use it for one you can name; people_search finds others.',
  input: z.strictObject({
    person: z.string().min(1).max(320).describe('Whole name, mail address or id.'),
    account: accountInput,
  }),
  output: z.object({ person: profileSchema }),
  selectable: 'person',
  restBody: null,
  area: 'directory',
  features: ['people'],
  graphCalls: ['GET /users/{id}'],
  scope: 'directory:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/people/{person}', successStatus: 200 },
  handler: async (deps, whom, call) => {
    const { graph, path } = await choosePersonInDirectory(deps, call, whom);
    const person = toProfile(await readPerson(graph, path));
    return { status: 200, json: JSON.stringify({ person }) };
  },
});
