import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { loginFlowId } from '../../../workflows/login/contract.js';
import { startLoginLab, type LoginLab } from './login-lab.js';

const wait = { timeout: 20_000, interval: 50 };
let lab: LoginLab;

beforeAll(async () => {
  lab = await startLoginLab();
});
afterAll(() => lab.close());

const text = (value: unknown): string => String(value);

async function status(loginId: unknown): Promise<Record<string, unknown>> {
  const { body } = await lab.get(`/api/auth/logins/${text(loginId)}`);
  return body;
}

async function begin(body: object = {}): Promise<Record<string, unknown>> {
  const { status: code, body: begun } = await lab.post('/api/auth/logins', {
    callbackBaseUrl: lab.origin,
    ...body,
  });
  expect(code).toBe(200);
  return begun;
}

const stateOf = (authUrl: unknown): string =>
  new URL(text(authUrl)).searchParams.get('state') ?? '';

describe('a sign-in in a browser, with two replicas', () => {
  test('is begun at one, comes back at another, and ends with an account', async () => {
    const begun = await begin();
    expect(begun).toMatchObject({ state: 'waiting', kind: 'tool', account: null, problem: null });
    const redirect = await lab.signIn(text(begun['authUrl']), { person: 'Maya' });
    expect(redirect.origin + redirect.pathname).toBe(`${lab.origin}/oauth/callback`);

    const page = await lab.browse(redirect);
    expect(page.status).toBe(200);
    expect(page.text).toContain('You are signed in');
    expect(page.text).toContain('maya.okafor@tandem.example');
    expect(page.url).not.toContain(redirect.searchParams.get('code') ?? 'no code');
    expect(page.url).not.toContain('state=');

    const done = await status(begun['loginId']);
    expect(done).toMatchObject({
      state: 'completed',
      account: { userName: 'maya.okafor@tandem.example', displayName: 'Maya Okafor' },
    });
    expect(Math.min(...lab.proxy.counts)).toBeGreaterThan(0);
  });

  test('leaves no secret behind, neither in Redis nor in history nor in a log', async () => {
    const begun = await begin();
    const redirect = await lab.signIn(text(begun['authUrl']), { person: 'Maya' });
    const secrets = [
      redirect.searchParams.get('code') ?? '',
      redirect.searchParams.get('state') ?? '',
      text(begun['pollSecret']),
      new URL(text(begun['authUrl'])).searchParams.get('nonce') ?? '',
    ];
    const { url } = await lab.browse(redirect);
    secrets.push(new URL(url).searchParams.get('ticket') ?? '');
    expect(secrets.filter((secret) => secret.length < 20)).toEqual([]);

    const key = lab.keys.login(text(begun['loginId']));
    expect(Object.keys(await lab.redis.hgetall(key)).toSorted()).toEqual([
      'arrived',
      'outcome',
      'record',
      'ticket',
    ]);
    const names = await lab.redis.keys(`${lab.keys.namespace}:*`);
    const stored = await Promise.all(names.map((name) => lab.redis.dump(name).catch(() => null)));
    const handle = lab.client.workflow.getHandle(
      loginFlowId(lab.keys.namespace, text(begun['loginId'])),
    );
    const history = JSON.stringify(await handle.fetchHistory());
    const everything = [...names, ...stored.map(String), history, ...lab.logLines].join('\n');
    for (const secret of secrets) expect(everything).not.toContain(secret);
  });

  test('shows its page in words that run nothing and load nothing', async () => {
    const begun = await begin();
    const { headers, text: html } = await lab.browse(
      await lab.signIn(text(begun['authUrl']), { person: 'Maya' }),
    );
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]+=*'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(html).toContain('<meta name="referrer" content="no-referrer">');
    expect(html).not.toContain('<script');
    expect(html).toContain('<html lang="en">');
  });

  test('says that it was declined, and what to do', async () => {
    await lab.control('DELETE', `/consents?appId=${lab.emulator.clientId}`);
    const begun = await begin();
    const redirect = await lab.signIn(text(begun['authUrl']), {
      person: 'Jonas',
      consent: 'decline',
    });
    const page = await lab.browse(redirect);
    expect(page.status).toBe(403);
    expect(page.text).toContain('You are not signed in');
    expect(page.text).toContain('declined');
    expect(await status(begun['loginId'])).toMatchObject({
      state: 'failed',
      problem: { code: 'access_denied' },
    });
  });

  test('quotes nothing that a query brings', async () => {
    const begun = await begin();
    const query = new URLSearchParams({
      state: stateOf(begun['authUrl']),
      error: '<b>access_denied</b>',
      error_description: 'AADSTS65004<script>alert(1)</script>',
    });
    const page = await lab.browse(`${lab.origin}/oauth/callback?${query.toString()}`);
    expect(page.text).not.toMatch(/<b>|<script|alert\(/);
    expect(await status(begun['loginId'])).toMatchObject({ state: 'failed' });
  });

  test('takes one answer, and tells whoever brings a second', async () => {
    const begun = await begin();
    const redirect = await lab.signIn(text(begun['authUrl']), { person: 'Maya' });
    await lab.browse(redirect);
    const second = await lab.browse(redirect);
    expect(second.status).toBe(409);
    expect(second.text).toContain('already come back once');
    expect(await status(begun['loginId'])).toMatchObject({ state: 'completed' });
  });

  test('takes one of many answers that come at the same time', async () => {
    const begun = await begin();
    const redirect = await lab.signIn(text(begun['authUrl']), { person: 'Maya' });
    const pages = await Promise.all(Array.from({ length: 6 }, () => lab.browse(redirect)));
    const statuses = pages.map((page) => page.status);
    expect(statuses.filter((one) => one === 200)).toHaveLength(1);
    expect(statuses.filter((one) => one === 409)).toHaveLength(5);
  });

  test('is not ended by an answer that belongs to no sign-in', async () => {
    const page = await lab.browse(`${lab.origin}/oauth/callback?code=x&state=unknown`);
    expect(page.status).toBe(400);
    expect(page.text).toContain('No sign-in of this server is waiting');
    const twice = await lab.browse(`${lab.origin}/oauth/callback?code=x&state=a&state=b`);
    expect(twice.status).toBe(400);
  });

  test('comes back by the public address, also where nobody is asked for a key', async () => {
    const response = await fetch(`${lab.origin}/oauth/callback`, {
      headers: { 'X-Forwarded-Host': 'tandem.example.com' },
    });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Nothing to do here');
    const post = await fetch(`${lab.origin}/oauth/callback`, { method: 'POST' });
    expect(post.status).toBe(405);
  });

  test('refuses an address that is not allowed, and names those that are', async () => {
    const { status: code, body } = await lab.post('/api/auth/logins', {
      callbackBaseUrl: 'https://evil.example',
    });
    expect(code).toBe(400);
    expect(body).toMatchObject({ code: 'invalid_input' });
    expect(text(body['detail'])).toContain('http://localhost:<port>');
  });

  test('tells how it stands to who has its poll secret, and to nobody else', async () => {
    const begun = await begin();
    const path = `/api/callback/${stateOf(begun['authUrl'])}`;
    const good = await lab.get(path, { 'X-Poll-Secret': text(begun['pollSecret']) });
    expect(good).toMatchObject({ status: 200, body: { state: 'waiting' } });
    expect(JSON.stringify(good.body)).not.toContain(stateOf(begun['authUrl']));
    const bad = await lab.get(path, { 'X-Poll-Secret': 'wrong' });
    expect(bad).toMatchObject({ status: 404, body: { code: 'login_not_found' } });
    const other = await lab.get('/api/callback/unknown', {
      'X-Poll-Secret': text(begun['pollSecret']),
    });
    expect(other.status).toBe(404);
    // The same caller needs none.
    expect(await lab.get(path)).toMatchObject({ status: 200 });
  });

  test('fails in words when Microsoft refuses the code', async () => {
    const begun = await begin();
    const query = new URLSearchParams({ state: stateOf(begun['authUrl']), code: 'not-a-code' });
    const page = await lab.browse(`${lab.origin}/oauth/callback?${query.toString()}`);
    expect(page.text).toContain('refused the sign-in (AADSTS');
    expect(await status(begun['loginId'])).toMatchObject({ state: 'failed' });
  });
});

