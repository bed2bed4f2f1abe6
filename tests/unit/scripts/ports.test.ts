import { createServer, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { createPortBook, isPortFree } from '../../../scripts/lib/ports.mjs';

async function withListener<T>(host: string, use: (port: number) => Promise<T>): Promise<T> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen({ port: 0, host }, resolve));
  try {
    return await use((server.address() as AddressInfo).port);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

it.each(['127.0.0.1', '0.0.0.0'])('sees that a port is taken by a listener on %s', async (host) => {
  await withListener(host, async (port) => expect(await isPortFree(port)).toBe(false));
});

it('gives the next free port instead of one that is taken, and says so', async () => {
  await withListener('127.0.0.1', async (port) => {
    const given = await createPortBook().reserve(port);
    expect(given.moved).toBe(true);
    expect(given.port).toBeGreaterThan(port);
    expect(await isPortFree(given.port)).toBe(true);
  });
});

it('gives no port twice, although nobody listens on it yet', async () => {
  const book = createPortBook();
  const first = await book.reserve(0);
  const second = await book.reserve(first.port);
  expect(first.moved).toBe(false);
  expect(second.moved).toBe(true);
  expect(second.port).not.toBe(first.port);
});
