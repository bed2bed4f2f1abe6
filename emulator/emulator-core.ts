import type { JWK } from 'jose';
import type { AppRegistration, Group, Tenant } from './entra/directory.js';
import { createChangeAnnouncer, type ChangeAnnouncer } from './notifications/change-announcer.js';
import { announcePlanChanges } from './planner/announce-plan-changes.js';
import { createChangeLog } from './planner/change-log.js';
import { createOrderHintSource } from './planner/order-hints.js';
import { newPlannerId } from './planner/planner-ids.js';
import type { PlannerService } from './planner/planner-service.js';
import { createRowCache } from './planner/wire/row-cache.js';
import { seedDirectory } from './seed/seed-directory.js';
import { seedPlanner } from './seed/seed-planner.js';
import { createSeededIds } from './seed/seeded-ids.js';
import type { EmulatorSettings } from './settings.js';
import { collectionsOf, createEmulatorState, type EmulatorState } from './state/emulator-state.js';
import { openStateStore, type StateStore } from './state/state-store.js';

/** The emulator without its listeners: its state, and Planner on top of it. */
export interface EmulatorCore {
  readonly state: EmulatorState;
  readonly store: StateStore;
  readonly service: PlannerService;
  /** Where every service tells of what Graph notifies about. */
  readonly changes: ChangeAnnouncer;
  readonly tenant: Tenant;
  /** The app that a product signs in as. */
  readonly app: AppRegistration;
  readonly group: Group;
  readonly signingKey: JWK;
  readonly defaultPlanId: string;
}

/** Reads the folder's state, or starts it with the sample content. */
export async function openEmulatorCore(options: {
  readonly dataDir: string | undefined;
  now(): Date;
  settings(): EmulatorSettings;
}): Promise<EmulatorCore> {
  const state = createEmulatorState();
  const store = openStateStore(options.dataDir, collectionsOf(state));
  const ids = createSeededIds(options.dataDir);
  await seedDirectory(state, ids);
  const service: PlannerService = {
    state: state.planner,
    people: state.people,
    groups: state.groups,
    changes: createChangeLog(state.changes, () => options.now()),
    rows: createRowCache(),
    settings: () => options.settings(),
    now: () => options.now(),
    newId: newPlannerId,
    newOrderHint: createOrderHintSource(() => options.now()),
  };
  const changes = createChangeAnnouncer();
  announcePlanChanges(service, changes.announceChange);
  const group = firstOf(state.groups.values());
  const defaultPlanId = seedPlanner(service, ids, group.id);
  store.commit();
  return {
    state,
    store,
    service,
    changes,
    tenant: firstOf(state.tenants.values()),
    app: firstOf(state.apps.values()),
    group,
    signingKey: firstOf(state.keys.values()),
    defaultPlanId,
  };
}

function firstOf<T>(records: IterableIterator<T>): T {
  const { value, done } = records.next();
  if (done === true)
    throw new Error('The stored state lacks its directory; remove the data folder');
  return value;
}
