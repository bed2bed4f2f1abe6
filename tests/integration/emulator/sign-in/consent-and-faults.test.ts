import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startFixture, type Fixture } from '../graph-fixture.js';
import { claimsOf, entraClient, refusalOf, type EntraClient } from './entra-client.js';

let fixture: Fixture;
let entra: EntraClient;

beforeAll(async () => {
  fixture = await startFixture();
  entra = entraClient(fixture);
});
afterAll(() => fixture.close());

async function change(body: object): Promise<void> {
  const { status } = await fixture.control('PATCH', `/apps/${fixture.emulator.clientId}`, { body });
  expect(status).toBe(200);
}

describe('consent', () => {
  it('of an administrator counts for everybody; others are stopped', async () => {
    const scope = 'openid Group.Read.All';
    const url = entra.authorizeUrl({ scope });
    const ask = async (person: string, how: object = {}) =>
      (await fixture.control('POST', '/sign-in', { body: { url, person, ...how } })).body;
    expect(await ask('Lena')).toMatchObject({ kind: 'page', page: 'adminApproval', number: 90094 });
    const back = await entra.signIn('Lena', { scope }, { consent: 'decline' });
    expect([back.get('error'), back.get('error_subcode')]).toEqual(['access_denied', 'cancel']);
    await ask('Maya', { consent: 'organisation' });
    expect(await ask('Lena')).toHaveProperty('kind', 'redirect');
    expect(await ask('Aiko', { consent: 'decline' })).toHaveProperty('kind', 'redirect');
    const { access_token: token } = await entra.tokensOf('Lena', { scope });
    expect(claimsOf(token)['scp']).toBe('openid Group.Read.All');
  });

  it('is asked for silently in vain, and again where the request wants it', async () => {
    const browser = { browser: 'home' };
    await entra.signIn('Jonas', { scope: 'User.Read' }, browser);
    const silent = await entra.signIn('Jonas', { scope: 'Mail.Read', prompt: 'none' }, browser);
    expect(silent.get('error')).toBe('consent_required');
    const again = await entra.signIn(
      'Jonas',
      { scope: 'User.Read', prompt: 'consent' },
      { ...browser, consent: 'decline' },
    );
    expect(again.get('error')).toBe('access_denied');
  });

  it('does not open an app that is for others', async () => {
    await change({ assignedPeople: [fixture.personId('Maya')] });
    const { body } = await fixture.control('POST', '/sign-in', {
      body: { url: entra.authorizeUrl(), person: 'Jonas' },
    });
    expect(body).toMatchObject({ kind: 'page', page: 'refused', number: 50105 });
    expect((await entra.signIn('Maya')).get('code')).toBeTruthy();
  });
});

describe('faults', () => {
  afterEach(async () => {
    await fixture.control('DELETE', '/faults');
  });

  it('of the token endpoint need its path', async () => {
    const effect = { kind: 'status', status: 429, retryAfter: 7 };
    await fixture.control('POST', '/faults', { body: { effect } });
    const ask = async () =>
      await entra.token({
        grant_type: 'client_credentials',
        scope: `${fixture.emulator.graphUrl}/.default`,
      });
    expect((await ask()).status).toBe(200);
    const fault = { match: { path: '^/oauth2/v2.0/token$' }, effect, times: 1 };
    await fixture.control('POST', '/faults', { body: fault });
    const throttled = await ask();
    expect(refusalOf(throttled)).toEqual([429, 'temporarily_unavailable', 90055]);
    expect(throttled.headers['retry-after']).toBe('7');
    expect((await ask()).status).toBe(200);
    await fixture.control('POST', '/faults', {
      body: { ...fault, effect: { kind: 'status', status: 503 } },
    });
    expect((await ask()).status).toBe(503);
    await fixture.control('POST', '/faults', { body: { ...fault, effect: { kind: 'close' } } });
    await expect(ask()).rejects.toThrow();
  });

  it('stand for every refusal, by its number', async () => {
    const loop = 'AADSTS50196: The server terminated an operation because it encountered a loop.';
    await fixture.control('POST', '/faults', {
      body: {
        match: { path: '/token$' },
        effect: { kind: 'status', status: 400, code: 'invalid_grant', message: loop },
      },
    });
    const refused = await entra.token({ grant_type: 'client_credentials' });
    expect(refusalOf(refused)).toEqual([400, 'invalid_grant', 50196]);
    expect(refused.body['error_description']).toMatch(
      /^AADSTS50196: The server terminated [^:]*\./,
    );
  });

  it('that lose the answer leave the code used', async () => {
    const code = (await entra.signIn('Maya')).get('code') ?? '';
    await fixture.control('POST', '/faults', {
      body: { match: { path: '/token$' }, effect: { kind: 'dropAnswer' }, times: 1 },
    });
    await expect(entra.redeem(code)).rejects.toThrow();
    expect(refusalOf(await entra.redeem(code))).toEqual([400, 'invalid_grant', 54005]);
  });
});
