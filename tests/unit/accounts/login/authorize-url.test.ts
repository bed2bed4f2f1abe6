import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { authorizeUrl } from '../../../../src/accounts/login/authorize-url.js';

it('is a request of an authorization code with PKCE, in which somebody chooses the account', () => {
  const url = new URL(
    authorizeUrl({
      authorityHost: 'https://login.microsoftonline.com',
      tenantId: 'contoso.example',
      clientId: 'client',
      callbackUrl: 'http://localhost:8000/oauth/callback',
      scopes: ['https://graph.microsoft.com/User.Read'],
      state: 'the-state',
      nonce: 'the-nonce',
      verifier: 'the-verifier',
      loginHint: 'maya@contoso.example',
    }),
  );
  expect(url.origin + url.pathname).toBe(
    'https://login.microsoftonline.com/contoso.example/oauth2/v2.0/authorize',
  );
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: 'client',
    response_type: 'code',
    response_mode: 'query',
    redirect_uri: 'http://localhost:8000/oauth/callback',
    scope: 'openid profile offline_access https://graph.microsoft.com/User.Read',
    state: 'the-state',
    nonce: 'the-nonce',
    code_challenge: createHash('sha256').update('the-verifier').digest('base64url'),
    code_challenge_method: 'S256',
    client_info: '1',
    prompt: 'select_account',
    claims: '{"access_token":{"xms_cc":{"values":["CP1"]}}}',
    login_hint: 'maya@contoso.example',
  });
});
