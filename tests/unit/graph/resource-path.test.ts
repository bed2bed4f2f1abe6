import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseResourcePath,
  toRequestPath,
  toResourceText,
} from '../../../src/graph/resources/resource-path.js';

const person = '3f0b2c7e-50a5-4f0e-9f3c-2a8d2f6f1b01';
const tenant = '7a1c3c52-9f5e-4f5b-8a51-0c1d7f5f2a10';
const textOf = (text: string) => {
  const path = parseResourcePath(text);
  return path === null ? null : toResourceText(path);
};

describe('the path of a resource', () => {
  it.each([
    [`Users/${person}/Messages/AAMk_a-b=`, `users/${person}/messages/AAMk_a-b=`],
    [`users/${person}@${tenant}/messages/1`, `users/${person}/messages/1`],
    [`Users('${person}@${tenant}')/Messages('1')`, `users/${person}/messages/1`],
    [
      `Users('${person}')/MailFolders('Inbox')/Messages('1')`,
      `users/${person}/mailFolders/Inbox/messages/1`,
    ],
    ["chats('19:a@thread.v2')/messages('16')", 'chats/19:a@thread.v2/messages/16'],
    [
      "teams('t')/channels('19:c@thread.tacv2')/messages('1')/replies('2')",
      'teams/t/channels/19:c@thread.tacv2/messages/1/replies/2',
    ],
    [`/users('${person}')/todo/lists('L')/tasks('T')`, `users/${person}/todo/lists/L/tasks/T`],
    ["groups('o''brien')", "groups/o'brien"],
    ['Groups(1)', 'groups/1'],
  ])('%s is %s', (text, expected) => {
    expect(textOf(text)).toBe(expected);
  });

  it.each([
    '',
    '/',
    'users//messages',
    'users/../me',
    'users/./x',
    "users('a",
    'users(a',
    "users('a/../b')",
    'users/a/',
    'a\u0000b',
    "users('')",
    `${'a/'.repeat(30)}a`,
    'x'.repeat(3_000),
  ])('%j is none', (text) => {
    expect(parseResourcePath(text)).toBeNull();
  });

  const key = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .filter((text) => !/[\p{Cc}\p{Cs}/]/u.test(text) && text !== '.' && text !== '..');
  const collection = fc.constantFrom('users', 'messages', 'groups', 'chats', 'mailFolders');
  const path = fc.array(fc.tuple(collection, key), { minLength: 1, maxLength: 5 });
  const quoted = (parts: readonly (readonly [string, string])[]) =>
    parts.map(([name, value]) => `${name}('${value.replaceAll("'", "''")}')`).join('/');

  it('is read back from its quoted spelling, whatever the keys hold', () => {
    fc.assert(
      fc.property(path, (parts) => {
        expect(parseResourcePath(quoted(parts))).toEqual(parts.flat());
      }),
    );
  });

  it('leads nowhere else as a request, and says the same again', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const found = parseResourcePath(text);
        if (found === null) return;
        const url = new URL(`https://graph.example.com/v1.0${toRequestPath(found)}`);
        expect(url.host).toBe('graph.example.com');
        expect(url.search + url.hash).toBe('');
        expect(url.pathname.split('/').slice(2).map(decodeURIComponent)).toEqual(found);
      }),
      { numRuns: 2_000 },
    );
  });
});
