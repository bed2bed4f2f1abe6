import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFixture, type Fixture } from './graph-fixture.js';

describe('people of the directory', () => {
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await startFixture();
  });
  afterAll(() => fixture.close());

  it('are read by object id and by sign-in name, with what was selected', async () => {
    const id = fixture.personId('Maya');
    const found = await fixture.app('GET', `/users/${id}?$select=id,displayName`);
    expect(found.status).toBe(200);
    expect(found.body).toMatchObject({ id, displayName: 'Maya Okafor' });
    expect(found.body).not.toHaveProperty('mail');
    const whole = await fixture.app('GET', '/users/Maya.Okafor@tandem.example');
    expect(whole.body).toMatchObject({
      id,
      mail: 'maya.okafor@tandem.example',
      userPrincipalName: 'maya.okafor@tandem.example',
      jobTitle: 'Product manager',
    });
  });

  it('that do not exist, and properties that do not, are refused in Graph’s words', async () => {
    const unknown = await fixture.app('GET', '/users/00000000-0000-0000-0000-000000000000');
    expect(unknown).toMatchObject({
      status: 404,
      body: { error: { code: 'Request_ResourceNotFound' } },
    });
    const bad = await fixture.app('GET', `/users/${fixture.personId('Maya')}?$select=shoeSize`);
    expect(bad.status).toBe(400);
  });

  it('need a permission of the directory', async () => {
    await fixture.control('PUT', '/settings', { body: { appRoles: ['Tasks.ReadWrite.All'] } });
    const headers = { Authorization: `Bearer ${await fixture.appToken()}` };
    const refused = await fixture.app('GET', `/users/${fixture.personId('Maya')}`, { headers });
    expect(refused).toMatchObject({
      status: 403,
      body: { error: { code: 'Authorization_RequestDenied' } },
    });
  });
});
