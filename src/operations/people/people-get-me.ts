import * as z from 'zod';
import { readPerson } from '../../graph/people/people.js';
import { accountInput } from '../accounts/account-choice.js';
import { choosePerson } from '../accounts/person-choice.js';
import { defineOperation } from '../define-operation.js';
import { profileSchema, toProfile } from './people-schemas.js';

export const peopleGetMe = defineOperation({
  name: 'people_get_me',
  alsoKnownAs: [{ tool: 'get_my_profile' }],
  title: 'Who am I',
  description:
    'Tells who the person of the account is. Use it to learn your own id, mail address and job title.',
  input: z.strictObject({ account: accountInput }),
  output: z.object({ person: profileSchema }),
  selectable: 'person',
  restBody: null,
  area: 'directory',
  features: ['profile'],
  graphCalls: ['GET /users/{id}'],
  scope: 'directory:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/people/me', successStatus: 200 },
  handler: async (deps, { account }, call) => {
    const { graph, path } = await choosePerson(deps, call, { account });
    const person = toProfile(await readPerson(graph, path));
    return { status: 200, json: JSON.stringify({ person }) };
  },
});
