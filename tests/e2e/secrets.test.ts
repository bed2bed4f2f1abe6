import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createKeyStore } from '../../src/access/key-store.js';
import { scopes } from '../../src/domain/access/caller.js';
import { operations } from '../../src/operations/registry.js';
import { createKeys } from '../../src/tasks/keys.js';
import * as workflows from '../../workflows/index.js';
import { openBrowser, type Browser } from '../integration/oauth/browser.js';
import { aHost } from '../integration/oauth/host.js';
import { openTemporal, type Operator } from './operator.js';
import { keptInRedis } from './secrets/kept-in-redis.js';
import { createSecretBook } from './secrets/secret-book.js';
import { startStack, type Stack } from './stack.js';
import { wordsIn } from './words-in.js';

type Json = Readonly<Record<string, unknown>>;

const wait = { timeout: 60_000, interval: 200 };
const agentPassword = 'Rehearsal-2026!';
const apiKey = `configured-${randomUUID()}`;
const otherKey = `deciding-${randomUUID()}`;
const made = { redis: `of Redis ${randomUUID()}`, tokens: aSealingKey(), payloads: aSealingKey() };

const secrets = createSecretBook();
/** What callers were answered, where the answer is to hold no secret. */
const answers: string[] = [];
const folder = mkdtempSync(join(tmpdir(), 'tandem-secrets-'));
const exchanges = join(folder, 'exchanges.ndjson');

let stack: Stack;
let redis: Redis;
let operator: Operator;
let people: readonly { readonly id: string; readonly displayName: string }[] = [];

beforeAll(async () => {
  stack = await startStack({
    pieces: ['redis', 'temporal', 'emulator'],
    env: {
      LOG_LEVEL: 'trace',
      NODE_OPTIONS: `--import ${new URL('secrets/note-exchanges.mjs', import.meta.url).href}`,
      NOTED_EXCHANGES: exchanges,
      AUTH_MODE: 'api-key,entra,oauth',
      API_KEYS: `operator:${apiKey},decider:${otherKey}`,
      TOKEN_ENCRYPTION_KEY: `t1:${made.tokens}`,
      PAYLOAD_ENCRYPTION_KEY: `p1:${made.payloads}`,
      ALLOW_PASSWORD_FLOW: 'true',
      AGENT_USER_NAME: 'aiko.tanaka@tandem.example',
      AGENT_PASSWORD: agentPassword,
      OAUTH_LOOPBACK_DOCUMENTS: 'true',
    },
    between: async ({ redisUrl, serverUrl, emulator }) => {
      ({ people } = (await exchange('GET', `${emulator.boardUrl}/control/people`)) as {
        people: typeof people;
      });
      return {
        PUBLIC_BASE_URL: serverUrl,
        REDIS_URL: redisUrl.replace('//', `//:${encodeURIComponent(made.redis)}@`),
        AGENT_USER_ID: personId('Aiko'),
      };
    },
  });
  await lockRedis();
  redis = new Redis(stack.redisUrl, { password: made.redis });
  // It goes away and comes back in one of the flows.
  redis.on('error', () => undefined);
  operator = await openTemporal(stack);
  await control('PUT', '/settings', { allowHttpNotificationUrl: true });
  // What we ask Graph for in people's names.
  const { delegatedPermissions } = await control('GET', `/apps/${stack.emulator.clientId}`);
  const scope = ['openid', 'profile', 'offline_access', ...Object(delegatedPermissions)].join(' ');
  await control('POST', '/consents', {
    appId: stack.emulator.clientId,
    principal: 'organisation',
    scope,
  });
  await stack.start('server');
  await stack.start('worker');
  await vi.waitFor(async () => {
    expect((await fetch(`${stack.serverUrl}/health/ready`)).status).toBe(200);
  }, wait);
}, 180_000);
afterAll(async () => {
  redis.disconnect();
  await operator.close();
  await stack.close();
  rmSync(folder, { recursive: true, force: true });
});

