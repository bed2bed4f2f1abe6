import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPortBook } from '../../../scripts/lib/ports.mjs';
import { startEntraServer, type EntraServer } from '../access/entra-server.js';
import { signedInHost, type SignedInHost } from './signed-in-host.js';

const eras = [
  ['2025-11-25', 'legacy'],
  ['2026-07-28', { pin: '2026-07-28' }],
] as const;

let server: EntraServer;
let mcpUrl: string;
let clientId: string;

beforeAll(async () => {
  const { port } = await createPortBook().reserve(0);
  mcpUrl = `http://127.0.0.1:${port}/mcp`;
  // Clients send our address as `resource`, and Entra wants it among the App ID URIs.
  server = await startEntraServer({ env: { PORT: String(port), ENTRA_AUDIENCE: mcpUrl } });
  const host = await server.makeApp('Host', ['Tandem.Write']);
  clientId = host.appId;
  await server.exposeApi({
    identifierUris: [`api://${server.emulator.clientId}`, mcpUrl],
    scopes: [
      { name: 'access_as_user', description: 'Use Tandem as you' },
      { name: 'Tandem.Read', description: 'Look at what you see in Tandem' },
    ],
    preauthorizedApps: [clientId],
  });
});
afterAll(() => server.close());

function aHost(): SignedInHost {
  return signedInHost({
    mcpUrl,
    clientId,
    clientSecret: 'secret of Host',
    async signIn(url) {
      const body = { url, person: 'Maya', consent: 'accept' };
      const { redirectUrl } = await server.control('POST', '/sign-in', body);
      return String(redirectUrl);
    },
  });
}

describe.each(eras)(
  'a host with a client of its own in the tenant, in the era %s',
  (_era, mode) => {
    it('finds the way from 401 to a tool call', async () => {
      const host = aHost();
      const client = await host.connect(mode);
      const made = await host.call(client, 'task_create', { title: 'Signed in' });
      expect(made).toMatchObject({
        structuredContent: { task: { createdBy: { id: 'maya.okafor@tandem.example' } } },
      });
      expect(host.asked).toEqual([`${mcpUrl}/access_as_user`]);
      await client.close();
    });

    it('signs in once more where a tool needs more', async () => {
      const host = aHost();
      const small = { person: 'Maya', appId: clientId, permissions: ['Tandem.Read'] };
      host.hold(await server.token(small), `${mcpUrl}/Tandem.Read`);
      const client = await host.connect(mode);
      const made = await host.call(client, 'task_create', { title: 'Stepped up' });
      expect(made).toMatchObject({ structuredContent: { task: { title: 'Stepped up' } } });
      expect(host.asked).toEqual([`${mcpUrl}/Tandem.Read ${mcpUrl}/access_as_user`]);
      await client.close();
    });

    it('hears in words what no token could hold, and is sent nowhere', async () => {
      const host = aHost();
      const client = await host.connect(mode);
      const refused = await host.call(client, 'sync_pause', {});
      expect(refused).toMatchObject({
        isError: true,
        structuredContent: { code: 'insufficient_scope', scope: 'sync:operate' },
      });
      expect(host.asked).toHaveLength(1);
      await client.close();
    });
  },
);
