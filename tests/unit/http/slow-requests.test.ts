import { connect } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpServer, type HttpServer } from '../../../src/http/create-http-server.js';
import { readBody } from '../../../src/http/read-json-body.js';
import { createRequestGuard } from '../../../src/http/request-guard.js';

let http: HttpServer;
let port: number;

beforeAll(async () => {
  http = createHttpServer({
    guard: createRequestGuard({ authenticators: null }),
    app: (request, response) => {
      readBody(request).then(
        () => response.end(),
        () => undefined,
      );
    },
    mcp: () => undefined,
    resource: null,
    codec: null,
    webhook: () => undefined,
    callback: () => undefined,
    upload: () => undefined,
    oauth: null,
    approvals: { isWanted: () => false, serve: () => undefined },
    logger: pino({ level: 'silent' }),
  });
  expect([http.server.headersTimeout, http.server.requestTimeout]).toEqual([15_000, 60_000]);
  // Looked at every five seconds, which is all that has to be waited for here.
  http.server.headersTimeout = 200;
  http.server.requestTimeout = 200;
  port = await http.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => http.close(100));

/** Sends what it is given and then a byte now and then; answers what came back. */
function drip(begin: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(begin));
    const more = setInterval(() => socket.write('a'), 100);
    let answer = '';
    socket.on('data', (part) => (answer += part.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(more);
      resolve(answer);
    });
  });
}

describe('whoever sends so slowly that it never ends', () => {
  it('is answered and cut off, in the headers and in the body', async () => {
    const head = 'POST / HTTP/1.1\r\nHost: localhost\r\n';
    const [inHeaders, inBody] = await Promise.all([
      drip(`${head}X-Slow: `),
      drip(`${head}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n`),
    ]);
    for (const answer of [inHeaders, inBody]) {
      expect(answer).toMatch(/^HTTP\/1\.1 408 /);
      expect(answer).toMatch(/\r\nX-Request-Id: [\w-]+\r\n/);
      expect(answer).toContain('application/problem+json');
    }
  });
});
