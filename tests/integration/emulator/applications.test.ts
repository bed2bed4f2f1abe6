import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findTypeProblem } from '../../../emulator/schema/check-value.js';
import { startFixture, text, type Fixture } from './graph-fixture.js';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const own = () => `/applications(appId='${fixture.emulator.clientId}')`;

async function withRoles(...appRoles: string[]): Promise<Fixture['app']> {
  await fixture.control('PUT', '/settings', { body: { appRoles } });
  return fixture.with(await fixture.appToken());
}

async function makeApp(body: object): Promise<string> {
  const made = await fixture.control('POST', '/apps', { body: { displayName: 'Other', ...body } });
  return text(made.body['appId']);
}

describe('an app registration', () => {
  it('is read by its app without a permission, secrets only by their beginning', async () => {
    const app = await withRoles();
    const { status, body } = await app('GET', `${own()}?$select=passwordCredentials`);
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['@odata.context', 'passwordCredentials']);
    const [secret] = Object.values(body['passwordCredentials'] ?? {});
    expect(secret).toMatchObject({
      hint: fixture.emulator.clientSecret.slice(0, 3),
      secretText: null,
      endDateTime: '2299-12-31T00:00:00Z',
    });
    expect(JSON.stringify(body)).not.toContain(fixture.emulator.clientSecret);
  });

  it('is as the schema says', async () => {
    const { body } = await fixture.app('GET', own());
    expect(findTypeProblem('application', false, body)).toBeUndefined();
    expect(body['appId']).toBe(fixture.emulator.clientId);
    const again = await fixture.app('GET', `/applications/${text(body['id'])}`);
    expect(again.body['appId']).toBe(fixture.emulator.clientId);
  });

  it('of another app needs a permission', async () => {
    const expiresAt = '2027-01-01T00:00:00.000Z';
    const appId = await makeApp({ secrets: [{ value: 'abcdef', expiresAt }] });
    const path = `/applications(appId='${appId}')`;
    const refused = await (await withRoles('Tasks.ReadWrite.All'))('GET', path);
    expect(refused.status).toBe(403);
    expect(refused.body['error']).toMatchObject({ code: 'Authorization_RequestDenied' });
    const found = await (await withRoles('Application.Read.All'))('GET', path);
    expect(found.body['passwordCredentials']).toMatchObject([
      { hint: 'abc', endDateTime: expiresAt },
    ]);
  });

  it('that there is not, another key and unknown properties are refused as Graph does', async () => {
    const app = await withRoles('Application.Read.All');
    const nobody = '00000000-0000-0000-0000-000000000001';
    for (const path of [`/applications(appId='${nobody}')`, `/applications/${nobody}`]) {
      const { status, body } = await app('GET', path);
      expect(status).toBe(404);
      expect(body['error']).toMatchObject({ code: 'Request_ResourceNotFound' });
    }
    expect((await app('GET', `/applications(name='x')`)).status).toBe(400);
    expect((await app('GET', `${own()}?$select=secrets`)).status).toBe(400);
    expect((await app('PATCH', own(), { body: {} })).status).toBe(405);
  });
});
