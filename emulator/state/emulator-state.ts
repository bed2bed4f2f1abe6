import type { JWK } from 'jose';
import type { DirectoryChange } from '../directory/directory-history.js';
import type { AppRegistration, Deleted, Group, Person, Tenant } from '../entra/directory.js';
import {
  createConversationsState,
  type ConversationsState,
} from '../conversations/conversations-state.js';
import { createEntraState, type EntraState } from '../entra/entra-state.js';
import { createFilesState, type FilesState } from '../files/files-state.js';
import { createOutlookState, type OutlookState } from '../outlook/outlook-state.js';
import type { PlannerChange } from '../planner/change-log.js';
import type { PendingNotification } from '../notifications/pending-notification.js';
import { createPlannerState, type PlannerState } from '../planner/planner-state.js';
import { createTeamsState, type TeamsState } from '../teams/teams-state.js';
import { createTodoState, type TodoState } from '../todo/todo-state.js';
import { createChangeHistory, type ChangeHistory, type Tracked } from './change-history.js';
import type { SubscriptionRecord } from '../subscriptions/subscription-record.js';
import { createCollection, type Collection } from './collection.js';

/** All that a data folder holds. */
export interface EmulatorState {
  readonly tenants: Collection<Tenant>;
  readonly apps: Collection<AppRegistration>;
  readonly people: Collection<Person>;
  readonly groups: Collection<Group>;
  readonly deletedPeople: Collection<Deleted<Person>>;
  readonly deletedGroups: Collection<Deleted<Group>>;
  readonly directoryChanges: Collection<DirectoryChange>;
  readonly keys: Collection<JWK>;
  readonly entra: EntraState;
  readonly changes: Collection<PlannerChange>;
  readonly subscriptions: Collection<SubscriptionRecord>;
  readonly pendingNotifications: Collection<PendingNotification>;
  readonly planner: PlannerState;
  readonly outlook: OutlookState;
  readonly todo: TodoState;
  readonly teams: TeamsState;
  readonly files: FilesState;
  readonly conversations: ConversationsState;
  /** Numbers the changes of everything but Planner, for delta queries. */
  readonly history: ChangeHistory;
}

/** `keptChanges`: how many changes back delta tokens are known. */
export function createEmulatorState(keptChanges: () => number): EmulatorState {
  const outlook = createOutlookState();
  const history = createChangeHistory(keptChanges);
  const todo = createTodoState();
  const teams = createTeamsState();
  for (const records of trackedOf({ outlook, todo, teams })) history.follow(records);
  return {
    tenants: createCollection('tenants'),
    apps: createCollection('apps'),
    people: createCollection('people'),
    groups: createCollection('groups'),
    deletedPeople: createCollection('deletedPeople'),
    deletedGroups: createCollection('deletedGroups'),
    directoryChanges: createCollection('directoryChanges'),
    keys: createCollection('keys'),
    entra: createEntraState(),
    changes: createCollection('changes'),
    subscriptions: createCollection('subscriptions'),
    pendingNotifications: createCollection('pendingNotifications'),
    planner: createPlannerState(),
    outlook,
    todo,
    teams,
    conversations: createConversationsState(),
    files: createFilesState(),
    history,
  };
}

export function collectionsOf(state: EmulatorState): readonly Collection<unknown>[] {
  const { tenants, apps, people, groups, keys, changes, planner, history } = state;
  const { plans, planDetails, rosters, buckets, tasks, taskDetails, boardFormats } = planner;
  const all: unknown[] = [tenants, apps, people, groups, keys, changes];
  all.push(state.deletedPeople, state.deletedGroups, state.directoryChanges);
  all.push(...Object.values(state.entra));
  all.push(state.subscriptions, state.pendingNotifications);
  all.push(plans, planDetails, rosters, buckets, tasks, taskDetails, boardFormats);
  const { outlook } = state;
  all.push(outlook.attachments, outlook.attachmentBytes, outlook.calendars);
  all.push(outlook.categories, outlook.mailboxSettings);
  all.push(planner.taskMessages, state.conversations.threads, state.conversations.posts);
  all.push(state.files.drives, state.files.items);
  all.push(...trackedOf(state), history.removals);
  return all as Collection<unknown>[];
}

/** The collections that delta queries tell about. */
function trackedOf({
  outlook,
  todo,
  teams,
}: Pick<EmulatorState, 'outlook' | 'todo' | 'teams'>): readonly Collection<Tracked>[] {
  const tracked: unknown[] = [outlook.folders, outlook.messages, outlook.events];
  tracked.push(todo.lists, todo.tasks, teams.teams, teams.channels, teams.chats, teams.messages);
  return tracked as Collection<Tracked>[];
}
