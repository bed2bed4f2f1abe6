import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPortBook } from '../../../scripts/lib/ports.mjs';
import { findRedis, startRedis } from '../../../scripts/lib/redis.mjs';

export interface OwnRedis {
  readonly url: string;
  /** Starts it, empty, at the same port as ever. */
  start(): Promise<void>;
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** A Redis that a test may stop and start: the shared one must not go away. */
export async function ownRedis(): Promise<OwnRedis> {
  const program = await findRedis(process.env);
  if (program === null) throw new Error('redis-server or valkey-server 7 or newer is needed');
  const folder = mkdtempSync(join(tmpdir(), 'tandem-own-redis-'));
  const { port } = await createPortBook().reserve(0);
  const logFile = join(folder, 'redis.log');
  let running: Awaited<ReturnType<typeof startRedis>> | null = null;
  const stop = async () => {
    await running?.child.stop(5_000);
    running = null;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      running = await startRedis({ program, port, folder, logFile, data: 'in memory' });
    },
    stop,
    async close() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
