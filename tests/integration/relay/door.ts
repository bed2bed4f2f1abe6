import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a server on which a test can do what networks do. */
export interface Door {
  /** As the server's, with the door's port. */
  readonly url: string;
  /** Breaks what is connected and accepts nothing until `open`. */
  cut(): Promise<void>;
  /** What is connected stays connected, but nothing passes any more; new connections are as ever. */
  silence(): void;
  /** What is said still arrives, but no answer comes back; new connections are as ever. */
  swallowAnswers(): void;
  open(): Promise<void>;
  close(): Promise<void>;
}

export async function startDoor(serverUrl: string): Promise<Door> {
  const { protocol, hostname, port } = new URL(serverUrl);
  const pairs = new Map<Socket, Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    pairs.set(client, upstream);
    client.on('close', () => {
      pairs.delete(client);
      upstream.destroy();
    });
    upstream.on('close', () => client.destroy());
    client.on('error', () => client.destroy());
    upstream.on('error', () => client.destroy());
    client.pipe(upstream).pipe(client);
  });
  const listen = (wanted: number) =>
    new Promise<void>((resolve) => server.listen(wanted, '127.0.0.1', resolve));
  await listen(0);
  const own = (server.address() as AddressInfo).port;
  const cut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const client of pairs.keys()) client.destroy();
    });
  return {
    url: `${protocol}//127.0.0.1:${String(own)}`,
    cut,
    silence() {
      for (const [client, upstream] of pairs) {
        client.unpipe(upstream);
        upstream.unpipe(client);
        // Read on, or the end of the connection would not be noticed here.
        client.resume();
        upstream.resume();
      }
    },
    swallowAnswers() {
      for (const [client, upstream] of pairs) {
        upstream.unpipe(client);
        upstream.resume();
      }
    },
    open: () => listen(own),
    close: () => (server.listening ? cut() : Promise.resolve()),
  };
}
