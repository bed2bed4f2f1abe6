import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPortBook } from '../../../scripts/lib/ports.mjs';
import { signedInHost, type SignedInHost } from '../mcp/signed-in-host.js';
import { startEntraServer, type EntraServer } from './entra-server.js';

let server: EntraServer;
let mcpUrl: string;
let clientId: string;
let maya: string;
let colleague: string;

beforeAll(async () => {
  const { port } = await createPortBook().reserve(0);
  mcpUrl = `http://127.0.0.1:${port}/mcp`;
  server = await startEntraServer({ env: { PORT: String(port), ENTRA_AUDIENCE: mcpUrl } });
  const { emulator, control } = server;
  clientId = (await server.makeApp('Host', [])).appId;
  await server.exposeApi({
    identifierUris: [`api://${emulator.clientId}`, mcpUrl],
    preauthorizedApps: [clientId],
  });
  // What we ask Graph for in people's names.
  const { delegatedPermissions } = await control('GET', `/apps/${emulator.clientId}`);
  await control('POST', '/consents', {
    appId: emulator.clientId,
    principal: 'organisation',
    scope: ['openid', 'profile', 'offline_access', ...Object(delegatedPermissions)].join(' '),
  });
  maya = await server.personId('Maya');
  colleague = await server.personId('Jonas');
});
afterAll(() => server.close());

beforeEach(() => server.control('PATCH', '/people/Maya/sign-in', { mfa: 'none' }));

/** A person who proves a second factor when they are asked for one. */
function aHost(): SignedInHost {
  return signedInHost({
    mcpUrl,
    clientId,
    clientSecret: 'secret of Host',
    async signIn(url) {
      const body = { url, person: 'Maya', consent: 'accept', secondFactor: 'approve' };
      const { redirectUrl } = await server.control('POST', '/sign-in', body);
      return String(redirectUrl);
    },
  });
}

/** Something that is asked of Graph in the caller's own name. */
function asMyself() {
  const account = `${maya}.${server.emulator.tenantId}`;
  return { type: 'user', id: colleague, account };
}

async function requireSecondFactor(): Promise<void> {
  await server.control('PATCH', '/people/Maya/sign-in', { mfa: 'registered' });
}

const eras = [
  ['2025-11-25', 'legacy'],
  ['2026-07-28', { pin: '2026-07-28' }],
] as const;

describe('what Graph is asked in the name of the caller', () => {
  it.each(eras)('needs nothing but their token, in the era %s', async (_era, mode) => {
    const host = aHost();
    const client = await host.connect(mode);
    const found = await host.call(client, 'metadata_get', asMyself());
    expect(found).toMatchObject({ structuredContent: { displayName: 'Jonas Lindqvist' } });
    expect(host.asked).toHaveLength(1);
    await client.close();
  });

  it.each(eras)(
    'is answered after a second sign-in where conditional access wants more, in the era %s',
    async (_era, mode) => {
      const host = aHost();
      const client = await host.connect(mode);
      await requireSecondFactor();
      const found = await host.call(client, 'metadata_get', asMyself());
      expect(found).toMatchObject({ structuredContent: { displayName: 'Jonas Lindqvist' } });
      expect(host.asked).toHaveLength(2);
      await client.close();
    },
  );

  it('is refused over REST with the claims that Entra wants', async () => {
    const host = aHost();
    const client = await host.connect('legacy');
    await client.close();
    await requireSecondFactor();
    const query = new URLSearchParams(asMyself()).toString();
    const caller = server.holderOf(host.tokens()?.access_token ?? '');
    const { status, headers, body } = await caller.send('GET', `/api/metadata?${query}`);
    expect([status, body['code']]).toEqual([401, 'unauthorized']);
    const header = headers.get('www-authenticate') ?? '';
    expect(header).toContain('error="insufficient_claims"');
    const claims = /claims="([^"]+)"/.exec(header)?.[1] ?? '';
    expect(JSON.parse(Buffer.from(claims, 'base64').toString())).toMatchObject({
      access_token: { polids: { essential: true } },
    });
    expect(JSON.stringify(body)).not.toContain('polids');
  });
});
