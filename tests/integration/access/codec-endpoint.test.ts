import { defaultPayloadConverter } from '@temporalio/common';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { keyRing } from '../../../src/config/key-ring.js';
import { createPayloadCodec } from '../../../src/temporal/payload-encryption/payload-codec.js';
import { startTestServer, type TestServer } from '../http/start-test-server.js';
import { startEntraServer } from './entra-server.js';
import { startLockedServer, type KeyHolder, type LockedServer } from './locked-server.js';

const keys = `main:${Buffer.alloc(32, 5).toString('base64')}`;
const webUi = 'https://temporal.example.com';
const encryption = { PAYLOAD_ENCRYPTION: 'on', PAYLOAD_ENCRYPTION_KEY: keys };
const codec = createPayloadCodec({ isOn: true, ring: keyRing().parse(keys) });

let locked: LockedServer;
let open: TestServer;

beforeAll(async () => {
  [locked, open] = await Promise.all([
    startLockedServer({
      env: { ...encryption, TEMPORAL_UI_URL: `${webUi}/ui`, READ_ONLY: 'true' },
    }),
    startTestServer({
      redisUrl: inject('redisUrl'),
      env: { ...encryption, TEMPORAL_UI_URL: 'http://localhost:8233' },
    }),
  ]);
});
afterAll(() => Promise.all([locked.close(), open.close()]));

/** An encrypted payload as the Web UI has it, and what it holds. */
async function aMessage(value: unknown) {
  const plain = defaultPayloadConverter.toPayload(value);
  const encoded = await codec.encode([plain]);
  return { encoded: { payloads: encoded.map(toJson) }, plain: { payloads: [toJson(plain)] } };
}

function toJson({ metadata, data }: ReturnType<typeof defaultPayloadConverter.toPayload>) {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  return {
    metadata: Object.fromEntries(
      Object.entries(metadata ?? {}).map(([name, bytes]) => [name, base64(bytes)]),
    ),
    data: base64(data ?? new Uint8Array()),
  };
}

