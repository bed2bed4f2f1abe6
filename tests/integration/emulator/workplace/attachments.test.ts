import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFixture, text, type Fixture, type GraphJson, type Send } from '../graph-fixture.js';
import { codeOf, each, keyOf, rowsOf } from './graph-rows.js';

const MEGABYTE = 1024 * 1024;

let fixture: Fixture;
let maya: Send;
let mailbox: string;

beforeAll(async () => {
  fixture = await startFixture();
  maya = fixture.as('Maya');
  mailbox = `/users/${fixture.personId('Maya')}`;
});
afterAll(() => fixture.close());

const file = (name: string, content: string | Buffer, more: object = {}) => ({
  '@odata.type': '#microsoft.graph.fileAttachment',
  name,
  contentBytes: Buffer.from(content).toString('base64'),
  ...more,
});

async function draft(fields: object = {}): Promise<{ path: string; body: GraphJson }> {
  const { status, body } = await maya('POST', '/me/messages', {
    body: { subject: 'x', ...fields },
  });
  if (status !== 201) throw new Error(`Graph answered ${status}: ${JSON.stringify(body)}`);
  return { path: `/me/messages/${keyOf(body)}`, body };
}

const refusal = ({ status, body }: { status: number; body: GraphJson }) => [status, codeOf(body)];

