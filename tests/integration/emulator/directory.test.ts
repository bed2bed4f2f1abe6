import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findTypeProblem } from '../../../emulator/schema/check-value.js';
import { startFixture, text, type Fixture, type GraphJson, type Reply } from './graph-fixture.js';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const NOBODY = '00000000-0000-0000-0000-000000000000';
const ADVANCED = { headers: { ConsistencyLevel: 'eventual' } };

const rows = ({ body }: Reply): GraphJson[] => Object.values(body['value'] ?? {});
const names = (reply: Reply): string[] => rows(reply).map((row) => text(row['displayName']));
const query = (path: string, options: Record<string, string>): string =>
  `${path}?${new URLSearchParams(options).toString()}`;

/** The query of the link that a page ends with. */
const linkOf = ({ body }: Reply, name: '@odata.nextLink' | '@odata.deltaLink'): string =>
  new URL(text(body[name])).search;

async function withRoles<T>(
  roles: readonly string[],
  act: (app: Fixture['app']) => Promise<T>,
): Promise<T> {
  const { appRoles } = (await fixture.control('GET', '/settings')).body;
  await fixture.control('PUT', '/settings', { body: { appRoles: roles } });
  const app = fixture.with(await fixture.appToken());
  await fixture.control('PUT', '/settings', { body: { appRoles } });
  return await act(app);
}

async function makeUser(displayName: string, more: object = {}): Promise<string> {
  const made = await fixture.control('POST', '/users', { body: { displayName, ...more } });
  return text(made.body['id']);
}

describe('people of the directory', () => {
  it('are read by object id and by sign-in name, with what was selected and nothing else', async () => {
    const id = fixture.personId('Maya');
    const found = await fixture.app('GET', `/users/${id}?$select=displayName`);
    expect(found.status).toBe(200);
    expect(Object.keys(found.body)).toEqual(['@odata.context', 'displayName']);
    const whole = await fixture.app('GET', '/users/Maya.Okafor@tandem.example');
    expect(whole.body).toMatchObject({
      id,
      mail: 'maya.okafor@tandem.example',
      userPrincipalName: 'maya.okafor@tandem.example',
      jobTitle: 'Product manager',
      givenName: 'Maya',
      surname: 'Okafor',
      businessPhones: [],
    });
    expect(whole.body).not.toHaveProperty('department');
    expect(findTypeProblem('user', false, whole.body)).toBeUndefined();
  });

  it('of the same name have addresses of their own', async () => {
    const ids = [await makeUser('Kim Novak'), await makeUser('Kim Novak')];
    const addresses = ids.map(
      async (id) => (await fixture.app('GET', `/users/${id}`)).body['mail'],
    );
    expect(await Promise.all(addresses)).toEqual([
      'kim.novak@tandem.example',
      'kim.novak2@tandem.example',
    ]);
    for (const id of ids) await fixture.control('DELETE', `/users/${id}?permanent=true`);
  });

  it('that do not exist, and properties that do not, are refused in Graph’s words', async () => {
    expect(await fixture.app('GET', `/users/${NOBODY}`)).toMatchObject({
      status: 404,
      body: { error: { code: 'Request_ResourceNotFound' } },
    });
    const bad = await fixture.app('GET', `/users/${fixture.personId('Maya')}?$select=shoeSize`);
    expect(bad.status).toBe(400);
  });

  it('need a permission of the directory, and the basic one shows the basic properties', async () => {
    const path = `/users/${fixture.personId('Maya')}`;
    for (const path2 of [path, '/users', '/groups', '/groups/delta', '/users/delta']) {
      const refused = await withRoles(['Tasks.ReadWrite.All'], (app) => app('GET', path2));
      expect(refused).toMatchObject({
        status: 403,
        body: { error: { code: 'Authorization_RequestDenied' } },
      });
    }
    const basic = await withRoles(['User.ReadBasic.All'], (app) => app('GET', path));
    expect(basic.body).toMatchObject({ displayName: 'Maya Okafor', jobTitle: null });
    const own = await fixture.as('Maya')('GET', '/me');
    expect(own.body).toMatchObject({ displayName: 'Maya Okafor', jobTitle: 'Product manager' });
    expect((await fixture.app('GET', '/me')).status).toBe(400);
  });

  it('are listed page by page', async () => {
    const seen: string[] = [];
    let search = '?$top=5&$select=displayName,mail';
    for (let page = 0; search !== '' && page < 5; page += 1) {
      const reply = await fixture.app('GET', `/users${search}`);
      seen.push(...names(reply));
      search = reply.body['@odata.nextLink'] === undefined ? '' : linkOf(reply, '@odata.nextLink');
    }
    expect(seen).toHaveLength(12);
    expect(new Set(seen).size).toBe(12);
    expect((await fixture.app('GET', '/users?$top=1000')).status).toBe(400);
    expect((await fixture.app('GET', '/users?$skip=1')).status).toBe(400);
  });

  it.each<[filter: string, found: string[]]>([
    ["displayName eq 'maya okafor'", ['Maya Okafor']],
    ["mail eq 'jonas.lindqvist@tandem.example'", ['Jonas Lindqvist']],
    ["userPrincipalName eq 'nobody@tandem.example'", []],
    ["startsWith(displayName,'Ma')", ['Maya Okafor']],
    ["startswith(displayName,'Ma') or startswith(mail,'lena.')", ['Maya Okafor', 'Lena Fischer']],
    ["startswith(displayName,'Ma') and jobTitle eq 'Designer'", []],
    ["displayName eq 'O''Brien and Sons'", []],
    ['accountEnabled eq false', []],
  ])('are found by %s', async (filter, found) => {
    expect(names(await fixture.app('GET', query('/users', { $filter: filter })))).toEqual(found);
  });

  it.each<[what: string, options: Record<string, string>]>([
    ['ends', { $filter: "endsWith(mail,'@tandem.example')" }],
    ['is not', { $filter: "displayName ne 'Maya Okafor'" }],
    ['filters and sorts', { $filter: "startswith(displayName,'M')", $orderby: 'displayName' }],
  ])('are found by what %s only with ConsistencyLevel and $count', async (_what, options) => {
    const counted = query('/users', { ...options, $count: 'true' });
    expect((await fixture.app('GET', counted, ADVANCED)).status).toBe(200);
    for (const [path, sent] of [
      [counted, {}],
      [query('/users', options), ADVANCED],
    ] as const) {
      expect(await fixture.app('GET', path, sent)).toMatchObject({
        status: 400,
        body: { error: { code: 'Request_UnsupportedQuery' } },
      });
    }
  });

  it('are searched by beginnings of words and counted', async () => {
    const path = query('/users', { $search: '"displayName:oka"', $count: 'true' });
    const found = await fixture.app('GET', path, ADVANCED);
    expect(found.body['@odata.count']).toBe(1);
    expect(names(found)).toEqual(['Maya Okafor']);
    expect(
      (await fixture.app('GET', query('/users', { $search: '"displayName:oka"' }))).status,
    ).toBe(400);
  });

  it.each(["displayName like 'x'", "shoeSize eq 'x'", 'displayName', "contains(displayName,'a')"])(
    'cannot be filtered by %s',
    async (filter) => {
      expect((await fixture.app('GET', query('/users', { $filter: filter }))).status).toBe(400);
    },
  );
});

