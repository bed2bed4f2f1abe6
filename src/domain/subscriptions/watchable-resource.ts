/** The channels on which what changed is published. */
export const toldKinds = ['mail', 'calendar', 'teams', 'users', 'groups', 'todo'] as const;
export type ToldKind = (typeof toldKinds)[number];

/** `plans` have no channel: a plan that has changed is looked at, and agents hear of its tasks. */
export const watchedKinds = [...toldKinds, 'plans'] as const;
export type WatchedKind = (typeof watchedKinds)[number];

export const changeTypes = ['created', 'updated', 'deleted'] as const;
export type ChangeType = (typeof changeTypes)[number];

/**
 * How to find out what changed while no notification came:
 * - `modified`: the collection filtered by lastModifiedDateTime; what was deleted meanwhile is not found
 * - `chat_messages`: the same for a chat, which Graph filters only in the order of that time
 * - `channel_messages`: the delta of a channel's messages since a time
 * - `directory_delta`: the delta kept since the subscription was made; deletions are found too
 * - `list`: the collection has no times: each member counts as changed
 * - `itself`: the resource is one thing, or belongs to one, which counts as changed
 * - `none`: Graph offers no way to ask
 */
export type ResyncWay =
  | 'modified'
  | 'chat_messages'
  | 'channel_messages'
  | 'directory_delta'
  | 'list'
  | 'itself'
  | 'none';

/**
 * Something that Graph notifies about. Lifetimes (minutes), permissions and lifecycle events:
 * https://learn.microsoft.com/graph/api/resources/subscription, /graph/api/subscription-post-subscriptions and
 * /graph/change-notifications-lifecycle-events; https://learn.microsoft.com/graph/change-notifications-overview
 */
export interface WatchableResource {
  /** The path with placeholders, as in `users/{user}/messages`. */
  readonly template: string;
  readonly kind: WatchedKind;
  readonly maxMinutes: number;
  /** With the changed data in the notification; null where we do not offer that. */
  readonly maxMinutesWithData: number | null;
  readonly changeTypes: readonly ChangeType[];
  /** The least that the app registration needs; null: Graph refuses this resource to an app without a user. */
  readonly appPermission: string | null;
  /** The least that a signed-in user's token needs; null: only an app may. */
  readonly delegatedPermission: string | null;
  /** Besides `reauthorizationRequired`, which every resource has. */
  readonly lifecycleEvents: readonly ('missed' | 'subscriptionRemoved')[];
  readonly resync: ResyncWay;
}

const directoryMinutes = 41_760;
const outlookMinutes = 10_080;
const teamsMinutes = 4_320;
const todoMinutes = 4_230;

/** A created user or group surfaces as `updated`. */
const directoryChanges: readonly ChangeType[] = ['updated', 'deleted'];

const outlook = {
  maxMinutes: outlookMinutes,
  maxMinutesWithData: null,
  changeTypes,
  lifecycleEvents: ['missed', 'subscriptionRemoved'],
  resync: 'modified',
} as const;
const messages = {
  ...outlook,
  kind: 'mail',
  appPermission: 'Mail.Read',
  delegatedPermission: 'Mail.Read',
} as const;
const directory = {
  maxMinutes: directoryMinutes,
  maxMinutesWithData: null,
  changeTypes: directoryChanges,
  lifecycleEvents: [],
} as const;
const teams = {
  kind: 'teams',
  maxMinutes: teamsMinutes,
  maxMinutesWithData: null,
  changeTypes,
  lifecycleEvents: [],
} as const;
const chatMessages = {
  ...teams,
  maxMinutesWithData: teamsMinutes,
  lifecycleEvents: ['subscriptionRemoved'],
  appPermission: 'Chat.Read.All',
  delegatedPermission: 'Chat.Read',
} as const;
const channelMessages = {
  ...chatMessages,
  appPermission: 'ChannelMessage.Read.All',
  delegatedPermission: 'ChannelMessage.Read.All',
} as const;
const chats = {
  ...teams,
  appPermission: 'Chat.ReadBasic.All',
  delegatedPermission: 'Chat.ReadBasic',
} as const;
const channels = {
  ...teams,
  appPermission: 'Channel.ReadBasic.All',
  delegatedPermission: 'Channel.ReadBasic.All',
} as const;
const chatMembers = {
  ...teams,
  appPermission: 'ChatMember.Read.All',
  delegatedPermission: 'ChatMember.Read',
} as const;
const users = {
  ...directory,
  kind: 'users',
  appPermission: 'User.Read.All',
  delegatedPermission: 'User.Read.All',
} as const;
const groups = {
  ...directory,
  kind: 'groups',
  appPermission: 'Group.Read.All',
  delegatedPermission: 'Group.Read.All',
} as const;