describe('attachments', () => {
  it('are added, listed without their bytes when asked so, read and taken off', async () => {
    const { path, body } = await draft();
    expect(body['hasAttachments']).toBe(false);
    const made = await maya('POST', `${path}/attachments`, { body: file('notes.txt', 'Hello') });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      '@odata.type': '#microsoft.graph.fileAttachment',
      name: 'notes.txt',
      contentType: 'text/plain',
      size: 5,
      isInline: false,
      contentBytes: 'SGVsbG8=',
    });
    expect((await maya('GET', path)).body['hasAttachments']).toBe(true);
    const listed = await maya('GET', `${path}/attachments?$select=name,size`);
    expect(Object.keys(rowsOf(listed.body)[0] ?? {}).filter((name) => !name.includes('@'))).toEqual(
      ['id', 'name', 'size'],
    );
    const one = `${path}/attachments/${keyOf(made.body)}`;
    const value = await fetch(`${fixture.emulator.boardUrl}/v1.0${mailbox}${one.slice(3)}/$value`, {
      headers: { Authorization: `Bearer ${await fixture.appToken()}` },
    });
    expect([value.headers.get('content-type'), await value.text()]).toEqual([
      'text/plain',
      'Hello',
    ]);
    expect((await maya('DELETE', one)).status).toBe(204);
    expect(refusal(await maya('GET', one))).toEqual([404, 'ErrorItemNotFound']);
    expect((await maya('GET', path)).body['hasAttachments']).toBe(false);
  });

  it('within the text do not make a message one with attachments', async () => {
    const inline = file('logo.png', 'x', { isInline: true, contentId: 'logo' });
    const { path, body } = await draft({ attachments: [inline] });
    expect(body['hasAttachments']).toBe(false);
    const expanded = await maya('GET', `${path}?$expand=attachments&$select=subject`);
    expect(Object.values(expanded.body['attachments'] ?? {})).toMatchObject([
      { contentId: 'logo' },
    ]);
  });

  it('travel with what is sent, and their ids follow the message', async () => {
    const sent = await fixture.app('POST', `${mailbox}/sendMail`, {
      body: {
        message: {
          subject: 'With a file',
          toRecipients: [{ emailAddress: { address: 'jonas.lindqvist@tandem.example' } }],
          attachments: [file('plan.csv', 'a;b')],
        },
      },
    });
    expect(sent.status).toBe(202);
    const jonas = fixture.as('Jonas');
    const filter = "hasAttachments eq true and subject eq 'With a file'";
    const { body } = await jonas('GET', `/me/messages?$filter=${filter}`);
    const path = `/me/messages/${keyOf(rowsOf(body)[0])}`;
    const before = await jonas('GET', `${path}/attachments`);
    expect(each(before.body, 'name')).toEqual(['plan.csv']);
    const moved = await jonas('POST', `${path}/move`, { body: { destinationId: 'archive' } });
    const after = await jonas('GET', `/me/messages/${keyOf(moved.body)}/attachments`);
    expect(each(after.body, 'contentBytes')).toEqual(each(before.body, 'contentBytes'));
    expect(each(after.body, 'id')).not.toEqual(each(before.body, 'id'));
    const found = await jonas('GET', '/me/messages?$search="attachment:plan"');
    expect(each(found.body, 'subject')).toEqual(['With a file']);
  });

  it('may hold another item, which is read with $expand only', async () => {
    const { path } = await draft();
    const item = { '@odata.type': '#microsoft.graph.message', subject: 'Inner' };
    const made = await maya('POST', `${path}/attachments`, {
      body: { '@odata.type': '#microsoft.graph.itemAttachment', name: 'Inner', item },
    });
    expect(made.status).toBe(201);
    const one = `${path}/attachments/${keyOf(made.body)}`;
    expect((await maya('GET', one)).body['item']).toBeUndefined();
    const expanded = await maya('GET', `${one}?$expand=microsoft.graph.itemattachment/item`);
    expect(expanded.body['item']).toMatchObject({ subject: 'Inner' });
  });

  it.each([
    ['without a type', { name: 'x', contentBytes: '' }, 400, 'RequestBodyRead'],
    ['without a name', file('', 'x'), 400, 'ErrorRequiredPropertyMissing'],
    [
      'without bytes',
      { ...file('x', ''), contentBytes: undefined },
      400,
      'ErrorRequiredPropertyMissing',
    ],
    ['with what is not base64', { ...file('x', ''), contentBytes: '<>' }, 400, 'RequestBodyRead'],
    [
      'by reference',
      { '@odata.type': '#microsoft.graph.referenceAttachment' },
      400,
      'ErrorInvalidRequest',
    ],
  ])('%s are judged', async (_what, body, status, code) => {
    const { path } = await draft();
    const reply = await maya('POST', `${path}/attachments`, { body });
    expect(refusal(reply)).toEqual([status, code]);
  });

  it('of 3 MB do not fit into one request: in base64 they are beyond 4 MB', async () => {
    const { path } = await draft();
    const add = async (bytes: number) =>
      await maya('POST', `${path}/attachments`, { body: file('x', Buffer.alloc(bytes)) });
    expect((await add(3 * MEGABYTE - 200)).status).toBe(201);
    expect(refusal(await add(3 * MEGABYTE))).toEqual([413, 'BadRequest']);
    await fixture.control('PUT', '/settings', { body: { messageMegabytesMax: 5 } });
    const full = await add(2.5 * MEGABYTE);
    await fixture.control('PUT', '/settings', { body: { messageMegabytesMax: 150 } });
    expect(refusal(full)).toEqual([400, 'ErrorMessageSizeExceeded']);
  });

  it('are read with Mail.Read and changed with Mail.ReadWrite', async () => {
    const { path } = await draft({ attachments: [file('a.txt', 'a')] });
    const own = `${mailbox}${path.slice(3)}/attachments`;
    const withRoles = async (...appRoles: string[]): Promise<Send> => {
      await fixture.control('PUT', '/settings', { body: { appRoles } });
      return fixture.with(await fixture.appToken());
    };
    const basic = await withRoles('Mail.ReadBasic.All');
    expect(refusal(await basic('GET', own))).toEqual([403, 'ErrorAccessDenied']);
    const reader = await withRoles('Mail.Read');
    expect((await reader('GET', own)).status).toBe(200);
    expect(refusal(await reader('POST', own, { body: file('b', 'b') }))).toEqual([
      403,
      'ErrorAccessDenied',
    ]);
    const lena = await fixture.as('Lena')('GET', own);
    expect(refusal(lena)).toEqual([403, 'ErrorAccessDenied']);
  });
});

