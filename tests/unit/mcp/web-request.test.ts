import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { Server, createMcpHandler } from '@modelcontextprotocol/server';
import { describe, expect, it } from 'vitest';
import { toWebRequest } from '../../../src/mcp/web-request.js';

const version = '2026-07-28';
const meta = {
  'io.modelcontextprotocol/protocolVersion': version,
  'io.modelcontextprotocol/clientCapabilities': {},
};

describe('the request as the SDK sees it', () => {
  it('has all that the SDK reads, in every path through it', async () => {
    const methods = [
      'tools/call',
      'tools/list',
      'subscriptions/listen',
      'server/discover',
      'nonsense',
    ];
    for (const method of methods) {
      const unknown: (string | symbol)[] = [];
      const { request, body } = aCall(method);
      const handler = createMcpHandler(() => aServer(), { legacy: 'reject' });
      await handler.fetch(watched(request, unknown), { parsedBody: body });
      await handler.close();
      expect(unknown, method).toEqual([]);
    }
  });

  it('never shows a key, nor cookies', () => {
    const { request } = aCall('tools/list', { authorization: 'Bearer x', cookie: 'y' });
    expect(request.headers.get('authorization')).toBeNull();
    expect(request.headers.get('Cookie')).toBeNull();
    expect(request.headers.get('Mcp-Method')).toBe('tools/list');
  });

  it('cancels the call when the caller goes away', async () => {
    const { request, response, body } = aCall('tools/call');
    let isCancelled = false;
    const server = aServer();
    const called = new Promise<void>((resolve) => {
      server.setRequestHandler('tools/call', async (_request, ctx) => {
        resolve();
        await new Promise<void>((done) => {
          ctx.mcpReq.signal.addEventListener('abort', () => {
            isCancelled = true;
            done();
          });
        });
        return { content: [] };
      });
    });
    const handler = createMcpHandler(() => server, { legacy: 'reject' });
    const answer = handler.fetch(request, { parsedBody: body });
    await called;
    response.emit('close');
    await answer;
    expect(isCancelled).toBe(true);
  });
});

function aServer(): Server {
  const server = new Server({ name: 'test', version: '1' }, { capabilities: { tools: {} } });
  server.setRequestHandler('tools/call', () => ({ content: [] }));
  server.setRequestHandler('tools/list', () => ({ tools: [] }));
  return server;
}

function aCall(method: string, headers: Record<string, string> = {}) {
  const incoming = new IncomingMessage(new Socket());
  Object.assign(incoming.headers, {
    'content-type': 'application/json',
    'mcp-protocol-version': version,
    'mcp-method': method,
    ...(method === 'tools/call' ? { 'mcp-name': 'x' } : {}),
    ...headers,
  });
  const params = {
    ...(method === 'tools/call' ? { name: 'x', arguments: {} } : {}),
    ...(method === 'subscriptions/listen' ? { notifications: { toolsListChanged: true } } : {}),
    _meta: meta,
  };
  const response = new ServerResponse(incoming);
  const body = { jsonrpc: '2.0', id: 1, method, params };
  return { request: toWebRequest(incoming, response), response, body };
}

/** Notes every member that is asked for and not there. */
function watched<T extends object>(target: T, missing: (string | symbol)[]): T {
  return new Proxy(target, {
    get(object, name) {
      if (!(name in object)) missing.push(name);
      const value: unknown = Reflect.get(object, name);
      if (typeof value === 'function') return value.bind(object) as unknown;
      return typeof value === 'object' && value !== null ? watched(value, missing) : value;
    },
  });
}
