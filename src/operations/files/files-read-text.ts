import * as z from 'zod';
import { download } from '../../graph/files/download.js';
import { readDownload } from '../../graph/files/drive-items.js';
import { defineOperation } from '../define-operation.js';
import { chooseZone, timeZoneInput } from '../inputs/time-zone.js';
import { chooseDrive, driveInputs, itemInputs, requireItemName } from './choose-drive.js';
import { itemSchema, textOfItem, toItem, type ItemRow } from './files-schemas.js';
import { documentKind } from './reading/document-kind.js';
import type { Extracted } from './reading/extract-in-thread.js';
import { textPart } from './reading/text-part.js';

const mostBytes = 20 * 1024 * 1024;
const timeoutMs = 20_000;

export const filesReadText = defineOperation({
  name: 'files_read_text',
  title: 'Read the text of a document',
  description:
    'Gives the text of a document: Markdown, plain text, CSV, JSON, HTML, Word (docx) and PDF, up to 20 MB, part by part. Use it to read a file; files_get_link is for others.',
  input: z.strictObject({
    ...itemInputs,
    ...driveInputs,
    offset: z.int().min(0).default(0).describe('nextOffset of the answer before, to go on.'),
    limit: z.int().min(100).max(50_000).default(10_000).describe('Characters at most.'),
    timeZone: timeZoneInput,
  }),
  output: z.object({
    item: itemSchema,
    text: z.string().nullable().describe('Null: it has none that can be read; see note.'),
    note: z.string().optional(),
    length: z.number().optional().describe('Of the whole text, in characters.'),
    nextOffset: z.number().nullable().describe('Null: that was the rest.'),
  }),
  outsideText: ['text', ...textOfItem('item')],
  restBody: null,
  area: 'files',
  features: ['files'],
  graphCalls: ['GET /drives/{id}/items/{id}', 'GET /users/{id}/drive/root:/{path}'],
  scope: 'files:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/files/text', successStatus: 200 },
  handler: async (deps, input, call) => {
    const { id, path: place, offset, limit, timeZone, ...which } = input;
    const zone = chooseZone(deps, timeZone);
    const name = requireItemName({ id, path: place });
    const { graph, path } = await chooseDrive(deps, call, which);
    const { item: found, url } = await readDownload(graph, path, name);
    const item = toItem(found, zone);
    const without = (note: string) => ({
      status: 200 as const,
      json: JSON.stringify({ item, text: null, note, nextOffset: null }),
    });
    const kind = documentKind(item.name, item.mediaType ?? '');
    if (item.kind === 'folder') return without('A folder; see what is in it with files_list.');
    if (kind === null || url === null) return without(`${whatItIs(item)} has no text to read.`);
    if ((item.bytes ?? 0) > mostBytes) return without(`${whatItIs(item)} is too large to read.`);
    const signal = call.signal?.();
    const bytes = await download(url, { mostBytes, timeoutMs, signal });
    const extracted = await deps.documents.read(bytes, kind, signal);
    if (extracted.kind === 'failed')
      return without(`${whatItIs(item)} ${reasons[extracted.reason]}.`);
    const whole = extracted.text;
    const part = textPart(whole, Math.min(offset, whole.length), limit);
    return { status: 200, json: JSON.stringify({ item, ...part, length: whole.length }) };
  },
});

const reasons: Readonly<Record<Extract<Extracted, { kind: 'failed' }>['reason'], string>> = {
  unreadable: 'cannot be read: it is damaged, protected or something else than its name says',
  too_slow: 'takes too long to read',
  too_large: 'is too large to read',
};

function whatItIs({ mediaType, bytes }: ItemRow): string {
  const size = bytes === undefined ? '' : `, ${bytes} bytes`;
  return `This file (${mediaType ?? 'of an unknown kind'}${size}; open it by its url)`;
}
