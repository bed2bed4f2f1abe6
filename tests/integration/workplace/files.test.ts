import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorkplace, type Workplace } from './start-workplace.js';
import { doorOf, rowsIn, textIn } from './through.js';

let place: Workplace;

beforeAll(async () => {
  place = await startWorkplace({ signedIn: ['Maya'] });
});
afterAll(() => place.close());

async function save(file: Record<string, unknown>): Promise<void> {
  const path = `/people/${place.person('Maya').id}/actions`;
  await place.control('POST', path, { action: 'saveFile', ...file });
}

describe.each(['MCP', 'REST'] as const)('files over %s', (name) => {
  const call = (operation: string, args: Record<string, unknown> = {}) =>
    doorOf(place, name).call(operation, args);
  const namesIn = async (operation: string, args: Record<string, unknown> = {}) =>
    rowsIn(await call(operation, args), 'items').map((row) => row['name']);

  it('are in drives of people and groups', async () => {
    const own = rowsIn(await call('files_list_drives'), 'drives');
    expect(own).toMatchObject([{ name: 'OneDrive', kind: 'business', owner: 'Maya Okafor' }]);
    const group = rowsIn(await call('files_list_drives', { group: 'Product team' }), 'drives');
    expect(group).toMatchObject([{ kind: 'documentLibrary', owner: 'Product team' }]);
    const drive = textIn(group[0], 'id');
    expect(await namesIn('files_list', { drive, path: 'General' })).toEqual([
      'Handbook.html',
      'Price list.csv',
      'Settings.json',
    ]);
    const lena = await call('files_list_drives', { account: 'app', person: 'Lena Fischer' });
    expect(rowsIn(lena, 'drives')).toMatchObject([{ owner: 'Lena Fischer' }]);
  });

  it('are listed by path and by id, page by page, with the members that are asked for', async () => {
    const top = rowsIn(await call('files_list', { fields: ['name', 'kind', 'items'] }), 'items');
    const launch = top.find((row) => textIn(row, 'name') === 'Launch');
    expect(launch).toEqual({ id: textIn(launch, 'id'), name: 'Launch', kind: 'folder', items: 4 });
    const inside = await call('files_list', { path: '/Launch', limit: 2 });
    const rest = await call('files_list', {
      id: textIn(launch, 'id'),
      limit: 2,
      cursor: inside.value['nextCursor'],
    });
    const all = [...rowsIn(inside, 'items'), ...rowsIn(rest, 'items')].map((row) => row['name']);
    expect(all).toEqual(['Launch plan.docx', 'Logo.png', 'Notes', 'Quote Harbour Bakery.pdf']);
    expect(rest.value['nextCursor']).toBeNull();
  });

  it('are of no drive that is called by dots', async () => {
    for (const drive of ['..', '.']) {
      const { problem } = await call('files_list', { drive });
      expect(problem).toMatchObject({
        detail: expect.stringContaining('not the id of anything') as unknown,
      });
    }
  });

  it('are found in one drive and everywhere', async () => {
    expect(await namesIn('files_search', { query: 'nordlicht' })).toEqual(['Stand-up notes.md']);
    const everywhere = { query: 'price', everywhere: true };
    expect(await namesIn('files_search', everywhere)).toEqual(['Price list.csv']);
    const app = await call('files_search', { ...everywhere, account: 'app' });
    expect(app.problem).toMatchObject({ code: 'invalid_input', errors: [{ field: 'everywhere' }] });
  });

  it('have a link', async () => {
    const { value } = await call('files_get_link', { path: 'Launch/Launch plan.docx' });
    expect(value['item']).toMatchObject({
      name: 'Launch plan.docx',
      kind: 'file',
      folder: '/Launch',
      modifiedBy: 'Maya Okafor',
      url: expect.stringMatching(/^https:.*Launch%20plan\.docx$/) as unknown,
    });
    expect(JSON.stringify(value)).not.toContain('tempauth');
  });

  it.each([
    ['Launch/Launch plan.docx', '# Launch of Tandem 2\n\nWe launch on'],
    ['Launch/Quote Harbour Bakery.pdf', 'Quote 2026-118'],
    ['Launch/Notes/Stand-up notes.md', '# Stand-up notes\n\n- Landing'],
    ['Ideas.txt', 'A board for families'],
  ])('%s is read as text', async (path, text) => {
    const { value } = await call('files_read_text', { path });
    expect(textIn(value, 'text')).toContain(text);
    expect(value['nextOffset']).toBeNull();
  });

  it('of a group are read too: HTML as Markdown, CSV and JSON as they are', async () => {
    const read = async (path: string) =>
      (await call('files_read_text', { group: 'Product team', path })).value['text'];
    expect(await read('General/Handbook.html')).toBe(
      '# Handbook\n\nWe answer customers within **one day**.\n\n-   Holidays go into the calendar\n-   Decisions go into the plan',
    );
    expect(await read('General/Price list.csv')).toContain('Team,25,199');
    expect(await read('General/Settings.json')).toContain('"theme"');
  });

  it('are read part by part', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => `line ${index} 🚀`).join('\n');
    await save({ path: '/Long.txt', text: lines });
    let text = '';
    for (let offset: unknown = 0; offset !== null;) {
      const { value } = await call('files_read_text', { path: 'Long.txt', offset, limit: 100 });
      expect(textIn(value, 'text').length).toBeLessThanOrEqual(100);
      text += textIn(value, 'text');
      offset = value['nextOffset'];
    }
    expect(text).toBe(lines);
  });

  it('that have no text say what they are', async () => {
    const picture = await call('files_read_text', { path: 'Launch/Logo.png' });
    expect(picture.value).toMatchObject({
      text: null,
      note: expect.stringContaining('image/png') as unknown,
      item: { url: expect.any(String) as unknown },
    });
    const folder = await call('files_read_text', { path: 'Launch' });
    expect(folder.value).toMatchObject({
      text: null,
      note: expect.stringContaining('folder') as unknown,
    });
    const log = { account: 'app', person: 'Jonas Lindqvist', path: 'Load tests/Server.log' };
    const large = await call('files_read_text', log);
    expect(large.value).toMatchObject({
      text: null,
      note: expect.stringContaining('too large') as unknown,
    });
    await save({ path: '/Broken.pdf', text: 'This is no PDF', mimeType: 'application/pdf' });
    await save({ path: '/Broken.docx', text: 'PK and nothing' });
    for (const path of ['Broken.pdf', 'Broken.docx']) {
      const broken = await call('files_read_text', { path });
      expect(broken.value).toMatchObject({
        text: null,
        note: expect.stringContaining('cannot be read') as unknown,
      });
    }
  });

  it('that are not there, or not clear, are refused', async () => {
    const gone = await call('files_get_link', { path: 'Nothing.txt' });
    expect(gone.problem).toMatchObject({ code: 'not_found' });
    const neither = await call('files_get_link');
    expect(neither.problem).toMatchObject({ code: 'invalid_input', errors: [{ field: 'id' }] });
    const both = await call('files_list', { group: 'Product team', person: 'Maya Okafor' });
    expect(both.problem).toMatchObject({ errors: [{ field: 'person' }] });
    const group = await call('files_list', { group: 'Prodct team' });
    expect(group.problem).toMatchObject({
      errors: [{ field: 'group', suggestion: 'Product team' }],
    });
    const hers = await call('files_list', { person: 'Lena Fischer' });
    expect(hers.problem).toMatchObject({ code: 'graph_forbidden' });
    const up = await call('files_list', { path: '../..' });
    expect(up.problem.code).toBe('graph_refused');
  });
});

describe('addresses of downloads', () => {
  it('are as good as the files, and stand in no log', () => {
    expect(place.server.logLines.join('\n')).not.toContain('tempauth');
  });
});
