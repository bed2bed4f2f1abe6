import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulator } from '../../../../emulator/create-emulator.js';
import { askForToken, text, type GraphJson } from '../graph-fixture.js';
import { each, keyOf, rowsOf } from './graph-rows.js';

/** Collections that data folders from before attachments, calendars and settings do not have. */
const LATER = ['attachments', 'attachmentBytes', 'calendars', 'categories', 'mailboxSettings'];
const LATER_PROPERTIES = ['hasAttachments', 'internetMessageHeaders', 'inReplyTo', 'meeting'];

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-older-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The log without what came later. */
function madeOlder(log: string): string {
  return log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const changes = JSON.parse(line) as [string, string, GraphJson | null][];
      const older = changes
        .filter(([collection]) => !LATER.includes(collection))
        .map(([collection, id, record]) => [collection, id, record && olderRecord(record)]);
      return `${JSON.stringify(older)}\n`;
    })
    .join('');
}

function olderRecord(record: GraphJson): unknown {
  const { item, isHidden: _later, ...rest } = record;
  if (item === undefined) return rest;
  const known = Object.entries(item).filter(([name]) => !LATER_PROPERTIES.includes(name));
  return { ...rest, item: Object.fromEntries(known) };
}

describe('a data folder from before attachments and settings', () => {
  it('is read, answered from and written to', async () => {
    const first = await createEmulator({ dataDir: folder, caDir: folder });
    await first.close();
    const path = join(folder, 'state.jsonl');
    const older = madeOlder(readFileSync(path, 'utf8'));
    expect(older).not.toContain('hasAttachments');
    writeFileSync(path, older);

    const second = await createEmulator({ dataDir: folder, caDir: folder });
    try {
      const { body: token } = await askForToken(second, {});
      const send = async (method: string, below: string, body?: unknown) => {
        const response = await fetch(`${second.boardUrl}/v1.0${below}`, {
          method,
          headers: {
            Authorization: `Bearer ${text(token['access_token'])}`,
            'Content-Type': 'application/json',
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        return (await response.json()) as GraphJson;
      };
      const mailbox = '/users/maya.okafor@tandem.example';
      const mail = await send('GET', `${mailbox}/messages?$filter=hasAttachments eq false&$top=50`);
      expect(new Set(each(mail, 'hasAttachments'))).toEqual(new Set([false]));
      const folders = await send('GET', `${mailbox}/mailFolders`);
      expect(new Set(each(folders, 'isHidden'))).toEqual(new Set([false]));
      expect(await send('GET', `${mailbox}/mailboxSettings`)).toMatchObject({ timeZone: 'UTC' });
      expect(rowsOf(await send('GET', `${mailbox}/events`)).length).toBeGreaterThan(0);
      const message = `${mailbox}/messages/${keyOf(rowsOf(mail)[0])}`;
      await send('POST', `${message}/attachments`, {
        '@odata.type': '#microsoft.graph.fileAttachment',
        name: 'a.txt',
        contentBytes: 'YQ==',
      });
      expect((await send('GET', message))['hasAttachments']).toBe(true);
      const moved = await send('POST', `${message}/move`, { destinationId: 'archive' });
      expect(text(moved['id'])).toMatch(/^AAMk/);
    } finally {
      await second.close();
    }
  });
});
