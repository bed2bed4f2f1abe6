import type { JWK } from 'jose';
import type { AppRegistration, Group, Person, Tenant } from '../entra/directory.js';
import { createOutlookState, type OutlookState } from '../outlook/outlook-state.js';
import type { PlannerChange } from '../planner/change-log.js';
import { createPlannerState, type PlannerState } from '../planner/planner-state.js';
import { createChangeHistory, type ChangeHistory } from './change-history.js';
import { createCollection, type Collection } from './collection.js';

/** All that a data folder holds. */
export interface EmulatorState {
  readonly tenants: Collection<Tenant>;
  readonly apps: Collection<AppRegistration>;
  readonly people: Collection<Person>;
  readonly groups: Collection<Group>;
  readonly keys: Collection<JWK>;
  readonly changes: Collection<PlannerChange>;
  readonly planner: PlannerState;
  readonly outlook: OutlookState;
  /** Numbers the changes of everything but Planner, for delta queries. */
  readonly history: ChangeHistory;
}

/** `keptChanges`: how many changes back delta tokens are known. */
export function createEmulatorState(keptChanges: () => number): EmulatorState {
  const outlook = createOutlookState();
  const history = createChangeHistory(keptChanges);
  history.follow(outlook.folders);
  history.follow(outlook.messages);
  history.follow(outlook.events);
  return {
    tenants: createCollection('tenants'),
    apps: createCollection('apps'),
    people: createCollection('people'),
    groups: createCollection('groups'),
    keys: createCollection('keys'),
    changes: createCollection('changes'),
    planner: createPlannerState(),
    outlook,
    history,
  };
}

export function collectionsOf(state: EmulatorState): readonly Collection<unknown>[] {
  const { tenants, apps, people, groups, keys, changes, planner, outlook, history } = state;
  const { plans, planDetails, buckets, tasks, taskDetails, boardFormats } = planner;
  const all: unknown[] = [tenants, apps, people, groups, keys, changes];
  all.push(plans, planDetails, buckets, tasks, taskDetails, boardFormats);
  all.push(outlook.folders, outlook.messages, outlook.events, history.removals);
  return all as Collection<unknown>[];
}
