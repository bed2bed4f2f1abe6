import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  namesThatOpen,
  rightsOf,
  usualPermissions,
} from '../../../../src/access/entra/entra-permissions.js';
import { scopes, type Scope } from '../../../../src/domain/access/caller.js';

const userScope = 'access_as_user';
const usual = usualPermissions(userScope);

function opened(granted: readonly string[] | null, roles: readonly string[] = []): string[] {
  return [...rightsOf({ scopes: granted, roles }, usual, userScope).scopes];
}

interface Case {
  readonly by: readonly string[] | null;
  readonly roles?: readonly string[];
  readonly opens?: Scope;
  readonly opensNot?: Scope;
}

describe('what Entra grants, in our scopes', () => {
  const cases: readonly (readonly [string, Case])[] = [
    ['a person, by an app that may act as them', { by: [userScope], opens: 'tasks:write' }],
    ['the same, without a role', { by: [userScope], opensNot: 'sync:operate' }],
    [
      'the same, with a role',
      { by: [userScope], roles: ['Tandem.Operate'], opens: 'sync:operate' },
    ],
    [
      'an app that only looks, whatever the person may',
      {
        by: ['Tandem.Read'],
        roles: ['Tandem.Admin'],
        opens: 'tasks:read',
        opensNot: 'tasks:write',
      },
    ],
    ['a scope that would raise the person', { by: ['Tandem.Admin'], opensNot: 'admin' }],
    [
      'the same scope, for an administrator',
      { by: ['Tandem.Admin'], roles: ['Tandem.Admin'], opens: 'admin' },
    ],
    ['an app alone, by its role', { by: null, roles: ['Tandem.Write'], opens: 'tasks:write' }],
    ['an app alone, without one', { by: null, opensNot: 'tasks:read' }],
    ['an app alone, with an unknown one', { by: null, roles: ['Other'], opensNot: 'tasks:read' }],
  ];

  it.each(cases)('%s', (_who, { by, roles = [], opens, opensNot }) => {
    const given = opened(by, roles);
    if (opens !== undefined) expect(given).toContain(opens);
    if (opensNot !== undefined) expect(given).not.toContain(opensNot);
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
