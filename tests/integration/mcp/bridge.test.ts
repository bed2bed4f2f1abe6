import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Client as TodaysClient } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport as TodaysMemory } from '@modelcontextprotocol/sdk/inMemory.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import {
  Client as NextClient,
  InMemoryTransport as NextMemory,
} from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { runBridge } from '../../../bridge/src/bridge.js';
import { startTestServer, type TestServer } from '../http/start-test-server.js';

const secret = 'o'.repeat(32);
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({
    redisUrl: inject('redisUrl'),
    env: { AUTH_MODE: 'api-key', API_KEYS: `operator:${secret}` },
  });
});
afterAll(() => server.close());

function aBridge(host: Transport, options: { url?: string; key?: string } = {}) {
  const { url = `${server.origin}/mcp`, key = secret } = options;
  const headers = { Authorization: `Bearer ${key}` };
  return runBridge({ url: new URL(url), headers, host, login: null, tell: () => undefined });
}

async function todaysHost(options: { url?: string; key?: string } = {}) {
  const [host, far] = TodaysMemory.createLinkedPair();
  const running = aBridge(far, options);
  const client = new TodaysClient({ name: 'desktop', version: '1.0.0' });
  return { client, host, running };
}

async function listening(far: Server): Promise<string> {
  await new Promise<void>((resolve) => far.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(far.address() as AddressInfo).port}/mcp`;
}

interface TaskAnswer {
  readonly task: { readonly id: string; readonly title: string };
}

describe('the bridge', () => {
  it("hands on what today's hosts say and hear", async () => {
    const { client, host, running } = await todaysHost();
    await client.connect(host);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toContain('sync_explain_task');
    const { structuredContent } = await client.callTool({
      name: 'task_create',
      arguments: { title: 'Through the bridge' },
    });
    const { task } = structuredContent as TaskAnswer;
    const { contents } = await client.readResource({ uri: `tandem://tasks/${task.id}` });
    expect(JSON.stringify(contents)).toContain('Through the bridge');
    await client.close();
    await running;
  });

  it('hands on what comes before the answer', async () => {
    const stream = [
      { method: 'notifications/progress', params: { progressToken: 1, progress: 1, total: 2 } },
      { id: 5, result: { done: true } },
    ];
    const telling = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/event-stream');
      for (const message of stream) {
        response.write(`data: ${JSON.stringify({ jsonrpc: '2.0', ...message })}\n\n`);
      }
      response.end();
    });
    const url = await listening(telling);
    const [host, far] = TodaysMemory.createLinkedPair();
    const running = aBridge(far, { url });
    const heard: unknown[] = [];
    host.onmessage = (message) => void heard.push(message);
    await host.start();
    await host.send({ jsonrpc: '2.0', id: 5, method: 'tools/list' });
    await vi.waitFor(() => expect(heard).toMatchObject(stream), { timeout: 5_000 });
    // The stream is over: what broke off would be told by now, and there is one answer to a request.
    await delay(200);
    expect(heard).toHaveLength(stream.length);
    await host.close();
    await running;
    telling.close();
  });

  it('serves hosts of the era 2026-07-28', async () => {
    const [host, far] = NextMemory.createLinkedPair();
    const running = aBridge(far);
    const client = new NextClient(
      { name: 'desktop', version: '1.0.0' },
      { versionNegotiation: { mode: { pin: '2026-07-28' } } },
    );
    await client.connect(host);
    const { structuredContent } = await client.callTool({
      name: 'task_create',
      arguments: { title: 'Über die Brücke' },
    });
    expect(structuredContent).toMatchObject({ task: { title: 'Über die Brücke' } });
    await client.close();
    await running;
  });

  it('says what is wrong where the key is', async () => {
    const { client, host } = await todaysHost({ key: 'wrong' });
    await expect(client.connect(host)).rejects.toThrow(/does not take the key/);
    await client.close();
  });

  it('answers while the server is away, and goes on when it is back', async () => {
    const spare = createServer();
    const url = await listening(spare);
    await new Promise((resolve) => spare.close(resolve));
    const { client, host, running } = await todaysHost({ url });
    await expect(client.connect(host)).rejects.toThrow(/cannot be reached/);
    await running.catch(() => undefined);
    // The same bridge: a host that stays connected asks again later.
    const [again, far] = TodaysMemory.createLinkedPair();
    const second = aBridge(far, { url });
    const answers: unknown[] = [];
    again.onmessage = (message) => void answers.push(message);
    await again.start();
    await again.send({ jsonrpc: '2.0', id: 1, method: 'ping' });
    await vi.waitFor(() => expect(answers).toHaveLength(1), { timeout: 5_000 });
    const back = createServer((_request, response) => {
      response.setHeader('Content-Type', 'application/json');
      response.end('{"jsonrpc":"2.0","id":2,"result":{}}');
    });
    await new Promise<void>((resolve) =>
      back.listen(Number(new URL(url).port), '127.0.0.1', resolve),
    );
    await again.send({ jsonrpc: '2.0', id: 2, method: 'ping' });
    await vi.waitFor(() => expect(answers[1]).toMatchObject({ id: 2, result: {} }), {
      timeout: 5_000,
    });
    await again.close();
    await second;
    back.closeAllConnections();
    back.close();
  });

  it('answers where a stream breaks off before the answer', async () => {
    const broken = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/event-stream');
      response.end(': nothing more\n\n');
    });
    const url = await listening(broken);
    const [host, far] = TodaysMemory.createLinkedPair();
    const running = aBridge(far, { url });
    const answers: unknown[] = [];
    host.onmessage = (message) => void answers.push(message);
    await host.start();
    await host.send({ jsonrpc: '2.0', id: 7, method: 'tools/list' });
    await vi.waitFor(() => expect(answers).toEqual([expect.objectContaining({ id: 7 })]), {
      timeout: 5_000,
    });
    expect(JSON.stringify(answers)).toContain('broke off');
    await host.close();
    await running;
    broken.close();
  });

  it('ends a call at the server when the host cancels it', async () => {
    const [arrived, gone] = [vi.fn(), vi.fn()];
    const slow = createServer((_request, response) => {
      arrived();
      response.on('close', () => gone());
    });
    const url = await listening(slow);
    const [host, far] = TodaysMemory.createLinkedPair();
    const running = aBridge(far, { url });
    await host.start();
    await host.send({ jsonrpc: '2.0', id: 3, method: 'tools/list' });
    await vi.waitFor(() => expect(arrived).toHaveBeenCalled(), { timeout: 5_000 });
    await host.send({
      jsonrpc: '2.0',
      method: 'notifications/cancelled',
      params: { requestId: 3 },
    });
    await vi.waitFor(() => expect(gone).toHaveBeenCalled(), { timeout: 5_000 });
    await host.close();
    await running;
    slow.closeAllConnections();
    slow.close();
  });
});
