import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openEmulatorCore, type EmulatorCore } from '../../../emulator/emulator-core.js';
import type { GraphCall } from '../../../emulator/graph/exchange.js';
import { standardFolder } from '../../../emulator/outlook/mail/mail-folder.js';
import {
  addMessage,
  changeMessage,
  moveMessage,
  removeMessage,
} from '../../../emulator/outlook/mail/mail-store.js';
import { deltaOfFolder } from '../../../emulator/outlook/mail/messages.js';
import { newMessage } from '../../../emulator/outlook/mail/new-message.js';
import { createSettingsHolder } from '../../../emulator/settings.js';

let core: EmulatorCore;

beforeAll(async () => {
  const settings = createSettingsHolder();
  core = await openEmulatorCore({
    dataDir: undefined,
    now: () => new Date(),
    settings: settings.get,
  });
});

const step = fc.record({
  what: fc.constantFrom('add', 'read', 'moveOut', 'moveIn', 'remove', 'page'),
  which: fc.nat(20),
});

interface DeltaPage {
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink'?: string;
  readonly value: readonly { readonly id: string; readonly '@removed'?: unknown }[];
}

describe('delta', () => {
  it('leads a client that follows the links to what the folder holds, whatever happens between pages', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        (steps, size) => {
          const { outlook } = core;
          const [owner] = core.state.people.values();
          if (owner === undefined) throw new Error('There is nobody');
          const [inbox, archive] = [
            standardFolder(outlook, owner.id, 'inbox'),
            standardFolder(outlook, owner.id, 'archive'),
          ];
          const known = new Map<string, unknown>();
          let url = new URL(`http://graph/me/mailFolders/inbox/messages/delta?$top=${size}`);
          const page = (): boolean => {
            const answer = deltaOfFolder(outlook, callTo(url, owner.id), ['inbox']);
            const body = JSON.parse(answer.body ?? '{}') as DeltaPage;
            for (const row of body.value) {
              if (row['@removed'] === undefined) known.set(row.id, row);
              else known.delete(row.id);
            }
            url = new URL(body['@odata.nextLink'] ?? body['@odata.deltaLink'] ?? '');
            return body['@odata.nextLink'] !== undefined;
          };
          for (const { what, which } of steps) {
            const here = outlook.outlook.messagesIn.recordsOf(inbox.id);
            const there = outlook.outlook.messagesIn.recordsOf(archive.id);
            const picked = here[which % Math.max(1, here.length)];
            const away = there[which % Math.max(1, there.length)];
            const thread = { id: outlook.newGuid(), depth: 0 };
            if (what === 'add') {
              addMessage(outlook, inbox, { item: newMessage(outlook, owner, thread, {}), thread });
            } else if (what === 'page') page();
            else if (what === 'moveIn' && away !== undefined) moveMessage(outlook, away, inbox);
            else if (picked !== undefined && what === 'read') {
              changeMessage(outlook, picked, { isRead: !picked.item.isRead });
            } else if (picked !== undefined && what === 'moveOut')
              moveMessage(outlook, picked, archive);
            else if (picked !== undefined && what === 'remove') removeMessage(outlook, picked);
          }
          while (page());
          while (page());
          const held = outlook.outlook.messagesIn.recordsOf(inbox.id);
          expect([...known.keys()].toSorted()).toEqual(held.map(({ id }) => id).toSorted());
          for (const { id, item } of held) {
            expect(known.get(id)).toMatchObject({ isRead: item.isRead });
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

function callTo(url: URL, personId: string): GraphCall {
  return {
    method: 'GET',
    segments: url.pathname
      .replace(/^\/v1\.0/, '')
      .split('/')
      .slice(1)
      .map(decodeURIComponent),
    query: url.searchParams,
    header: () => undefined,
    body: undefined,
    caller: {
      kind: 'person',
      id: personId,
      appId: 'board',
      objectId: personId,
      tokenExpiresAt: Number.POSITIVE_INFINITY,
      order: 0,
      understandsClaims: false,
      displayName: 'Somebody',
      permissions: new Set(['Mail.ReadWrite']),
    },
    root: 'http://graph/v1.0',
  };
}
