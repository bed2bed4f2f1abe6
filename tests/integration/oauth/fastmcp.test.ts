import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../../scripts/lib/processes.mjs';
import { ensureFastMcp, type FastMcp } from '../../support/fastmcp.js';
import { textOf } from './browser.js';
import { startDocumentHost, type DocumentHost } from './document-host.js';
import { startOauthStand, type OauthStand } from './oauth-stand.js';

const script = fileURLToPath(new URL('./fastmcp_connect.py', import.meta.url));
/** The first run of a machine installs the package. */
const installMs = 300_000;

let fastMcp: FastMcp;
let stand: OauthStand;
let document: DocumentHost;

beforeAll(async () => {
  fastMcp = await ensureFastMcp();
  stand = await startOauthStand();
  document = await startDocumentHost({
    client_name: 'FastMCP with a document',
    redirect_uris: ['http://localhost/callback'],
    grant_types: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_method: 'none',
  });
}, installMs);
afterAll(async () => {
  await document.close();
  await stand.close();
});

describe('the Python FastMCP client', { timeout: 90_000 }, () => {
  for (const way of ['registers', 'document'] as const) {
    it(`connects from 401 to a tool call: ${way}`, async (context) => {
      if (fastMcp.kind === 'no_python') return context.skip(fastMcp.reason);
      let heard = '';
      const browsing: Promise<void>[] = [];
      const args = [script, stand.mcpUrl.href, ...(way === 'document' ? [document.url] : [])];
      const { code, output } = await run(fastMcp.python, args, {
        timeoutMs: 60_000,
        onOutput: (text) => {
          heard += text;
          const url = /BROWSER (\S+)\n/.exec(heard)?.[1];
          if (url !== undefined && browsing.length === 0) browsing.push(browse(url));
        },
      });
      await Promise.all(browsing);
      expect([code, output]).toEqual([0, expect.stringContaining('DONE ')]);
      const done = JSON.parse(/DONE (.*)/.exec(output)?.[1] ?? '{}') as Record<string, unknown>;
      expect(done['tools']).toContain('planner_create_task');
      expect(done['made']).toMatchObject({
        task: {
          title: 'Made from Python',
          createdBy: { kind: 'agent', id: 'maya.okafor@tandem.example' },
        },
      });
    });
  }
});

/** Where the person is sent back to is a server of the program's own. */
async function browse(url: string): Promise<void> {
  const { to, asked } = await stand.browserOf('Maya').allow(url);
  expect(asked && textOf(asked)).toContain('a program on this computer');
  await fetch(to);
}
