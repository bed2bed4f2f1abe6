import * as z from 'zod';
import { accountInput, chooseAccount } from '../accounts/account-choice.js';
import { defineOperation } from '../define-operation.js';
import { groupSchema, textOfGroup } from './groups-schemas.js';
import { requireGroup } from './require-group.js';

export const groupsGet = defineOperation({
  name: 'groups_get',
  title: 'Get a group',
  description: 'Tells what a group is. Use it to turn the name of a group into its id.',
  input: z.strictObject({
    group: z.string().min(1).max(320).describe('Name, mail address or id.'),
    account: accountInput,
  }),
  output: z.object({ group: groupSchema }),
  outsideText: textOfGroup('group'),
  restBody: null,
  area: 'directory',
  features: ['groups'],
  graphCalls: ['GET /groups', 'GET /groups/{id}'],
  scope: 'directory:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/groups/{group}', successStatus: 200 },
  handler: async (deps, { group: wanted, account }, call) => {
    const graph = deps.graphFor(await chooseAccount(deps, call, account), call);
    const group = await requireGroup(graph, wanted);
    return { status: 200, json: JSON.stringify({ group }) };
  },
});
