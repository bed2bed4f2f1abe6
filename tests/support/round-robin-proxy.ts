import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RoundRobinProxy {
  readonly origin: string;
  /** How many requests each of the servers behind it has got. */
  readonly counts: readonly number[];
  close(): Promise<void>;
}

/** A load balancer that knows nothing: every request goes to the next server, streams pass through as they come. */
export async function startRoundRobinProxy(origins: readonly string[]): Promise<RoundRobinProxy> {
  const counts = origins.map(() => 0);
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const at = turn % origins.length;
    turn += 1;
    counts[at] = (counts[at] ?? 0) + 1;
    pass(incoming, outgoing, origins[at] ?? '');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    counts,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function pass(incoming: IncomingMessage, outgoing: ServerResponse, origin: string): void {
  const { method, url = '/', headers } = incoming;
  const onward = request(new URL(url, origin), { method, headers, agent: false }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
}
