import type { AppRegistration, Deleted, Group, Person } from '../entra/directory.js';
import type { TenantContext } from '../graph/tenant-context.js';
import type { Collection } from '../state/collection.js';
import type { DirectoryHistory } from './directory-history.js';

/** What every operation of the directory works with. */
export interface DirectoryService extends TenantContext {
  readonly deletedPeople: Collection<Deleted<Person>>;
  readonly deletedGroups: Collection<Deleted<Group>>;
  readonly apps: Collection<AppRegistration>;
  readonly changes: DirectoryHistory;
  /** Whether a group has become a team. */
  hasTeam(groupId: string): boolean;
  /** Of addresses: tandem.example */
  readonly domain: string;
}
