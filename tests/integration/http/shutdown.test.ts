import { connect } from 'node:net';
import { once } from 'node:events';
import { describe, expect, inject, it } from 'vitest';
import { startTestServer } from './start-test-server.js';

const redisUrl = inject('redisUrl');

describe('a server that stops', () => {
  it('finishes the request that is under way, and lets idle connections go', async () => {
    const server = await startTestServer({ redisUrl });
    const { port } = new URL(server.origin);
    const idle = connect(Number(port), '127.0.0.1');
    await once(idle, 'connect');
    const idleGone = once(idle, 'close');
    idle.resume();

    const busy = connect(Number(port), '127.0.0.1');
    let answer = '';
    busy.on('data', (chunk: Buffer) => {
      answer += chunk.toString();
    });
    const body = '{"title":"in the last moment"}';
    const head = `POST /api/agent/tasks HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`;
    busy.write(head + body.slice(0, 5));
    await expect.poll(() => answer).toContain('100 Continue');

    const closed = server.close();
    await idleGone;
    busy.write(body.slice(5));
    await once(busy, 'close');
    await closed;
    expect(answer).toContain('HTTP/1.1 201 Created');
    expect(answer).toContain('in the last moment');
    await expect(fetch(server.origin)).rejects.toThrow();
  });
});
