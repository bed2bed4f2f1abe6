import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBrowserLogin } from '../../../bridge/src/browser-login.js';
import { runBridge } from '../../../bridge/src/bridge.js';
import { openCallbackListener } from '../../../bridge/src/callback-listener.js';
import { openKeptLogin } from '../../../bridge/src/kept-login.js';
import { startOauthStand, type OauthStand } from './oauth-stand.js';

let stand: OauthStand;
let folder: string;

beforeAll(async () => {
  stand = await startOauthStand();
  folder = mkdtempSync(join(tmpdir(), 'tandem-bridge-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stand.close();
});

/** A run of the bridge as a desktop host has it; `shown` are the addresses that the person was shown. */
async function aRun(answer: 'allow' | 'deny' = 'allow') {
  const shown: URL[] = [];
  const listener = await openCallbackListener(0);
  const [host, far] = InMemoryTransport.createLinkedPair();
  const login = createBrowserLogin({
    kept: openKeptLogin(stand.mcpUrl, { XDG_CONFIG_HOME: folder }),
    listener,
    show: async (url) => {
      shown.push(url);
      const { to } = await stand.browserOf('Maya').allow(url, { answer });
      await fetch(to);
    },
  });
  const running = runBridge({
    url: stand.mcpUrl,
    headers: {},
    host: far,
    login,
    tell: () => undefined,
  });
  const client = new Client({ name: 'desktop', version: '1.0.0' });
  return {
    client,
    host,
    shown,
    async end() {
      await client.close();
      await running;
      listener.close();
    },
  };
}

describe('the bridge with a login in the browser', () => {
  it('signs the person in when the server asks, and not again in the next run', async () => {
    const first = await aRun();
    await first.client.connect(first.host);
    const { tools } = await first.client.listTools();
    expect(tools.length).toBeGreaterThan(3);
    expect(first.shown).toHaveLength(1);
    await first.end();

    const second = await aRun();
    await second.client.connect(second.host);
    await second.client.listTools();
    expect(second.shown).toHaveLength(0);
    await second.end();
  });

  it('keeps what it got where nobody else may read it', () => {
    const [file = ''] = readdirSync(join(folder, 'tandem-mcp'));
    if (process.platform !== 'win32') {
      expect(statSync(join(folder, 'tandem-mcp', file)).mode & 0o077).toBe(0);
    }
  });

  it('tells the host that the person refused', async () => {
    openKeptLogin(stand.mcpUrl, { XDG_CONFIG_HOME: folder }).forget();
    const run = await aRun('deny');
    await expect(run.client.connect(run.host)).rejects.toThrow(/refused/);
    await run.end();
  });
});
