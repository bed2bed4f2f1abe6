import * as today from '@modelcontextprotocol/sdk/client/index.js';
import type { OAuthClientProvider } from '@modelcontextprotocol/sdk/client/auth.js';
import { StreamableHTTPClientTransport as TodaysTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from './browser.js';
import { startDocumentHost, type DocumentHost } from './document-host.js';
import { startOauthStand, type OauthStand } from './oauth-stand.js';

let stand: OauthStand;
let document: DocumentHost;

const redirectUrl = 'http://127.0.0.1:3999/callback';

beforeAll(async () => {
  stand = await startOauthStand();
  document = await startDocumentHost({
    client_name: 'Host with a document',
    redirect_uris: ['http://127.0.0.1/callback', 'http://not-taken.example/callback'],
    grant_types: ['authorization_code', 'refresh_token', 'urn:example:other'],
    token_endpoint_auth_method: 'none',
  });
});
afterAll(async () => {
  await document.close();
  await stand.close();
});

/** The SDK's OAuth client with its notes in memory; `asked` is where it would open a browser. */
function aProvider(way: 'registers' | 'document') {
  let [client, tokens, verifier]: [unknown, unknown, string] = [undefined, undefined, ''];
  const asked: URL[] = [];
  const provider: OAuthClientProvider = {
    redirectUrl,
    ...(way === 'document' && { clientMetadataUrl: document.url }),
    clientMetadata: { client_name: 'Host of the SDK', redirect_uris: [redirectUrl] },
    state: () => 'of the SDK',
    clientInformation: () => client as never,
    saveClientInformation: (information) => {
      client = information;
    },
    tokens: () => tokens as never,
    saveTokens: (given) => {
      tokens = given;
    },
    redirectToAuthorization: (url) => void asked.push(url),
    saveCodeVerifier: (text) => {
      verifier = text;
    },
    codeVerifier: () => verifier,
  };
  return {
    provider,
    asked,
    registered: () => client as { client_id: string },
    held: () => tokens as { scope: string; refresh_token?: string },
  };
}

interface McpClient {
  connect(): Promise<void>;
  finish(callback: URL): Promise<void>;
  call(name: string, args: Record<string, unknown>): Promise<unknown>;
  close(): Promise<void>;
}

function todaysClient(provider: OAuthClientProvider): McpClient {
  const transport = new TodaysTransport(stand.mcpUrl, { authProvider: provider });
  const client = new today.Client({ name: 'today', version: '1' });
  return {
    connect: () => client.connect(transport),
    finish: (callback) => transport.finishAuth(callback.searchParams.get('code') ?? ''),
    call: (name, args) => client.callTool({ name, arguments: args }),
    close: () => client.close(),
  };
}

function newerClient(provider: OAuthClientProvider): McpClient {
  const transport = new StreamableHTTPClientTransport(stand.mcpUrl, {
    authProvider: provider as never,
  });
  const client = new Client({ name: 'newer', version: '1' });
  return {
    connect: () => client.connect(transport),
    finish: (callback) => transport.finishAuth(callback.searchParams),
    call: (name, args) => client.callTool({ name, arguments: args }),
    close: () => client.close(),
  };
}

describe.each([
  ["today's SDK client", todaysClient],
  ['the newer SDK client', newerClient],
])('%s', (_name, clientOf) => {
  it.each(['registers', 'document'] as const)(
    'connects from 401 to a tool call: %s',
    async (way) => {
      const { provider, asked, registered, held } = aProvider(way);
      const first = clientOf(provider);
      await expect(first.connect()).rejects.toThrow();
      const [url] = asked;
      if (url === undefined) throw new Error('No browser was opened');
      expect(url.searchParams.get('resource')).toBe(stand.mcpUrl.href);

      const { to, asked: page } = await stand.browserOf('Maya').allow(url);
      expect(page && textOf(page)).toContain(
        way === 'document'
          ? `Let ${new URL(document.url).host} use Tandem?`
          : 'Let an app that calls itself “Host of the SDK” use Tandem?',
      );
      expect(to.origin + to.pathname).toBe(redirectUrl);
      expect(to.searchParams.get('iss')).toBe(stand.origin);
      expect(to.searchParams.get('state')).toBe('of the SDK');
      await first.finish(to);
      await first.close().catch(() => undefined);

      const second = clientOf(provider);
      await second.connect();
      const made = await second.call('task_create', { title: `Connected by ${way}` });
      expect(made).toMatchObject({
        structuredContent: {
          task: { createdBy: { kind: 'agent', id: expect.stringMatching(/^maya.*@/) } },
        },
      });
      expect(registered().client_id === document.url).toBe(way === 'document');
      expect(held().refresh_token).toBeTypeOf('string');
      await second.close();
    },
  );
});

it('lets a host ask for more when it needs more: 403, the question, and the call goes through', async () => {
  const { provider, asked, held } = aProvider('registers');
  const maya = stand.browserOf('Maya');
  const first = newerClient(provider);
  await expect(first.connect()).rejects.toThrow();
  const less = await maya.allow(asked[0] ?? '', { answer: 'allow', scopes: ['tasks:read'] });
  await first.finish(less.to);
  await first.close().catch(() => undefined);
  expect(held().scope).toBe('tasks:read');

  const second = newerClient(provider);
  await second.connect();
  await expect(second.call('task_create', { title: 'Not yet' })).rejects.toThrow();
  expect(asked[1]?.searchParams.get('scope')).toBe('tasks:read tasks:write');
  const more = await maya.allow(asked[1] ?? '');
  expect(more.asked && textOf(more.asked)).toContain('Create, change and delete tasks (new)');
  await second.finish(more.to);
  await second.close().catch(() => undefined);

  const third = newerClient(provider);
  await third.connect();
  expect(await third.call('task_create', { title: 'Now' })).toMatchObject({
    structuredContent: { task: { title: 'Now' } },
  });
  await third.close();
});

it('spreads all of this over both servers', () => {
  const [one = 0, other = 0] = stand.proxy.counts;
  expect(Math.abs(one - other)).toBeLessThanOrEqual(1);
  expect(one).toBeGreaterThan(10);
});

it('keeps the delegated account of the person, so that no second sign-in follows', async () => {
  const accounts = await stand.redis.hvals(stand.keys.accounts);
  expect(accounts.map((text) => JSON.parse(text) as unknown)).toContainEqual(
    expect.objectContaining({
      kind: 'delegated',
      state: 'ready',
      owners: [expect.stringMatching(/^person:[0-9a-f-]{36}\.[0-9a-f-]{36}$/)],
    }),
  );
});