/** It starts without a password. */
async function lockRedis(): Promise<void> {
  const open = new Redis(stack.redisUrl);
  await open.config('SET', 'requirepass', made.redis);
  open.disconnect();
}

function aSealingKey(): string {
  return randomBytes(32).toString('base64');
}

function personId(firstName: string): string {
  const person = people.find(({ displayName }) => displayName.startsWith(firstName));
  if (person === undefined) throw new Error(`Nobody is called ${firstName}`);
  return person.id;
}

async function exchange(method: string, url: string, body?: object): Promise<Json> {
  const response = await fetch(url, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${text}`);
  return text === '' ? {} : (JSON.parse(text) as Json);
}

const control = (method: string, path: string, body?: object): Promise<Json> =>
  exchange(method, `${stack.emulator.boardUrl}/control${path}`, body);

/** Somebody at Microsoft's pages; answers where the browser is sent, with the code in it. */
async function signInAtMicrosoft(url: string, person: string, browser?: string): Promise<string> {
  const asked = new URL(url);
  secrets.add('a nonce', asked.searchParams.get('nonce'));
  const body = { url, person, ...(browser !== undefined && { browser }) };
  const { redirectUrl } = await control('POST', '/sign-in', body);
  secrets.add('a code of Microsoft', new URL(String(redirectUrl)).searchParams.get('code'));
  return String(redirectUrl);
}

interface Asking {
  readonly token?: string;
  /** What is answered holds something that only this caller may see: it is not searched. */
  readonly isSecret?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One request to us, whatever comes back. */
async function ask(method: string, path: string, body?: object, how: Asking = {}) {
  const response = await fetch(stack.serverUrl + path, {
    method,
    redirect: 'manual',
    headers: {
      Authorization: `Bearer ${how.token ?? apiKey}`,
      Accept: 'application/json',
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...how.headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (how.isSecret !== true) answers.push(text, JSON.stringify([...response.headers]));
  return { status: response.status, body: fromJson(text) };
}

async function tool(name: string, args: object, how: Asking = {}): Promise<Json> {
  const params = { name, arguments: args };
  const { body } = await ask(
    'POST',
    '/mcp/all',
    { jsonrpc: '2.0', id: 1, method: 'tools/call', params },
    how,
  );
  return Object(Object(body['result'])['structuredContent']) as Json;
}

function fromJson(text: string): Json {
  try {
    return Object(JSON.parse(text)) as Json;
  } catch {
    return {};
  }
}

/** A token of the tenant for us, as a host with a client there has it. */
async function entraToken(person: string): Promise<string> {
  const audience = `api://${stack.emulator.clientId}`;
  const permissions = ['access_as_user'];
  const { accessToken } = await control('POST', '/tokens', { person, audience, permissions });
  secrets.add("a caller's token of Entra", accessToken);
  return String(accessToken);
}

function browserOf(person: string): {
  browser: Browser;
  cookies: () => readonly (readonly [string, string])[];
} {
  const jar: Parameters<typeof openBrowser>[1] = new Map();
  const authority = stack.emulator.graphUrl;
  const signIn = (url: string, id: string) => signInAtMicrosoft(url, person, id);
  return {
    browser: openBrowser({ authority, signIn }, jar),
    cookies: () => [...jar.values()].map(({ name, value }) => [name, value] as const),
  };
}

/** One of them stands in addresses as well, and is worth nothing without its signature, which is a cookie of its own. */
function addCookies(cookies: readonly (readonly [string, string])[]): void {
  for (const [name, value] of cookies) {
    if (name !== 'tandem_interaction') secrets.add(`cookie ${name}`, value);
  }
}

const signedIn = (loginId: string, how: Asking = {}) =>
  vi.waitFor(async () => {
    const { body } = await ask('GET', `/api/auth/logins/${loginId}`, undefined, how);
    expect(body['state']).toBe('completed');
  }, wait);

function afterItsStart(log: string): string {
  return log.replaceAll(stack.emulator.clientSecret, '');
}

interface Flow {
  /** Operations that answer or take secrets, which it calls. */
  readonly operations?: readonly string[];
  /** Kinds of secrets that must have come up in it: without them nothing would be searched for. */
  readonly yields: readonly string[];
  run(): Promise<void>;
}

/** Every way by which a secret comes into Tandem, with what goes wrong on it. A new one is added here. */
const flows: Readonly<Record<string, Flow>> = {
  'the app alone, with its secret': {
    yields: ['sent client_secret', 'answered access_token'],
    async run() {
      const { defaultPlanId } = stack.emulator;
      const { body } = await ask('POST', '/api/agent/tasks', {
        title: 'Of an app',
        planId: defaultPlanId,
      });
      await vi.waitFor(async () => {
        const task = await ask('GET', `/api/agent/tasks/${String(body['id'])}`);
        expect(Object(task.body['sync'])['state']).toBe('synced');
      }, wait);
      await control('POST', '/apps/' + stack.emulator.clientId + '/challenge');
      await ask('GET', `/api/metadata?type=user&id=${personId('Maya')}&fresh=true`);
    },
  },
  'a browser': {
    operations: ['auth_start_login'],
    yields: [
      'sent code',
      'sent code_verifier',
      'answered refresh_token',
      'a code of Microsoft',
      'a poll secret',
    ],
    async run() {
      const { body } = await ask('POST', '/api/auth/logins', {}, { isSecret: true });
      secrets.add('a poll secret', body['pollSecret']);
      const { browser, cookies } = browserOf('Maya');
      const page = await browser.open(await signInAtMicrosoft(String(body['authUrl']), 'Maya'));
      if (page.kind === 'page') answers.push(page.page.html, page.page.url);
      addCookies(cookies());
      await signedIn(String(body['loginId']));
      // Somebody comes again with the same code, and with one of their own.
      const again = new URL(page.kind === 'page' ? page.page.url : stack.serverUrl);
      for (const query of ['?state=x&code=y', `${again.search}&code=forged-code-1`]) {
        answers.push(await (await fetch(`${stack.serverUrl}/oauth/callback${query}`)).text());
      }
    },
  },
  'the four OAuth tools': {
    operations: [
      'authenticate_account',
      'wait_for_callback',
      'complete_authentication',
      'get_user_profile',
    ],
    yields: ['a code of ours', 'an access handle', 'a state'],
    async run() {
      const callback_base_url = stack.serverUrl;
      const begun = await tool('authenticate_account', { callback_base_url }, { isSecret: true });
      const state = String(begun['state']);
      secrets.add('a state', state);
      await browserOf('Jonas').browser.open(
        await signInAtMicrosoft(String(begun['auth_url']), 'Jonas'),
      );
      const waited = await tool('wait_for_callback', { state }, { isSecret: true });
      const auth_code = String(waited['auth_code']);
      secrets.add('a code of ours', auth_code);
      const completed = await tool(
        'complete_authentication',
        { auth_code, callback_base_url },
        { isSecret: true },
      );
      const access_token = String(completed['access_token']);
      secrets.add('an access handle', access_token);
      expect(await tool('get_user_profile', { access_token })).toMatchObject({
        displayName: 'Jonas Lindqvist',
      });
      // Each once too often, and by somebody else.
      await tool('complete_authentication', { auth_code, callback_base_url });
      const token = await entraToken('Priya');
      await tool('get_user_profile', { access_token }, { token });
      await tool('wait_for_callback', { state, timeout: 0 }, { token });
    },
  },
  'what waits for a person': {
    yields: ['what an approval keeps'],
    async run() {
      // Sealed: nobody reads it in Redis, in a history or in a log before somebody has said yes, or afterwards.
      const body = `The combination of the safe is ${randomUUID()}`;
      secrets.add('what an approval keeps', body);
      const wanted = {
        subject: body.replace('combination', 'number'),
        body,
        to: ['jonas.lindqvist@tandem.example'],
        account: 'app',
        person: personId('Maya'),
      };
      secrets.add('what an approval keeps', wanted.subject);
      const visible = { isSecret: true } as const;
      for (const [decision, state] of [
        ['approve', 'done'],
        ['refuse', 'refused'],
      ] as const) {
        const asked = await tool('mail_send', wanted, visible);
        expect(asked).toMatchObject({ approval: { state: 'waiting' } });
        const path = `/api/approvals/${String(Object(asked['approval'])['id'])}`;
        // Whoever asked does not decide, and the page is of those who sign in.
        expect((await ask('POST', path, { decision })).status).toBe(403);
        answers.push(await (await fetch(`${stack.serverUrl}/approvals`)).text());
        await ask('POST', path, { decision }, { token: otherKey, ...visible });
        await vi.waitFor(async () => {
          expect((await ask('GET', path, undefined, visible)).body).toMatchObject({ state });
        }, wait);
      }
    },
  },
  'a link for one file': {
    operations: ['mail_create_upload_link'],
    yields: ['an upload link', 'answered uploadUrl'],
    async run() {
      const mine = { account: 'app', person: personId('Maya') };
      const draft = await tool('mail_create_draft', {
        ...mine,
        subject: 'With a file',
        body: 'See there',
        to: ['jonas.lindqvist@tandem.example'],
      });
      const id = String(Object(draft['draft'])['id']);
      const url = async (): Promise<string> => {
        const made = await tool(
          'mail_create_upload_link',
          { ...mine, draft: id, name: 'file.bin' },
          { isSecret: true },
        );
        const link = String(Object(made['link'])['url']);
        secrets.add('an upload link', new URL(link).pathname.split('/').at(-1));
        return link;
      };
      // A small one, and one that Microsoft takes at an address of its own.
      for (const size of [100, 3_500_000]) {
        const link = await url();
        const send = (): Promise<Response> =>
          fetch(link, { method: 'PUT', body: Buffer.alloc(size, 'x') });
        const taken = await send();
        answers.push(await taken.text());
        expect(taken.ok).toBe(true);
        const again = await send();
        answers.push(await again.text());
        expect(again.ok).toBe(false);
      }
      // One that nobody uses stays in Redis, and one that Microsoft refuses is told about.
      await url();
      await control('POST', '/faults', {
        match: { method: 'POST', path: '/attachments$' },
        effect: { kind: 'status', status: 403, code: 'ErrorAccessDenied', message: 'No' },
        times: 1,
      });
      const refused = await fetch(await url(), { method: 'PUT', body: 'x' });
      answers.push(await refused.text());
      expect(refused.ok).toBe(false);
    },
  },
  'a code on another device': {
    operations: ['auth_start_device_login'],
    yields: ['answered device_code', 'sent device_code'],
    async run() {
      const begun = await tool('auth_start_device_login', {}, { isSecret: true });
      await control('POST', '/sign-in', { userCode: begun['userCode'], person: 'Priya' });
      await signedIn(String(begun['loginId']));
    },
  },
  'the password of an agent': {
    yields: ['sent password'],
    async run() {
      await vi.waitFor(() => {
        secrets.addExchanges(exchanges);
        expect(secrets.kinds).toContain('sent password');
      }, wait);
    },
  },
  'a token of Entra, and Graph on behalf of its person': {
    yields: ["a caller's token of Entra", 'sent assertion'],
    async run() {
      // She has not signed in here: what Graph is asked for is by this token alone.
      const token = await entraToken('Lena');
      const account = `${personId('Lena')}.${stack.emulator.tenantId}`;
      const read = { type: 'user', id: personId('Jonas'), account };
      expect(await tool('metadata_get', read, { token })).toMatchObject({
        displayName: 'Jonas Lindqvist',
      });
      await ask('GET', `/api/metadata?${new URLSearchParams(read).toString()}`, undefined, {
        token,
      });
      for (const flaw of ['expired', 'wrongSignature', 'noAlgorithm']) {
        const audience = `api://${stack.emulator.clientId}`;
        const { accessToken } = await control('POST', '/tokens', {
          person: 'Maya',
          audience,
          flaw,
        });
        secrets.add("a caller's token of Entra", accessToken);
        expect(
          (await ask('GET', '/api/sync/health', undefined, { token: String(accessToken) })).status,
        ).toBe(401);
      }
    },
  },
  'conditional access': {
    yields: ["a caller's token of Entra"],
    async run() {
      const person = personId('Tom');
      const token = await entraToken(person);
      await control('PATCH', `/people/${person}/sign-in`, { mfa: 'registered' });
      const account = `${person}.${stack.emulator.tenantId}`;
      const read = new URLSearchParams({ type: 'user', id: personId('Maya'), account });
      const { status } = await ask('GET', `/api/metadata?${read.toString()}`, undefined, { token });
      expect(status).toBe(401);
    },
  },
  'a host that connects by us': {
    yields: [
      'a token of ours',
      'a refresh token of ours',
      'a code for a host',
      'a verifier of a host',
      'cookie tandem_session',
      'cookie tandem_session.sig',
      'cookie tandem_login',
    ],
    async run() {
      const { browser, cookies } = browserOf('Maya');
      const host = await aHost({ origin: stack.serverUrl });
      secrets.add('a verifier of a host', host.verifier);
      const { to, asked } = await browser.allow(host.authorizeUrl());
      answers.push(asked?.html ?? '');
      secrets.add('a code for a host', to.searchParams.get('code'));
      addCookies(cookies());
      const { body: tokens } = await host.redeem(to);
      secrets.add('a token of ours', tokens.access_token);
      secrets.add('a refresh token of ours', tokens.refresh_token);
      answers.push(JSON.stringify((await host.call(tokens.access_token)).body));
      const { body: newer } = await host.refresh(tokens.refresh_token);
      secrets.add('a token of ours', newer.access_token);
      secrets.add('a refresh token of ours', newer.refresh_token);
      // Used again: the whole family ends.
      for (const once of [() => host.redeem(to), () => host.refresh(tokens.refresh_token)]) {
        answers.push(JSON.stringify((await once()).body));
      }
      await host.revoke(newer.refresh_token);
      answers.push(JSON.stringify((await host.call(newer.access_token)).body));
    },
  },
  'keys of ours': {
    yields: ['the configured key', 'a made key'],
    async run() {
      secrets.add('the configured key', apiKey);
      secrets.add('the configured key', otherKey);
      const store = createKeyStore({
        redis,
        keys: createKeys('annika'),
        now: Date.now,
        auditMax: 100,
      });
      const wanted = { name: 'made', scopes, plans: null, policy: 'all', expiresAt: null } as const;
      const key = await store.create(wanted);
      if (key === 'name_taken') throw new Error('The name is taken');
      secrets.add('a made key', key.secret);
      expect((await ask('GET', '/api/sync/health', undefined, { token: key.secret })).status).toBe(
        200,
      );
      await store.revoke('made');
      await vi.waitFor(async () => {
        const { status } = await ask('GET', '/api/sync/health', undefined, { token: key.secret });
        expect(status).toBe(401);
      }, wait);
      await ask('GET', '/api/sync/health', undefined, { token: `${key.secret.slice(0, -2)}xx` });
    },
  },
  'the secrets of subscriptions': {
    yields: ['a client state'],
    async run() {
      const resource = `users/${personId('Maya')}/messages`;
      await ask('POST', '/api/webhook/subscriptions', { resource });
      await vi.waitFor(async () => {
        const { subscriptions } = (await control('GET', '/subscriptions')) as {
          subscriptions: readonly Json[];
        };
        expect(subscriptions.length).toBeGreaterThan(0);
        for (const one of subscriptions) secrets.add('a client state', one['clientState']);
      }, wait);
      const forged = {
        value: [{ subscriptionId: randomUUID(), clientState: 'forged-client-state' }],
      };
      await ask('POST', '/api/graph_webhook', forged);
    },
  },
  'an account that must sign in again': {
    yields: ['answered refresh_token'],
    async run() {
      await control('POST', `/people/${personId('Jonas')}/revoke`, {});
      const account = `${personId('Jonas')}.${stack.emulator.tenantId}`;
      await tool('metadata_get', { type: 'user', id: personId('Maya'), account });
      await vi.waitFor(async () => {
        const kept = fromJson((await redis.hget('annika:accounts', account)) ?? '');
        expect(kept['state']).toBe('reauth_required');
      }, wait);
    },
  },
  'what the processes themselves hold': {
    yields: ['the password of Redis', 'a sealing key', 'the client secret'],
    async run() {
      secrets.add('the password of Redis', made.redis);
      secrets.add('a sealing key', made.tokens);
      secrets.add('a sealing key', made.payloads);
      secrets.add('the client secret', stack.emulator.clientSecret);
      secrets.add('the password of a person', agentPassword);
      // A process that has forgotten everything reads what was kept; Redis is away for a moment, too.
      await stack.kill('redis');
      await ask('GET', '/api/agent/tasks');
      await stack.start('redis');
      await lockRedis();
      await stack.kill('server');
      await stack.start('server');
      await vi.waitFor(async () => {
        expect((await fetch(`${stack.serverUrl}/health/ready`)).status).toBe(200);
      }, wait);
    },
  },
};

describe('every way by which a secret comes in', () => {
  test('stands here: each operation that answers secrets, and each workflow', async () => {
    const called = Object.values(flows).flatMap((flow) => flow.operations ?? []);
    const answering = operations.filter(({ answersSecrets }) => answersSecrets === true);
    expect(called.toSorted()).toEqual(answering.map(({ name }) => name).toSorted());
  });

  test.each(Object.keys(flows))('%s', { timeout: 90_000 }, async (name) => {
    const flow = flows[name];
    await flow?.run();
    secrets.addExchanges(exchanges);
    expect([...secrets.kinds]).toEqual(expect.arrayContaining([...(flow?.yields ?? [])]));
  });
});

describe('no secret is', () => {
  test('in Redis', async () => {
    const kept = new Redis(stack.redisUrl, { password: made.redis });
    const text = wordsIn(await keptInRedis(kept));
    kept.disconnect();
    expect(text).toContain('annika:accounts');
    expect(text).toContain('Maya Okafor');
    expect(secrets.foundIn(text)).toEqual([]);
  });

  test('in the histories of workflows', async () => {
    const text = wordsIn(await operator.everything());
    const types = await operator.typesSeen();
    expect(Object.keys(workflows).filter((type) => !types.includes(type))).toEqual([]);
    expect(secrets.foundIn(text)).toEqual([]);
  });

  test.each(['server', 'worker', 'emulator', 'redis', 'temporal'])('in the log of %s', (piece) => {
    const names = readdirSync(stack.folder).filter((name) => name.startsWith(`${piece}.log`));
    expect(names).not.toEqual([]);
    const text = names.map((name) => readFileSync(join(stack.folder, name), 'utf8')).join('\n');
    if (piece === 'server' || piece === 'worker') expect(text).toContain('"level":"debug"');
    // The emulator says at its start how it is reached, the seeded secret among it.
    expect(secrets.foundIn(piece === 'emulator' ? afterItsStart(text) : text)).toEqual([]);
  });

  test('in what callers were answered', () => {
    expect(answers.length).toBeGreaterThan(30);
    expect(secrets.foundIn(answers.join('\n'))).toEqual([]);
  });

  test('in metrics, the audit log, health and status', async () => {
    const texts: string[] = [];
    for (const path of ['/metrics', '/api/audit?limit=200', '/health', '/api/sync/health', '/']) {
      const headers = { Authorization: `Bearer ${apiKey}` };
      const response = await fetch(stack.serverUrl + path, { headers });
      expect([path, response.status]).toEqual([path, 200]);
      texts.push(await response.text());
    }
    expect(texts.join('\n')).toContain('auth_start_login');
    expect(secrets.foundIn(texts.join('\n'))).toEqual([]);
  });

  test('in what Graph was asked for', async () => {
    const asked = await Promise.all([control('GET', '/requests'), control('GET', '/sign-ins')]);
    expect(JSON.stringify(asked)).toContain('/me');
    expect(secrets.foundIn(JSON.stringify(asked))).toEqual([]);
  });
});
