import { randomUUID } from 'node:crypto';
import type { ConversationsService } from './conversations/conversations-service.js';
import { createDirectoryHistory } from './directory/directory-history.js';
import type { DirectoryService } from './directory/directory-service.js';
import type { AppRegistration, Group, Tenant } from './entra/directory.js';
import { openSigningKeys, type SigningKeys } from './entra/keys/signing-keys.js';
import { createDownloadKeys } from './files/download-keys.js';
import type { FilesService } from './files/files-service.js';
import type { TenantContext } from './graph/tenant-context.js';
import { createChangeAnnouncer, type ChangeAnnouncer } from './notifications/change-announcer.js';
import { createUploadSessions } from './outlook/mail/attachments/upload-sessions.js';
import type { OutlookService } from './outlook/outlook-service.js';
import { announcePlanChanges } from './planner/announce-plan-changes.js';
import { createChangeLog } from './planner/change-log.js';
import { createOrderHintSource } from './planner/order-hints.js';
import { newPlannerId } from './planner/planner-ids.js';
import type { PlannerService } from './planner/planner-service.js';
import { createRowCache } from './planner/wire/row-cache.js';
import { seedDirectory } from './seed/seed-directory.js';
import { seedFiles } from './seed/seed-files.js';
import { seedOutlook } from './seed/seed-outlook.js';
import { seedPlanner } from './seed/seed-planner.js';
import { seedTeams } from './seed/seed-teams.js';
import { seedTodo } from './seed/seed-todo.js';
import { createSeededIds } from './seed/seeded-ids.js';
import type { EmulatorSettings } from './settings.js';
import { collectionsOf, createEmulatorState, type EmulatorState } from './state/emulator-state.js';
import { openStateStore, type StateStore } from './state/state-store.js';
import type { TeamsService } from './teams/teams-service.js';
import { mirrorFlaggedMail } from './todo/flagged-mail.js';
import type { TodoService } from './todo/todo-service.js';

/** The emulator without its listeners: its state, and the services on top of it. */
export interface EmulatorCore {
  readonly state: EmulatorState;
  readonly store: StateStore;
  readonly service: PlannerService;
  readonly directory: DirectoryService;
  readonly outlook: OutlookService;
  readonly todo: TodoService;
  readonly teams: TeamsService;
  readonly files: FilesService;
  readonly conversations: ConversationsService;
  /** Where every service tells of what Graph notifies about. */
  readonly changes: ChangeAnnouncer;
  readonly tenant: Tenant;
  /** The app that a product signs in as. */
  readonly app: AppRegistration;
  readonly group: Group;
  readonly keys: SigningKeys;
  readonly defaultPlanId: string;
}

/** Reads the folder's state, or starts it with the sample content. */
export async function openEmulatorCore(options: {
  readonly dataDir: string | undefined;
  now(): Date;
  settings(): EmulatorSettings;
}): Promise<EmulatorCore> {
  const state = createEmulatorState(() => options.settings().deltaHistory);
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
    newGuid: () => randomUUID(),
    tenantId: () => firstOf(state.tenants.values()).id,
    newOrderHint: createOrderHintSource(() => options.now()),
  };
  const changes = createChangeAnnouncer();
  announcePlanChanges(service, changes.announceChange);
  const tenant = firstOf(state.tenants.values());
  const context: TenantContext = {
    people: state.people,
    groups: state.groups,
    history: state.history,
    announceChange: (change) => changes.announceChange(change),
    tenantId: () => tenant.id,
    settings: () => options.settings(),
    now: () => options.now(),
    newGuid: () => randomUUID(),
  };
  const directory: DirectoryService = {
    ...context,
    deletedPeople: state.deletedPeople,
    deletedGroups: state.deletedGroups,
    apps: state.apps,
    changes: createDirectoryHistory(state.directoryChanges, () => options.now()),
    hasTeam: (groupId) => state.teams.teams.get(groupId) !== undefined,
    domain: tenant.domain,
  };
  const outlook: OutlookService = {
    ...context,
    outlook: state.outlook,
    uploads: createUploadSessions(context),
  };
  const todo: TodoService = { ...context, todo: state.todo };
  const teams: TeamsService = { ...context, teams: state.teams };
  const conversations: ConversationsService = {
    ...context,
    conversations: state.conversations,
    domain: tenant.domain,
  };
  const files: FilesService = {
    ...context,
    files: state.files,
    domain: tenant.domain,
    downloads: createDownloadKeys(() => options.now()),
  };
  const group = firstOf(state.groups.values());
  const defaultPlanId = seedPlanner(service, ids);
  seedOutlook(outlook, ids);
  seedTodo(todo);
  mirrorFlaggedMail(todo, outlook);
  seedTeams(teams, ids);
  seedFiles(files);
  store.commit();
  return {
    state,
    store,
    service,
    directory,
    outlook,
    todo,
    teams,
    files,
    conversations,
    changes,
    tenant,
    app: firstOf(state.apps.values()),
    group,
    keys: await openSigningKeys(state.keys),
    defaultPlanId,
  };
}

function firstOf<T>(records: IterableIterator<T>): T {
  const { value, done } = records.next();
  if (done === true)
    throw new Error('The stored state lacks its directory; remove the data folder');
  return value;
}
