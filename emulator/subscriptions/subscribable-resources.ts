/**
 * What Graph notifies about, as far as this emulator has it: paths, lifetimes, permissions, kinds of change.
 * https://learn.microsoft.com/graph/change-notifications-overview (resources, lifetimes),
 * https://learn.microsoft.com/graph/api/subscription-post-subscriptions (permissions).
 */
export interface SubscribableResource {
  /** Segments; `*` is an id. */
  readonly path: readonly string[];
  readonly service: 'directory' | 'outlook' | 'conversations' | 'todo' | 'teams' | 'planner';
  /** Longest life; plain Outlook resources have theirs in the settings. */
  readonly minutes: number | 'outlook';
  /** Longest life with resource data; `null` where Graph sends none. */
  readonly richMinutes: number | null;
  /** Permissions of which one is needed; more powerful ones are not taken instead. `null`: not for this kind of caller. */
  readonly app: readonly string[] | null;
  readonly person: readonly string[] | null;
  readonly changeTypes: readonly string[];
  readonly lifecycleEvents: readonly LifecycleEvent[];
}

export type LifecycleEvent = 'missed' | 'subscriptionRemoved' | 'reauthorizationRequired';

const DIRECTORY_MINUTES = 41_760;
const RICH_OUTLOOK_MINUTES = 1440;
const TEAMS_MINUTES = 4320;
const STORE_MINUTES = 4230;
const ALL_CHANGES = ['created', 'updated', 'deleted'];

type Permissions = Pick<SubscribableResource, 'app' | 'person'>;

const same = (...names: string[]): Permissions => ({ app: names, person: names });

function directory(path: string, permissions: Permissions): SubscribableResource {
  return {
    path: path.split('/'),
    service: 'directory',
    minutes: DIRECTORY_MINUTES,
    richMinutes: null,
    ...permissions,
    // Creation and soft deletion show as updates.
    changeTypes: ['updated', 'deleted'],
    lifecycleEvents: ['reauthorizationRequired'],
  };
}

function outlook(path: string, permissions: Permissions): SubscribableResource {
  return {
    path: path.split('/'),
    service: 'outlook',
    minutes: 'outlook',
    richMinutes: RICH_OUTLOOK_MINUTES,
    ...permissions,
    changeTypes: ALL_CHANGES,
    lifecycleEvents: ['missed', 'subscriptionRemoved', 'reauthorizationRequired'],
  };
}

function teams(path: string, permissions: Permissions): SubscribableResource {
  return {
    path: path.split('/'),
    service: 'teams',
    minutes: TEAMS_MINUTES,
    richMinutes: TEAMS_MINUTES,
    ...permissions,
    changeTypes: ALL_CHANGES,
    lifecycleEvents: ['reauthorizationRequired'],
  };
}

function messagesOfTeams(path: string, permissions: Permissions): SubscribableResource {
  return {
    ...teams(path, permissions),
    lifecycleEvents: ['subscriptionRemoved', 'reauthorizationRequired'],
  };
}

const USER = same('User.Read.All');
const GROUP = same('Group.Read.All');
const MAIL = same('Mail.ReadBasic', 'Mail.Read');
const EVENT = same('Calendars.Read');
const CHANNEL_MESSAGE = same('ChannelMessage.Read.All');
const CHAT: Permissions = {
  app: ['Chat.ReadBasic.All', 'Chat.Read.All', 'Chat.ReadWrite.All'],
  person: ['Chat.ReadBasic', 'Chat.Read', 'Chat.ReadWrite'],
};
const CHAT_MEMBER: Permissions = {
  app: ['ChatMember.Read.All', 'ChatMember.ReadWrite.All', ...(CHAT.app ?? [])],
  person: ['ChatMember.Read', 'ChatMember.ReadWrite', ...(CHAT.person ?? [])],
};
const appOnly = (...names: string[]): Permissions => ({ app: names, person: null });

/** `me` is written `users/{id}`, `mailFolders('inbox')` is written `mailFolders/inbox`. */
const subscribableResources: readonly SubscribableResource[] = [
  directory('users', USER),
  directory('users/*', USER),
  directory('groups', GROUP),
  directory('groups/*', GROUP),
  directory('groups/*/members', GROUP),
  directory('groups/*/owners', GROUP),
  outlook('users/*/messages', MAIL),
  outlook('users/*/mailFolders/*/messages', MAIL),
  outlook('users/*/events', EVENT),
  outlook('users/*/contacts', same('Contacts.Read')),
  {
    path: ['groups', '*', 'conversations'],
    service: 'conversations',
    minutes: STORE_MINUTES,
    richMinutes: null,
    app: null,
    person: ['Group.Read.All'],
    changeTypes: ALL_CHANGES,
    lifecycleEvents: ['reauthorizationRequired'],
  },
  {
    path: ['users', '*', 'todo', 'lists', '*', 'tasks'],
    service: 'todo',
    minutes: STORE_MINUTES,
    richMinutes: null,
    app: ['Tasks.ReadWrite.All'],
    person: ['Tasks.ReadWrite'],
    changeTypes: ALL_CHANGES,
    lifecycleEvents: ['reauthorizationRequired'],
  },
  {
    // Not Graph's: taken only with the setting `plannerSubscriptions`.
    path: ['planner', 'plans', '*', 'tasks'],
    service: 'planner',
    minutes: STORE_MINUTES,
    richMinutes: null,
    app: ['Tasks.Read.All', 'Tasks.ReadWrite.All'],
    person: ['Tasks.Read', 'Tasks.ReadWrite'],
    changeTypes: ALL_CHANGES,
    lifecycleEvents: ['reauthorizationRequired'],
  },
  messagesOfTeams('teams/getAllMessages', appOnly('ChannelMessage.Read.All')),
  messagesOfTeams('teams/*/channels/*/messages', CHANNEL_MESSAGE),
  messagesOfTeams('chats/getAllMessages', appOnly('Chat.Read.All')),
  messagesOfTeams('chats/*/messages', {
    app: ['Chat.Read.All'],
    person: ['Chat.Read', 'Chat.ReadWrite'],
  }),
  messagesOfTeams('users/*/chats/getAllMessages', {
    app: ['Chat.Read.All', 'Chat.ReadWrite.All'],
    person: ['Chat.Read', 'Chat.ReadWrite'],
  }),
  teams('chats', { ...CHAT, person: null }),
  teams('chats/*', CHAT),
  teams('users/*/chats', CHAT),
  teams('chats/getAllMembers', { ...CHAT_MEMBER, person: null }),
  teams('chats/*/members', CHAT_MEMBER),
  teams('teams', appOnly('Team.ReadBasic.All', 'TeamSettings.Read.All')),
  teams('teams/*', same('Team.ReadBasic.All', 'TeamSettings.Read.All')),
  teams('teams/*/members', same('TeamMember.Read.All')),
  teams('teams/getAllChannels', appOnly('Channel.ReadBasic.All', 'ChannelSettings.Read.All')),
  teams('teams/*/channels', same('Channel.ReadBasic.All', 'ChannelSettings.Read.All')),
];

/** The most specific resource that a canonical path names. */
export function findSubscribableResource(path: string): SubscribableResource | undefined {
  const segments = path.split('/');
  const fitting = subscribableResources.filter(
    (resource) =>
      resource.path.length === segments.length &&
      resource.path.every((part, index) => part === '*' || part === segments[index]),
  );
  return fitting.toSorted((a, b) => wildcards(a) - wildcards(b))[0];
}

function wildcards({ path }: SubscribableResource): number {
  return path.filter((part) => part === '*').length;
}
