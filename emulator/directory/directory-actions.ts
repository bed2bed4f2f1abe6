import type { Group, Person } from '../entra/directory.js';
import { toNickname } from './directory-entities.js';
import type { DirectoryService } from './directory-service.js';

/** What an administrator does to people and groups elsewhere; Graph notifies of all of it. */
export interface DirectoryActions {
  createUser(wanted: Omit<Person, 'id' | 'mail'> & { readonly mail?: string }): Person;
  changeUser(id: string, change: Partial<Omit<Person, 'id'>>): Person | undefined;
  /** Restorable, or for good. */
  deleteUser(id: string, isPermanent: boolean): boolean;
  restoreUser(id: string): boolean;
  createGroup(wanted: Omit<Group, 'id'>): Group;
  changeGroup(id: string, change: Partial<Omit<Group, 'id' | 'memberIds'>>): Group | undefined;
  deleteGroup(id: string, isPermanent: boolean): boolean;
  addMember(groupId: string, userId: string): boolean;
  removeMember(groupId: string, userId: string): boolean;
}

export function createDirectoryActions(service: DirectoryService): DirectoryActions {
  const { people, groups, deletedPeople, deletedGroups, changes } = service;

  /** Creation and soft deletion show as updates. */
  const tell = (set: 'users' | 'groups', id: string, further: readonly string[] = []): void => {
    announce(service, { set, id, changeType: 'updated', further });
  };

  const setMembers = (group: Group, memberIds: readonly string[]): void => {
    const gone = group.memberIds.filter((id) => !memberIds.includes(id));
    const come = memberIds.filter((id) => !group.memberIds.includes(id));
    if (gone.length + come.length === 0) return;
    groups.put(group.id, { ...group, memberIds });
    changes.add({
      set: 'groups',
      id: group.id,
      removed: null,
      members: [
        ...come.map((id) => ({ id, isGone: false })),
        ...gone.map((id) => ({ id, isGone: true })),
      ],
    });
    tell('groups', group.id, ['members']);
  };

  /** A sign-in name belongs to one person: the second of a name gets a number. */
  const freeAddress = (displayName: string): string => {
    const taken = new Set([...people.values(), ...deletedPeople.values()].map(({ mail }) => mail));
    for (let number = 1; ; number += 1) {
      const name = `${dotted(displayName)}${number === 1 ? '' : String(number)}`;
      const mail = `${name}@${service.domain}`.toLowerCase();
      if (!taken.has(mail)) return mail;
    }
  };

  return {
    createUser(wanted) {
      const id = service.newGuid();
      const mail = wanted.mail?.toLowerCase() ?? freeAddress(wanted.displayName);
      const person = { ...wanted, id, mail, createdDateTime: service.now().toISOString() };
      people.put(id, person);
      changes.add({ set: 'users', id, removed: null });
      tell('users', id);
      return person;
    },
    changeUser(id, change) {
      const before = people.get(id);
      if (before === undefined) return undefined;
      const after = { ...before, ...change, mail: (change.mail ?? before.mail).toLowerCase() };
      people.put(id, after);
      changes.add({ set: 'users', id, removed: null });
      tell('users', id);
      return after;
    },
    deleteUser(id, isPermanent) {
      const person = people.get(id) ?? deletedPeople.get(id);
      if (person === undefined) return false;
      const wasThere = people.get(id) !== undefined;
      people.remove(id);
      deletedPeople.remove(id);
      if (!isPermanent) {
        deletedPeople.put(id, { ...person, deletedDateTime: service.now().toISOString() });
      }
      changes.add({ set: 'users', id, removed: isPermanent ? 'deleted' : 'changed' });
      if (wasThere) tell('users', id);
      if (isPermanent) announce(service, { set: 'users', id, changeType: 'deleted', further: [] });
      for (const group of groups.values()) {
        setMembers(
          group,
          group.memberIds.filter((memberId) => memberId !== id),
        );
      }
      return true;
    },
    restoreUser(id) {
      const deleted = deletedPeople.get(id);
      if (deleted === undefined) return false;
      const { deletedDateTime: _gone, ...person } = deleted;
      deletedPeople.remove(id);
      people.put(id, person);
      changes.add({ set: 'users', id, removed: null });
      tell('users', id);
      return true;
    },
    createGroup(wanted) {
      const id = service.newGuid();
      const group: Group = {
        mailNickname: toNickname(wanted.displayName),
        ...wanted,
        id,
        createdDateTime: service.now().toISOString(),
      };
      groups.put(id, group);
      const members = wanted.memberIds.map((memberId) => ({ id: memberId, isGone: false }));
      changes.add({ set: 'groups', id, removed: null, members });
      tell('groups', id);
      return group;
    },
    changeGroup(id, change) {
      const before = groups.get(id);
      if (before === undefined) return undefined;
      const mailNickname = before.mailNickname ?? toNickname(before.displayName);
      const after = { ...before, mailNickname, ...change };
      groups.put(id, after);
      changes.add({ set: 'groups', id, removed: null });
      tell('groups', id);
      return after;
    },
    deleteGroup(id, isPermanent) {
      const group = groups.get(id) ?? deletedGroups.get(id);
      if (group === undefined) return false;
      const wasThere = groups.get(id) !== undefined;
      groups.remove(id);
      deletedGroups.remove(id);
      if (!isPermanent) {
        deletedGroups.put(id, { ...group, deletedDateTime: service.now().toISOString() });
      }
      changes.add({ set: 'groups', id, removed: isPermanent ? 'deleted' : 'changed' });
      if (wasThere) tell('groups', id);
      if (isPermanent) announce(service, { set: 'groups', id, changeType: 'deleted', further: [] });
      return true;
    },
    addMember(groupId, userId) {
      const group = groups.get(groupId);
      if (group === undefined || people.get(userId) === undefined) return false;
      setMembers(group, [...new Set([...group.memberIds, userId])]);
      return true;
    },
    removeMember(groupId, userId) {
      const group = groups.get(groupId);
      if (group?.memberIds.includes(userId) !== true) return false;
      setMembers(
        group,
        group.memberIds.filter((id) => id !== userId),
      );
      return true;
    },
  };
}

function announce(
  { announceChange }: DirectoryService,
  change: {
    readonly set: 'users' | 'groups';
    readonly id: string;
    readonly changeType: 'updated' | 'deleted';
    readonly further: readonly string[];
  },
): void {
  const { set, id, changeType, further } = change;
  announceChange({
    changeType,
    subscribable: [set, `${set}/${id}`, ...further.map((part) => `${set}/${id}/${part}`)],
    resource: `${set === 'users' ? 'Users' : 'Groups'}/${id}`,
    odataType: set === 'users' ? '#Microsoft.Graph.User' : '#Microsoft.Graph.Group',
    id,
    // The directory sends no resource data.
    entity: () => undefined,
  });
}

function dotted(displayName: string): string {
  const ascii = displayName.normalize('NFD').replace(/\p{Mn}/gu, '');
  return ascii.trim().replace(/\s+/g, '.');
}
