import type { Caller } from '../entra/caller.js';
import type { GraphCall } from '../graph/exchange.js';
import { GraphFailure } from '../graph/graph-failure.js';
import { insufficientPrivileges } from './directory-failures.js';

/** Of the permissions that the pages of each operation name, those that the emulator can grant. */
const accepted = {
  readUsers: ['User.ReadBasic.All', 'User.Read.All', 'Directory.Read.All'],
  readUsersFully: ['User.Read.All', 'Directory.Read.All'],
  readGroups: [
    'Group.ReadBasic.All',
    'GroupMember.Read.All',
    'Group.Read.All',
    'Group.ReadWrite.All',
    'Directory.Read.All',
  ],
  readGroupMembers: [
    'GroupMember.Read.All',
    'Group.Read.All',
    'Group.ReadWrite.All',
    'Directory.Read.All',
  ],
  readMemberships: ['GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All'],
  readMembershipsAsApp: ['Group.ReadBasic.All', 'Directory.Read.All'],
  readPhotos: [
    'ProfilePhoto.Read.All',
    'User.ReadBasic.All',
    'User.Read.All',
    'User.ReadWrite.All',
  ],
  readApplications: [
    'Application.Read.All',
    'Application.ReadWrite.OwnedBy',
    'Application.ReadWrite.All',
    'Directory.Read.All',
  ],
} as const;

export type DirectoryAccess = keyof typeof accepted;

export function isGranted(caller: Caller, access: DirectoryAccess): boolean {
  return accepted[access].some((name) => caller.permissions.has(name));
}

export function requireAccess(caller: Caller, access: DirectoryAccess): void {
  if (!isGranted(caller, access)) throw insufficientPrivileges();
}

/** People may read themselves with `User.Read`. */
export function isOwnProfile(caller: Caller, id: string | undefined): boolean {
  return caller.kind === 'person' && caller.id === id && caller.permissions.has('User.Read');
}

/** The object id that `/me` stands for. */
export function ownId({ caller }: GraphCall): string {
  if (caller.kind === 'person') return caller.id;
  throw new GraphFailure(
    400,
    'BadRequest',
    '/me request is only valid with delegated authentication flow.',
  );
}
