import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { download } from '../../../src/graph/files/download.js';

let server: Server;
let origin: string;
let heard: IncomingMessage | null = null;
beforeAll(async () => {
  server = createServer((request, response) => {
    heard = request;
    if (request.url?.startsWith('/never') === true) return;
    if (request.url?.startsWith('/broken') === true) {
      response.writeHead(200, { 'Content-Length': '10' });
      response.write('123');
      setImmediate(() => response.destroy());
      return;
    }
    response.writeHead(request.url?.startsWith('/gone') === true ? 404 : 200).end('12345');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('It does not listen');
  origin = `http://127.0.0.1:${address.port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const bounds = { mostBytes: 5, timeoutMs: 10_000 };

it('a download has the content, and brings no token of ours to the other host', async () => {
  expect(String(await download(`${origin}/file?tempauth=x`, bounds))).toBe('12345');
  expect(heard?.headers).not.toHaveProperty('authorization');
  expect(heard?.headers).not.toHaveProperty('cookie');
});

it.each([
  ['/file', { ...bounds, mostBytes: 4 }, 'is larger than 4 bytes'],
  ['/gone', bounds, 'answers 404'],
  ['/broken', bounds, 'broke off'],
  ['/never', { ...bounds, timeoutMs: 50 }, 'took more than 0.05 s'],
])(
  'a download of %s is given up, and its address stands in no message',
  async (path, most, why) => {
    const failure: unknown = await download(`${origin}${path}?tempauth=secret`, most).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ code: 'graph_unavailable' });
    expect(String(failure)).toContain(why);
    expect(String(failure)).not.toMatch(/tempauth|127\.0\.0\.1/);
  },
);

it('a download is given up when nobody waits for it any more', async () => {
  const nobody = new AbortController();
  const waiting = download(`${origin}/never`, { ...bounds, signal: nobody.signal });
  nobody.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'graph_unavailable' });
});
