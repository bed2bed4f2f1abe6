import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPortBook } from '../../../scripts/lib/ports.mjs';
import { findRedis, startRedis } from '../../../scripts/lib/redis.mjs';

export interface OwnRedis {
  readonly url: string;
  /** Starts it at the same port as ever, empty unless its data is kept. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** As a crash does it. */
  kill(): Promise<void>;
  /** Stays connected, but does nothing until `thaw`. */
  freeze(): void;
  thaw(): void;
  /** The folder of its files. */
  readonly folder: string;
  close(): Promise<void>;
}

/** `kept at once`: on the disk before it answers (`appendfsync always`). */
export type KeptData = 'in memory' | 'kept' | 'kept at once';

/** A Redis that a test may stop and start: the shared one must not go away. */
export async function ownRedis(kept: KeptData = 'in memory'): Promise<OwnRedis> {
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
  const signal = (name: NodeJS.Signals) => {
    if (running !== null) process.kill(running.child.identity.pid, name);
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      const data =
        kept === 'kept at once'
          ? { data: 'kept' as const, fsync: 'always' as const }
          : { data: kept };
      running = await startRedis({ program, port, folder, logFile, ...data });
    },
    stop,
    async kill() {
      if (running === null) return;
      process.kill(running.child.identity.pid, 'SIGKILL');
      await running.child.exited;
      running = null;
    },
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    folder,
    async close() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
