import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { createServer, type Server } from 'node:https';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { openLocalAuthority } from '../../../emulator/certificates/local-authority.js';
import { createKeys } from '../../../src/tasks/keys.js';
import type { Door } from './doors.js';
import { startWorkplace, type Workplace } from './start-workplace.js';

let place: Workplace;
let files: Server;
let filesOrigin: string;
const large = randomBytes(7 * 1024 * 1024);

beforeAll(async () => {
  const authority = await openLocalAuthority(
    dirname(dirname(inject('emulator').caFile)),
    () => new Date(),
  );
  files = createServer(await authority.issueLeaf(), (request, response) => {
    switch (request.url) {
      case '/notes%20of%20today.txt':
        response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' });
        response.end('Grüße');
        return;
      case '/large.bin':
        response.writeHead(200, { 'Content-Length': large.length });
        response.end(large);
        return;
      case '/endless.bin':
        response.writeHead(200);
        response.end(large);
        return;
      case '/elsewhere':
        response.writeHead(302, { Location: '/large.bin' });
        response.end();
        return;
      default:
        response.writeHead(404);
        response.end();
    }
  });
  await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
  const address = files.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  filesOrigin = `https://127.0.0.1:${address.port}`;
  place = await startWorkplace({
    signedIn: ['Maya'],
    env: { ATTACHMENT_ORIGINS: `${filesOrigin},https://10.0.0.7` },
  });
});
afterAll(async () => {
  await place.close();
  files.closeAllConnections();
  files.close();
});

const through = (name: Door['name']): Door => {
  const door = place.doors.find((one) => one.name === name);
  if (door === undefined) throw new Error('There is no such door');
  return door;
};

interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly url: string;
  readonly body?: string;
}

