import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingIn, problemsOf } from '../conformance.js';
import { startFixture, text, type Fixture, type GraphJson, type Send } from '../graph-fixture.js';
import { below, codeOf, each, keyOf, rowsOf } from './graph-rows.js';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const ADVANCED = { headers: { ConsistencyLevel: 'eventual' } };
const NOBODY = '11111111-1111-4111-8111-111111111111';
const user = (name: string): string => `/users/${fixture.personId(name)}`;
const query = (path: string, options: Record<string, string>): string =>
  `${path}?${new URLSearchParams(options).toString()}`;

async function personWith(person: string, ...permissions: string[]): Promise<Send> {
  const { body } = await fixture.control('POST', '/tokens', { body: { person, permissions } });
  return fixture.with(text(body['accessToken']));
}

async function appWith(...permissions: string[]): Promise<Send> {
  const { body } = await fixture.control('POST', '/tokens', { body: { permissions } });
  return fixture.with(text(body['accessToken']));
}

async function groupCalled(name: string): Promise<string> {
  const { body } = await fixture.app(
    'GET',
    query('/groups', { $filter: `displayName eq '${name}'` }),
  );
  return `/groups/${keyOf(rowsOf(body)[0])}`;
}

function expectConform(typeName: string, entity: GraphJson): void {
  expect([typeName, problemsOf(typeName, entity)]).toEqual([typeName, []]);
  expect([typeName, missingIn(typeName, entity)]).toEqual([typeName, []]);
}

describe('who is above and below whom', () => {
  it('leads from everybody to one managing director', async () => {
    const seen: string[] = [];
    for (let path = user('Karim'); seen.length < 10;) {
      const { status, body } = await fixture.app('GET', `${path}/manager?$select=id,displayName`);
      if (status === 404) break;
      expect(body['@odata.type']).toBe('#microsoft.graph.user');
      seen.push(text(body['displayName']));
      path = `/users/${text(body['id'])}`;
    }
    expect(seen).toEqual(['Aiko Tanaka', 'Maya Okafor', 'Ingrid Solberg']);
  });

  it('is a 404 at the top', async () => {
    const reply = await fixture.app('GET', `${user('Ingrid')}/manager`);
    expect([reply.status, codeOf(reply.body)]).toEqual([404, 'Request_ResourceNotFound']);
    expect((await fixture.app('GET', `/users/${NOBODY}/manager`)).status).toBe(404);
  });

  it('lists direct reports, of oneself with User.Read', async () => {
    const { body } = await fixture.app('GET', `${user('Maya')}/directReports`);
    expect(each(body, 'displayName')).toEqual(['Tomás Herrera', 'Aiko Tanaka']);
    expect(each(body, '@odata.type')).toContain('#microsoft.graph.user');
    const maya = await personWith('Maya', 'User.Read');
    expect((await maya('GET', '/me/directReports')).status).toBe(200);
    expect((await maya('GET', '/me/manager')).status).toBe(403);
    expect((await maya('GET', `${user('Ingrid')}/directReports`)).status).toBe(403);
  });
});

describe('who belongs to which group', () => {
  it('lists the groups of a person, cast and counted only as an advanced query', async () => {
    const { body } = await fixture.app('GET', `${user('Maya')}/memberOf`);
    expect(each(body, 'displayName')).toEqual(['Product team', 'Marketing', 'Leadership']);
    expect(rowsOf(body)[0]).toMatchObject({ '@odata.type': '#microsoft.graph.group' });
    const cast = await fixture.app(
      'GET',
      query(`${user('Maya')}/transitiveMemberOf/microsoft.graph.group`, {
        $count: 'true',
        $orderby: 'displayName',
        $filter: "startswith(displayName,'M') or startswith(displayName,'L')",
      }),
      ADVANCED,
    );
    expect(each(cast.body, 'displayName')).toEqual(['Leadership', 'Marketing']);
    expect(cast.body['@odata.count']).toBe(2);
    const plain = await fixture.app(
      'GET',
      query(`${user('Maya')}/memberOf`, { $filter: "displayName eq 'Marketing'" }),
    );
    expect([plain.status, codeOf(plain.body)]).toEqual([400, 'Request_UnsupportedQuery']);
  });

  it('shows one’s own with User.Read, those of others with more', async () => {
    const maya = await personWith('Maya', 'User.Read');
    expect((await maya('GET', '/me/memberOf')).status).toBe(200);
    expect((await maya('GET', `${user('Lena')}/memberOf`)).status).toBe(403);
    const app = await appWith('User.Read.All', 'GroupMember.Read.All');
    expect((await app('GET', `${user('Lena')}/memberOf`)).status).toBe(403);
    const reader = await appWith('Directory.Read.All');
    expect((await reader('GET', `${user('Lena')}/memberOf`)).status).toBe(200);
  });

  it('lists owners and members of a group, and says which group is a team', async () => {
    const engineering = await groupCalled('Engineering');
    const owners = await fixture.app('GET', `${engineering}/owners?$select=displayName`);
    expect(each(owners.body, 'displayName')).toEqual(['Jonas Lindqvist', 'Aiko Tanaka']);
    const members = await fixture.app('GET', `${engineering}/members/microsoft.graph.user`);
    expect(rowsOf(members.body)).toHaveLength(6);
    expect(rowsOf(members.body)[0]).not.toHaveProperty('@odata.type');
    expect(each((await fixture.app('GET', `${engineering}/memberOf`)).body, 'id')).toEqual([]);
    const teams = await fixture.app(
      'GET',
      query('/groups', { $filter: "resourceProvisioningOptions/any(x:x eq 'Team')" }),
    );
    expect(rowsOf(teams.body)).toHaveLength(4);
    const basic = await appWith('Group.ReadBasic.All');
    expect((await basic('GET', engineering)).status).toBe(200);
    expect((await basic('GET', `${engineering}/members`)).status).toBe(403);
  });
});

