import { withRedis } from '../tasks/redis-problem.js';
import type { Connection, Connections } from './connections.js';

/** Answers at once for a connection that was just looked up. ProblemError redis_unavailable. */
export type LookUpConnection = (id: string) => Connection | null | Promise<Connection | null>;

/** So long a process believes what it read (ms): what has ended is over for all of them after that. */
const believedMs = 500;
const mostKnown = 10_000;

export function createConnectionLookup({
  connections,
  now,
}: {
  readonly connections: Pick<Connections, 'find'>;
  readonly now: () => number;
}): LookUpConnection {
  const known = new Map<string, { readonly connection: Connection; readonly at: number }>();
  const reading = new Map<string, Promise<Connection | null>>();

  return (id) => {
    const entry = known.get(id);
    if (entry !== undefined && now() - entry.at < believedMs) return entry.connection;
    const running = reading.get(id);
    if (running !== undefined) return running;
    const started = read(id).finally(() => reading.delete(id));
    reading.set(id, started);
    return started;
  };

  async function read(id: string): Promise<Connection | null> {
    const at = now();
    const connection = await withRedis(() => connections.find(id));
    known.delete(id);
    if (connection === null) return null;
    known.set(id, { connection, at });
    const [oldest] = known.keys();
    if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
    return connection;
  }
}
