import type { PermissionNeed } from './permission-need.js';

type Need = Omit<PermissionNeed, 'operations'>;

const readDirectory = ['Directory.Read.All', 'Directory.ReadWrite.All'] as const;

/**
 * The permission that each feature needs, least privilege first:
 * https://learn.microsoft.com/graph/permissions-reference and the pages of the single calls
 * (/graph/api/planner-post-tasks, /graph/api/user-get, /graph/api/group-get, /graph/api/message-get, and so on).
 */
export const features = {
  planner: {
    purpose: 'Read and write plans, buckets and tasks in Planner',
    permissions: {
      application: ['Tasks.ReadWrite.All'],
      delegated: ['Tasks.ReadWrite', 'Group.ReadWrite.All'],
    },
    isRequired: true,
  },
  people: {
    purpose: 'Find people by name, and name them in answers',
    permissions: {
      application: ['User.ReadBasic.All', 'User.Read.All', 'User.ReadWrite.All', ...readDirectory],
      delegated: ['User.ReadBasic.All', 'User.Read.All', 'User.ReadWrite.All', ...readDirectory],
    },
    isRequired: false,
  },
  groups: {
    purpose: 'Look up groups',
    permissions: {
      application: [
        'Group.ReadBasic.All',
        'GroupMember.Read.All',
        'Group.Read.All',
        'Group.ReadWrite.All',
        ...readDirectory,
      ],
      delegated: [
        'Group.ReadBasic.All',
        'GroupMember.Read.All',
        'Group.Read.All',
        'Group.ReadWrite.All',
        ...readDirectory,
      ],
    },
    isRequired: false,
  },
  profile: {
    purpose: 'Show the profile of the person who signed in',
    permissions: {
      application: [],
      delegated: ['User.Read', 'User.ReadBasic.All', 'User.Read.All', ...readDirectory],
    },
    isRequired: false,
  },
  members: {
    purpose: 'See who belongs to a group',
    permissions: {
      application: [
        'GroupMember.Read.All',
        'Group.Read.All',
        'Group.ReadWrite.All',
        ...readDirectory,
      ],
      delegated: [
        'GroupMember.Read.All',
        'Group.Read.All',
        'Group.ReadWrite.All',
        ...readDirectory,
      ],
    },
    isRequired: false,
  },
  managers: {
    purpose: 'See who somebody reports to',
    permissions: {
      application: ['User.Read.All', 'User.ReadWrite.All', ...readDirectory],
      delegated: ['User.Read.All', 'User.ReadWrite.All', ...readDirectory],
    },
    isRequired: false,
  },
  presence: {
    purpose: 'See whether somebody is available',
    permissions: {
      application: ['Presence.Read.All', 'Presence.ReadWrite.All'],
      delegated: ['Presence.Read.All'],
    },
    isRequired: false,
  },
  todo: {
    purpose: 'Read and write To Do lists and tasks',
    permissions: { application: ['Tasks.ReadWrite.All'], delegated: ['Tasks.ReadWrite'] },
    isRequired: false,
  },
  readMail: {
    purpose: 'Read mail',
    permissions: {
      application: ['Mail.Read', 'Mail.ReadWrite'],
      delegated: ['Mail.Read', 'Mail.ReadWrite'],
    },
    isRequired: false,
  },
  writeMail: {
    purpose: 'Draft, move, flag and delete mail',
    permissions: { application: ['Mail.ReadWrite'], delegated: ['Mail.ReadWrite'] },
    isRequired: false,
  },
  sendMail: {
    purpose: 'Send mail',
    permissions: { application: ['Mail.Send'], delegated: ['Mail.Send'] },
    isRequired: false,
  },
  readCalendars: {
    purpose: 'Read calendars',
    permissions: {
      application: ['Calendars.Read', 'Calendars.ReadWrite'],
      delegated: ['Calendars.Read', 'Calendars.ReadWrite'],
    },
    isRequired: false,
  },
  writeCalendars: {
    purpose: 'Create, change, answer and cancel events',
    permissions: { application: ['Calendars.ReadWrite'], delegated: ['Calendars.ReadWrite'] },
    isRequired: false,
  },
  findMeetingTimes: {
    purpose: 'Find times at which people can meet',
    permissions: {
      application: [],
      delegated: ['Calendars.Read.Shared', 'Calendars.ReadWrite.Shared'],
    },
    isRequired: false,
  },
  teams: {
    purpose: 'List teams',
    permissions: {
      application: ['Team.ReadBasic.All', 'TeamSettings.Read.All'],
      delegated: ['Team.ReadBasic.All', 'TeamSettings.Read.All'],
    },
    isRequired: false,
  },
  channels: {
    purpose: 'List channels',
    permissions: {
      application: ['Channel.ReadBasic.All', 'ChannelSettings.Read.All'],
      delegated: ['Channel.ReadBasic.All', 'ChannelSettings.Read.All'],
    },
    isRequired: false,
  },
  readChannelMessages: {
    purpose: 'Read what is posted in channels',
    permissions: {
      application: ['ChannelMessage.Read.All', 'Group.Read.All'],
      delegated: ['ChannelMessage.Read.All', 'Group.Read.All'],
    },
    isRequired: false,
  },
  // Apps may post only while they migrate messages: https://learn.microsoft.com/graph/api/chatmessage-post
  postToChannels: {
    purpose: 'Post in channels',
    permissions: { application: [], delegated: ['ChannelMessage.Send', 'Group.ReadWrite.All'] },
    isRequired: false,
  },
  readChats: {
    purpose: 'Read chats',
    permissions: {
      application: ['Chat.Read.All', 'Chat.ReadWrite.All'],
      delegated: ['Chat.Read', 'Chat.ReadWrite'],
    },
    isRequired: false,
  },
  postToChats: {
    purpose: 'Post in chats',
    permissions: { application: [], delegated: ['ChatMessage.Send', 'Chat.ReadWrite'] },
    isRequired: false,
  },
  createChats: {
    purpose: 'Begin chats',
    permissions: {
      application: ['Chat.Create'],
      delegated: ['Chat.Create', 'Chat.ReadWrite'],
    },
    isRequired: false,
  },
  // https://learn.microsoft.com/graph/search-concept-chat-messages
  searchMessages: {
    purpose: 'Search chats and channels',
    permissions: { application: [], delegated: ['Chat.Read', 'Chat.ReadWrite'] },
    isRequired: false,
  },
  files: {
    purpose: 'Find and read files',
    permissions: {
      application: ['Files.Read.All', 'Files.ReadWrite.All', 'Sites.Read.All'],
      delegated: ['Files.Read', 'Files.ReadWrite', 'Files.Read.All', 'Files.ReadWrite.All'],
    },
    isRequired: false,
  },
  groupThreads: {
    purpose: 'Read and write comments of tasks, which are conversations of the group',
    permissions: {
      application: [],
      delegated: ['Group.ReadWrite.All'],
    },
    isRequired: false,
  },
} as const satisfies Readonly<Record<string, Need>>;

export type FeatureName = keyof typeof features;
