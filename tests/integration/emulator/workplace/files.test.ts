import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingIn, problemsOf } from '../conformance.js';
import { startFixture, text, type Fixture, type GraphJson, type Send } from '../graph-fixture.js';
import { below, codeOf, each, keyOf, rowsOf } from './graph-rows.js';

let fixture: Fixture;
let maya: Send;

beforeAll(async () => {
  fixture = await startFixture();
  maya = fixture.as('Maya');
});
afterAll(() => fixture.close());

const groupId = async (name: string): Promise<string> => {
  const { body } = await fixture.app('GET', `/groups?$filter=displayName eq '${name}'`);
  return keyOf(rowsOf(body)[0]);
};

const urlIn = (item: GraphJson | undefined): string => text(item?.['@microsoft.graph.downloadUrl']);

describe('drives', () => {
  it('are everybody’s and every group’s, and have an owner', async () => {
    const own = await maya('GET', '/me/drive');
    expect(own.body).toMatchObject({
      driveType: 'business',
      owner: { user: { id: fixture.personId('Maya'), displayName: 'Maya Okafor' } },
    });
    const same = await fixture.app('GET', `/drives/${keyOf(own.body)}`);
    expect(same.body['id']).toBe(own.body['id']);
    const listed = await fixture.app('GET', `/users/${fixture.personId('Maya')}/drives`);
    expect(rowsOf(listed.body)).toMatchObject([{ id: own.body['id'] }]);
    const group = await maya('GET', `/groups/${await groupId('Product team')}/drive`);
    expect(group.body).toMatchObject({ driveType: 'documentLibrary' });
  });

  it('are read by their owners, by members and by apps', async () => {
    const other = `/users/${fixture.personId('Lena')}/drive`;
    const refused = await maya('GET', other);
    expect([refused.status, codeOf(refused.body)]).toEqual([403, 'accessDenied']);
    expect((await fixture.app('GET', other)).status).toBe(200);
    const stranger = await maya('GET', `/groups/${await groupId('Engineering')}/drive`);
    expect(stranger.status).toBe(403);
    expect((await fixture.app('GET', '/me/drive')).status).toBe(400);
    await fixture.control('PUT', '/settings', { body: { appRoles: ['Tasks.ReadWrite.All'] } });
    const weak = fixture.with(await fixture.appToken());
    expect((await weak('GET', other)).status).toBe(403);
    await fixture.control('PUT', '/settings', {
      body: { appRoles: ['Files.Read.All', 'Group.Read.All'] },
    });
  });
});

describe('items', () => {
  it('are listed page by page, by name, and named by id and by path in any case', async () => {
    const lena = fixture.as('Lena');
    const first = await lena('GET', '/me/drive/root:/receipts/2026:/children?$top=20&$select=name');
    expect(each(first.body, 'name').slice(0, 2)).toEqual(['receipt-01.txt', 'receipt-02.txt']);
    const second = await lena('GET', below(first.body['@odata.nextLink']));
    expect(each(second.body, 'name')).toEqual([
      'receipt-21.txt',
      'receipt-22.txt',
      'receipt-23.txt',
      'receipt-24.txt',
    ]);
    const folder = await lena('GET', '/me/drive/root:/Receipts');
    expect(folder.body).toMatchObject({ name: 'Receipts', folder: { childCount: 1 } });
    const byId = await lena('GET', `/me/drive/items/${keyOf(folder.body)}/children`);
    expect(each(byId.body, 'name')).toEqual(['2026']);
  });

  it('conform to Microsoft’s schema', async () => {
    const problems = [
      ['drive', await maya('GET', '/me/drive'), []],
      [
        'driveItem',
        await maya('GET', '/me/drive/root'),
        ['description', 'file', 'remoteItem', 'searchResult'],
      ],
      [
        'driveItem',
        await maya('GET', '/me/drive/root:/Ideas.txt'),
        ['description', 'folder', 'remoteItem', 'root', 'searchResult'],
      ],
    ] as const;
    for (const [type, { body }, leftOut] of problems) {
      const known = Object.fromEntries(
        Object.entries(body).filter(([name]) => !name.startsWith('@')),
      );
      expect([type, problemsOf(type, known)]).toEqual([type, []]);
      expect(missingIn(type, known).filter((name) => !leftOut.some((one) => one === name))).toEqual(
        [],
      );
    }
  });

  it('are found by name and text, below where the search begins', async () => {
    const search = async (path: string) => each((await maya('GET', path)).body, 'name');
    expect(await search("/me/drive/root/search(q='nordlicht')")).toEqual(['Stand-up notes.md']);
    expect(await search("/me/drive/root/search(q='launch plan')")).toEqual(['Launch plan.docx']);
    expect(await search("/me/drive/root:/Launch/Notes:/search(q='idea')")).toEqual([]);
    expect(await search("/me/drive/root/search(q='it''s')")).toEqual([]);
  });

  it('are found in every drive that one sees, by Microsoft Search', async () => {
    const ask = (send: Send) =>
      send('POST', '/search/query', {
        body: {
          requests: [{ entityTypes: ['driveItem'], query: { queryString: 'filetype:csv' } }],
        },
      });
    const { status, body } = await ask(maya);
    expect([status, JSON.stringify(body).includes('Price list.csv')]).toEqual([200, true]);
    expect(JSON.stringify(body)).not.toContain('Results.csv');
  });

  it('are downloaded without a token, from where Graph says', async () => {
    const { body } = await maya('GET', '/me/drive/root:/Launch/Notes/Stand-up%20notes.md');
    const response = await fetch(urlIn(body));
    expect(response.headers.get('content-type')).toContain('text/markdown');
    expect(await response.text()).toContain('**pictures**');
    const withToken = await fetch(urlIn(body), { headers: { Authorization: 'Bearer x' } });
    expect(withToken.status).toBe(401);
    expect((await fetch(urlIn(body).replace('tempauth=', 'tempauth=9'))).status).toBe(401);
    const selected = await maya('GET', '/me/drive/root:/Ideas.txt?$select=name');
    expect(selected.body).not.toHaveProperty('@microsoft.graph.downloadUrl');
    const asked = await maya(
      'GET',
      '/me/drive/root:/Ideas.txt?$select=@microsoft.graph.downloadUrl',
    );
    expect(asked.body).toHaveProperty('@microsoft.graph.downloadUrl');
  });

  it.each([
    ['/me/drive/root:/Nothing.txt', 404, 'itemNotFound'],
    ['/me/drive/items/01NOTHING', 404, 'itemNotFound'],
    ['/me/drive/root:/Launch:/content', 404, 'itemNotFound'],
    ['/me/drive/root/children?$filter=name eq 1', 400, 'invalidRequest'],
    ['/me/drive/root?$select=colour', 400, 'invalidRequest'],
  ])('refuse %s', async (path, status, code) => {
    const answer = await maya('GET', path);
    expect([answer.status, codeOf(answer.body)]).toEqual([status, code]);
  });

  it('are saved by people', async () => {
    await fixture.control('POST', `/people/${fixture.personId('Maya')}/actions`, {
      body: { action: 'saveFile', path: '/New/Note.txt', text: 'Hello' },
    });
    const { body } = await maya('GET', '/me/drive/root:/New/Note.txt');
    expect(body).toMatchObject({
      size: 5,
      lastModifiedBy: { user: { displayName: 'Maya Okafor' } },
    });
  });
});
