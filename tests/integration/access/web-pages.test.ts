import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawRequest } from '../http/raw-request.js';
import { startLockedServer, type LockedServer } from './locked-server.js';

const paths = ['/api/agent/tasks', '/api/agent/events', '/mcp', '/metrics', '/health', '/'];
const app = 'https://app.example.com';

describe('pages of other sites', () => {
  let server: LockedServer;
  beforeAll(async () => {
    server = await startLockedServer({ env: { CORS_ORIGINS: app } });
  });
  afterAll(() => server.close());

  it.each(paths)('are refused at %s, their questions before a request too', async (path) => {
    for (const origin of ['https://evil.example', 'null', `${app}.evil.example`, `${app}:444`]) {
      for (const method of ['GET', 'POST', 'OPTIONS']) {
        const headers = { Origin: origin, 'Access-Control-Request-Method': 'POST' };
        const answer = await rawRequest(server.origin, { method, path, headers });
        expect(answer.status).toBe(403);
        expect(answer.headers['access-control-allow-origin']).toBeUndefined();
      }
    }
  });

  it('may call where CORS_ORIGINS names them, with a key', async () => {
    const asked = await rawRequest(server.origin, {
      method: 'OPTIONS',
      path: '/api/agent/tasks',
      headers: {
        Origin: app,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,content-type',
      },
    });
    expect(asked.status).toBe(204);
    expect(asked.headers).toMatchObject({
      'access-control-allow-origin': app,
      'access-control-allow-headers': expect.stringContaining('Authorization'),
      'access-control-allow-methods': expect.stringContaining('PATCH'),
      vary: 'Origin',
    });
    expect(asked.headers['access-control-allow-credentials']).toBeUndefined();
    const headers = { Origin: app, ...server.operator.headers };
    const read = await rawRequest(server.origin, { path: '/api/agent/tasks', headers });
    expect(read.status).toBe(200);
    expect(read.headers['access-control-allow-origin']).toBe(app);
    const bare = await rawRequest(server.origin, {
      path: '/api/agent/tasks',
      headers: { Origin: app },
    });
    expect(bare.status).toBe(401);
    expect(bare.headers['access-control-expose-headers']).toContain('WWW-Authenticate');
  });
});

describe('every answer', () => {
  let server: LockedServer;
  beforeAll(async () => {
    server = await startLockedServer();
  });
  afterAll(() => server.close());

  it.each([
    ['GET', '/api/agent/tasks'],
    ['GET', '/metrics'],
    ['GET', '/nothing'],
    ['POST', '/mcp'],
    ['GET', '/mcp'],
    ['POST', '/api/graph_webhook?validationToken=x'],
    ['PUT', '/api/graph_webhook'],
    ['GET', '/health/live'],
    ['GET', '/'],
  ])('of %s %s has a request id and is safe to show', async (method, path) => {
    const { headers } = server.operator;
    const answer = await rawRequest(server.origin, {
      method,
      path,
      headers: { ...headers, 'X-Request-Id': 'trace-1' },
    });
    expect(answer.headers).toMatchObject({
      'x-request-id': 'trace-1',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    expect(String(answer.headers['x-content-type-options'])).toBe('nosniff');
    expect(answer.text).not.toMatch(/node_modules|\.(js|ts):\d+/);
  });

  it('to an accepted notification of MCP has them too', async () => {
    const answer = await rawRequest(server.origin, {
      method: 'POST',
      path: '/mcp',
      headers: { ...server.operator.headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }),
    });
    expect(answer.status).toBe(202);
    expect(answer.headers['x-request-id']).toMatch(/^[\w.-]+$/);
    expect(answer.headers['x-frame-options']).toBe('DENY');
  });

  it('to what is no HTTP has them too', async () => {
    const { port } = new URL(server.origin);
    const text = await new Promise<string>((resolve, reject) => {
      let received = '';
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.write('no HTTP at all\r\n\r\n'),
      );
      socket.on('data', (chunk) => {
        received += chunk.toString();
      });
      socket.on('close', () => resolve(received));
      socket.on('error', reject);
    });
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
    expect(text).toMatch(/\r\nX-Request-Id: [\w-]+\r\n/);
    expect(text).toContain('\r\nX-Frame-Options: DENY\r\n');
  });
});
