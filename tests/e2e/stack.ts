import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../scripts/lib/build.mjs';
import { startChild, type Child } from '../../scripts/lib/children.mjs';
import {
  emulatorEnvironment,
  startEmulator,
  type EmulatorAddress,
} from '../../scripts/lib/emulator.mjs';
import { acquireLock } from '../../scripts/lib/lock.mjs';
import { createPortBook } from '../../scripts/lib/ports.mjs';
import { findRedis, startRedis } from '../../scripts/lib/redis.mjs';
import { ensureTemporalCli } from '../../scripts/lib/temporal-cli.mjs';
import { startTemporal } from '../../scripts/lib/temporal.mjs';

export type Piece = 'redis' | 'temporal' | 'emulator' | 'server' | 'worker' | 'secondWorker';

/** The whole product as processes of its own, on free ports, with data that outlives a process. */
export interface Stack {
  readonly serverUrl: string;
  readonly redisUrl: string;
  readonly temporalAddress: string;
  readonly emulator: EmulatorAddress;
  /** With the log file of every piece. */
  readonly folder: string;
  /** Returns when it takes requests; of server and worker when the process runs. */
  start(piece: Piece): Promise<void>;
  /** As a crash does it: without a word, at once. */
  kill(piece: Piece): Promise<void>;
  /** All that a piece that does not run has kept: as a disk that is lost does it. */
  wipe(piece: 'redis' | 'temporal'): void;
  /** Resolves when the process has ended by itself. */
  ended(piece: Piece): Promise<void>;
  /** What server and worker have written so far, over all their starts. */
  logs(): string;
  close(): Promise<void>;
}

export interface StackOptions {
  /** Started in this order; all without it. */
  readonly pieces?: readonly Piece[];
  readonly env?: Readonly<Record<string, string>>;
  /** Puts something between server or worker and what they use; answers the environment that leads there. */
  readonly between?: (addresses: {
    readonly redisUrl: string;
    readonly temporalAddress: string;
    readonly serverUrl: string;
    readonly emulator: EmulatorAddress;
  }) => Promise<Readonly<Record<string, string>>>;
  /** Whose `dist` server and worker are run from; the project's without it. */
  readonly root?: string;
  readonly fsync?: 'everysec' | 'always';
  /** The folder is left where it is. */
  readonly keepFolder?: boolean;
  /** A piece ended that was not killed. */
  readonly onExit?: (piece: Piece, how: string) => void;
}

const everything: readonly Piece[] = ['redis', 'temporal', 'emulator', 'server', 'worker'];

export async function startStack(options: StackOptions = {}): Promise<Stack> {
  // In the first, an aborted run's processes and files are looked for and removed by the next run of tests.
  const runs = join(tmpdir(), options.keepFolder === true ? 'tandem-kept' : 'tandem-tests');
  mkdirSync(runs, { recursive: true });
  const folder = mkdtempSync(join(runs, 'e2e-'));
  const lock = await acquireLock(folder);
  const children = new Map<Piece, Child>();
  const log = (piece: Piece) => join(folder, `${piece}.log`);
  const note = (piece: Piece) => (child: Child) => {
    children.set(piece, child);
    lock.addChild(piece, child.identity);
    void child.exited.then((how) => {
      if (children.get(piece) === child) options.onExit?.(piece, how);
    });
  };

  const [port, redisPort, temporalPort, httpsPort, httpPort] = await freePorts(5);
  const redisProgram = await findRedis(process.env);
  if (redisProgram === null) throw new Error('These tests need Redis 7 or newer');
  const temporalCli = await ensureTemporalCli({
    env: process.env,
    root: projectRoot,
    report: () => {},
  });
  const startGraph = () =>
    startEmulator({
      root: projectRoot,
      folder: join(folder, 'emulator'),
      httpsPort,
      httpPort,
      logFile: log('emulator'),
      env: process.env,
      onStarted: note('emulator'),
    });
  // Its authority and its ids are made at its first start; they outlive it.
  const { emulator } = await startGraph();
  const redisUrl = `redis://127.0.0.1:${String(redisPort)}`;
  const temporalAddress = `127.0.0.1:${String(temporalPort)}`;
  const serverUrl = `http://127.0.0.1:${String(port)}`;
  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    PORT: String(port),
    REDIS_URL: redisUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    ...emulatorEnvironment(emulator),
    NODE_EXTRA_CA_CERTS: emulator.caFile,
    AUTO_LINK_PLANS: 'true',
    WATCH_INTERVAL_MIN_MS: '1000',
    WATCH_INTERVAL_MAX_MS: '5000',
    // The most that could be written by mistake.
    LOG_LEVEL: 'debug',
    ...options.env,
    ...(await options.between?.({ redisUrl, temporalAddress, serverUrl, emulator })),
  };

  const startOwn = async (piece: 'server' | 'worker' | 'secondWorker'): Promise<void> => {
    const program = piece === 'server' ? 'server.js' : 'worker.js';
    const file = join(options.root ?? projectRoot, 'dist', 'src', program);
    const args = ['--enable-source-maps', file];
    note(piece)(
      await startChild({
        name: piece,
        command: process.execPath,
        args,
        logFile: log(piece),
        env,
        cwd: projectRoot,
      }),
    );
  };
  const start = async (piece: Piece): Promise<void> => {
    switch (piece) {
      case 'redis':
        await startRedis({
          program: redisProgram,
          port: redisPort,
          folder: join(folder, 'redis'),
          logFile: log('redis'),
          data: 'kept',
          ...(options.fsync !== undefined && { fsync: options.fsync }),
          onStarted: note('redis'),
        });
        return;
      case 'temporal':
        await startTemporal({
          program: temporalCli.path,
          port: temporalPort,
          uiPort: null,
          folder: join(folder, 'temporal'),
          namespace: 'default',
          logFile: log('temporal'),
          onStarted: note('temporal'),
        });
        return;
      case 'emulator':
        if (!children.has('emulator')) await startGraph();
        return;
      case 'server':
      case 'worker':
      case 'secondWorker':
        await startOwn(piece);
    }
  };
  const kill = async (piece: Piece): Promise<void> => {
    const child = children.get(piece);
    if (child === undefined) return;
    children.delete(piece);
    // It may have ended by itself.
    if (!child.hasExited()) process.kill(child.identity.pid, 'SIGKILL');
    await child.exited;
    lock.removeChild(piece);
  };
  const close = async (): Promise<void> => {
    for (const piece of [...children.keys()].toReversed()) await kill(piece);
    lock.release();
    if (options.keepFolder !== true) rmSync(folder, { recursive: true, force: true });
  };

  try {
    const wanted = options.pieces ?? everything;
    if (!wanted.includes('emulator')) await kill('emulator');
    for (const piece of wanted) await start(piece);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    serverUrl,
    redisUrl,
    temporalAddress,
    emulator,
    folder,
    start,
    kill,
    wipe: (piece) => rmSync(join(folder, piece), { recursive: true, force: true }),
    async ended(piece) {
      await children.get(piece)?.exited;
      children.delete(piece);
      lock.removeChild(piece);
    },
    logs: () => readFileSync(log('server'), 'utf8') + readFileSync(log('worker'), 'utf8'),
    close,
  };
}

async function freePorts(count: 5): Promise<[number, number, number, number, number]> {
  const book = createPortBook();
  const ports: number[] = [];
  for (let at = 0; at < count; at += 1) ports.push((await book.reserve(0)).port);
  return ports as [number, number, number, number, number];
}
