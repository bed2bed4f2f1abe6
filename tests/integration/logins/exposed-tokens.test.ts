import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLoginLab, type LoginLab } from './login-lab.js';

let lab: LoginLab;

beforeAll(async () => {
  lab = await startLoginLab({ env: { EXPOSE_GRAPH_TOKENS: 'true' } });
});
afterAll(() => lab.close());

const text = (value: unknown): string => String(value);
const post = async (path: string, body: object) => (await lab.post(`/api/auth/${path}`, body)).body;

async function aCallback() {
  const begun = await post('authenticate', { callback_base_url: lab.origin });
  const redirect = await lab.signIn(text(begun['auth_url']), { person: 'Maya' });
  const page = await lab.browse(redirect);
  const callback = await post('wait-for-callback', { state: begun['state'], timeout: 10 });
  return { redirect, page, callback };
}

describe('with EXPOSE_GRAPH_TOKENS', () => {
  test('code and token are Microsoft’s own, and the start warns of it', async () => {
    expect(lab.logLines.filter((line) => line.includes('EXPOSE_GRAPH_TOKENS is on'))).not.toEqual(
      [],
    );
    const { redirect, callback } = await aCallback();
    expect(callback).toMatchObject({
      success: true,
      auth_code: redirect.searchParams.get('code'),
    });
    const token = await post('complete', {
      auth_code: callback['auth_code'],
      callback_base_url: lab.origin,
    });
    expect(token).toEqual({
      success: true,
      access_token: expect.stringMatching(/^ey[\w-]+\.[\w-]+\.[\w-]+$/),
      expires_in: expect.any(Number),
    });
    const me = await fetch(`${lab.emulator.graphUrl}/v1.0/me`, {
      headers: { Authorization: `Bearer ${text(token['access_token'])}` },
    });
    expect(await me.json()).toMatchObject({ displayName: 'Maya Okafor' });
    expect(await post('user-profile', { access_token: token['access_token'] })).toMatchObject({
      displayName: 'Maya Okafor',
    });
  });

  test('a token of Microsoft that was not handed out here is not passed on', async () => {
    const { people } = (await lab.control('GET', '/people')) as {
      people: { accessToken: string }[];
    };
    const access_token = people[0]?.accessToken ?? '';
    expect(await post('user-profile', { access_token })).toMatchObject({
      code: 'login_not_found',
    });
  });

  test('a sign-in of an agent works as ever', async () => {
    const { body } = await lab.post('/api/auth/logins', { callbackBaseUrl: lab.origin });
    const page = await lab.browse(await lab.signIn(text(body['authUrl']), { person: 'Maya' }));
    expect(page.text).toContain('You are signed in');
  });
});
