import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientKinds, nextClient } from '../mcp/mcp-clients.js';
import { startLoginLab, type LoginLab } from './login-lab.js';

const keys = {
  bot: 'a-secret-of-the-bot-that-is-long-enough-1',
  spy: 'a-secret-of-the-spy-that-is-long-enough-2',
};
let lab: LoginLab;

beforeAll(async () => {
  lab = await startLoginLab({
    env: { AUTH_MODE: 'api-key', API_KEYS: `bot:${keys.bot},spy:${keys.spy}` },
  });
});
afterAll(() => lab.close());

const as = (who: keyof typeof keys) => ({ Authorization: `Bearer ${keys[who]}` });
const text = (value: unknown): string => String(value);

async function begin(who: keyof typeof keys = 'bot') {
  const { status, body } = await lab.post(
    '/api/auth/authenticate',
    { callback_base_url: lab.origin },
    as(who),
  );
  expect(status).toBe(200);
  expect(Object.keys(body)).toEqual(['auth_url', 'state', 'message']);
  return { authUrl: text(body['auth_url']), state: text(body['state']) };
}

const waitFor = (state: string, more: object = {}, who: keyof typeof keys = 'bot') =>
  lab.post('/api/auth/wait-for-callback', { state, ...more }, as(who));

const complete = (auth_code: unknown, who: keyof typeof keys = 'bot', base = lab.origin) =>
  lab.post('/api/auth/complete', { auth_code, callback_base_url: base }, as(who));

const profile = (access_token: unknown, who: keyof typeof keys = 'bot') =>
  lab.post('/api/auth/user-profile', { access_token }, as(who));

async function aCode(): Promise<string> {
  const { authUrl, state } = await begin();
  await lab.browse(await lab.signIn(authUrl, { person: 'Maya' }));
  const { body } = await waitFor(state);
  expect(body).toEqual({ success: true, auth_code: expect.any(String), state });
  return text(body['auth_code']);
}

