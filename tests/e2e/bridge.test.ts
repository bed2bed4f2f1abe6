import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { projectRoot } from '../../scripts/lib/build.mjs';
import { startTestServer, type TestServer } from '../integration/http/start-test-server.js';

const program = join(projectRoot, 'bridge/bin.mjs');
const secret = 'o'.repeat(32);
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({
    redisUrl: inject('redisUrl'),
    env: { AUTH_MODE: 'api-key', API_KEYS: `operator:${secret}` },
  });
});
afterAll(() => server.close());

describe('tandem-mcp as a program', () => {
  it('serves a host through standard input and output, and ends with it', async () => {
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [program, '--url', server.origin],
      env: { PATH: process.env['PATH'] ?? '', TANDEM_API_KEY: secret },
      stderr: 'pipe',
    });
    const client = new Client({ name: 'desktop', version: '1.0.0' });
    await client.connect(transport);
    const { structuredContent } = await client.callTool({
      name: 'task_create',
      arguments: { title: 'By a desktop host' },
    });
    expect(structuredContent).toMatchObject({ task: { title: 'By a desktop host' } });
    const { pid } = transport;
    await client.close();
    await vi.waitFor(() => expect(() => process.kill(pid ?? 0, 0)).toThrow('ESRCH'), {
      timeout: 5_000,
    });
  });

  it.each([
    [['--url', 'http://tandem.example.com/mcp'], 'must be https'],
    [[], 'Say where the server is'],
    [['--port', '1'], "Unknown option '--port'"],
  ])('says what is wrong with %j', async (args, words) => {
    const failed = promisify(execFile)(process.execPath, [program, ...args]);
    await expect(failed).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining(words),
    });
  });
});
