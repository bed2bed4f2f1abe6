/** Graph's well-known resource id; tokens and consents may name it instead of the origin. */
export const GRAPH_RESOURCE_ID = '00000003-0000-0000-c000-000000000000';

/** A delegated permission as the consent page words it. */
export interface DelegatedPermission {
  readonly name: string;
  readonly description: string;
  /** Only an administrator may consent. */
  readonly adminOnly: boolean;
}

/** Permissions of every client that signs people in; Graph's as well, as far as consent is concerned. */
export const identityScopes: readonly DelegatedPermission[] = [
  open('openid', 'Sign you in'),
  open('profile', 'View your basic profile'),
  open('email', 'View your email address'),
  open('offline_access', 'Maintain access to data you have given it access to'),
];

/** Of Graph's delegated permissions, those of which the emulator knows an operation. */
export const graphScopes: readonly DelegatedPermission[] = [
  admin('Application.Read.All', 'Read applications'),
  open('Calendars.Read', 'Read your calendars'),
  open('Calendars.Read.Shared', 'Read calendars you can access'),
  open('Calendars.ReadBasic', 'Read the basic details of your calendars'),
  open('Calendars.ReadWrite.Shared', 'Read and write to calendars you can access'),
  open('Calendars.ReadWrite', 'Have full access to your calendars'),
  open('Channel.Create', 'Create channels'),
  open('Channel.ReadBasic.All', 'Read the names and descriptions of channels'),
  admin('ChannelMessage.Read.All', 'Read your channel messages'),
  open('ChannelMessage.ReadWrite', 'Read and write channel messages'),
  open('ChannelMessage.Send', 'Send channel messages'),
  admin('ChannelSettings.Read.All', 'Read the settings of channels'),
  admin('ChannelSettings.ReadWrite.All', 'Read and write the settings of channels'),
  open('Chat.Create', 'Create chats'),
  open('Chat.Read', 'Read your chat messages'),
  open('Chat.ReadBasic', 'Read names and members of your chats'),
  open('Chat.ReadWrite', 'Read and write your chat messages'),
  open('ChatMember.Read', 'Read the members of chats'),
  open('ChatMember.ReadWrite', 'Add and remove members of chats'),
  open('ChatMessage.Send', 'Send chat messages'),
  open('Contacts.Read', 'Read your contacts'),
  admin('Directory.Read.All', 'Read directory data'),
  open('Files.Read', 'Read your files'),
  open('Files.Read.All', 'Read all files that you have access to'),
  open('Files.ReadWrite', 'Have full access to your files'),
  open('Files.ReadWrite.All', 'Have full access to all files you have access to'),
  admin('Group.Read.All', 'Read all groups'),
  admin('Group.ReadBasic.All', 'Read the basic properties of all groups'),
  admin('Group.ReadWrite.All', 'Read and write all groups'),
  admin('GroupMember.Read.All', 'Read group memberships'),
  open('MailboxSettings.Read', 'Read your mailbox settings'),
  open('MailboxSettings.ReadWrite', 'Read and write to your mailbox settings'),
  open('Mail.Read', 'Read your mail'),
  open('Mail.ReadBasic', 'Read your basic mail'),
  open('Mail.ReadWrite', 'Read and write your mail'),
  open('Mail.Send', 'Send mail as you'),
  open('People.Read', 'Read your relevant people list'),
  admin('People.Read.All', 'Read the relevant people lists of all users'),
  open('Presence.Read', 'Read your presence information'),
  open('Presence.Read.All', 'Read presence information of all users in your organization'),
  open('Tasks.Read', 'Read your tasks and task lists'),
  open('Tasks.ReadWrite', 'Create, read, update and delete your tasks and task lists'),
  open('Team.ReadBasic.All', 'Read the names and descriptions of teams'),
  admin('TeamMember.Read.All', 'Read the members of teams'),
  admin('TeamMember.ReadWrite.All', 'Add and remove members of teams'),
  admin('TeamSettings.Read.All', 'Read the settings of teams'),
  admin('TeamSettings.ReadWrite.All', 'Read and change the settings of teams'),
  open('User.Read', 'Sign you in and read your profile'),
  admin('User.Read.All', 'Read the full profiles of all users'),
  open('User.ReadBasic.All', 'Read the basic profiles of all users'),
];

function open(name: string, description: string): DelegatedPermission {
  return { name, description, adminOnly: false };
}

function admin(name: string, description: string): DelegatedPermission {
  return { name, description, adminOnly: true };
}
