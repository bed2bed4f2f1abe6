import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphServices, mailboxOf, serviceOf } from '../../../src/graph/gateway/graph-service.js';

describe('the service of a path', () => {
  it.each([
    ['/planner/tasks/t', 'planner'],
    ['/groups/g/planner/plans', 'planner'],
    ['/me/planner/all/delta', 'planner'],
    ["/users('u')/planner/tasks", 'planner'],
    ['/users/u/messages', 'outlook'],
    ["/me/mailFolders('inbox')/messages?$top=5", 'outlook'],
    ['/me/calendarView?startDateTime=x', 'outlook'],
    ['/users/u/contacts', 'outlook'],
    ['/groups/g/conversations', 'outlook'],
    ['/me/todo/lists', 'todo'],
    ['/users/u/todo/lists/l/tasks', 'todo'],
    ['/teams/t/channels', 'teams'],
    ['/chats/c/messages', 'teams'],
    ['/users/u/chats', 'teams'],
    ['/me/joinedTeams', 'teams'],
    ['/users/u', 'directory'],
    ['/users?$select=id', 'directory'],
    ['/users/delta', 'directory'],
    ['/groups/g/members', 'directory'],
    ['/me', 'directory'],
    ['/subscriptions/s', 'subscriptions'],
    ['/search/query', 'other'],
    ['/constructor', 'other'],
    ['/me/constructor', 'directory'],
    ['/', 'other'],
  ])('%s is %s', (path, service) => {
    expect(serviceOf(path)).toBe(service);
  });

  it('is one of those that have a gate, whatever the path', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(graphServices).toContain(serviceOf(`/${text}`));
      }),
    );
  });
});

describe('the mailbox of a path', () => {
  it.each([
    ['/me/messages', 'me/'],
    ['/users/Adele@contoso.example/events', 'users/adele@contoso.example'],
    ["/users('Adele@contoso.example')/events", 'users/adele@contoso.example'],
    ['/users/u/todo/lists', 'users/u'],
    ['/users/u', null],
    ['/planner/tasks', null],
  ])('%s is %s', (path, mailbox) => {
    expect(mailboxOf(path, { kind: 'app' })).toBe(mailbox);
  });

  it('is the one of the person for /me, whoever asks', () => {
    const maya = { kind: 'delegated', id: 'OID-1.tid' } as const;
    expect(mailboxOf('/me/messages', maya)).toBe('users/oid-1');
    expect(mailboxOf('/users/OID-1/events', { kind: 'app' })).toBe('users/oid-1');
    expect(mailboxOf('/users/other/events', maya)).toBe('users/other');
  });
});