describe.each(['MCP', 'REST'] as const)('Attachments over %s', (name) => {
  const call = async (operation: string, args: Record<string, unknown> = {}) => {
    const answer = await through(name).call(operation, args);
    expect(answer.problem).toEqual({});
    return answer.value;
  };
  const aDraft = async (): Promise<string> => {
    const made = await call('mail_create_draft', { subject: `Files ${name}`, body: 'x' });
    return made['draft']?.['id'] as unknown as string;
  };
  const aLink = async (args: Record<string, unknown>): Promise<string> => {
    const { link } = await call('mail_create_upload_link', args);
    expect(link).toMatchObject({ method: 'PUT', maxBytes: 157_286_400 });
    return link?.['url'] as unknown as string;
  };
  const attachmentsOf = async (message: string): Promise<readonly Attachment[]> => {
    const { attachments } = await call('mail_list_attachments', { message });
    return attachments as unknown as readonly Attachment[];
  };
  const send = async (url: string, body: BodyInit): Promise<{ status: number; body: unknown }> => {
    const response = await fetch(url, { method: 'PUT', body });
    return { status: response.status, body: await response.json() };
  };
  const refusal = async (operation: string, args: Record<string, unknown>) =>
    (await through(name).call(operation, args)).problem;

  it('come by a link that is good once, without a key, and are read as text', async () => {
    const draft = await aDraft();
    const args = { draft, name: 'notes.md', contentType: 'text/markdown' };
    const dry = await call('mail_create_upload_link', { ...args, dryRun: true });
    expect(dry).toMatchObject({ dryRun: { effect: expect.stringContaining('"notes.md"') } });
    const url = await aLink(args);
    const text = `# Notes\n\n${'Words. '.repeat(100)}`;
    expect(await send(url, text)).toEqual({
      status: 200,
      body: { attached: { name: 'notes.md', size: text.length } },
    });
    expect(await send(url, text)).toMatchObject({ status: 404 });
    const [attachment, ...more] = await attachmentsOf(draft);
    expect(more).toEqual([]);
    const read = (await call('mail_get_attachment', {
      message: draft,
      attachment: attachment?.id,
      maxLength: 200,
    })) as unknown as { attachment: Attachment };
    expect(read.attachment).toMatchObject({
      name: 'notes.md',
      body: text.slice(0, 200),
      truncated: true,
      nextOffset: 200,
    });
    const download = await fetch(read.attachment.url);
    expect(download.headers.get('content-disposition')).toContain("filename*=UTF-8''notes.md");
    expect(await download.text()).toBe(text);
    const { message } = await call('mail_get_message', { message: draft });
    expect(message).toMatchObject({ attachments: [{ name: 'notes.md', kind: 'file' }] });
  });

  it('come by a link for a quarter of an hour, of which Redis holds nothing that can be read', async () => {
    const draft = await aDraft();
    const url = await aLink({ draft, name: 'late.md' });
    const token = url.split('/').at(-1) ?? '';
    const { redis, namespace } = place.server;
    const key = createKeys(namespace).uploadLink(createHash('sha256').update(token).digest('hex'));
    const seconds = await redis.ttl(key);
    expect(seconds).toBeGreaterThan(870);
    expect(seconds).toBeLessThanOrEqual(900);
    expect(await redis.get(key)).not.toMatch(/late\.md|users/);
    await redis.expire(key, 0);
    expect(await send(url, 'x')).toMatchObject({ status: 404 });
  });

  it('of several megabytes go piece by piece, and nothing of Graph’s own address is shown', async () => {
    const draft = await aDraft();
    const url = await aLink({ draft, name: 'large.bin' });
    expect(await send(url, large)).toMatchObject({ status: 200 });
    const [attachment] = await attachmentsOf(draft);
    const read = (await call('mail_get_attachment', {
      message: draft,
      attachment: attachment?.id,
    })) as unknown as { attachment: Attachment };
    expect(read.attachment).not.toHaveProperty('body');
    const bytes = Buffer.from(await (await fetch(read.attachment.url)).arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      createHash('sha256').update(large).digest('hex'),
    );
    expect(place.server.logLines.filter((line) => line.includes('authtoken'))).toEqual([]);
    const token = url.split('/').at(-1) ?? '';
    expect(place.server.logLines.filter((line) => line.includes(token))).toEqual([]);
  });

  it('are not taken when they are larger than Exchange takes, and the link is still good', async () => {
    const draft = await aDraft();
    const url = await aLink({ draft, name: 'huge.bin' });
    const declared = await new Promise<number | undefined>((resolve, reject) => {
      const asking = request(url, { method: 'PUT', headers: { 'Content-Length': 157_286_401 } });
      asking.on('response', ({ statusCode }) => resolve(statusCode));
      asking.on('error', reject);
      asking.write('x');
    });
    expect(declared).toBe(413);
    expect(await send(url, 'x')).toMatchObject({ status: 200 });
  });

  it('without a size are taken up to the least size of a session', async () => {
    const draft = await aDraft();
    const stream = (bytes: Buffer) => new Blob([new Uint8Array(bytes)]).stream();
    const put = (url: string, bytes: Buffer) =>
      vi.waitFor(
        async () => {
          const request = { method: 'PUT', body: stream(bytes), duplex: 'half' };
          const { status } = await fetch(url, request);
          // All tests come from one address, and wait as they are told.
          if (status === 429) throw new Error('Too many files a second');
          return status;
        },
        { timeout: 5_000, interval: 250 },
      );
    expect(await put(await aLink({ draft, name: 'a.bin' }), large.subarray(0, 1_000))).toBe(200);
    expect(await put(await aLink({ draft, name: 'b.bin' }), large)).toBe(413);
    expect((await attachmentsOf(draft)).map((one) => one.name)).toEqual(['a.bin']);
  });

  it('come from an address of an allowed origin, small and large', async () => {
    const draft = await aDraft();
    const small = await call('mail_add_attachment', {
      draft,
      url: `${filesOrigin}/notes%20of%20today.txt`,
    });
    expect(small['attachment']).toEqual({ name: 'notes of today.txt', size: 7 });
    await call('mail_add_attachment', { draft, url: `${filesOrigin}/large.bin`, name: 'l.bin' });
    const attachments = await attachmentsOf(draft);
    expect(attachments.map((one) => one.name).toSorted()).toEqual(['l.bin', 'notes of today.txt']);
    const text = attachments.find((one) => one.name.startsWith('notes'));
    const read = await call('mail_get_attachment', { message: draft, attachment: text?.id });
    expect(read['attachment']).toMatchObject({ body: 'Grüße' });
  });

  it('come from nowhere else, not by a redirect, and not from a private network', async () => {
    const draft = await aDraft();
    const from = (url: string) => refusal('mail_add_attachment', { draft, url });
    const { length } = 'https://';
    for (const [url, reason] of [
      ['https://example.com/x', 'is not of an allowed origin'],
      [filesOrigin.replace('https:', 'http:'), 'must begin with https://'],
      [`https://user@${filesOrigin.slice(length)}/large.bin`, 'name nobody'],
      ['https://10.0.0.7/secrets', 'is not on the public Internet'],
      [`${filesOrigin}/elsewhere`, 'sends elsewhere'],
      [`${filesOrigin}/missing`, 'answers 404'],
    ] as const) {
      expect(await from(url), url).toMatchObject({
        code: 'invalid_input',
        errors: [{ field: 'url', message: expect.stringContaining(reason) }],
      });
    }
    expect(await from(`${filesOrigin}/endless.bin`)).toMatchObject({ code: 'body_too_large' });
    expect(await attachmentsOf(draft)).toEqual([]);
  });

  it('belong to drafts that are there', async () => {
    const { messages } = (await call('mail_list_messages', { folder: 'inbox' })) as unknown as {
      messages: readonly { id: string }[];
    };
    const draft = messages[0]?.id;
    expect(await refusal('mail_create_upload_link', { draft, name: 'x.txt' })).toMatchObject({
      errors: [{ field: 'draft' }],
    });
    const none = await refusal('mail_get_attachment', {
      message: draft,
      attachment: `AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A${'A'.repeat(60)}`,
    });
    expect(none).toMatchObject({ code: 'not_found' });
    const foreign = await fetch(`${place.server.origin}/api/uploads/made-up`, {
      method: 'PUT',
      body: 'x',
    });
    expect(foreign.status).toBe(404);
    const wrong = await fetch(`${place.server.origin}/api/uploads/made-up`);
    expect(wrong.status).toBe(405);
  });
});
