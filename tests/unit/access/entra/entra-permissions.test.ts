import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  namesThatOpen,
  rightsOf,
  usualPermissions,
} from '../../../../src/access/entra/entra-permissions.js';
import { scopes } from '../../../../src/domain/access/caller.js';

const userScope = 'access_as_user';
const usual = usualPermissions(userScope);

function opened(granted: readonly string[] | null, roles: readonly string[] = []): string[] {
  return [...rightsOf({ scopes: granted, roles }, usual, userScope).scopes];
}

describe('what Entra grants, in our scopes', () => {
  it.each([
    ['a person, by an app that may act as them', ['access_as_user'], [], 'tasks:write', true],
    ['the same, without a role', ['access_as_user'], [], 'sync:operate', false],
    ['the same, with a role', ['access_as_user'], ['Tandem.Operate'], 'sync:operate', true],
    [
      'an app that only looks, whatever the person may',
      ['Tandem.Read'],
      ['Tandem.Admin'],
      'tasks:write',
      false,
    ],
    ['an app that looks', ['Tandem.Read'], [], 'tasks:read', true],
    ['a scope that would raise the person', ['Tandem.Admin'], [], 'admin', false],
    ['the same scope, for an administrator', ['Tandem.Admin'], ['Tandem.Admin'], 'admin', true],
    ['an app alone, by its role', null, ['Tandem.Write'], 'tasks:write', true],
    ['an app alone, without one', null, [], 'tasks:read', false],
    [
      'an app alone, with the name of a delegated scope for a role',
      null,
      ['nothing'],
      'tasks:read',
      false,
    ],
  ] as const)('%s', (...[, granted, roles, scope, isOpen]) => {
    expect(opened(granted, roles).includes(scope)).toBe(isOpen);
  });

  it('never give an app more than its person may, nor a person more than their roles', () => {
    const names = fc.subarray([...usual.keys(), 'unknown']);
    fc.assert(
      fc.property(names, names, (granted, roles) => {
        const { scopes: given, attainable } = rightsOf(
          { scopes: granted, roles },
          usual,
          userScope,
        );
        const ofPerson = new Set([userScope, ...roles].flatMap((name) => usual.get(name) ?? []));
        expect([...given].every((scope) => ofPerson.has(scope) && attainable.has(scope))).toBe(
          true,
        );
      }),
    );
  });

  it('name who can help', () => {
    expect(namesThatOpen('admin', usual)).toEqual(['Tandem.Admin']);
    expect(scopes.every((scope) => namesThatOpen(scope, usual).includes('Tandem.Admin'))).toBe(
      true,
    );
  });
});