describe('groups of the directory', () => {
  it('are listed, read and filtered by their kind', async () => {
    const listed = await fixture.app(
      'GET',
      query('/groups', {
        $filter: "groupTypes/any(c:c eq 'Unified')",
        $select: 'id,displayName,mail',
      }),
    );
    expect(names(listed)).toEqual(['Product team', 'Marketing', 'Engineering', 'Leadership']);
    const id = text(rows(listed)[0]?.['id']);
    const group = await fixture.app('GET', `/groups/${id}`);
    expect(findTypeProblem('group', false, group.body)).toBeUndefined();
    expect(group.body).toMatchObject({
      mail: 'productteam@tandem.example',
      groupTypes: ['Unified'],
      securityEnabled: false,
    });
    const members = await fixture.app('GET', `/groups/${id}/members?$select=id,displayName`);
    expect(names(members)).toHaveLength(6);
    expect(rows(members)[0]).toMatchObject({ '@odata.type': '#microsoft.graph.user' });
    expect((await fixture.app('GET', `/groups/${NOBODY}/members`)).status).toBe(404);
  });

  it('keep their address when they are renamed', async () => {
    const { id } = (await fixture.control('POST', '/groups', { body: { displayName: 'Süd 1' } }))
      .body;
    await fixture.control('PATCH', `/groups/${text(id)}`, { body: { displayName: 'Nord' } });
    const group = await fixture.app('GET', `/groups/${text(id)}?$select=displayName,mailNickname`);
    expect(group.body).toMatchObject({ displayName: 'Nord', mailNickname: 'sud1' });
  });
});

