import { describe, expect, it } from 'vitest';
import { judgePermissions } from '../../../src/diagnosis/judge-permissions.js';
import { permissionNeeds } from '../../../src/domain/permissions/permission-need.js';
import {
  isPersonal,
  permissionsAskedOfPeople,
} from '../../../src/domain/permissions/personal-permission.js';
import { reviewPermissions } from '../../../src/domain/permissions/review-permissions.js';

const users = [
  { name: 'task_create', features: ['planner', 'people'] },
  { name: 'metadata_get', features: ['planner', 'people', 'groups'] },
  { name: 'get_user_profile', features: ['profile'] },
] as const;
const needs = (watched: readonly string[] = [], usesDelta = false) =>
  permissionNeeds({ operations: users, watched, usesDelta });

function missing(kind: 'application' | 'delegated', granted: readonly string[]) {
  return reviewPermissions(needs(), { kind, granted }).needs.flatMap((need) =>
    need.state === 'missing' ? [need.permission] : [],
  );
}

describe('what is needed of Graph', () => {
  it('is said by every operation for itself', () => {
    const planner = { name: 'one', features: ['planner'] } as const;
    const mail = { name: 'two', features: ['readMail', 'planner'] } as const;
    const used = permissionNeeds({ operations: [planner, mail], watched: [], usesDelta: false });
    expect(used.map(({ purpose, operations: by }) => [purpose.slice(0, 9), by])).toEqual([
      ['Read and ', ['one', 'two']],
      ['Read mail', ['two']],
    ]);
  });

  it('is the least: one permission for all of Planner, and basic ones for names', () => {
    expect(missing('application', [])).toEqual([
      'Tasks.ReadWrite.All',
      'User.ReadBasic.All',
      'Group.ReadBasic.All',
    ]);
    expect(missing('delegated', [])).toEqual([
      'Tasks.ReadWrite',
      'User.ReadBasic.All',
      'Group.ReadBasic.All',
      'User.Read',
    ]);
  });

  it('is satisfied by higher permissions, but reading does not satisfy writing', () => {
    expect(missing('application', ['Tasks.ReadWrite.All', 'Directory.Read.All'])).toEqual([]);
    expect(missing('application', ['Tasks.Read.All', 'Directory.Read.All'])).toEqual([
      'Tasks.ReadWrite.All',
    ]);
    // Groups’ permissions count for people, not for apps.
    expect(missing('delegated', ['Group.ReadWrite.All', 'User.Read.All'])).toEqual([]);
    expect(missing('application', ['Group.ReadWrite.All', 'User.Read.All'])).toEqual([
      'Tasks.ReadWrite.All',
    ]);
  });

  it('grows with what is watched, by exactly the permission of each resource', () => {
    const watched = ['users/ada@example.com/messages', 'users/1/events', 'chats/getAllMessages'];
    const { needs: reviewed } = reviewPermissions(needs(watched, true), {
      kind: 'application',
      granted: ['Mail.ReadWrite', 'Calendars.Read'],
    });
    expect(reviewed.slice(4).map(({ permission, state }) => `${permission} ${state}`)).toEqual([
      'Tasks.Read.All missing',
      'Mail.Read missing',
      'Calendars.Read granted',
      'Chat.Read.All missing',
    ]);
  });

  it('is impossible for a person where only an app may', () => {
    const [, , , , chats] = reviewPermissions(needs(['chats/getAllMessages']), {
      kind: 'delegated',
      granted: [],
    }).needs;
    expect(chats).toMatchObject({ state: 'impossible', permission: null, granter: null });
  });
});

describe('who can grant what is missing', () => {
  it('is always an administrator for an app, and for a person who may not agree alone', () => {
    const { needs: ofApp } = reviewPermissions(needs(), { kind: 'application', granted: [] });
    expect(ofApp.map(({ granter }) => granter?.who)).toEqual([
      'administrator',
      'administrator',
      'administrator',
      // The profile of somebody who signed in: an app has none.
      undefined,
    ]);
    const { needs: ofPerson } = reviewPermissions(needs(), { kind: 'delegated', granted: [] });
    expect(ofPerson.map(({ granter }) => granter?.who)).toEqual([
      'person',
      'person',
      'administrator',
      'person',
    ]);
  });
});

it.each([
  ['Tasks.ReadWrite', true],
  ['Mail.Send', true],
  ['Files.Read', true],
  ['Files.Read.All', false],
  ['Chat.Read', true],
  ['ChannelMessage.Send', true],
  ['ChannelMessage.Read.All', false],
  ['User.Read', true],
  ['User.ReadBasic.All', true],
  ['User.Read.All', false],
  ['Group.Read.All', false],
])('%s may be given by the person alone: %s', (permission, expected) => {
  expect(isPersonal(permission)).toBe(expected);
});

describe('what is granted', () => {
  const review = reviewPermissions(needs(), {
    kind: 'application',
    granted: ['Tasks.ReadWrite.All', 'User.Read.All', 'Mail.Send'],
  });

  it('and not needed is told', () => {
    expect(review.unneeded).toEqual(['Mail.Send']);
  });

  it('makes the difference between failure and warning', () => {
    expect(judgePermissions(review)).toMatchObject([
      { permission: 'Tasks.ReadWrite.All', judgement: { state: 'ok' } },
      {
        permission: 'User.Read.All',
        judgement: { state: 'ok', found: expect.stringContaining('User.ReadBasic.All is enough') },
      },
      { permission: 'Group.ReadBasic.All', judgement: { state: 'warning' } },
    ]);
    const nothing = reviewPermissions(needs(), { kind: 'application', granted: [] });
    expect(judgePermissions(nothing)[0]).toMatchObject({
      judgement: { state: 'failure', fix: expect.stringContaining('admin consent') },
    });
  });
});

it('people are asked for the least of what is used, and for nothing that only an administrator may give', () => {
  expect(permissionsAskedOfPeople()).toEqual([
    'Calendars.Read.Shared',
    'Calendars.ReadWrite',
    'Channel.ReadBasic.All',
    'ChannelMessage.Send',
    'Chat.Create',
    'Chat.Read',
    'ChatMessage.Send',
    'Files.Read',
    'Mail.ReadWrite',
    'Mail.Send',
    'Tasks.ReadWrite',
    'Team.ReadBasic.All',
    'User.Read',
    'User.ReadBasic.All',
  ]);
});