export const watchableResources: readonly WatchableResource[] = [
  { template: 'users/{user}/messages', ...messages },
  { template: 'users/{user}/mailFolders/{folder}/messages', ...messages },
  {
    template: 'users/{user}/events',
    ...outlook,
    kind: 'calendar',
    appPermission: 'Calendars.Read',
    delegatedPermission: 'Calendars.Read',
  },
  {
    template: 'users/{user}/todo/lists/{list}/tasks',
    ...outlook,
    kind: 'todo',
    maxMinutes: todoMinutes,
    lifecycleEvents: [],
    appPermission: 'Tasks.ReadWrite.All',
    delegatedPermission: 'Tasks.ReadWrite',
  },
  { template: 'chats/{chat}/messages', ...chatMessages, resync: 'chat_messages' },
  {
    template: 'chats/getAllMessages',
    ...chatMessages,
    delegatedPermission: null,
    resync: 'none',
  },
  { template: 'users/{user}/chats/getAllMessages', ...chatMessages, resync: 'none' },
  {
    template: 'teams/{team}/channels/{channel}/messages',
    ...channelMessages,
    resync: 'channel_messages',
  },
  {
    template: 'teams/getAllMessages',
    ...channelMessages,
    delegatedPermission: null,
    resync: 'none',
  },
  { template: 'chats', ...chats, delegatedPermission: null, resync: 'none' },
  { template: 'chats/{chat}', ...chats, resync: 'itself' },
  { template: 'users/{user}/chats', ...chats, resync: 'list' },
  {
    template: 'teams',
    ...teams,
    appPermission: 'Team.ReadBasic.All',
    delegatedPermission: null,
    resync: 'list',
  },
  {
    template: 'teams/{team}',
    ...teams,
    appPermission: 'Team.ReadBasic.All',
    delegatedPermission: 'Team.ReadBasic.All',
    resync: 'itself',
  },
  { template: 'teams/getAllChannels', ...channels, delegatedPermission: null, resync: 'none' },
  { template: 'teams/{team}/channels', ...channels, resync: 'list' },
  {
    template: 'teams/{team}/members',
    ...teams,
    appPermission: 'TeamMember.Read.All',
    delegatedPermission: 'TeamMember.Read.All',
    resync: 'list',
  },
  { template: 'chats/{chat}/members', ...chatMembers, resync: 'list' },
  { template: 'chats/getAllMembers', ...chatMembers, delegatedPermission: null, resync: 'none' },
  { template: 'users', ...users, resync: 'directory_delta' },
  { template: 'users/{user}', ...users, resync: 'itself' },
  { template: 'groups', ...groups, resync: 'directory_delta' },
  { template: 'groups/{group}', ...groups, resync: 'itself' },
  { template: 'groups/{group}/members', ...groups, resync: 'itself' },
  { template: 'groups/{group}/owners', ...groups, resync: 'itself' },
  {
    template: 'groups/{group}/conversations',
    ...groups,
    maxMinutes: todoMinutes,
    changeTypes,
    appPermission: null,
    resync: 'none',
  },
];

/**
 * The tasks of a plan, which Graph refuses to this day. Nobody can ask for it; where the daily probe finds that Graph takes
 * it after all, linked plans are subscribed to.
 */
export const planTasks: WatchableResource = {
  template: 'planner/plans/{plan}/tasks',
  kind: 'plans',
  maxMinutes: todoMinutes,
  maxMinutesWithData: null,
  changeTypes,
  appPermission: 'Tasks.Read.All',
  delegatedPermission: 'Tasks.Read',
  lifecycleEvents: [],
  resync: 'itself',
};