describe('the four OAuth tools, with two replicas', () => {
  test.each(clientKinds)('lead from an address to a profile for $name', async ({ connect }) => {
    const client = await connect(lab.origin, as('bot'));
    const call = async (name: string, args: Record<string, unknown>) => {
      const { structured, texts, isError } = await client.call(name, args);
      expect(isError).toBe(false);
      expect(JSON.parse(texts[0] ?? '')).toEqual(structured);
      return structured;
    };
    const begun = await call('authenticate_account', { callback_base_url: lab.origin });
    expect(begun).toEqual({
      auth_url: expect.stringContaining('/oauth2/v2.0/authorize?'),
      state: expect.any(String),
      message: expect.any(String),
    });
    const { state } = begun;
    const waiting = call('wait_for_callback', { state, timeout: 20 });
    await lab.browse(await lab.signIn(text(begun['auth_url']), { person: 'Maya' }));
    const callback = await waiting;
    expect(callback).toEqual({ success: true, auth_code: expect.any(String), state });
    const token = await call('complete_authentication', {
      auth_code: callback['auth_code'],
      callback_base_url: lab.origin,
    });
    expect(token).toEqual({ success: true, access_token: expect.any(String), expires_in: 3600 });
    expect(text(token['access_token'])).toMatch(/^tandem_access_[\w-]{43}$/);
    expect(await call('get_user_profile', { access_token: token['access_token'] })).toEqual({
      displayName: 'Maya Okafor',
      mail: 'maya.okafor@tandem.example',
      userPrincipalName: 'maya.okafor@tandem.example',
    });
    await client.close();
  });

  test.each(['legacy', { pin: '2026-07-28' }] as const)(
    'report progress while they wait, and bear with nobody coming (%j)',
    async (mode) => {
      const { state } = await begin();
      const client = await nextClient(lab.origin, mode, as('bot'));
      const progress: unknown[] = [];
      const answer = await client.callTool(
        { name: 'wait_for_callback', arguments: { state, timeout: 2 } },
        { onprogress: (report) => void progress.push(report) },
      );
      expect(answer.structuredContent).toEqual({
        success: false,
        auth_code: null,
        state,
        message: 'Nobody has finished the sign-in yet; call wait_for_callback again',
      });
      expect(progress.length).toBeGreaterThanOrEqual(2);
      expect(progress[0]).toMatchObject({ total: 2, message: 'Waiting for the person to sign in' });
      await client.close();
    },
  );

  test('say in words why there is no code', async () => {
    const { authUrl, state } = await begin();
    await lab.browse(await lab.signIn(authUrl, { person: 'Jonas', consent: 'decline' }));
    const { status, body } = await waitFor(state);
    expect(status).toBe(200);
    expect(body).toMatchObject({ success: false, auth_code: null, state });
    expect(text(body['message'])).toMatch(/declined \(AADSTS65004\)\. Begin again/);
  });

  test('let a code count once, however many ask at the same time', async () => {
    const code = await aCode();
    const answers = await Promise.all(Array.from({ length: 8 }, () => complete(code)));
    const good = answers.filter(({ status }) => status === 200);
    expect(good).toHaveLength(1);
    for (const { status, body } of answers) {
      if (status !== 200) expect(body).toMatchObject({ code: 'login_not_found' });
    }
  });

  test('let a sign-in be exchanged once, however many codes were given for it', async () => {
    const { authUrl, state } = await begin();
    await lab.browse(await lab.signIn(authUrl, { person: 'Maya' }));
    const [first, second] = [await waitFor(state), await waitFor(state)];
    expect(first.body['auth_code']).not.toBe(second.body['auth_code']);
    expect((await complete(first.body['auth_code'])).status).toBe(200);
    expect((await complete(second.body['auth_code'])).status).toBe(404);
  });

  test('are of use to nobody but the caller who began', async () => {
    const { authUrl, state } = await begin();
    expect(await waitFor(state, { timeout: 0 }, 'spy')).toMatchObject({ status: 404 });
    const seen = await lab.get(`/api/callback/${state}`, as('spy'));
    expect(seen).toMatchObject({ status: 404, body: { code: 'login_not_found' } });
    expect((await lab.get(`/api/callback/${state}`)).status).toBe(401);
    expect((await lab.get(`/api/callback/${state}`, as('bot'))).status).toBe(200);
    await lab.browse(await lab.signIn(authUrl, { person: 'Maya' }));
    const { body } = await waitFor(state);
    expect((await complete(body['auth_code'], 'spy')).status).toBe(404);
    // That somebody else tried it does not use it up.
    const token = await complete(body['auth_code']);
    expect(token.status).toBe(200);
    expect((await profile(token.body['access_token'], 'spy')).status).toBe(404);
    expect((await profile(token.body['access_token'])).status).toBe(200);
  });

  test('want the same address at both ends', async () => {
    const code = await aCode();
    const other = lab.origin.replace('127.0.0.1', 'localhost');
    expect(await complete(code, 'bot', other)).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'callback_base_url' }] },
    });
    expect((await complete(code)).status).toBe(200);
  });

  test('take no token that is not theirs', async () => {
    for (const token of ['nonsense', 'tandem_access_'.padEnd(57, 'A')]) {
      expect(await profile(token)).toMatchObject({
        status: 404,
        body: { code: 'login_not_found' },
      });
    }
  });

  test('end with the sign-out of who got them, also for a later sign-in', async () => {
    const { body } = await complete(await aCode());
    const id = text((await lab.accounts.list()).find(({ kind }) => kind === 'delegated')?.id);
    expect((await profile(body['access_token'])).status).toBe(200);
    expect(await lab.accounts.disown(id, 'key:bot')).toBe(true);
    expect((await profile(body['access_token'])).status).toBe(404);
    const again = await complete(await aCode());
    expect((await profile(again.body['access_token'])).status).toBe(200);
    expect((await profile(body['access_token'])).status).toBe(404);
  });

  test('keep no answer for a repeated request: it holds a secret', async () => {
    const code = await aCode();
    const send = () =>
      lab.post(
        '/api/auth/complete',
        { auth_code: code, callback_base_url: lab.origin },
        { ...as('bot'), 'Idempotency-Key': 'once' },
      );
    const { status, body } = await send();
    expect(status).toBe(200);
    expect((await send()).status).toBe(404);
    const names = await lab.redis.keys(`${lab.keys.namespace}:*`);
    const stored = await Promise.all(names.map((name) => lab.redis.dump(name)));
    expect([...names, ...stored.map(String)].join('\n')).not.toContain(text(body['access_token']));
  });
});
