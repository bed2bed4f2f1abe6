import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Door } from './doors.js';
import { startWorkplace, type Workplace } from './start-workplace.js';

let place: Workplace;

beforeAll(async () => {
  place = await startWorkplace({ signedIn: ['Maya'] });
});
afterAll(() => place.close());

const through = (name: Door['name']): Door => {
  const door = place.doors.find((one) => one.name === name);
  if (door === undefined) throw new Error('There is no such door');
  return door;
};

interface Row {
  readonly id: string;
  readonly subject: string;
  readonly receivedAt: string;
  readonly isRead: boolean;
  readonly from: { readonly name: string; readonly address: string };
}

describe.each(['MCP', 'REST'] as const)('Mail over %s', (name) => {
  const call = async (operation: string, args: Record<string, unknown> = {}) => {
    const answer = await through(name).call(operation, args);
    expect(answer.problem).toEqual({});
    return answer.value;
  };
  const rowsOf = async (args: Record<string, unknown> = {}): Promise<readonly Row[]> =>
    (await call('mail_list_messages', args))['messages'] as unknown as readonly Row[];
  const rowOf = async (subject: string, args: Record<string, unknown> = {}): Promise<Row> => {
    const found = (await rowsOf({ limit: 100, ...args })).find((row) => row.subject === subject);
    if (found === undefined) throw new Error(`There is no message "${subject}"`);
    return found;
  };

  describe('lists', () => {
    it('show the newest first, without text, in the zone of the server', async () => {
      const rows = await rowsOf({ folder: 'inbox' });
      expect(rows.length).toBeGreaterThan(2);
      const times = rows.map(({ receivedAt }) => Date.parse(receivedAt));
      expect(times).toEqual(times.toSorted((a, b) => b - a));
      expect(rows[0]).not.toHaveProperty('body');
      expect(rows[0]?.receivedAt).toMatch(/\+0[12]:00$/);
      const tokyo = await rowsOf({ folder: 'Inbox', timeZone: 'Asia/Tokyo', limit: 1 });
      expect(tokyo[0]?.receivedAt).toMatch(/\+09:00$/);
    });

    it('go on where they ended', async () => {
      const all = await rowsOf({ limit: 100 });
      const first = await call('mail_list_messages', { limit: 2 });
      expect(first['messages']).toEqual(all.slice(0, 2));
      const second = await call('mail_list_messages', { limit: 2, cursor: first['nextCursor'] });
      expect(second['messages']).toEqual(all.slice(2, 4));
      const { problem } = await through(name).call('mail_list_messages', { cursor: 'elsewhere' });
      expect(problem).toMatchObject({ code: 'invalid_cursor' });
    });

    it('are narrowed by every filter at once, which Graph never finds too complex', async () => {
      const [newest] = await rowsOf({ folder: 'inbox', limit: 1 });
      const since = newest?.receivedAt ?? '';
      const rows = await rowsOf({
        folder: 'inbox',
        unread: true,
        from: newest?.from.name,
        since,
        until: '2100-01-01',
        flagged: false,
        hasAttachments: false,
      });
      expect(rows.every((row) => row.from.address === newest?.from.address)).toBe(true);
      expect(rows.every((row) => !row.isRead)).toBe(true);
      expect(await rowsOf({ category: 'Blue category' })).toMatchObject([
        { subject: 'Budget approved', categories: ['Blue category'] },
      ]);
      const flagged = await rowsOf({ flagged: true });
      expect(flagged[0]).toMatchObject({ flag: { status: 'flagged' } });
      expect(flagged.every((row) => 'flag' in row)).toBe(true);
      const only = await rowsOf({ fields: ['subject'], limit: 1 });
      expect(Object.keys(only[0] ?? {}).toSorted()).toEqual(['id', 'subject']);
    });

    it('name what is no folder and nobody, with candidates', async () => {
      const folder = await through(name).call('mail_list_messages', { folder: 'Archve' });
      expect(folder.problem).toMatchObject({
        code: 'invalid_input',
        errors: [{ field: 'folder', suggestion: 'Archive' }],
      });
      const from = await through(name).call('mail_list_messages', { from: 'Jonas Lindquist' });
      expect(from.problem).toMatchObject({
        errors: [{ field: 'from', candidates: [{ name: 'Jonas Lindqvist' }] }],
      });
      const since = await through(name).call('mail_list_messages', { since: 'yesterday' });
      expect(since.problem).toMatchObject({ errors: [{ field: 'since' }] });
    });

    it('of somebody else are read with the app, and not by a person without the right', async () => {
      const jonas = await rowsOf({ account: 'app', person: 'Jonas Lindqvist', folder: 'inbox' });
      expect(jonas.length).toBeGreaterThan(0);
      const { problem } = await through(name).call('mail_list_messages', {
        person: 'Jonas Lindqvist',
      });
      expect(problem).toMatchObject({ code: 'graph_forbidden' });
    });
  });

  describe('search', () => {
    it('finds words, senders and subjects; what a caller writes is no query language', async () => {
      const found = await call('mail_search', { query: 'cached script', from: 'Jonas' });
      expect(found['messages']).toMatchObject([{ subject: 'RE: Three customers cannot sign up' }]);
      const none = await call('mail_search', { text: 'script" OR from:"Lena' });
      expect(none['messages']).toEqual([]);
      const subject = await call('mail_search', { subject: 'budget', since: '2000-01-01' });
      expect(subject['messages']).toMatchObject([{ subject: 'Budget approved' }]);
    });

    it('asks what to look for', async () => {
      const { problem } = await through(name).call('mail_search', { query: '"' });
      expect(problem).toMatchObject({ code: 'invalid_input', errors: [{ field: 'query' }] });
    });
  });

  describe('reading', () => {
    it('gives Markdown, plain text or no text', async () => {
      const { id } = await rowOf('Budget approved');
      const markdown = await call('mail_get_message', { message: id });
      expect(markdown['message']).toMatchObject({
        from: { name: 'Lena Fischer' },
        body: expect.stringContaining('[finance](https://finance.tandem.example/)'),
      });
      const text = await call('mail_get_message', { message: id, format: 'text' });
      expect(text['message']?.['body']).toContain('finance (https://finance.tandem.example/)');
      const none = await call('mail_get_message', { message: id, format: 'none' });
      expect(none['message']).not.toHaveProperty('body');
    });

    it('stops at a length and says where to read on', async () => {
      const { id } = await rowOf('Product launch: where we stand');
      const whole = await call('mail_get_message', { message: id });
      const first = await call('mail_get_message', { message: id, maxLength: 200 });
      expect(first['message']).toMatchObject({ truncated: true, nextOffset: 200 });
      const rest = await call('mail_get_message', { message: id, offset: 200 });
      const bodies = [first, rest].map((part) => part['message']?.['body'] as unknown as string);
      expect(bodies.join('')).toBe(whole['message']?.['body']);
    });

    it('of a conversation begins with the oldest', async () => {
      const { id } = await rowOf('RE: Three customers cannot sign up');
      const thread = await call('mail_get_thread', { message: id });
      const messages = thread['messages'] as unknown as readonly Row[];
      expect(messages[0]?.subject).toBe('Three customers cannot sign up');
      expect(messages[1]).toMatchObject({ subject: 'RE: Three customers cannot sign up' });
      expect(messages[1]).toMatchObject({ body: expect.stringContaining('Found it') });
    });

    it('of what is not there is not_found', async () => {
      const { problem } = await through(name).call('mail_get_message', {
        message: `AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A${'A'.repeat(60)}`,
      });
      expect(problem).toMatchObject({ code: 'not_found' });
    });
  });

  describe('folders and marks', () => {
    it('a folder is made and found by name, and a moved message keeps its id', async () => {
      const folder = `Customers ${name}`;
      const dry = await call('mail_create_folder', { name: folder, parent: 'inbox', dryRun: true });
      expect(dry).toMatchObject({
        dryRun: { effect: `Create the mail folder "${folder}" in "Inbox"` },
      });
      await call('mail_create_folder', { name: folder, parent: 'inbox' });
      const { folders } = (await call('mail_list_folders')) as unknown as {
        folders: readonly { path: string; unread: number; total: number }[];
      };
      expect(folders).toContainEqual(
        expect.objectContaining({ path: `Inbox/${folder}`, unread: 0, total: 0 }),
      );
      const { id } = await rowOf('Quote for the press release');
      const moved = await call('mail_move', { message: id, folder });
      expect(moved['message']).toEqual({ id, folder });
      expect(await rowsOf({ folder: `Inbox/${folder}` })).toMatchObject([{ id }]);
      const copy = await call('mail_copy', { message: id, folder: 'archive' });
      expect(copy['message']?.['id']).not.toBe(id);
      const deleted = await call('mail_delete', { message: copy['message']?.['id'] });
      expect(deleted).toMatchObject({ deleted: true });
      expect(await rowsOf({ folder: 'deleteditems' })).toContainEqual(
        expect.objectContaining({ id: copy['message']?.['id'] }),
      );
      await call('mail_move', { message: id, folder: 'inbox' });
    });

    it('a message is read, flagged until a day and put into categories', async () => {
      const { id } = await rowOf('Three customers cannot sign up');
      const marked = await call('mail_update_message', {
        message: id,
        isRead: true,
        dueAt: '2026-12-01T17:00',
        categories: ['Red category'],
        importance: 'low',
      });
      expect(marked['message']).toEqual({
        id,
        isRead: true,
        flag: { status: 'flagged', dueAt: '2026-12-01T17:00:00+01:00' },
        categories: ['Red category'],
        importance: 'low',
      });
      const cleared = await call('mail_update_message', {
        message: id,
        flag: 'none',
        categories: [],
        importance: 'high',
        isRead: false,
      });
      expect(cleared['message']).toEqual({ id, isRead: false, importance: 'high' });
      const nothing = await through(name).call('mail_update_message', { message: id });
      expect(nothing.problem).toMatchObject({ code: 'invalid_input' });
      const due = await through(name).call('mail_update_message', {
        message: id,
        flag: 'none',
        dueAt: '2026-12-01',
      });
      expect(due.problem).toMatchObject({ errors: [{ field: 'dueAt' }] });
    });
  });
});
