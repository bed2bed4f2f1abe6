import type { Scope } from './caller.js';

/** What a scope lets somebody do, for the people who are asked. */
export const scopeWords: Readonly<Record<Scope, string>> = {
  'tasks:read': 'See the tasks of your boards, and hear of their changes',
  'tasks:write': 'Create, change and delete tasks',
  'sync:read': 'See how sync with Microsoft Planner is doing, what was changed, and why',
  'sync:operate': 'Pause and steer sync, and confirm deletions, for everybody',
  'webhook:read': 'See which changes Microsoft Graph notifies about',
  'webhook:operate': 'Change what Microsoft Graph notifies about, for everybody',
  'metadata:read': 'See the people, groups, plans and buckets of your organisation',
  'todo:read': 'See your To Do lists, and what waits for you',
  'todo:write': 'Create, change and delete your To Do tasks',
  'mail:read': 'Read your mail',
  'mail:write': 'Draft, move, flag and delete your mail',
  'mail:send': 'Send mail as you',
  'calendar:read': 'See your calendars, and when others are free',
  'calendar:write': 'Create, change, answer and cancel events in your calendars',
  'teams:read': 'Read your chats and the channels of your teams',
  'teams:send': 'Post to chats and channels as you',
  'directory:read': 'See the people and groups of your organisation',
  'files:read': 'Find and read the files that you can open',
  'approvals:read': 'See what waits for your approval, and what became of it',
  'approvals:decide': 'Approve or refuse, in your name, what agents want to do',
  'accounts:read': 'See which Microsoft accounts you have signed in, and how they are',
  'accounts:manage': 'Sign in and sign out Microsoft accounts for you',
  admin: 'See the audit log of everybody',
};
