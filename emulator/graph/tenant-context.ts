import type { Group, Person } from '../entra/directory.js';
import type { AnnounceChange } from '../notifications/resource-change.js';
import type { EmulatorSettings } from '../settings.js';
import type { ChangeHistory } from '../state/change-history.js';
import type { Collection } from '../state/collection.js';

/** What every service of the workplace (Outlook, To Do, Teams) works with beside its own state. */
export interface TenantContext {
  readonly people: Collection<Person>;
  readonly groups: Collection<Group>;
  readonly history: ChangeHistory;
  readonly announceChange: AnnounceChange;
  tenantId(): string;
  settings(): EmulatorSettings;
  now(): Date;
  newGuid(): string;
}
