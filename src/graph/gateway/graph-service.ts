import { personOf, type GraphAccount } from './graph-account.js';

/** The services behind Graph, each with limits and failures of its own. */
export const graphServices = [
  'planner',
  'outlook',
  'teams',
  'todo',
  'directory',
  'subscriptions',
  'other',
] as const;

export type GraphService = (typeof graphServices)[number];

/** By the first part of a path below the version, and by the part behind a user's or group's id. */
const roots: Readonly<Record<string, GraphService>> = {
  planner: 'planner',
  subscriptions: 'subscriptions',
  teams: 'teams',
  chats: 'teams',
  teamwork: 'teams',
  appCatalogs: 'teams',
  communications: 'teams',
  users: 'directory',
  groups: 'directory',
  me: 'directory',
  directoryObjects: 'directory',
  directory: 'directory',
  organization: 'directory',
  domains: 'directory',
  servicePrincipals: 'directory',
  applications: 'directory',
};

const ofOwner: Readonly<Record<string, GraphService>> = {
  planner: 'planner',
  todo: 'todo',
  ...named('teams', [
    'chats',
    'joinedTeams',
    'teamwork',
    'onlineMeetings',
    'presence',
    'team',
    'sendActivityNotification',
  ]),
  ...named('outlook', [
    'messages',
    'mailFolders',
    'sendMail',
    'inferenceClassification',
    'mailboxSettings',
    'getMailTips',
    'outlook',
    'events',
    'calendar',
    'calendars',
    'calendarGroups',
    'calendarView',
    'findMeetingTimes',
    'reminderView',
    'contacts',
    'contactFolders',
    'conversations',
    'threads',
  ]),
};

/** The service that answers a request, by its path below the version. */
export function serviceOf(path: string): GraphService {
  const { root, own } = partsOf(path);
  return (own === null ? undefined : lookUp(ofOwner, own)) ?? lookUp(roots, root) ?? 'other';
}

/**
 * The mailbox whose four requests at a time a request counts among, those of To Do, which keeps its tasks there, among them;
 * null for one that no mailbox answers.
 * https://learn.microsoft.com/graph/throttling-limits#outlook-service-limits
 */
export function mailboxOf(path: string, account: GraphAccount): string | null {
  const service = serviceOf(path);
  if (service !== 'outlook' && service !== 'todo') return null;
  const { root, owner } = partsOf(path);
  // Of a person, `/me` is the mailbox that others call `/users/{id}`.
  const me = root === 'me' ? personOf(account) : null;
  return me === null ? `${root}/${owner ?? ''}`.toLowerCase() : `users/${me}`.toLowerCase();
}

/** Names the gate of a mailbox beside the service's own. */
export function gateOf(service: GraphService, mailbox: string | null): string {
  return mailbox === null ? service : `${service}/${mailbox}`;
}

interface PathParts {
  readonly root: string;
  readonly owner: string | null;
  /** What of the owner is meant. */
  readonly own: string | null;
}

/** `/me/messages`, `/users/{id}/messages`, `/users('{id}')/messages` and `/applications(appId='{id}')`. */
function partsOf(path: string): PathParts {
  const [first = '', ...rest] = (path.split('?', 1)[0] ?? '').split('/').slice(1);
  const [, root = first, key = null] = /^(\w+)\((?:\w+=)?'(.*)'\)$/.exec(first) ?? [];
  const owner = root === 'me' ? null : (key ?? rest.shift() ?? null);
  const own = rest[0]?.split('(', 1)[0] ?? null;
  const isOwner = root === 'me' || root === 'users' || root === 'groups';
  return { root, owner, own: isOwner ? own : null };
}

function lookUp(
  table: Readonly<Record<string, GraphService>>,
  name: string,
): GraphService | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function named(
  service: GraphService,
  names: readonly string[],
): Readonly<Record<string, GraphService>> {
  return Object.fromEntries(names.map((name) => [name, service]));
}
