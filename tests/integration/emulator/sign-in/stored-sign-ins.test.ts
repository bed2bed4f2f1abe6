import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createEmulator, type Emulator } from '../../../../emulator/create-emulator.js';
import { askForToken, overTls } from '../graph-fixture.js';

const REDIRECT_URI = 'http://localhost:3000/oauth/callback';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tandem-sign-ins-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const start = async () => await createEmulator({ dataDir, caDir: dataDir });

async function signIn(emulator: Emulator): Promise<string> {
  const query = new URLSearchParams({
    client_id: emulator.clientId,
    response_type: 'code',
    redirect_uri: REDIRECT_URI,
    scope: 'offline_access User.Read',
  });
  const path = `/${emulator.tenantId}/oauth2/v2.0/authorize?${query.toString()}`;
  const response = await fetch(`${emulator.boardUrl}/control/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ url: path, person: 'Maya' }),
  });
  const { redirectUrl } = (await response.json()) as { redirectUrl: string };
  return new URL(redirectUrl).searchParams.get('code') ?? '';
}

it('codes, refresh tokens, sessions and consents outlive a restart, and are not stored as they are', async () => {
  const first = await start();
  const code = await signIn(first);
  const unused = await signIn(first);
  const exchange = { grant_type: 'authorization_code', redirect_uri: REDIRECT_URI, scope: null };
  const { body } = await askForToken(first, { ...exchange, code });
  await first.close();
  const stored = readFileSync(join(dataDir, 'state.jsonl'), 'utf8');
  for (const secret of [code, unused, String(body['refresh_token'])]) {
    expect(secret.length).toBeGreaterThan(40);
    expect(stored).not.toContain(secret);
  }

  const second = await start();
  const again = await askForToken(second, {
    grant_type: 'refresh_token',
    refresh_token: String(body['refresh_token']),
    scope: null,
  });
  expect(again.status).toBe(200);
  const reused = await askForToken(second, { ...exchange, code });
  expect(reused.body['error_codes']).toEqual([54005]);
  expect((await askForToken(second, { ...exchange, code: unused })).status).toBe(200);
  await second.close();
});

it('people may sign in on the plain port, where no browser warns', async () => {
  const emulator = await createEmulator({
    dataDir,
    caDir: dataDir,
    settings: { signInPages: 'http' },
  });
  const path = `/${emulator.tenantId}/v2.0/.well-known/openid-configuration`;
  const { body } = await overTls(emulator, 'GET', path);
  const base = `${emulator.boardUrl}/${emulator.tenantId}`;
  expect(body).toMatchObject({
    issuer: `${emulator.graphUrl}/${emulator.tenantId}/v2.0`,
    token_endpoint: `${emulator.graphUrl}/${emulator.tenantId}/oauth2/v2.0/token`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
  });
  const page = await fetch(
    `${String(body['authorization_endpoint'])}?client_id=${emulator.clientId}&response_type=code&scope=openid&redirect_uri=${REDIRECT_URI}`,
  );
  expect([page.status, (await page.text()).includes('Who are you?')]).toEqual([200, true]);
  await emulator.close();
});
