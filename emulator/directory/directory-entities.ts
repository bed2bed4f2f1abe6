import type { Group, Person } from '../entra/directory.js';
import type { Entity, EntityKind } from '../odata/entity.js';
import { badDirectoryRequest } from './directory-failures.js';
import type { DirectoryService } from './directory-service.js';

/** A kind of object of the directory, and what a listing shows of it by itself. */
export interface DirectoryKind extends EntityKind {
  readonly set: 'users' | 'groups' | 'applications';
  /** Shown when nothing is selected. */
  readonly defaults: readonly string[];
}

/** One whose changes can be followed. */
export interface FollowedKind extends DirectoryKind {
  readonly set: 'users' | 'groups';
}

export const userKind: FollowedKind = {
  typeName: 'user',
  badQuery: badDirectoryRequest,
  set: 'users',
  defaults: [
    'businessPhones',
    'displayName',
    'givenName',
    'jobTitle',
    'mail',
    'mobilePhone',
    'officeLocation',
    'preferredLanguage',
    'surname',
    'userPrincipalName',
    'id',
  ],
};

export const groupKind: FollowedKind = {
  typeName: 'group',
  badQuery: badDirectoryRequest,
  set: 'groups',
  defaults: [
    'id',
    'deletedDateTime',
    'createdDateTime',
    'description',
    'displayName',
    'groupTypes',
    'mail',
    'mailEnabled',
    'mailNickname',
    'securityEnabled',
    'visibility',
  ],
};

/** When the people and groups of the first start came. */
export const FIRST_DAY = '2026-01-05T08:00:00Z';

export function userToEntity(person: Person): Entity {
  const [givenName = '', ...others] = person.displayName.split(' ');
  return {
    businessPhones: [],
    displayName: person.displayName,
    givenName,
    jobTitle: person.jobTitle,
    mail: person.mail,
    mobilePhone: null,
    officeLocation: person.officeLocation ?? null,
    preferredLanguage: null,
    surname: others.join(' '),
    userPrincipalName: person.mail,
    id: person.id,
    accountEnabled: person.accountEnabled ?? true,
    createdDateTime: person.createdDateTime ?? FIRST_DAY,
    deletedDateTime: null,
    department: person.department ?? null,
    userType: 'Member',
  };
}

export function groupToEntity(
  group: Group,
  { domain, hasTeam }: Pick<DirectoryService, 'domain' | 'hasTeam'>,
): Entity {
  const mailNickname = group.mailNickname ?? toNickname(group.displayName);
  return {
    id: group.id,
    deletedDateTime: null,
    createdDateTime: group.createdDateTime ?? FIRST_DAY,
    description: group.description ?? null,
    displayName: group.displayName,
    groupTypes: ['Unified'],
    mail: `${mailNickname}@${domain}`,
    mailEnabled: true,
    mailNickname,
    resourceProvisioningOptions: hasTeam(group.id) ? ['Team'] : [],
    securityEnabled: false,
    visibility: 'Private',
  };
}

/** `Produkt-Team Süd` becomes `produktteamsud`. */
export function toNickname(displayName: string): string {
  const ascii = displayName.normalize('NFD').replace(/[^A-Za-z0-9]/g, '');
  return ascii === '' ? 'group' : ascii.toLowerCase();
}
