import type { Deleted, Group, Person } from '../entra/directory.js';
import type { AnnounceChange } from '../notifications/resource-change.js';
import type { EmulatorSettings } from '../settings.js';
import type { Collection } from '../state/collection.js';
import type { DirectoryHistory } from './directory-history.js';

/** What every operation of the directory works with. */
export interface DirectoryService {
  readonly people: Collection<Person>;
  readonly groups: Collection<Group>;
  readonly deletedPeople: Collection<Deleted<Person>>;
  readonly deletedGroups: Collection<Deleted<Group>>;
  readonly history: DirectoryHistory;
  readonly announceChange: AnnounceChange;
  /** Of addresses: tandem.example */
  readonly domain: string;
  settings(): EmulatorSettings;
  now(): Date;
  newGuid(): string;
}
