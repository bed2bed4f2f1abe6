import type { Caller } from '../entra/caller.js';
import type { Group, Person } from '../entra/directory.js';
import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import type { Entity } from '../odata/entity.js';
import type { GraphRoute } from '../graph/route.js';
import { isGranted, isOwnProfile, ownId, requireAccess } from './directory-access.js';
import { getApplication } from './applications.js';
import { directoryDelta } from './directory-delta.js';
import { groupKind, groupToEntity, userKind, userToEntity } from './directory-entities.js';
import { directoryObjectNotFound } from './directory-failures.js';
import { directoryEntity, directoryPage } from './directory-lists.js';
import type { DirectoryService } from './directory-service.js';

/** What `User.ReadBasic.All` shows of others. */
const BASIC = ['id', 'displayName', 'givenName', 'surname', 'mail', 'userPrincipalName'];

/** The directory's part of Graph v1.0: people, groups, members, and what changed. */
export function createDirectoryRoutes(service: DirectoryService): readonly GraphRoute[] {
  return [
    { path: ['users', 'delta'], methods: { GET: (call) => deltaOfUsers(service, call) } },
    { path: ['users', '*'], methods: { GET: (call, id) => getUser(service, call, id) } },
    { path: ['users'], methods: { GET: (call) => listUsers(service, call) } },
    { path: ['me'], methods: { GET: (call) => getUser(service, call, ownId(call)) } },
    { path: ['groups', 'delta'], methods: { GET: (call) => deltaOfGroups(service, call) } },
    { path: ['groups', '*'], methods: { GET: (call, id) => getGroup(service, call, id) } },
    { path: ['groups'], methods: { GET: (call) => listGroups(service, call) } },
    {
      path: ['groups', '*', 'members'],
      methods: { GET: (call, id) => listMembers(service, call, id) },
    },
    {
      path: ['applications', '*'],
      methods: { GET: (call, key) => getApplication(service, call, key) },
    },
  ];
}

function getUser(service: DirectoryService, call: GraphCall, wanted: string): GraphAnswer {
  const name = wanted.toLowerCase();
  const person =
    service.people.get(name) ?? [...service.people.values()].find(({ mail }) => mail === name);
  if (!isOwnProfile(call.caller, person?.id)) requireAccess(call.caller, 'readUsers');
  if (person === undefined) throw directoryObjectNotFound(wanted);
  return directoryEntity(call, userKind, visibleUser(call.caller, person));
}

function listUsers(service: DirectoryService, call: GraphCall): GraphAnswer {
  requireAccess(call.caller, 'readUsers');
  const entities = [...service.people.values()].map((person) => visibleUser(call.caller, person));
  return directoryPage(call, { kind: userKind, context: 'users', entities });
}

function deltaOfUsers(service: DirectoryService, call: GraphCall): GraphAnswer {
  requireAccess(call.caller, 'readUsersFully');
  return directoryDelta(service, call, {
    kind: userKind,
    entities: () => [...service.people.values()].map(userToEntity),
  });
}

function getGroup(service: DirectoryService, call: GraphCall, id: string): GraphAnswer {
  const group = findGroup(service, call.caller, id);
  return directoryEntity(call, groupKind, groupToEntity(group, service.domain));
}

function listGroups(service: DirectoryService, call: GraphCall): GraphAnswer {
  requireAccess(call.caller, 'readGroups');
  return directoryPage(call, { kind: groupKind, context: 'groups', entities: allGroups(service) });
}

function deltaOfGroups(service: DirectoryService, call: GraphCall): GraphAnswer {
  requireAccess(call.caller, 'readGroups');
  return directoryDelta(service, call, {
    kind: groupKind,
    entities: () => allGroups(service),
    membersOf: (id) => service.groups.get(id)?.memberIds ?? [],
  });
}

function listMembers(service: DirectoryService, call: GraphCall, id: string): GraphAnswer {
  const group = findGroup(service, call.caller, id);
  const members = group.memberIds.flatMap((memberId) => service.people.get(memberId) ?? []);
  return directoryPage(call, {
    kind: userKind,
    context: 'directoryObjects',
    entities: members.map(userToEntity),
    typed: true,
  });
}

function findGroup(service: DirectoryService, caller: Caller, id: string): Group {
  requireAccess(caller, 'readGroups');
  const group = service.groups.get(id.toLowerCase());
  if (group === undefined) throw directoryObjectNotFound(id);
  return group;
}

function allGroups(service: DirectoryService): readonly Entity[] {
  return [...service.groups.values()].map((group) => groupToEntity(group, service.domain));
}

/** With basic permissions the rest of another person reads as null. */
function visibleUser(caller: Caller, person: Person): Entity {
  const entity = userToEntity(person);
  if (isGranted(caller, 'readUsersFully') || isOwnProfile(caller, person.id)) return entity;
  return Object.fromEntries(
    Object.entries(entity).map(([name, value]) => [name, BASIC.includes(name) ? value : null]),
  );
}
