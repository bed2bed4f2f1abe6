import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startFixture, type Fixture } from '../graph-fixture.js';
import { makeClientCertificate } from './client-certificate.js';
import { passwordOfReadme, REDIRECT_URI } from './entra-client.js';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await startFixture({ deviceCodeIntervalSeconds: 1 });
});
afterAll(() => fixture.close());

it('MSAL for Node signs in by every flow', async () => {
  const { emulator } = fixture;
  const { certificate, privateKey } = await makeClientCertificate();
  await fixture.control('PATCH', `/apps/${emulator.clientId}`, {
    body: { certificates: [certificate] },
  });
  const thumbprintSha256 = new X509Certificate(certificate).fingerprint256.replaceAll(':', '');
  const input = {
    emulator,
    password: passwordOfReadme(),
    redirectUri: REDIRECT_URI,
    certificate: { thumbprintSha256, privateKey, x5c: certificate },
  };
  const script = fileURLToPath(new URL('msal-flows.mjs', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(input)], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: emulator.caFile },
  });
  const userName = 'maya.okafor@tandem.example';
  const result = JSON.parse(stdout) as Record<string, unknown>;
  expect(result).toMatchObject({
    homeAccountId: `${fixture.personId('Maya')}.${emulator.tenantId}`,
    username: userName,
    fromCache: true,
    renewed: [false, true],
    forApi: [`api://${emulator.clientId}/access_as_user`],
    onBehalfOf: userName,
    device: userName,
    byPassword: userName,
    certified: true,
    revoked: { name: 'InteractionRequiredAuthError', errorCode: 'invalid_grant', errorNo: 50173 },
  });
  expect(result['capableForSeconds']).toBeGreaterThan(80_000);
}, 60_000);
