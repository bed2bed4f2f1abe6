import type { Group, Person } from '../entra/directory.js';
import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { isOwnProfile, ownId, requireAccess } from './directory-access.js';
import { groupKind, groupToEntity, userKind, userToEntity } from './directory-entities.js';
import { directoryObjectNotFound } from './directory-failures.js';
import { directoryPage, relatedEntity } from './directory-lists.js';
import type { DirectoryService } from './directory-service.js';
import { findGroup } from './groups.js';

/** https://learn.microsoft.com/graph/api/user-list-manager: who has none gets a 404. */
export function getManager(service: DirectoryService, call: GraphCall): GraphAnswer {
  const person = personOfPath(service, call);
  requireAccess(call.caller, 'readUsersFully');
  const manager = found(service, person).managerId;
  const record = manager === undefined ? undefined : service.people.get(manager);
  if (record === undefined) throw directoryObjectNotFound('manager');
  return relatedEntity(call, userKind, userToEntity(record));
}

export function listDirectReports(service: DirectoryService, call: GraphCall): GraphAnswer {
  const person = personOfPath(service, call);
  if (!isOwnProfile(call.caller, person?.id)) requireAccess(call.caller, 'readUsersFully');
  const { id } = found(service, person);
  return directoryPage(call, {
    kind: userKind,
    context: 'directoryObjects',
    entities: [...service.people.values()]
      .filter(({ managerId }) => managerId === id)
      .map(userToEntity),
    typed: true,
  });
}

/** Groups only: there are neither roles nor administrative units here, and no group is in another. */
export function listGroupsOfPerson(service: DirectoryService, call: GraphCall): GraphAnswer {
  const person = personOfPath(service, call);
  if (!isOwnProfile(call.caller, person?.id)) {
    const access = call.caller.kind === 'app' ? 'readMembershipsAsApp' : 'readMemberships';
    requireAccess(call.caller, access);
  }
  const { id } = found(service, person);
  const groups = [...service.groups.values()].filter(({ memberIds }) => memberIds.includes(id));
  return groupPage(service, call, groups);
}

export function listMembers(service: DirectoryService, call: GraphCall): GraphAnswer {
  return peoplePage(service, call, groupOfPath(service, call).memberIds);
}

export function listOwners(service: DirectoryService, call: GraphCall): GraphAnswer {
  return peoplePage(service, call, groupOfPath(service, call).ownerIds ?? []);
}

export function listGroupsOfGroup(service: DirectoryService, call: GraphCall): GraphAnswer {
  groupOfPath(service, call);
  return groupPage(service, call, []);
}

/** The person that `/me` or `users/{id or sign-in name}` stands for; `undefined` when there is nobody. */
export function personOfPath(service: DirectoryService, call: GraphCall): Person | undefined {
  const [root, name = ''] = call.segments;
  const wanted = root === 'me' ? ownId(call) : name.toLowerCase();
  return (
    service.people.get(wanted) ?? [...service.people.values()].find(({ mail }) => mail === wanted)
  );
}

function found({ people }: DirectoryService, person: Person | undefined): Person {
  const record = person === undefined ? undefined : people.get(person.id);
  if (record === undefined) throw directoryObjectNotFound('user');
  return record;
}

function groupOfPath(service: DirectoryService, call: GraphCall): Group {
  requireAccess(call.caller, 'readGroupMembers');
  return findGroup(service, call.segments[1] ?? '');
}

function peoplePage(
  service: DirectoryService,
  call: GraphCall,
  ids: readonly string[],
): GraphAnswer {
  const people = ids.flatMap((id) => service.people.get(id) ?? []);
  return directoryPage(call, {
    kind: userKind,
    context: isCast(call) ? 'users' : 'directoryObjects',
    entities: people.map((person) => userToEntity(person)),
    typed: !isCast(call),
  });
}

function groupPage(
  service: DirectoryService,
  call: GraphCall,
  groups: readonly Group[],
): GraphAnswer {
  return directoryPage(call, {
    kind: groupKind,
    context: isCast(call) ? 'groups' : 'directoryObjects',
    entities: groups.map((group) => groupToEntity(group, service)),
    typed: !isCast(call),
  });
}

/** `…/memberOf/microsoft.graph.group`: objects of one type only. */
function isCast({ segments }: GraphCall): boolean {
  return segments.at(-1)?.startsWith('microsoft.graph.') === true;
}
