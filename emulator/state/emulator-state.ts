import type { JWK } from 'jose';
import type { AppRegistration, Group, Person, Tenant } from '../entra/directory.js';
import type { PlannerChange } from '../planner/change-log.js';
import type { PendingNotification } from '../notifications/pending-notification.js';
import { createPlannerState, type PlannerState } from '../planner/planner-state.js';
import type { SubscriptionRecord } from '../subscriptions/subscription-record.js';
import { createCollection, type Collection } from './collection.js';

/** All that a data folder holds. */
export interface EmulatorState {
  readonly tenants: Collection<Tenant>;
  readonly apps: Collection<AppRegistration>;
  readonly people: Collection<Person>;
  readonly groups: Collection<Group>;
  readonly keys: Collection<JWK>;
  readonly changes: Collection<PlannerChange>;
  readonly subscriptions: Collection<SubscriptionRecord>;
  readonly pendingNotifications: Collection<PendingNotification>;
  readonly planner: PlannerState;
}

export function createEmulatorState(): EmulatorState {
  return {
    tenants: createCollection('tenants'),
    apps: createCollection('apps'),
    people: createCollection('people'),
    groups: createCollection('groups'),
    keys: createCollection('keys'),
    changes: createCollection('changes'),
    subscriptions: createCollection('subscriptions'),
    pendingNotifications: createCollection('pendingNotifications'),
    planner: createPlannerState(),
  };
}

export function collectionsOf(state: EmulatorState): readonly Collection<unknown>[] {
  const { tenants, apps, people, groups, keys, changes, planner } = state;
  const { plans, planDetails, buckets, tasks, taskDetails, boardFormats } = planner;
  const all: unknown[] = [tenants, apps, people, groups, keys, changes];
  all.push(state.subscriptions, state.pendingNotifications);
  all.push(plans, planDetails, buckets, tasks, taskDetails, boardFormats);
  return all as Collection<unknown>[];
}
