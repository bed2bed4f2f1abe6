import { describe, expect, it } from 'vitest';
import { toEntraCaller } from '../../../../src/access/entra/entra-caller.js';
import { usualPermissions } from '../../../../src/access/entra/entra-permissions.js';

const tid = '11111111-2222-3333-4444-555555555555';
const oid = 'aaaaaaaa-2222-3333-4444-555555555555';
const app = 'bbbbbbbb-2222-3333-4444-555555555555';
const access = {
  tenantId: tid,
  permissions: usualPermissions('access_as_user'),
  userScope: 'access_as_user',
  userScopeUri: 'api://x/access_as_user',
  appNames: new Map([[app, 'planner-bot']]),
};
const person = { tid, oid, scp: 'access_as_user', azp: app };
const callerOf = (claims: object) => toEntraCaller(claims, 'the-token', access);

describe('who calls with a token of Entra', () => {
  it('is a person by tenant and object id, and called by the sign-in name', () => {
    const caller = callerOf({
      ...person,
      oid: oid.toUpperCase(),
      preferred_username: 'Maya@X.org',
    });
    expect(caller).toMatchObject({
      kind: 'person',
      actor: 'maya@x.org',
      owner: `person:${oid}.${tid}`,
      person: { oid, tid },
      keyId: null,
    });
    expect(caller.assertion?.()).toBe('the-token');
    expect(JSON.stringify(caller)).not.toContain('the-token');
  });

  it.each([
    ['nothing', {}],
    ['a telephone number', { preferred_username: '+49 123' }],
    ['a name like a key', { preferred_username: 'operator' }],
    ['a very long name', { preferred_username: `${'m'.repeat(130)}@x.org` }],
  ])('is called by the object id where the token says %s', (_what, name) => {
    expect(callerOf({ ...person, ...name }).actor).toBe(`person:${oid}`);
  });

  it('is an app by its client id, under a name that was configured', () => {
    const caller = callerOf({ tid, oid, azp: app, roles: ['Tandem.Write'] });
    expect(caller).toMatchObject({
      kind: 'app',
      actor: 'planner-bot',
      owner: `app:${app}.${tid}`,
      person: null,
      assertion: null,
    });
    const other = callerOf({ tid, oid, appid: oid, idtyp: 'app', roles: ['Tandem.Write'] });
    expect(other.actor).toBe(`app:${oid}`);
  });

  it.each([
    ['of another tenant', { ...person, tid: oid }],
    ['of nobody', { ...person, oid: undefined }],
    ['of an app without an id', { tid, oid, roles: ['Tandem.Admin'] }],
    ['with roles that are no list', { ...person, roles: 'Tandem.Admin' }],
  ])('is nobody with a token %s', (_what, claims) => {
    expect(() => callerOf(claims)).toThrow(expect.objectContaining({ code: 'unauthorized' }));
  });
});