describe('an upload session', () => {
  const size = 3 * MEGABYTE + 11;
  const content = Buffer.alloc(size, 'tandem');

  const open = async (path: string, item: object = {}) =>
    await maya('POST', `${path}/attachments/createUploadSession`, {
      body: { AttachmentItem: { attachmentType: 'file', name: 'big.bin', size, ...item } },
    });
  const put = async (url: string, from: number, to: number, headers: object = {}) => {
    const response = await fetch(url, {
      method: 'PUT',
      headers: { 'Content-Range': `bytes ${from}-${to}/${size}`, ...headers },
      body: content.subarray(from, to + 1),
    });
    const answered = await response.text();
    return {
      status: response.status,
      location: response.headers.get('location'),
      body: (answered === '' ? {} : JSON.parse(answered)) as GraphJson,
    };
  };

  it('takes a file piece by piece, says where to go on, and names what became of it', async () => {
    const { path } = await draft();
    const { status, body } = await open(path);
    expect(status).toBe(201);
    expect(body['nextExpectedRanges']).toEqual(['0-']);
    const url = text(body['uploadUrl']);
    expect(new URL(url).pathname).not.toContain('v1.0');
    const first = await put(url, 0, MEGABYTE - 1);
    expect([first.status, first.body['NextExpectedRanges']]).toEqual([200, [String(MEGABYTE)]]);
    const again = await put(url, 0, MEGABYTE - 1);
    expect(again.status).toBe(416);
    const known = (await (await fetch(url)).json()) as GraphJson;
    expect(known['NextExpectedRanges']).toEqual([String(MEGABYTE)]);
    const last = await put(url, MEGABYTE, size - 1);
    expect([last.status, last.body]).toEqual([201, {}]);
    const id = /Attachments\('(.+)'\)/.exec(last.location ?? '')?.[1] ?? '';
    const made = await maya(
      'GET',
      `${path}/attachments/${encodeURIComponent(id)}?$select=name,size`,
    );
    expect(made.body).toMatchObject({ name: 'big.bin', size });
    expect((await maya('GET', path)).body['hasAttachments']).toBe(true);
    expect((await fetch(url)).status).toBe(404);
  });

  it('takes no token, no piece beyond 4 MB and no wrong range', async () => {
    const { path } = await draft();
    const url = text((await open(path)).body['uploadUrl']);
    const token = { Authorization: `Bearer ${await fixture.appToken()}` };
    expect((await put(url, 0, 99, token)).status).toBe(401);
    expect((await put(url.replace(/authtoken=.*/, 'authtoken=x'), 0, 99)).status).toBe(401);
    expect((await put(url, 100, 199)).status).toBe(416);
    expect((await put(url, 0, 99, { 'Content-Range': 'bytes 0-98/5' })).status).toBe(400);
    const long = await fetch(url, { method: 'PUT', body: Buffer.alloc(4 * MEGABYTE + 1) });
    expect(long.status).toBe(413);
  });

  it('ends when it is given up, and when its time is over', async () => {
    const { path } = await draft();
    const given = text((await open(path)).body['uploadUrl']);
    expect((await fetch(given, { method: 'DELETE' })).status).toBe(204);
    expect((await put(given, 0, 99)).status).toBe(404);
    const old = text((await open(path)).body['uploadUrl']);
    await fixture.control('PUT', '/settings', { body: { clockSkewSeconds: 3601 } });
    const late = await put(old, 0, 99);
    await fixture.control('PUT', '/settings', { body: { clockSkewSeconds: 0 } });
    expect(late.status).toBe(404);
  });

  it.each([
    [
      'a small file',
      { size: 3 * MEGABYTE - 1 },
      400,
      'ErrorAttachmentSizeShouldNotBeLessThanMinimumSize',
    ],
    ['a huge file', { size: 151 * MEGABYTE }, 413, 'ErrorAttachmentSizeLimitExceeded'],
    ['an item', { attachmentType: 'item' }, 400, 'RequestBodyRead'],
    ['no name', { name: '' }, 400, 'RequestBodyRead'],
  ])('is not opened for %s', async (_what, item, status, code) => {
    const { path } = await draft();
    expect(refusal(await open(path, item))).toEqual([status, code]);
  });

  it('is not opened for more than a message may hold', async () => {
    await fixture.control('PUT', '/settings', { body: { messageMegabytesMax: 3 } });
    const { path } = await draft();
    const refused = await open(path);
    await fixture.control('PUT', '/settings', { body: { messageMegabytesMax: 150 } });
    expect(refusal(refused)).toEqual([400, 'ErrorMessageSizeExceeded']);
  });
});
