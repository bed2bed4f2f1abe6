import type { AuthenticationResult } from '@azure/msal-node';
import { describe, expect, it } from 'vitest';
import { readSignedIn, type Expected } from '../../../../src/accounts/login/signed-in.js';

const oid = '11111111-1111-4111-8111-111111111111';
const tid = '22222222-2222-4222-8222-222222222222';
const other = '33333333-3333-4333-8333-333333333333';
const now = Date.UTC(2026, 0, 1);

const expected: Expected = {
  owner: 'key:bot',
  flow: 'code',
  clientId: 'client',
  tenantId: tid,
  authorityHost: 'https://login.microsoftonline.com',
  nonce: 'n',
  person: null,
  now,
};

const goodClaims = {
  aud: 'client',
  iss: `https://login.microsoftonline.com/${tid}/v2.0`,
  exp: now / 1_000 + 3_600,
  oid,
  tid,
  nonce: 'n',
  preferred_username: 'maya@contoso.example',
  name: 'Maya',
};

function aResult(claims: object = {}, homeAccountId = `${oid}.${tid}`): AuthenticationResult {
  return {
    idTokenClaims: { ...goodClaims, ...claims },
    account: { homeAccountId, environment: '', tenantId: tid, username: '', localAccountId: oid },
    accessToken: 'access',
    expiresOn: new Date(now + 3_599_000),
    scopes: ['openid', 'https://graph.microsoft.com/User.Read'],
    authority: '',
    uniqueId: '',
    tenantId: tid,
    idToken: '',
    fromCache: false,
    tokenType: 'Bearer',
    correlationId: '',
  };
}

describe('who has signed in', () => {
  it('is read from the claims, and the account belongs to who began', () => {
    const read = readSignedIn(aResult(), 'cache', expected);
    expect(read).toEqual({
      kind: 'signedIn',
      account: {
        id: `${oid}.${tid}`,
        userName: 'maya@contoso.example',
        displayName: 'Maya',
        person: { oid, tid },
      },
      signIn: {
        account: {
          id: `${oid}.${tid}`,
          kind: 'delegated',
          owners: ['key:bot'],
          userName: 'maya@contoso.example',
          displayName: 'Maya',
          flow: 'code',
          scopes: ['User.Read'],
        },
        cache: 'cache',
        accessToken: 'access',
        expiresAt: now + 3_599_000,
      },
    });
  });

  it.each([
    ['for another app', { aud: 'other' }],
    ['of another issuer', { iss: `https://evil.example/${tid}/v2.0` }],
    ['of the issuer of another tenant', { iss: `https://login.microsoftonline.com/${other}/v2.0` }],
    ['of another tenant', { tid: other, iss: `https://login.microsoftonline.com/${other}/v2.0` }],
    ['for another request', { nonce: 'm' }],
    ['for no request at all', { nonce: undefined }],
    ['that has ended', { exp: now / 1_000 - 301 }],
    ['without a person', { oid: undefined }],
    ['with an oid that is none', { oid: 'x/../y' }],
  ])('is not believed from an identity %s', (_what, claims) => {
    expect(readSignedIn(aResult(claims), '', expected)).toEqual({
      kind: 'refused',
      code: 'untrusted',
    });
  });

  it('is not believed where the cache would keep it as somebody else', () => {
    expect(readSignedIn(aResult({}, `${other}.${tid}`), '', expected).kind).toBe('refused');
  });

  it('may be of any tenant where none is configured by its id, and of the one it names', () => {
    const loose = { ...expected, tenantId: 'organizations' };
    const claims = { tid: other, iss: `https://login.microsoftonline.com/${other}/v2.0` };
    expect(readSignedIn(aResult(claims, `${oid}.${other}`), '', loose).kind).toBe('signedIn');
  });

  it('must be the person for whom it was begun', () => {
    const wants = (person: { oid: string; tid: string }) =>
      readSignedIn(aResult(), '', { ...expected, person });
    expect(wants({ oid: oid.toUpperCase(), tid }).kind).toBe('signedIn');
    expect(wants({ oid: other, tid })).toEqual({ kind: 'refused', code: 'other_person' });
    expect(wants({ oid, tid: other })).toEqual({ kind: 'refused', code: 'other_person' });
  });

  it('has no nonce after a device code', () => {
    const device = { ...expected, nonce: null };
    expect(readSignedIn(aResult({ nonce: undefined }), '', device).kind).toBe('signedIn');
  });
});
