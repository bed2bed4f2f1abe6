import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { joinCertificates } from './certificates.mjs';
import { startChild, waitUntilReady } from './children.mjs';
import { emulatorEnvironment, startEmulator } from './emulator.mjs';
import { isAnySet } from './environment.mjs';
import { watchLog } from './log-watch.mjs';
import { checkRedis } from './redis-check.mjs';
import { ensureRedis } from './redis-install.mjs';
import { startRedis } from './redis.mjs';
import { ensureTemporalCli } from './temporal-cli.mjs';
import { startTemporal } from './temporal.mjs';

/** @import { Child } from './children.mjs' */
/** @import { EmulatorAddress } from './emulator.mjs' */
/** @import { Ports } from './options.mjs' */
/** @import { PortBook } from './ports.mjs' */
/** @import { Progress } from './progress.mjs' */
/** @import { Supervisor } from './supervisor.mjs' */

/**
 * @typedef {object} Site what bringing up needs to know
 * @property {string} root
 * @property {string} dataDir
 * @property {NodeJS.ProcessEnv} env
 * @property {Ports} ports
 * @property {boolean} yes
 * @property {Progress} progress
 * @property {Supervisor} supervisor
 * @property {PortBook} portBook
 * @property {Promise<unknown>[]} underWay what stopping has to wait for
 * @property {AbortSignal} signal
 */

/** The last started is stopped first. */
export const stopOrder = ['worker', 'server', 'emulator', 'temporal', 'redis'];

/** @param {string} dataDir */
export function forgetData(dataDir) {
  for (const name of ['redis', 'temporal', 'emulator']) {
    rmSync(join(dataDir, name), { recursive: true, force: true });
  }
}

/**
 * A port for somebody, with a word when it is not the usual one.
 * @param {Site} site
 * @param {keyof Ports} name
 * @param {number} usual
 * @returns {Promise<number>}
 */
export async function portFor(site, name, usual) {
  const wanted = site.ports[name] ?? usual;
  const { port, moved } = await site.portBook.reserve(wanted);
  if (moved) site.progress.warn(`port ${wanted} (--${name}) is taken, ${port} is used instead`);
  return port;
}

/**
 * @param {Site} site
 * @param {import('../../src/config/config.js').Config} config
 * @returns {Promise<Record<string, string>>} how the others reach it
 */
export async function bringUpRedis(site, config) {
  const step = site.progress.step('Redis');
  if (isAnySet(site.env, ['REDIS_URL', 'REDIS_HOST'])) {
    const { host, port, username, password, tls, ca } = config.redis;
    const version = await checkRedis({
      host,
      port,
      username,
      password: password?.reveal() ?? null,
      tls,
      ca,
    });
    if (version === null) site.progress.warn(`Redis at ${host}:${port} does not answer yet`);
    step.done(`${host}:${port}, as configured${version === null ? '' : `, version ${version}`}`);
    return {};
  }
  const program = await ensureRedis({
    env: site.env,
    yes: site.yes,
    report: step.update,
    signal: site.signal,
  });
  const port = await portFor(site, 'redis-port', 6379);
  const { child, url } = await startRedis({
    program,
    port,
    folder: join(site.dataDir, 'redis'),
    logFile: logFile(site, 'redis'),
    data: 'kept',
    onStarted: (started) => site.supervisor.started('redis', started),
  });
  site.supervisor.watch('redis', child, { graceMs: 10_000 });
  step.done(`127.0.0.1:${port} (${program.version}, ${program.path})`);
  return { REDIS_URL: url };
}

/**
 * @param {Site} site
 * @param {import('../../src/config/config.js').Config} config
 * @param {string} origin of the server
 * @returns {Promise<{ env: Record<string, string>, webUi: string | null }>}
 */
