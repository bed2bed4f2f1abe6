import type { Operation } from '../define-operation.js';
import { groupsGet } from './groups-get.js';
import { groupsListMembers } from './groups-list-members.js';
import { groupsListMine } from './groups-list-mine.js';

export const groupsOperations: readonly Operation[] = [
  groupsListMine,
  groupsGet,
  groupsListMembers,
];