describe('delta of the directory', () => {
  const start = async (path: string): Promise<string> =>
    linkOf(await fixture.app('GET', `${path}?$deltatoken=latest`), '@odata.deltaLink');

  it('begins with everything and goes on with what changed', async () => {
    const first = await fixture.app('GET', '/users/delta?$select=displayName,jobTitle');
    expect(names(first)).toContain('Maya Okafor');
    const link = linkOf(first, '@odata.deltaLink');
    const id = await makeUser('Kim Novak');
    await fixture.control('PATCH', `/users/${id}`, { body: { jobTitle: 'Actor' } });
    const second = await fixture.app('GET', `/users/delta${link}`);
    expect(rows(second)).toEqual([{ id, displayName: 'Kim Novak', jobTitle: 'Actor' }]);
    const third = await fixture.app('GET', `/users/delta${linkOf(second, '@odata.deltaLink')}`);
    expect(rows(third)).toEqual([]);
    // A link may be used again.
    expect(rows(await fixture.app('GET', `/users/delta${link}`))).toEqual(rows(second));
  });

  it('tells who left, and whether they can come back', async () => {
    const [soft, hard] = [await makeUser('Soft Leaver'), await makeUser('Hard Leaver')];
    const link = await start('/users/delta');
    await fixture.control('DELETE', `/users/${soft}`);
    await fixture.control('DELETE', `/users/${hard}?permanent=true`);
    expect(rows(await fixture.app('GET', `/users/delta${link}`))).toEqual([
      { id: soft, '@removed': { reason: 'changed' } },
      { id: hard, '@removed': { reason: 'deleted' } },
    ]);
    expect((await fixture.app('GET', `/users/${soft}`)).status).toBe(404);
    await fixture.control('POST', `/users/${soft}/restore`);
    expect((await fixture.app('GET', `/users/${soft}`)).status).toBe(200);
    expect((await fixture.control('POST', `/users/${hard}/restore`)).status).toBe(404);
  });

  it('tells who came into a group and who left it', async () => {
    const members = [fixture.personId('Maya'), fixture.personId('Jonas')];
    const made = await fixture.control('POST', '/groups', {
      body: { displayName: 'Club', members },
    });
    const id = text(made.body['id']);
    const first = await fixture.app('GET', query('/groups/delta', { $filter: `id eq '${id}'` }));
    expect(rows(first)[0]?.['members@delta']).toHaveLength(2);
    await fixture.control('DELETE', `/groups/${id}/members/${fixture.personId('Jonas')}`);
    await fixture.control('POST', `/groups/${id}/members`, {
      body: { userId: fixture.personId('Priya') },
    });
    const second = await fixture.app('GET', `/groups/delta${linkOf(first, '@odata.deltaLink')}`);
    expect(rows(second)).toMatchObject([
      {
        id,
        'members@delta': [
          { id: fixture.personId('Jonas'), '@removed': { reason: 'deleted' } },
          { id: fixture.personId('Priya') },
        ],
      },
    ]);
  });

  it('comes in pages that end with one delta link', async () => {
    for (let index = 0; index < 105; index += 1) await makeUser(`Extra ${index}`);
    const first = await fixture.app('GET', '/users/delta');
    expect(first.body['@odata.deltaLink']).toBeUndefined();
    const second = await fixture.app('GET', `/users/delta${linkOf(first, '@odata.nextLink')}`);
    expect(rows(first)).toHaveLength(100);
    expect(second.body['@odata.nextLink']).toBeUndefined();
    const ids = [...rows(first), ...rows(second)].map(({ id }) => text(id));
    const all = await fixture.app('GET', '/users?$top=999&$select=id');
    expect(ids.sort()).toEqual(
      rows(all)
        .map(({ id }) => text(id))
        .sort(),
    );
  });

  it('is over when its token is too old: 410 with the address to start anew from', async () => {
    const first = await fixture.app('GET', '/users/delta?$deltatoken=latest&$select=displayName');
    await fixture.control('PUT', '/settings', { body: { deltaTokenDays: 0 } });
    const reply = await fixture.app('GET', `/users/delta${linkOf(first, '@odata.deltaLink')}`);
    await fixture.control('PUT', '/settings', { body: { deltaTokenDays: 7 } });
    expect(reply).toMatchObject({ status: 410, body: { error: { code: 'syncStateNotFound' } } });
    const again = new URL(reply.headers.get('location') ?? '');
    expect(again.searchParams.get('$deltatoken')).toBe('');
    const restart = await fixture.app('GET', `/users/delta${again.search}`);
    expect(rows(restart).length).toBeGreaterThan(0);
  });

  it.each(['$deltatoken=nonsense', '$top=5', '$orderby=displayName', "$filter=displayName eq 'x'"])(
    'with %s is refused',
    async (option) => {
      expect((await fixture.app('GET', `/users/delta?${option}`)).status).toBe(400);
    },
  );
});
