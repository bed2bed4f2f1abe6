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
  'accounts:read': 'See which Microsoft accounts you have signed in, and how they are',
  'accounts:manage': 'Sign in and sign out Microsoft accounts for you',
  admin: 'See the audit log of everybody',
};