describe('a sign-in by device code, with two replicas', () => {
  test('ends with an account when the person has typed the code somewhere', async () => {
    await lab.control('PUT', '/settings', { deviceCodeIntervalSeconds: 1 });
    const { status: code, body: begun } = await lab.post('/api/auth/device-logins', {});
    expect(code).toBe(200);
    expect(begun).toMatchObject({ state: 'waiting', kind: 'device' });
    expect(text(begun['verificationUri'])).toMatch(/\/devicelogin$/);
    expect(text(begun['message'])).toContain(text(begun['userCode']));
    await lab.typeCode(text(begun['userCode']), { person: 'Maya' });
    await vi.waitFor(
      async () =>
        expect(await status(begun['loginId'])).toMatchObject({
          state: 'completed',
          account: { userName: 'maya.okafor@tandem.example' },
        }),
      wait,
    );
  });

  test('gives an account whose tokens are renewed like any other', async () => {
    const isOne = ({ flow }: { readonly flow: string }) => flow === 'device';
    const account = (await lab.accounts.list()).find(isOne);
    const id = account?.id ?? '';
    const { revision = 0, token } = (await lab.accounts.readToken(id)) ?? {};
    await lab.accountFlows.refresh(id, revision);
    const renewed = await lab.accounts.readToken(id);
    expect(renewed?.revision).toBeGreaterThan(revision);
    expect(renewed?.token).not.toBe(token);
    expect(await lab.accounts.read(id)).toMatchObject({ state: 'ready', flow: 'device' });
  });

  test('answers only when it is over where the caller wants to wait', async () => {
    await lab.control('PUT', '/settings', { deviceCodeIntervalSeconds: 1, deviceCodeSeconds: 3 });
    const { status: code, body } = await lab.post('/api/auth/device-logins', { waitSeconds: 30 });
    expect(code).toBe(200);
    expect(body).toMatchObject({ state: 'expired', problem: { code: 'expired' } });
  });
});
