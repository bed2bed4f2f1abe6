import * as z from 'zod';
import { readMembers } from '../../graph/people/people.js';
import { accountInput, chooseAccount } from '../accounts/account-choice.js';
import { defineOperation } from '../define-operation.js';
import { pageInputs, pageOutputs } from '../inputs/page-inputs.js';
import { personSchema, toPerson } from '../people/people-schemas.js';
import { requireGroup } from './require-group.js';

export const groupsListMembers = defineOperation({
  name: 'groups_list_members',
  title: 'List the members of a group',
  description:
    'Lists the people of a group. Use it to learn who can be assigned or should be told.',
  input: z.strictObject({
    group: z.string().min(1).max(320).describe('Name, mail address or id.'),
    ...pageInputs(100, 50),
    account: accountInput,
  }),
  output: z.object({
    group: z.object({ id: z.string(), name: z.string() }),
    members: z.array(personSchema),
    ...pageOutputs,
  }),
  selectable: 'members',
  restBody: null,
  area: 'directory',
  features: ['members', 'groups'],
  graphCalls: ['GET /groups', 'GET /groups/{id}/members/microsoft.graph.user'],
  scope: 'directory:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/groups/{group}/members', successStatus: 200 },
  handler: async (deps, { group: wanted, limit, cursor, account }, call) => {
    const graph = deps.graphFor(await chooseAccount(deps, call, account), call);
    const { id, name } = await requireGroup(graph, wanted);
    const page = await readMembers(graph, `/groups/${encodeURIComponent(id)}`, { limit, cursor });
    const members = page.rows.map(toPerson);
    const { nextCursor } = page;
    return { status: 200, json: JSON.stringify({ group: { id, name }, members, nextCursor }) };
  },
});