describe('$search and $orderby of the directory', () => {
  it('joins clauses with AND and OR, and does not care for accents', async () => {
    const search = async (text: string): Promise<unknown[]> =>
      each((await fixture.app('GET', query('/users', { $search: text }), ADVANCED)).body, 'mail');
    expect(await search('"displayName:emma"')).toHaveLength(2);
    expect(await search('"displayName:emma novak"')).toEqual(['emma.novak@tandem.example']);
    expect(await search('"displayName:tomas" OR "mail:sofia"')).toEqual([
      'tomas.herrera@tandem.example',
      'sofia.almeida@tandem.example',
    ]);
    expect(await search('"displayName:emma" AND "surname:whit"')).toEqual([
      'emma.whitfield@tandem.example',
    ]);
  });

  it.each([
    ['"jobTitle:lead"', 'Request_UnsupportedQuery'],
    ['displayName:emma', 'Request_BadRequest'],
    ['"displayName:emma" XOR "mail:x"', 'Request_BadRequest'],
  ])('refuses %s', async (search, code) => {
    const reply = await fixture.app('GET', query('/users', { $search: search }), ADVANCED);
    expect([reply.status, codeOf(reply.body)]).toEqual([400, code]);
  });

  it('sorts by few properties, by some only as an advanced query', async () => {
    const sorted = await fixture.app('GET', '/users?$orderby=displayName desc&$top=2');
    expect(each(sorted.body, 'displayName')).toEqual(['Tomás Herrera', 'Sofia Almeida']);
    const next = await fixture.app('GET', below(sorted.body['@odata.nextLink']));
    expect(each(next.body, 'displayName')[0]).toBe('Samuel Adeyemi');
    for (const order of ['department', 'createdDateTime']) {
      const reply = await fixture.app('GET', `/users?$orderby=${order}`);
      expect([reply.status, codeOf(reply.body)]).toEqual([400, 'Request_UnsupportedQuery']);
    }
    const path = '/users?$orderby=createdDateTime&$count=true';
    expect((await fixture.app('GET', path, ADVANCED)).status).toBe(200);
  });
});

describe('presence', () => {
  it('is one’s own with Presence.Read and everybody’s with Presence.Read.All', async () => {
    const maya = await personWith('Maya', 'Presence.Read');
    const own = await maya('GET', '/me/presence');
    expect(own.body).toMatchObject({ availability: 'Available', activity: 'Available' });
    expectConform('presence', own.body);
    expect((await maya('GET', `${user('Maya')}/presence`)).status).toBe(200);
    const refused = await maya('GET', `${user('Ingrid')}/presence`);
    expect([refused.status, codeOf(refused.body)]).toEqual([403, 'Forbidden']);
    const app = await fixture.app('GET', `${user('Ingrid')}/presence`);
    expect(app.body).toMatchObject({ availability: 'Busy', activity: 'InAMeeting' });
    expect((await fixture.app('GET', '/me/presence')).status).toBe(400);
  });

  it('is asked of many people at once', async () => {
    const path = '/communications/getPresencesByUserId';
    const ids = [fixture.personId('Karim'), NOBODY];
    const { status, body } = await fixture.app('POST', path, { body: { ids } });
    expect(status).toBe(200);
    expect(each(body, 'availability')).toEqual(['Busy', 'PresenceUnknown']);
    for (const wrong of [{}, { ids: [] }, { ids: ['x'] }, { ids: Array(651).fill(NOBODY) }]) {
      expect((await fixture.app('POST', path, { body: wrong })).status).toBe(400);
    }
    const maya = await personWith('Maya', 'Presence.Read');
    expect((await maya('POST', path, { body: { ids } })).status).toBe(403);
  });

  it('changes when the person says so', async () => {
    await fixture.control('POST', '/people/Sofia/actions', {
      body: { action: 'setPresence', availability: 'DoNotDisturb', activity: 'Presenting' },
    });
    const { body } = await fixture.app('GET', `${user('Sofia')}/presence`);
    expect(body).toMatchObject({ availability: 'DoNotDisturb', activity: 'Presenting' });
  });
});

describe('relevant people', () => {
  it('come nearest first, for oneself with People.Read', async () => {
    const emma = await personWith('emma.whitfield@tandem.example', 'People.Read');
    const { body } = await emma('GET', '/me/people?$top=2');
    expect(each(body, 'displayName')).toEqual(['Priya Raman', 'Maya Okafor']);
    expectConform('person', rowsOf(body)[0] ?? {});
    const next = await emma('GET', below(body['@odata.nextLink']));
    expect(each(next.body, 'displayName')).toEqual(['Tomás Herrera']);
    const found = await emma('GET', '/me/people?$search=tomas');
    expect(each(found.body, 'displayName')).toEqual(['Tomás Herrera']);
    expect((await emma('GET', `${user('Maya')}/people`)).status).toBe(403);
    expect((await fixture.app('GET', `${user('Maya')}/people`)).status).toBe(200);
    expect((await fixture.app('GET', `${user('Maya')}/people?$search=x`)).status).toBe(400);
  });
});

describe('photos', () => {
  it.each(['/photo', '/photo/$value'])('are not there: %s', async (path) => {
    for (const holder of [user('Maya'), await groupCalled('Marketing')]) {
      const reply = await fixture.app('GET', `${holder}${path}`);
      expect([reply.status, codeOf(reply.body)]).toEqual([404, 'ImageNotFound']);
    }
    const other = await appWith('Tasks.Read.All');
    expect((await other('GET', `${user('Maya')}${path}`)).status).toBe(403);
  });
});
