import * as z from 'zod';
import { readGroupsOf } from '../../graph/people/groups.js';
import { accountInput } from '../accounts/account-choice.js';
import { personInput } from '../accounts/person-choice.js';
import { defineOperation } from '../define-operation.js';
import { pageInputs, pageOutputs } from '../inputs/page-inputs.js';
import { choosePersonInDirectory } from '../people/directory-call.js';
import { groupSchema, textOfGroup, toGroup } from './groups-schemas.js';

export const groupsListMine = defineOperation({
  name: 'groups_list_mine',
  title: 'List my groups',
  description:
    'Lists the groups that somebody is in. Use it to find the group of a plan, team or mailbox.',
  input: z.strictObject({
    person: personInput,
    ...pageInputs(100, 50),
    account: accountInput,
  }),
  output: z.object({
    groups: z.array(groupSchema),
    ...pageOutputs,
  }),
  outsideText: textOfGroup('groups[]'),
  selectable: 'groups',
  restBody: null,
  area: 'directory',
  features: ['groups'],
  graphCalls: ['GET /users/{id}/memberOf/microsoft.graph.group'],
  scope: 'directory:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/groups', successStatus: 200 },
  handler: async (deps, { limit, cursor, ...whom }, call) => {
    const { graph, path } = await choosePersonInDirectory(deps, call, whom);
    const { rows, nextCursor } = await readGroupsOf(graph, path, { limit, cursor });
    const groups = rows.map(toGroup);
    return { status: 200, json: JSON.stringify({ groups, nextCursor }) };
  },
});
