import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkWatch,
  parseWatch,
  toOwnSpelling,
  watchableOf,
} from '../../../../src/domain/subscriptions/watch-request.js';
import { watchableResources } from '../../../../src/domain/subscriptions/watchable-resource.js';

const guid = '5D1F0E46-7F3A-4F41-9C39-1D6C1C2C7C11';
const problemOf = (resource: string) => {
  const checked = checkWatch({ resource });
  return checked.kind === 'bad' ? checked.message : null;
};

describe('a resource to be watched', () => {
  it.each([
    [`/Users/${guid}/Messages/`, `users/${guid.toLowerCase()}/messages`],
    [
      `users('Maya@Contoso.com')/mailfolders('Inbox')/messages`,
      'users/maya@contoso.com/mailFolders/Inbox/messages',
    ],
    ['chats/19:AbC@thread.v2/messages', 'chats/19:AbC@thread.v2/messages'],
    ['CHATS/getallmessages', 'chats/getAllMessages'],
    ['groups', 'groups'],
  ])('%s is taken in Graph’s spelling', (given, spelled) => {
    expect(toOwnSpelling(given)).toBe(spelled);
  });

  it.each([
    ['planner/plans/1/tasks', /of Planner, for which Graph has no change notifications/],
    ['groups/1/planner/plans', /of Planner, for which Graph has no change notifications/],
    ['me/events', /instead of "me"/],
    ['users/1/drive/root', /nothing that Graph notifies about/],
    ['groups/1/conversations', /signed-in users only/],
    ['users/1/messages?$filter=a', /without query/],
    ['users//messages', /without query/],
    ['', /without query/],
    ['teams/getAllChannels/x', /nothing that Graph notifies about/],
  ])('%s is refused with words', (given, words) => {
    expect(problemOf(given)).toMatch(words);
  });

  it('stays the same when its own spelling is read again', () => {
    const segment = fc.stringMatching(/^[A-Za-z0-9:@._=-]{1,30}$/);
    fc.assert(
      fc.property(
        fc.constantFrom(...watchableResources),
        fc.array(segment, { minLength: 4, maxLength: 4 }),
        (row, ids) => {
          let at = 0;
          const resource = row.template.replaceAll(/\{\w+\}/g, () => ids[at++] ?? 'x');
          const spelled = toOwnSpelling(resource);
          if (spelled === null) return;
          expect(toOwnSpelling(spelled)).toBe(spelled);
          expect(watchableOf(spelled)?.kind).toBe(row.kind);
        },
      ),
    );
  });

  it('is never misread: whatever is written, it is taken or refused in words', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const checked = parseWatch(text);
        if (checked.kind === 'bad') expect(checked.message).not.toBe('');
        else expect(watchableOf(checked.request.resource)).toBe(checked.watchable);
      }),
    );
  });
});

describe('an entry of the configuration', () => {
  it('means all changes without further words', () => {
    expect(parseWatch('users/1/messages')).toMatchObject({
      kind: 'good',
      request: { changeTypes: ['created', 'updated', 'deleted'], includeResourceData: false },
    });
    expect(parseWatch('users')).toMatchObject({ request: { changeTypes: ['updated', 'deleted'] } });
  });

  it('names kinds of change in any order, and asks for data', () => {
    expect(parseWatch(' chats/19:a@thread.v2/messages  Updated|created +data ')).toMatchObject({
      request: {
        resource: 'chats/19:a@thread.v2/messages',
        changeTypes: ['created', 'updated'],
        includeResourceData: true,
      },
    });
  });

  it.each([
    ['users created', 'changeTypes'],
    ['users/1/events renamed', 'changeTypes'],
    ['users/1/events +data', 'includeResourceData'],
    ['users/1/events created updated', 'resource'],
  ])('%s is refused', (text, field) => {
    expect(parseWatch(text)).toMatchObject({ kind: 'bad', field });
  });
});

describe('the table of what Graph notifies about', () => {
  it('has data with messages of chats and channels only, and lifetimes as documented', () => {
    const minutes = Object.fromEntries(
      watchableResources.map(({ template, maxMinutes }) => [template, maxMinutes]),
    );
    expect(minutes).toMatchObject({
      'users/{user}/messages': 10_080,
      'users/{user}/todo/lists/{list}/tasks': 4_230,
      'chats/{chat}/messages': 4_320,
      users: 41_760,
    });
    const withData = watchableResources.filter((row) => row.maxMinutesWithData !== null);
    expect(withData.every(({ template }) => template.toLowerCase().endsWith('messages'))).toBe(
      true,
    );
    expect(new Set(watchableResources.map(({ template }) => template)).size).toBe(
      watchableResources.length,
    );
  });
});
