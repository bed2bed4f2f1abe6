import type { Profile, ProfileName } from '../../domain/tools/profile.js';
import type { Operation } from '../../operations/define-operation.js';
import type { OperationArea } from '../../operations/operation-area.js';

/** Whether a profile lists an operation under its own name. */
export function holds({ names }: Profile, { area, isCore, isOlder, name }: Operation): boolean {
  if (names.has('all')) return true;
  if (isCore === true && names.has('core')) return true;
  if (isOlder === true && names.has('seeds')) return true;
  // They are ways to all the others, which who has chosen an area has not.
  if (name === 'tools_search' || name === 'tools_call') return false;
  return names.has(areaProfiles[area]);
}

const areaProfiles: Readonly<Record<OperationArea, ProfileName>> = {
  tasks: 'tasks',
  mail: 'mail',
  calendar: 'calendar',
  teams: 'teams',
  directory: 'directory',
  files: 'directory',
  sync: 'sync',
  admin: 'admin',
};
