import { join } from 'node:path';
import { Redis } from 'ioredis';
import { BootstrapError } from '../../scripts/lib/bootstrap-error.mjs';
import { projectRoot } from '../../scripts/lib/build.mjs';
import { joinCertificates } from '../../scripts/lib/certificates.mjs';
import { emulatorEnvironment, startEmulator } from '../../scripts/lib/emulator.mjs';
import { createPortBook } from '../../scripts/lib/ports.mjs';
import { findRedis, startRedis } from '../../scripts/lib/redis.mjs';
import { ensureTemporalCli } from '../../scripts/lib/temporal-cli.mjs';
import { startTemporal } from '../../scripts/lib/temporal.mjs';
import { cpuTimes, type NamedProcess } from './cpu-time.js';
import { createGraphControl, type GraphControl } from './graph-control.js';
import { startProduct, type Product, type ProductOptions } from './product.js';
import { openRunFolder } from './run-folder.js';

/** Redis, Temporal and the emulator, set up as `npm start` does it, and the means to measure with them. */
export interface Stand {
  readonly root: string;
  readonly redis: Redis;
  readonly redisUrl: string;
  readonly temporalAddress: string;
  readonly graph: GraphControl;
  /** For a program that talks to the emulator as Microsoft's Graph; holds the app's secret. */
  readonly graphEnv: Readonly<Record<string, string>>;
  startProduct(options: ProductOptions): Promise<Product>;
  /** Processor time of everything that was started, of the bench itself, and of others that are named, by name (ms). */
  cpuTimes(others?: readonly NamedProcess[]): ReadonlyMap<string, number>;
  close(): Promise<void>;
}

export interface StandOptions {
  readonly profileDir: string | null;
  readonly say: (text: string) => void;
}

export async function openStand({ profileDir, say }: StandOptions): Promise<Stand> {
  const folder = await openRunFolder();
  const ports = createPortBook();
  const anyPort = async () => (await ports.reserve(0)).port;
  const inFolder = (name: string) => join(folder.path, name);
  const start = (name: string) => ({
    folder: inFolder(name),
    logFile: inFolder(`${name}.log`),
    onStarted: folder.add,
  });
  const programs = { ...process.env, ...profiling(profileDir) };
  try {
    const program = await findRedis(process.env);
    if (program === null) throw new BootstrapError('redis-server or valkey-server 7 is needed.');
    const cli = await ensureTemporalCli({ env: process.env, root: projectRoot, report: say });
    const [{ url }, temporal, { emulator }] = await Promise.all([
      startRedis({ ...start('redis'), program, port: await anyPort(), data: 'kept' }),
      startTemporal({
        ...start('temporal'),
        program: cli.path,
        port: await anyPort(),
        uiPort: null,
        namespace: 'default',
      }),
      startEmulator({
        ...start('emulator'),
        root: projectRoot,
        httpsPort: await anyPort(),
        httpPort: await anyPort(),
        env: programs,
      }),
    ]);
    const { DEFAULT_PLANNER_PLAN_ID: _, ...graph } = emulatorEnvironment(emulator);
    const theirs = process.env['NODE_EXTRA_CA_CERTS'];
    const graphEnv = {
      ...graph,
      NODE_EXTRA_CA_CERTS: joinCertificates(emulator.caFile, theirs, folder.path),
    };
    const redis = new Redis(url);
    return {
      root: projectRoot,
      redis,
      redisUrl: url,
      temporalAddress: temporal.address,
      graph: createGraphControl(emulator.boardUrl),
      graphEnv,
      startProduct: async (options) =>
        startProduct(options, {
          folder,
          port: await anyPort(),
          env: {
            ...programs,
            ...graphEnv,
            REDIS_URL: url,
            TEMPORAL_ADDRESS: temporal.address,
          },
        }),
      cpuTimes: (others = []) =>
        cpuTimes([
          ...folder.children.map(({ name, identity }) => ({ name, pid: identity.pid })),
          { name: 'bench', pid: process.pid },
          ...others,
        ]),
      async close() {
        redis.disconnect();
        await folder.close();
      },
    };
  } catch (error) {
    await folder.close();
    throw error;
  }
}

function profiling(profileDir: string | null): Record<string, string> {
  if (profileDir === null) return {};
  const preload = join(projectRoot, 'bench', 'cpu-profile.cjs');
  return { NODE_OPTIONS: `--require=${preload}`, BENCH_PROFILE_DIR: profileDir };
}
