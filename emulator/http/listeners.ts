import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

const ANY_PORT_ATTEMPTS = 10;
/** Longer than a client's pool keeps idle connections, so that the client closes first. */
const KEEP_ALIVE_MS = 75_000;

export interface Listener {
  readonly port: number;
  close(): Promise<void>;
}

/** `undefined` for plain HTTP. */
export type Leaf = { readonly cert: string; readonly key: string } | undefined;

/**
 * Listens on both loopback addresses, because `localhost` is either. Port 0 takes one that is free on both.
 */
export async function listenOnLoopback(
  port: number,
  leaf: Leaf,
  handler: RequestListener,
): Promise<Listener> {
  for (let attempt = 1; ; attempt += 1) {
    const first = createServer(leaf, handler);
    await listen(first, port, '127.0.0.1');
    const actual = (first.address() as AddressInfo).port;
    const second = createServer(leaf, handler);
    try {
      await listen(second, actual, '::1');
      return { port: actual, close: () => closeAll([first, second]) };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // Some machines have no IPv6 loopback: the other address is enough there.
      if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') {
        return { port: actual, close: () => closeAll([first]) };
      }
      await closeAll([first]);
      if (port !== 0 || code !== 'EADDRINUSE' || attempt === ANY_PORT_ATTEMPTS) throw error;
    }
  }
}

function createServer(leaf: Leaf, handler: RequestListener): Server {
  const server =
    leaf === undefined ? createHttpServer(handler) : createHttpsServer({ ...leaf }, handler);
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return server;
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map(
      (server) =>
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    ),
  );
}