const post = (origin: string, headers: Record<string, string>, body: unknown, way = 'decode') =>
  fetch(`${origin}/api/codec/${way}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Namespace': 'default', ...headers },
    body: JSON.stringify(body),
  });

test('an operator has payloads decrypted and encrypted, on a server that only reads as well', async () => {
  const operator = await locked.makeKey({ scopes: ['sync:operate'], policy: 'read' });
  const { encoded, plain } = await aMessage({ planId: 'plan-1' });
  const { status, body } = await operator.send('POST', '/api/codec/decode', encoded);
  expect([status, body]).toEqual([200, plain]);

  const again = await operator.send('POST', '/api/codec/encode', plain);
  expect(again.status).toBe(200);
  expect(JSON.stringify(again.body)).not.toContain(plain.payloads[0]?.data);
  const decoded = await operator.send('POST', '/api/codec/decode', again.body);
  expect(decoded.body).toEqual(plain);
});

test('nobody else has: without a key, without the scope, or with a key for single plans', async () => {
  const { encoded } = await aMessage('text');
  const others = locked.makeKey({
    scopes: ['tasks:read', 'sync:read', 'webhook:operate', 'admin'],
  });
  const single = locked.makeKey({ plans: ['plan-1'] });
  const refusal = async (holder: KeyHolder, way: string) => {
    const { status, problem, body } = await holder.send('POST', `/api/codec/${way}`, encoded);
    expect(JSON.stringify(body)).not.toContain('payloads');
    return [status, problem.code];
  };
  for (const way of ['decode', 'encode']) {
    expect((await post(locked.origin, {}, encoded, way)).status).toBe(401);
    expect(await refusal(await others, way)).toEqual([403, 'insufficient_scope']);
    expect(await refusal(await single, way)).toEqual([403, 'forbidden']);
  }
});

test('pages of the Web UI may ask, and send a token and credentials; pages of others may not', async () => {
  const preflight = (origin: string) =>
    fetch(`${locked.origin}/api/codec/decode`, {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,content-type,x-namespace',
      },
    });
  const allowed = await preflight(webUi);
  expect(allowed.status).toBe(204);
  expect(allowed.headers.get('access-control-allow-origin')).toBe(webUi);
  expect(allowed.headers.get('access-control-allow-credentials')).toBe('true');
  const sendable = allowed.headers.get('access-control-allow-headers')?.toLowerCase().split(', ');
  expect(sendable).toEqual(
    expect.arrayContaining(['authorization', 'content-type', 'x-namespace']),
  );

  const { encoded, plain } = await aMessage('text');
  const { headers } = await locked.makeKey({ scopes: ['sync:operate'] });
  const answer = await post(locked.origin, { ...headers, Origin: webUi }, encoded);
  expect(await answer.json()).toEqual(plain);
  expect(answer.headers.get('access-control-allow-origin')).toBe(webUi);
  // Else the page could not read why it was refused.
  const refused = await post(locked.origin, { Origin: webUi }, encoded);
  expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([
    401,
    webUi,
  ]);

  for (const origin of [
    'https://evil.example',
    'null',
    'https://temporal.example.com.evil.example',
  ]) {
    expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();
    expect((await post(locked.origin, { ...headers, Origin: origin }, encoded)).status).toBe(403);
  }
});

test('the token of its own sign-in, which the Web UI passes on, opens it for operators of the tenant', async () => {
  const server = await startEntraServer({ env: { ...encryption, TEMPORAL_UI_URL: webUi } });
  try {
    const { appId } = await server.makeApp('Web UI of Temporal', []);
    const asked = async (person: string): Promise<Response> => {
      const token = await server.token({ person, appId, permissions: ['access_as_user'] });
      const { encoded } = await aMessage('text');
      return post(server.origin, { Authorization: `Bearer ${token}`, Origin: webUi }, encoded);
    };
    const maya = await server.personId('Maya');
    await server.exposeApi({ assignments: { [maya]: ['Tandem.Operate'] } });
    expect(await (await asked('Maya')).json()).toEqual((await aMessage('text')).plain);
    const other = 'Jonas';
    expect((await asked(other)).status).toBe(403);
  } finally {
    await server.close();
  }
});

test('pages of the Web UI may ask for nothing else', async () => {
  const answer = await fetch(`${locked.origin}/api/agent/tasks`, {
    headers: { ...locked.operator.headers, Origin: webUi },
  });
  expect(answer.status).toBe(403);
});

test('without keys of callers it is there for this machine and its Web UI, by either name', async () => {
  const { encoded, plain } = await aMessage('text');
  expect(await (await post(open.origin, {}, encoded)).json()).toEqual(plain);
  for (const origin of ['http://localhost:8233', 'http://127.0.0.1:8233']) {
    expect((await post(open.origin, { Origin: origin }, encoded)).status).toBe(200);
  }
  // Another page of this machine may send as any program can, but a browser lets it read nothing.
  const page = await post(open.origin, { Origin: 'http://localhost:8234' }, encoded);
  expect(page.headers.get('access-control-allow-origin')).toBeNull();
  for (const headers of [{ Origin: webUi }, { 'X-Forwarded-Host': 'tandem.example.com' }]) {
    expect((await post(open.origin, headers, encoded)).status).toBe(403);
  }
});

test('what cannot be decrypted is answered with advice', async () => {
  const other = `other:${Buffer.alloc(32, 6).toString('base64')}`;
  const foreign = createPayloadCodec({ isOn: true, ring: keyRing().parse(other) });
  const [encoded] = await foreign.encode([defaultPayloadConverter.toPayload('text')]);
  const answer = await post(open.origin, {}, { payloads: [toJson(encoded ?? {})] });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({
    code: 'invalid_input',
    detail: expect.stringMatching(
      /with the key "other", and here is "main".*PAYLOAD_ENCRYPTION_KEY/,
    ),
  });
});

test('a payload may be as large as Temporal takes them', async () => {
  const { encoded, plain } = await aMessage('x'.repeat(2_000_000));
  const answer = await post(open.origin, {}, encoded);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual(plain);
  expect(
    (await post(open.origin, {}, { payloads: [], padding: 'x'.repeat(9_000_000) })).status,
  ).toBe(413);
});

test('other methods and paths are refused, and where there is no key there is nothing', async () => {
  const get = await fetch(`${open.origin}/api/codec/decode`);
  expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
  expect((await post(open.origin, {}, {}, 'download')).status).toBe(404);
  const off = await startTestServer({
    redisUrl: inject('redisUrl'),
    env: { TANDEM_DATA_DIR: '/nowhere' },
  });
  expect((await post(off.origin, {}, {})).status).toBe(404);
  await off.close();
});

test('each request counts for its caller, as any other does', async () => {
  const holder = await locked.makeKey({ scopes: ['sync:operate'] });
  const { headers } = await holder.send('POST', '/api/codec/decode', { payloads: [] });
  expect(headers.get('ratelimit')).toMatch(/^"actor";r=\d+;t=\d+$/);
});
