import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createHttpServer } from '../../../src/http/create-http-server.js';
import { createRequestGuard } from '../../../src/http/request-guard.js';

describe('the HTTP server', () => {
  it('says which port it got where any will do, and fails where one is taken', async () => {
    const first = aServer();
    const port = await first.listen({ host: '127.0.0.1', port: 0 });
    expect(port).toBeGreaterThan(0);
    await expect(aServer().listen({ host: '127.0.0.1', port })).rejects.toThrow('EADDRINUSE');
    await first.close(1_000);
    const second = aServer();
    expect(await second.listen({ host: '127.0.0.1', port })).toBe(port);
    await second.close(1_000);
  });
});

function aServer() {
  return createHttpServer({
    guard: createRequestGuard({ authenticators: null }),
    app: () => undefined,
    mcp: () => undefined,
    codec: null,
    resource: null,
    oauth: null,
    approvals: { isWanted: () => false, serve: () => undefined },
    webhook: () => undefined,
    callback: () => undefined,
    upload: () => undefined,
    logger: pino({ level: 'silent' }),
  });
}
