// Run by msal-flows.test.ts in a process of its own, because Node reads NODE_EXTRA_CA_CERTS only when it starts.
import {
  ConfidentialClientApplication,
  CryptoProvider,
  PublicClientApplication,
} from '@azure/msal-node';

const { emulator, password, certificate, redirectUri } = JSON.parse(process.argv[2] ?? '');
const { graphUrl, boardUrl, tenantId, clientId, clientSecret } = emulator;
const auth = {
  clientId,
  authority: `${graphUrl}/${tenantId}`,
  knownAuthorities: [new URL(graphUrl).host],
};
const scopes = ['User.Read', 'Tasks.ReadWrite'];
const api = `api://${clientId}/access_as_user`;
const person = 'Maya';

/** @param {Record<string, unknown>} body */
async function signIn(body) {
  const response = await fetch(`${boardUrl}/control/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ person, ...body }),
  });
  return await response.json();
}

/** @param {import('@azure/msal-node').ConfidentialClientApplication} client @param {string[]} wanted */
async function withCode(client, wanted) {
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
  const url = await client.getAuthCodeUrl({
    scopes: wanted,
    redirectUri,
    codeChallenge: challenge,
    codeChallengeMethod: 'S256',
    state: 'state-1',
    nonce: 'nonce-1',
  });
  const { redirectUrl } = await signIn({ url });
  const { searchParams } = new URL(redirectUrl);
  return await client.acquireTokenByCode(
    {
      scopes: wanted,
      redirectUri,
      code: searchParams.get('code') ?? '',
      codeVerifier: verifier,
      state: 'state-1',
      nonce: 'nonce-1',
    },
    { code: '', state: searchParams.get('state') ?? '' },
  );
}

const secret = { auth: { ...auth, clientSecret } };
const client = new ConfidentialClientApplication(secret);
const signedIn = await withCode(client, scopes);
const account = signedIn.account;
if (account === null) throw new Error('MSAL knows no account');
const fromCache = await client.acquireTokenSilent({ account, scopes });
const renewed = await client.acquireTokenSilent({ account, scopes, forceRefresh: true });
const caller = await withCode(new ConfidentialClientApplication(secret), [api]);
const forApi = await new ConfidentialClientApplication(secret).acquireTokenByRefreshToken({
  refreshToken: Object.values(JSON.parse(client.getTokenCache().serialize()).RefreshToken)[0]
    .secret,
  scopes: [api],
});

const onBehalfOf = await new ConfidentialClientApplication(secret).acquireTokenOnBehalfOf({
  oboAssertion: caller.accessToken,
  scopes: [`${graphUrl}/User.Read`],
});

const device = await new PublicClientApplication({ auth }).acquireTokenByDeviceCode({
  scopes,
  deviceCodeCallback: ({ userCode }) => void signIn({ userCode }),
});
const byPassword = await new PublicClientApplication({ auth }).acquireTokenByUsernamePassword({
  scopes,
  username: 'maya.okafor@tandem.example',
  password,
});

const withCertificate = new ConfidentialClientApplication({
  auth: { ...auth, clientCertificate: certificate },
  system: {},
});
const asApp = { scopes: [`${graphUrl}/.default`] };
const certified = await withCertificate.acquireTokenByClientCredential(asApp);
const certifiedAgain = await withCertificate.acquireTokenByClientCredential({
  ...asApp,
  skipCache: true,
});

const capable = await new ConfidentialClientApplication({
  auth: { ...auth, clientSecret, clientCapabilities: ['CP1'] },
}).acquireTokenByClientCredential(asApp);

await fetch(`${boardUrl}/control/people/${person}/revoke`, { method: 'POST' });
const revoked = await client
  .acquireTokenSilent({ account, scopes, forceRefresh: true })
  .catch((error) => ({ name: error.name, errorCode: error.errorCode, errorNo: error.errorNo }));

const isToken = (/** @type {{ accessToken: string } | null} */ result) =>
  (result?.accessToken ?? '').split('.').length === 3;
process.stdout.write(
  JSON.stringify({
    homeAccountId: account.homeAccountId,
    username: account.username,
    fromCache: fromCache.fromCache,
    renewed: [renewed.fromCache, renewed.accessToken !== signedIn.accessToken],
    forApi: forApi?.scopes,
    onBehalfOf: onBehalfOf?.account?.username,
    device: device?.account?.username,
    byPassword: byPassword?.account?.username,
    certified: isToken(certified) && isToken(certifiedAgain),
    capableForSeconds: Math.round(((capable?.expiresOn?.getTime() ?? 0) - Date.now()) / 1000),
    revoked,
  }),
);
