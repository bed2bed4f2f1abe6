import type { Group } from '../entra/directory.js';
import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import type { Entity } from '../odata/entity.js';
import { requireAccess } from './directory-access.js';
import { directoryDelta } from './directory-delta.js';
import { groupKind, groupToEntity } from './directory-entities.js';
import { directoryObjectNotFound } from './directory-failures.js';
import { directoryEntity, directoryPage } from './directory-lists.js';
import type { DirectoryService } from './directory-service.js';

export function getGroup(service: DirectoryService, call: GraphCall): GraphAnswer {
  requireAccess(call.caller, 'readGroups');
  const group = findGroup(service, call.segments[1] ?? '');
  return directoryEntity(call, groupKind, groupToEntity(group, service));
}

export function listGroups(service: DirectoryService, call: GraphCall): GraphAnswer {
  requireAccess(call.caller, 'readGroups');
  return directoryPage(call, { kind: groupKind, context: 'groups', entities: allGroups(service) });
}

export function deltaOfGroups(service: DirectoryService, call: GraphCall): GraphAnswer {
  requireAccess(call.caller, 'readGroups');
  return directoryDelta(service, call, {
    kind: groupKind,
    entities: () => allGroups(service),
    membersOf: (id) => service.groups.get(id)?.memberIds ?? [],
  });
}

export function findGroup(service: DirectoryService, id: string): Group {
  const group = service.groups.get(id.toLowerCase());
  if (group === undefined) throw directoryObjectNotFound(id);
  return group;
}

function allGroups(service: DirectoryService): readonly Entity[] {
  return [...service.groups.values()].map((group) => groupToEntity(group, service));
}
