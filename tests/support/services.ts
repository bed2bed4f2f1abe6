import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BootstrapError } from '../../scripts/lib/bootstrap-error.mjs';
import { type Child } from '../../scripts/lib/children.mjs';
import { acquireLock, readLock } from '../../scripts/lib/lock.mjs';
import { createPortBook } from '../../scripts/lib/ports.mjs';
import { findRedis, startRedis } from '../../scripts/lib/redis.mjs';
import { ensureTemporalCli } from '../../scripts/lib/temporal-cli.mjs';
import { startTemporal } from '../../scripts/lib/temporal.mjs';

export interface Services {
  readonly redisUrl: string;
  readonly temporalAddress: string;
  close(): Promise<void>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const runs = join(tmpdir(), 'tandem-tests');

/** A Redis and a Temporal of this test run's own, in memory, on free ports; the same code as `npm start` uses. */
export async function startServices(): Promise<Services> {
  await endAbandonedRuns();
  const folder = mkdtempSync(join(runs, 'run-'));
  const lock = await acquireLock(folder);
  const children: Child[] = [];
  const note = (child: Child) => {
    children.push(child);
    lock.addChild(child.name, child.identity);
  };
  const close = async () => {
    await Promise.all(children.map((child) => child.stop(10_000)));
    lock.release();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const ports = createPortBook();
    const [redis, temporal] = await Promise.all([
      startTestRedis(folder, (await ports.reserve(0)).port, note),
      startTestTemporal(folder, (await ports.reserve(0)).port, note),
    ]);
    return { redisUrl: redis.url, temporalAddress: temporal.address, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A run that was killed leaves its servers behind; its lock says which they are. */
async function endAbandonedRuns(): Promise<void> {
  mkdirSync(runs, { recursive: true });
  for (const name of readdirSync(runs)) {
    const folder = join(runs, name);
    if (readLock(folder) !== null) continue;
    try {
      (await acquireLock(folder)).release();
      rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (!(error instanceof BootstrapError)) throw error; // another run is doing the same
    }
  }
}

async function startTestRedis(folder: string, port: number, onStarted: (child: Child) => void) {
  const program = await findRedis(process.env);
  if (program === null)
    throw new BootstrapError('These tests need redis-server or valkey-server 7 or newer.');
  const logFile = join(folder, 'redis.log');
  return startRedis({
    program,
    port,
    folder: join(folder, 'redis'),
    logFile,
    data: 'in memory',
    onStarted,
  });
}

async function startTestTemporal(folder: string, port: number, onStarted: (child: Child) => void) {
  const { path } = await ensureTemporalCli({ env: process.env, root, report });
  const logFile = join(folder, 'temporal.log');
  const options = { program: path, port, uiPort: null, folder: null, namespace: 'default' };
  return startTemporal({ ...options, logFile, onStarted });
}

function report(text: string): void {
  process.stderr.write(`Temporal: ${text}\n`);
}
