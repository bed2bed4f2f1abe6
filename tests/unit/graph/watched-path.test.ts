import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseResourcePath, toRequestPath } from '../../../src/graph/resources/resource-path.js';
import { watchedPath } from '../../../src/graph/resources/watched-path.js';

const person = '3f0b2c7e-50a5-4f0e-9f3c-2a8d2f6f1b01';
const other = '7a1c3c52-9f5e-4f5b-8a51-0c1d7f5f2a10';
const tenant = '11111111-9f5e-4f5b-8a51-0c1d7f5f2a10';

const readFor = (kind: string, watched: string, resource: string) => {
  const path = parseResourcePath(resource);
  const own = path === null ? null : watchedPath(path, { kind, watched });
  return own === null ? null : toRequestPath(own);
};

describe('what a notification has us read', () => {
  it.each([
    ['mail', `users/${person}/messages`, `Users/${person.toUpperCase()}/Messages/m`],
    ['mail', `users/${person}/messages`, `users/${person}@${tenant}/messages/m`],
    ['mail', `users/${person}/mailFolders/inbox/messages`, `Users('${person}')/Messages('m')`],
    [
      'mail',
      `users/${person}/mailFolders/inbox/messages`,
      `/users/${person}/mailFolders/AAA/messages/m`,
    ],
    ['mail', 'users/ada@example.com/messages', `Users/${person}/Messages/m`],
    ['calendar', `users/${person}/events`, `Users/${person}/Events/e`],
    ['calendar', `users/${person}/events`, `Users/${person}/calendar/events/e`],
    ['todo', `users/${person}/todo/lists/L/tasks`, `users/${person}/todo/lists/L/tasks/t`],
    ['teams', 'chats/19:a@thread.v2/messages', "chats('19:a@thread.v2')/messages('1')"],
    ['teams', 'chats/getAllMessages', "chats('19:a@thread.v2')/messages('1')"],
    ['teams', `users/${person}/chats/getAllMessages`, "chats('19:a@thread.v2')/messages('1')"],
    ['teams', `users/${person}/chats`, "chats('19:a@thread.v2')"],
    ['teams', 'chats', 'chats/19:a@thread.v2'],
    ['teams', 'chats/19:a@thread.v2/members', "chats('19:a@thread.v2')/members('x')"],
    [
      'teams',
      `teams/${person}/channels/c/messages`,
      `teams('${person}')/channels('c')/messages('1')/replies('2')`,
    ],
    ['teams', 'teams/getAllMessages', `teams('${person}')/channels('c')/messages('1')`],
    ['teams', 'teams/getAllChannels', `teams('${person}')/channels('c')`],
    ['teams', `teams/${person}`, `teams('${person}')`],
    ['teams', `teams/${person}/members`, `teams('${person}')/members('x')`],
    ['users', 'users', `Users/${other}`],
    ['groups', `groups/${person}/members`, `Groups/${person}`],
  ])('%s of %s: %s', (kind, watched, resource) => {
    expect(readFor(kind, watched, resource)).not.toBeNull();
  });

  it.each([
    ['mail', `users/${person}/messages`, `users/${other}/messages/m`],
    ['mail', `users/${person}/messages`, `users/${person}/messages`],
    ['mail', `users/${person}/messages`, `users/${person}/events/e`],
    ['mail', `users/${person}/messages`, `users/${person}/messages/m/attachments/a`],
    ['mail', `users/${person}/messages`, `users/${person}`],
    ['mail', `users/${person}/messages`, 'subscriptions'],
    ['mail', `users/${person}/messages`, 'planner/plans/p'],
    ['mail', `users/${person}/messages`, 'auditLogs/signIns'],
    ['users', `users/${person}`, `users/${other}`],
    ['groups', `groups/${person}`, `groups/${other}`],
    ['teams', 'chats/19:a@thread.v2/messages', "chats('19:b@thread.v2')/messages('1')"],
    ['teams', 'chats/getAllMessages', `teams('${person}')/channels('c')/messages('1')`],
    [
      'teams',
      `teams/${person}/channels/c/messages`,
      `teams('${person}')/channels('d')/messages('1')`,
    ],
    ['todo', `users/${person}/todo/lists/L/tasks`, `users/${person}/todo/lists/M/tasks/t`],
    ['plans', 'planner/plans/p/tasks', 'planner/tasks/t'],
    ['constructor', 'users', `users/${other}`],
  ])('is nothing else: %s of %s, not %s', (kind, watched, resource) => {
    expect(readFor(kind, watched, resource)).toBeNull();
  });

  it('is the person of the subscription where the notification uses another name', () => {
    expect(readFor('mail', `users/${person}/messages`, 'users/eve@example.com/messages/m')).toBe(
      `/users/${person}/messages/m`,
    );
    expect(
      readFor('mail', 'users/ada@example.com/messages', 'users/eve@example.com/messages/m'),
    ).toBe('/users/ada%40example.com/messages/m');
  });

  it('never leaves the mailbox that is watched', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.boolean(),
        (text, isInside) => {
          const resource = isInside ? `users/${text}` : text;
          const path = readFor('mail', `users/${person}/messages`, resource);
          expect(path ?? `/users/${person}/messages/`).toMatch(
            new RegExp(`^/users/${person}/.*messages/`, 'i'),
          );
        },
      ),
    );
  });
});
