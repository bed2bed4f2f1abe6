import type { LookupAddress } from 'node:dns';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { dirname } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { openLocalAuthority } from '../../../emulator/certificates/local-authority.js';
import { createFetchDocument, DocumentError } from '../../../src/oauth/fetch-document.js';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let origin: string;
let connections = 0;
let answer: Answer;

beforeAll(async () => {
  const authority = await openLocalAuthority(
    dirname(dirname(inject('emulator').caFile)),
    () => new Date(),
  );
  server = createServer(await authority.issueLeaf(), (request, response) =>
    answer(request, response),
  );
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  origin = `https://127.0.0.1:${address.port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  connections = 0;
  answer = json('{"client_id":"x"}');
});

const json =
  (text: string, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', ...headers });
    response.end(text);
  };

const inRehearsal = createFetchDocument({ allowLoopback: true, timeoutMs: 500 });

const to =
  (...addresses: string[]) =>
  async (): Promise<LookupAddress[]> =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

const refusal = (work: Promise<Response>) =>
  work.then(
    () => 'fetched',
    (error: unknown) => (error instanceof DocumentError ? error.message : 'another error'),
  );

describe('a document of a stranger', () => {
  it('is fetched with how long it may be kept', async () => {
    answer = json('{"client_id":"x"}', { 'Cache-Control': 'max-age=60', 'Set-Cookie': 'a=b' });
    const document = await inRehearsal(`${origin}/mcp.json`);
    expect(await document.json()).toEqual({ client_id: 'x' });
    expect(Object.fromEntries(document.headers)).toEqual({ 'cache-control': 'max-age=60' });
  });

  it.each([
    'http://host.example/mcp.json',
    'ftp://host.example/mcp.json',
    'https://name:word@host.example/mcp.json',
    'no address at all',
  ])('is not asked for at %s', async (url) => {
    expect(await refusal(inRehearsal(url))).toContain('must begin with https://');
  });

  it.each([
    '127.0.0.1',
    '::1',
    '::ffff:127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    'fd00:ec2::254',
    '100.100.100.200',
    '0.0.0.0',
  ])('is not asked for at %s, by address or by name', async (address) => {
    const fetchDocument = createFetchDocument({ allowLoopback: false, resolve: to(address) });
    const { port } = new URL(origin);
    expect(await refusal(fetchDocument(`https://host.example:${port}/`))).toContain(
      'not on the public Internet',
    );
    const literal = address.includes(':') ? `[${address}]` : address;
    const byAddress = createFetchDocument({ allowLoopback: false });
    expect(await refusal(byAddress(`https://${literal}:${port}/`))).toContain(
      'not on the public Internet',
    );
    expect(connections).toBe(0);
  });

  it('is not asked for where only one of many addresses is private', async () => {
    const fetchDocument = createFetchDocument({
      allowLoopback: false,
      resolve: to('8.8.8.8', '2606:4700::1111', '192.168.0.1'),
    });
    expect(await refusal(fetchDocument('https://host.example/'))).toContain('public Internet');
  });

  it('comes from the very address that was judged: the name is asked once', async () => {
    let asked = 0;
    const fetchDocument = createFetchDocument({
      allowLoopback: true,
      timeoutMs: 500,
      resolve: async () => {
        asked += 1;
        return to('127.0.0.1')();
      },
    });
    // No resolver knows this name; who asked one again would not get here.
    await refusal(fetchDocument(`https://host.invalid:${new URL(origin).port}/`));
    expect([asked, connections]).toEqual([1, 1]);
  });

  it('is not looked for where its address sends on', async () => {
    const paths: (string | undefined)[] = [];
    answer = ({ url }, response) => {
      paths.push(url);
      response.writeHead(302, { Location: `${origin}/elsewhere` });
      response.end();
    };
    expect(await refusal(inRehearsal(`${origin}/mcp.json`))).toContain('sends elsewhere');
    expect(paths).toEqual(['/mcp.json']);
  });

  it.each<[string, Answer, string]>([
    ['a page', json('<html>', { 'Content-Type': 'text/html' }), 'not JSON by its Content-Type'],
    ['compressed', json('{}', { 'Content-Encoding': 'gzip' }), 'compressed'],
    ['too long', json(`"${'x'.repeat(6_000)}"`), 'more than 5120 bytes'],
    ['endless', endless, 'more than 5120 bytes'],
    ['an error', (_, response) => response.writeHead(500).end(), 'answers 500'],
    ['broken off', (request) => request.socket.destroy(), 'did not answer'],
    ['silence', () => undefined, 'did not answer'],
    ['a trickle', trickle, 'did not answer'],
  ])('is not taken where it is %s', async (_name, wrong, reason) => {
    answer = wrong;
    expect(await refusal(inRehearsal(`${origin}/mcp.json`))).toContain(reason);
  });

  it('is given up where its name is not resolved in time', async () => {
    const fetchDocument = createFetchDocument({
      allowLoopback: true,
      timeoutMs: 100,
      resolve: () => new Promise(() => undefined),
    });
    expect(await refusal(fetchDocument('https://host.example/'))).toContain('not resolved in time');
  });
});

function endless(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const timer = setInterval(() => response.write('x'.repeat(1_000)), 1);
  response.on('close', () => clearInterval(timer));
}

function trickle(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const timer = setInterval(() => response.write('x'), 50);
  response.on('close', () => clearInterval(timer));
}
