import { describe, expect, it } from 'vitest';
import { appAccount } from '../../../src/graph/gateway/graph-account.js';
import { createGrantedPermissions } from '../../../src/accounts/granted-permissions.js';

const encode = (claims: unknown) => Buffer.from(JSON.stringify(claims)).toString('base64url');
const read = (token: string) => createGrantedPermissions(async () => token).of(appAccount);

describe('what a token allows', () => {
  it('are the roles of an app', async () => {
    const token = `h.${encode({ idtyp: 'app', roles: ['Tasks.ReadWrite.All'] })}.s`;
    expect(await read(token)).toEqual({ kind: 'application', granted: ['Tasks.ReadWrite.All'] });
    expect(await read(`h.${encode({})}.s`)).toEqual({ kind: 'application', granted: [] });
  });

  it('are the scopes of a person, whose roles are another matter', async () => {
    const token = `h.${encode({ scp: 'Tasks.ReadWrite  User.Read', roles: ['x'] })}.s`;
    expect(await read(token)).toEqual({
      kind: 'delegated',
      granted: ['Tasks.ReadWrite', 'User.Read'],
    });
  });

  it.each(['', 'opaque', 'a.b.c', `h.${encode({ roles: 'x' })}.s`, `h.${encode(null)}.s`])(
    'is not known of a token that is no readable one: "%s"',
    async (token) => {
      expect(await read(token)).toBeNull();
    },
  );
});
