import { describe, expect, it } from 'vitest';
import { readResourcePath } from '../../../emulator/subscriptions/resource-path.js';
import { findSubscribableResource } from '../../../emulator/subscriptions/subscribable-resources.js';

describe('the resource of a subscription', () => {
  it.each<[text: string, path: string]>([
    ['users', 'users'],
    ['/Users/', 'users'],
    ["/users('x')/mailfolders('Inbox')/Messages", 'users/x/mailFolders/inbox/messages'],
    ['me/events?$select=subject', 'me/events'],
    ['chats/getallmessages', 'chats/getAllMessages'],
    ['teams/19:A@b/channels/C/messages', 'teams/19:A@b/channels/C/messages'],
  ])('%s is the path %s', (text, path) => {
    expect(readResourcePath(text).segments.join('/')).toBe(path);
  });

  it('may carry a query', () => {
    expect(readResourcePath('me/events?$select=subject').query.get('$select')).toBe('subject');
  });

  it.each([
    'planner/tasks',
    'groups/x/planner/plans',
    'users/x/planner/tasks',
    'users/x/memberOf',
    'me',
    'messages',
    '',
  ])('%s is none', (path) => {
    expect(findSubscribableResource(path)).toBeUndefined();
  });

  it('is the most specific that fits', () => {
    expect(findSubscribableResource('chats/getAllMessages')?.lifecycleEvents).toContain(
      'subscriptionRemoved',
    );
    expect(findSubscribableResource('chats/x')?.lifecycleEvents).toEqual([
      'reauthorizationRequired',
    ]);
  });

  it.each<[path: string, minutes: number | 'outlook', rich: number | null]>([
    ['users', 41_760, null],
    ['groups/x/members', 41_760, null],
    ['users/x/messages', 'outlook', 1440],
    ['users/x/events', 'outlook', 1440],
    ['groups/x/conversations', 4230, null],
    ['users/x/todo/lists/y/tasks', 4230, null],
    ['chats/x/messages', 4320, 4320],
    ['teams/getAllChannels', 4320, 4320],
  ])('%s may live %s minutes', (path, minutes, rich) => {
    expect(findSubscribableResource(path)).toMatchObject({ minutes, richMinutes: rich });
  });
});
