import type { Group, Person } from '../entra/directory.js';
import type { Collection } from '../state/collection.js';
import type { EmulatorSettings } from '../settings.js';
import type { ChangeLog } from './change-log.js';
import type { PlannerState } from './planner-state.js';
import type { RowCache } from './wire/row-cache.js';

/** What every operation of Planner works with. */
export interface PlannerService {
  readonly state: PlannerState;
  readonly people: Collection<Person>;
  readonly groups: Collection<Group>;
  readonly changes: ChangeLog;
  readonly rows: RowCache;
  settings(): EmulatorSettings;
  now(): Date;
  newId(): string;
  newGuid(): string;
  tenantId(): string;
  newOrderHint(): string;
}

/** Times that the service sets carry seven digits of a second. */
export function preciseTime(at: Date, sequence: number): string {
  return `${at.toISOString().slice(0, -1)}${String(sequence % 10_000).padStart(4, '0')}Z`;
}
