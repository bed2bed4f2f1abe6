import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CredentialError } from '../../../src/accounts/msal/credential-error.js';
import { toMsalCredential } from '../../../src/accounts/msal/credential.js';
import { askForApp, type AskDeps } from '../../../src/accounts/refresh/ask-entra.js';
import { GraphError } from '../../../src/domain/graph-error.js';
import type { AppCredential } from '../../../src/config/azure.js';
import { Secret } from '../../../src/config/secret.js';
import { askingAs } from '../../support/app-token.js';
import { makeClientCertificate } from '../emulator/sign-in/client-certificate.js';
import { startEntraLab, type EntraLab } from './account-lab.js';

const issuer = 'https://issuer.example';
const subject = 'system:serviceaccount:tandem:server';
let lab: EntraLab;
let folder: string;
let signing: CryptoKey;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-credentials-'));
  lab = await startEntraLab();
  const pair = await generateKeyPair('RS256', { extractable: true });
  signing = pair.privateKey;
  await lab.control('PATCH', `/apps/${lab.emulator.clientId}`, {
    federatedCredentials: [
      { issuer, subject, keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'k', alg: 'RS256' }] },
    ],
  });
});
afterAll(async () => {
  await lab.close();
  rmSync(folder, { recursive: true, force: true });
});

function asking(credential: AppCredential): AskDeps {
  const { azure, ...rest } = askingAs(lab.emulator);
  return { ...rest, azure: { ...azure, credential } };
}

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function certificate(certificatePath: string, keyPath = certificatePath, password?: string) {
  return {
    kind: 'certificate',
    certificatePath,
    keyPath,
    password: password === undefined ? null : new Secret(password),
  } as const;
}

function aFederatedToken(claims: { readonly sub?: string; readonly aud?: string } = {}) {
  const { sub = subject, aud = 'api://AzureADTokenExchange' } = claims;
  return new SignJWT({})
    .setProtectedHeader({ alg: 'RS256', kid: 'k' })
    .setIssuer(issuer)
    .setSubject(sub)
    .setAudience(aud)
    .setIssuedAt()
    .setExpirationTime('5 minutes')
    .sign(signing);
}

async function failureOf(credential: AppCredential): Promise<GraphError> {
  const error: unknown = await askForApp(asking(credential), null).catch(
    (reason: unknown) => reason,
  );
  if (!(error instanceof GraphError)) throw new Error(`no GraphError but ${String(error)}`);
  return error;
}

describe('the app signs in with a certificate', () => {
  test('and its key in one file or in two, and with a renewed one without a restart', async () => {
    const [first, second] = await Promise.all([makeClientCertificate(), makeClientCertificate()]);
    await lab.control('PATCH', `/apps/${lab.emulator.clientId}`, {
      certificates: [first.certificate, second.certificate],
    });
    const path = write('app.pem', `${first.certificate}\n${first.privateKey}`);
    const deps = asking(certificate(path));
    expect((await askForApp(deps, null)).scopes).toContain('Tasks.ReadWrite.All');
    write('app.pem', `${second.certificate}\n${second.privateKey}`);
    expect((await askForApp(deps, null)).accessToken).toBeTruthy();
    const apart = certificate(write('c.pem', first.certificate), write('k.pem', first.privateKey));
    expect((await askForApp(asking(apart), null)).accessToken).toBeTruthy();
  });

  test('that the registration does not know: it is told which', async () => {
    const unknown = await makeClientCertificate();
    const path = write('unknown.pem', `${unknown.certificate}\n${unknown.privateKey}`);
    expect(await failureOf(certificate(path))).toMatchObject({
      code: 'unauthorized',
      advice: expect.stringContaining('AZURE_CLIENT_CERTIFICATE_PATH') as string,
    });
  });

  test.each([
    ['is not there', async () => certificate(join(folder, 'nowhere.pem')), 'cannot be read'],
    [
      'is no certificate',
      async () => certificate(write('text.pem', 'hello')),
      'holds no certificate',
    ],
    [
      'has no key',
      async () => certificate(write('bare.pem', (await makeClientCertificate()).certificate)),
      'no private key',
    ],
    [
      "has another one's key",
      async () =>
        certificate(
          write('one.pem', (await makeClientCertificate()).certificate),
          write('other.key', (await makeClientCertificate()).privateKey),
        ),
      'belongs to another certificate',
    ],
    [
      'has expired',
      async () => {
        const { certificate: old, privateKey } = await makeClientCertificate(-1);
        return certificate(write('old.pem', `${old}\n${privateKey}`));
      },
      'has expired',
    ],
  ])('that %s: refused at once, in words without anything of the key', async (_, make, words) => {
    const credential = await make();
    expect(() => toMsalCredential(credential, Date.now())).toThrow(CredentialError);
    expect(() => toMsalCredential(credential, Date.now())).toThrow(words);
    expect((await failureOf(credential)).message).toContain(words);
  });
});

describe('the app signs in with a federated token', () => {
  test('that is read anew each time', async () => {
    const tokenFile = write('token', await aFederatedToken());
    const deps = asking({ kind: 'federated', tokenFile });
    expect((await askForApp(deps, null)).accessToken).toBeTruthy();
    write('token', await aFederatedToken({ sub: 'somebody else' }));
    await expect(askForApp(deps, null)).rejects.toThrow('AADSTS70021');
    write('token', `${await aFederatedToken()}\n`);
    expect((await askForApp(deps, null)).accessToken).toBeTruthy();
  });

  test('that fits no federated credential: it is told what to compare', async () => {
    const tokenFile = write('wrong-audience', await aFederatedToken({ aud: 'api://else' }));
    const failure = await failureOf({ kind: 'federated', tokenFile });
    expect(failure.advice).toContain('issuer, subject and audience');
  });

  test('that is none', async () => {
    const failure = await failureOf({ kind: 'federated', tokenFile: write('none', 'no token') });
    expect(failure.message).toContain('holds no token (JWT)');
    expect(failure.advice).toContain('AZURE_FEDERATED_TOKEN_FILE');
  });
});
