import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BeginLogin } from '../../../src/accounts/login/logins.js';
import { newLoginCookie } from '../../../src/http/login-cookie.js';
import { startLoginLab, type LoginLab } from './login-lab.js';

let lab: LoginLab;

beforeAll(async () => {
  lab = await startLoginLab();
});
afterAll(() => lab.close());

const begin = (more: Partial<BeginLogin> = {}) =>
  lab.logins.begin({
    owner: 'key:bot',
    actor: 'bot',
    kind: 'browser',
    callbackUrl: `${lab.origin}/oauth/callback`,
    browserHash: null,
    returnTo: null,
    expect: null,
    ...more,
  });

const cookieOf = (header: string): string => header.split(';', 1)[0] ?? '';

async function personId(name: string): Promise<{ oid: string; tid: string }> {
  const { people } = (await lab.control('GET', '/people')) as {
    people: { id: string; displayName: string }[];
  };
  const oid = people.find(({ displayName }) => displayName.startsWith(name))?.id ?? '';
  return { oid, tid: lab.emulator.tenantId };
}

describe('a sign-in that a browser began', () => {
  test('takes the answer of that browser only, and goes on waiting for it', async () => {
    const { hash, header } = newLoginCookie({ isSecure: false });
    const { authUrl, loginId } = await begin({ browserHash: hash });
    const redirect = await lab.signIn(authUrl, { person: 'Maya' });
    const other = newLoginCookie({ isSecure: false });
    for (const cookie of [undefined, cookieOf(other.header), 'tandem_login=', 'tandem_login=x']) {
      const page = await lab.browse(redirect, cookie);
      expect(page.status).toBe(403);
      expect(page.text).toContain('begun in another browser');
    }
    expect(await lab.logins.view(loginId)).toMatchObject({ state: 'waiting' });
    const page = await lab.browse(redirect, `a=b; ${cookieOf(header)}`);
    expect(page.text).toContain('You are signed in');
    expect(await lab.logins.viewOfBrowser(hash)).toMatchObject({ loginId, state: 'completed' });
  });

  test('leads on to where it was begun, whatever its end', async () => {
    const { hash, header } = newLoginCookie({ isSecure: false });
    for (const consent of ['accept', 'decline'] as const) {
      await lab.control('DELETE', `/consents?appId=${lab.emulator.clientId}`);
      const returnTo = `/oauth/interaction/${consent}`;
      const { authUrl, loginId } = await begin({ browserHash: hash, kind: 'connect', returnTo });
      const redirect = await lab.signIn(authUrl, { person: 'Jonas', consent });
      const page = await lab.browse(redirect, cookieOf(header));
      expect(new URL(page.url).pathname).toBe(returnTo);
      expect(new URL(page.url).search).toBe('');
      expect(await lab.logins.viewOfBrowser(hash)).toMatchObject({
        loginId,
        state: consent === 'accept' ? 'completed' : 'failed',
      });
    }
  });

  test('leads nowhere else than to a path of ours', async () => {
    for (const returnTo of ['https://evil.example', '//evil.example', '/\\evil.example', 'x']) {
      await expect(begin({ returnTo })).rejects.toThrow('a path of ours');
    }
  });

  test('has a cookie that no script reads and no other site sends', () => {
    const { header } = newLoginCookie({ isSecure: true });
    expect(header).toMatch(
      /^tandem_login=[\w-]{43}; Path=\/oauth; Max-Age=3600; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect(newLoginCookie({ isSecure: false }).header).not.toContain('Secure');
  });
});

describe('a sign-in for one person', () => {
  test('refuses another one, in words, and keeps nothing of them', async () => {
    const { authUrl, loginId } = await begin({ expect: await personId('Maya') });
    const page = await lab.browse(await lab.signIn(authUrl, { person: 'Priya' }));
    expect(page.status).toBe(403);
    expect(page.text).toContain('Somebody else signed in');
    expect(await lab.logins.view(loginId)).toMatchObject({
      state: 'failed',
      account: null,
      problem: { code: 'other_person' },
    });
    const { oid, tid } = await personId('Priya');
    expect(await lab.redis.exists(lab.keys.tokens(`${oid}.${tid}`))).toBe(0);
  });

  test('takes that one', async () => {
    const person = await personId('Maya');
    const { authUrl, loginId } = await begin({ expect: person });
    await lab.browse(await lab.signIn(authUrl, { person: 'Maya' }));
    expect(await lab.logins.view(loginId)).toMatchObject({
      state: 'completed',
      account: { id: `${person.oid}.${person.tid}`, person },
    });
  });
});

describe('a sign-in that nobody wants any more', () => {
  test('is over at once, and its answer no longer counts', async () => {
    const { authUrl, loginId } = await begin();
    const redirect = await lab.signIn(authUrl, { person: 'Maya' });
    await lab.logins.cancel(loginId);
    expect(await lab.logins.wait(loginId, { timeoutMs: 10_000 })).toMatchObject({
      state: 'failed',
      problem: { code: 'cancelled' },
    });
    expect((await lab.browse(redirect)).status).toBe(410);
  });
});

describe('whoever waits', () => {
  test('is let go when they leave', async () => {
    const { loginId } = await begin();
    const gone = new AbortController();
    const waiting = lab.logins.wait(loginId, { timeoutMs: 60_000, signal: gone.signal });
    gone.abort();
    expect(await waiting).toMatchObject({ state: 'waiting' });
  });
});
