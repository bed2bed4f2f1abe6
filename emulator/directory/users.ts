import type { Caller } from '../entra/caller.js';
import type { Person } from '../entra/directory.js';
import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import type { Entity } from '../odata/entity.js';
import { isGranted, isOwnProfile, requireAccess } from './directory-access.js';
import { directoryDelta } from './directory-delta.js';
import { userKind, userToEntity } from './directory-entities.js';
import { directoryObjectNotFound } from './directory-failures.js';
import { directoryEntity, directoryPage } from './directory-lists.js';
import type { DirectoryService } from './directory-service.js';
import { personOfPath } from './relations.js';

/** What `User.ReadBasic.All` shows of others. */
const BASIC = ['id', 'displayName', 'givenName', 'surname', 'mail', 'userPrincipalName'];

export function getUser(service: DirectoryService, call: GraphCall): GraphAnswer {
  const person = personOfPath(service, call);
  if (!isOwnProfile(call.caller, person?.id)) requireAccess(call.caller, 'readUsers');
  if (person === undefined) throw directoryObjectNotFound(call.segments[1] ?? '');
  return directoryEntity(call, userKind, visibleUser(call.caller, person));
}

export function listUsers(service: DirectoryService, call: GraphCall): GraphAnswer {
  requireAccess(call.caller, 'readUsers');
  const entities = [...service.people.values()].map((person) => visibleUser(call.caller, person));
  return directoryPage(call, { kind: userKind, context: 'users', entities });
}

export function deltaOfUsers(service: DirectoryService, call: GraphCall): GraphAnswer {
  requireAccess(call.caller, 'readUsersFully');
  return directoryDelta(service, call, {
    kind: userKind,
    entities: () => [...service.people.values()].map(userToEntity),
  });
}

/** With basic permissions the rest of another person reads as null. */
function visibleUser(caller: Caller, person: Person): Entity {
  const entity = userToEntity(person);
  if (isGranted(caller, 'readUsersFully') || isOwnProfile(caller, person.id)) return entity;
  return Object.fromEntries(
    Object.entries(entity).map(([name, value]) => [name, BASIC.includes(name) ? value : null]),
  );
}