export async function bringUpTemporal(site, config, origin) {
  const step = site.progress.step('Temporal');
  const { namespace, address } = config.temporal;
  if (isAnySet(site.env, ['TEMPORAL_ADDRESS', 'TEMPORAL_PROFILE', 'TEMPORAL_CONFIG_FILE'])) {
    step.done(`${address}, as configured`);
    return { env: {}, webUi: null };
  }
  const { env, root, signal } = site;
  const cli = await ensureTemporalCli({ env, root, report: step.update, signal });
  const port = await portFor(site, 'temporal-port', 7233);
  const uiPort = await portFor(site, 'ui-port', 8233);
  const temporal = await startTemporal({
    program: cli.path,
    port,
    uiPort,
    codecEndpoint: config.payloadEncryption.isOn ? `${origin}/api/codec` : null,
    folder: join(site.dataDir, 'temporal'),
    namespace,
    logFile: logFile(site, 'temporal'),
    onStarted: (started) => site.supervisor.started('temporal', started),
  });
  site.supervisor.watch('temporal', temporal.child, { graceMs: 15_000 });
  step.done(`${temporal.address} (server ${cli.serverVersion}, ${cli.source})`);
  const webUi = `http://localhost:${uiPort}/namespaces/${namespace}/workflows`;
  return {
    env: { TEMPORAL_ADDRESS: temporal.address, TEMPORAL_UI_URL: `http://localhost:${uiPort}` },
    webUi,
  };
}

/**
 * @param {Site} site
 * @returns {Promise<{ env: Record<string, string>, emulator: EmulatorAddress | null }>}
 */
export async function bringUpGraph(site) {
  const step = site.progress.step('Graph');
  if (isAnySet(site.env, ['AZURE_CLIENT_ID', 'GRAPH_BASE_URL'])) {
    step.done(`${site.env['GRAPH_BASE_URL'] ?? 'https://graph.microsoft.com'}, as configured`);
    return { env: {}, emulator: null };
  }
  const folder = join(site.dataDir, 'emulator');
  const { child, emulator } = await startEmulator({
    root: site.root,
    folder,
    httpsPort: await portFor(site, 'graph-port', 8443),
    httpPort: await portFor(site, 'board-port', 8444),
    logFile: logFile(site, 'emulator'),
    env: site.env,
    onStarted: (started) => site.supervisor.started('emulator', started),
  });
  site.supervisor.watch('emulator', child, { graceMs: 5000 });
  step.done(`${emulator.graphUrl} (emulator; its authority: ${emulator.caFile})`);
  const theirs = site.env['NODE_EXTRA_CA_CERTS'];
  const certificates = joinCertificates(emulator.caFile, theirs, folder);
  const chosen = site.env['DEFAULT_PLANNER_PLAN_ID'];
  const plan = chosen === undefined ? {} : { DEFAULT_PLANNER_PLAN_ID: chosen };
  // Somebody who tries the board after a quiet while should not wait a minute; this Graph costs nothing.
  const isRhythmChosen = isAnySet(site.env, ['WATCH_INTERVAL_MIN_MS', 'WATCH_INTERVAL_MAX_MS']);
  const rhythm = {
    ...(!isRhythmChosen && { WATCH_INTERVAL_MAX_MS: '5000' }),
    ...(!isAnySet(site.env, ['WATCH_NAMES_INTERVAL_MS']) && { WATCH_NAMES_INTERVAL_MS: '1000' }),
  };
  const env = {
    ...emulatorEnvironment(emulator),
    ...plan,
    ...rhythm,
    NODE_EXTRA_CA_CERTS: certificates,
  };
  return { env, emulator };
}

/**
 * @param {Site} site
 * @param {'server' | 'worker'} name
 * @param {NodeJS.ProcessEnv} env
 * @param {(child: Child) => boolean | Promise<boolean>} isReady
 */
export async function bringUpProcess(site, name, env, isReady) {
  const start = async () => {
    const child = await startChild({
      name,
      command: process.execPath,
      args: ['--enable-source-maps', join(site.root, 'dist', 'src', `${name}.js`)],
      logFile: logFile(site, name),
      env,
      cwd: site.root,
    });
    site.supervisor.started(name, child);
    watchLog(child, name, site.progress.warn);
    return child;
  };
  const child = await start();
  await waitUntilReady(child, 60_000, async () => ((await isReady(child)) ? true : null));
  // A worker finishes what it is doing before it ends.
  site.supervisor.watch(name, child, { graceMs: 40_000, restart: start });
}

/**
 * @param {Site} site
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<import('../../src/config/config.js').Config>} as server and worker will read it
 */
export async function readConfig(site, env) {
  const file = pathToFileURL(join(site.root, 'dist', 'src', 'config', 'load-config.js')).href;
  /** @type {typeof import('../../src/config/load-config.js')} */
  const { loadConfig } = await import(file);
  return loadConfig(env);
}

/**
 * @param {Site} site
 * @param {string} name
 * @returns {string}
 */
function logFile(site, name) {
  return join(site.dataDir, 'logs', `${name}.log`);
}
