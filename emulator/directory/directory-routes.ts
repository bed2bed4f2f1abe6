import type { GraphCall } from '../graph/exchange.js';
import type { GraphRoute } from '../graph/route.js';
import { routesOf } from '../graph/routes-of.js';
import { getApplication } from './applications.js';
import type { DirectoryService } from './directory-service.js';
import { deltaOfGroups, getGroup, listGroups } from './groups.js';
import { getPhotoOfGroup, getPhotoOfPerson } from './photos.js';
import { getPresence, getPresences } from './presence.js';
import {
  getManager,
  listDirectReports,
  listGroupsOfGroup,
  listGroupsOfPerson,
  listMembers,
  listOwners,
} from './relations.js';
import { listPeople } from './relevant-people.js';
import { deltaOfUsers, getUser, listUsers } from './users.js';

/** The directory's part of Graph v1.0: people, groups, who belongs to whom, and what changed. */
export function createDirectoryRoutes(service: DirectoryService): readonly GraphRoute[] {
  const on = routesOf(service);
  const group = 'microsoft.graph.group';
  const user = 'microsoft.graph.user';
  return [
    on('users/delta', { GET: deltaOfUsers }),
    on('users', { GET: listUsers }),
    ...['me', 'users/*'].flatMap((person) => [
      on(person, { GET: getUser }),
      on(`${person}/manager`, { GET: getManager }),
      on(`${person}/directReports`, { GET: listDirectReports }),
      on(`${person}/memberOf`, { GET: listGroupsOfPerson }),
      on(`${person}/memberOf/${group}`, { GET: listGroupsOfPerson }),
      on(`${person}/transitiveMemberOf`, { GET: listGroupsOfPerson }),
      on(`${person}/transitiveMemberOf/${group}`, { GET: listGroupsOfPerson }),
      on(`${person}/people`, { GET: listPeople }),
      on(`${person}/photo`, { GET: getPhotoOfPerson }),
      on(`${person}/photo/$value`, { GET: getPhotoOfPerson }),
      on(`${person}/presence`, { GET: getPresence }),
    ]),
    on('communications/getPresencesByUserId', { POST: getPresences }),
    on('groups/delta', { GET: deltaOfGroups }),
    on('groups/*', { GET: getGroup }),
    on('groups', { GET: listGroups }),
    ...['members', 'transitiveMembers'].flatMap((members) => [
      on(`groups/*/${members}`, { GET: listMembers }),
      on(`groups/*/${members}/${user}`, { GET: listMembers }),
    ]),
    on('groups/*/owners', { GET: listOwners }),
    on(`groups/*/owners/${user}`, { GET: listOwners }),
    on('groups/*/memberOf', { GET: listGroupsOfGroup }),
    on('groups/*/photo', { GET: getPhotoOfGroup }),
    on('groups/*/photo/$value', { GET: getPhotoOfGroup }),
    {
      path: ['applications', '*'],
      methods: { GET: (call: GraphCall, key: string) => getApplication(service, call, key) },
    },
  ];
}
