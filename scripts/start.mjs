import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BootstrapError, messageOf } from './lib/bootstrap-error.mjs';
import { projectRoot } from './lib/build.mjs';
import { readLog } from './lib/children.mjs';
import { checkNode, isAnySet, readEnvironment } from './lib/environment.mjs';
import { acquireLock } from './lib/lock.mjs';
import { help, parseOptions } from './lib/options.mjs';
import { answers, createPortBook } from './lib/ports.mjs';
import { ensureBuild, ensureDependencies } from './lib/prepare.mjs';
import { createProgress, duration } from './lib/progress.mjs';
import {
  bringUpGraph,
  bringUpProcess,
  bringUpRedis,
  bringUpTemporal,
  forgetData,
  portFor,
  readConfig,
  stopOrder,
} from './lib/stack.mjs';
import { addressVariables, withStandIns } from './lib/stand-ins.mjs';
import { createSupervisor } from './lib/supervisor.mjs';

/** @import { StartOptions } from './lib/options.mjs' */
/** @import { Site } from './lib/stack.mjs' */

const progress = createProgress(process.stdout);

try {
  checkNode(process.versions.node);
  const options = parseOptions(process.argv.slice(2));
  if (options.help) progress.say(help);
  else await start(options);
} catch (error) {
  report(error);
  process.exitCode = 1;
}

/** @param {StartOptions} options */
async function start(options) {
  const started = Date.now();
  const root = projectRoot;
  const env = readEnvironment(root, process.env);
  const dataDir = resolve(root, options.dataDir ?? env['TANDEM_DATA_DIR'] ?? '.tandem');
  const lock = await acquireLock(dataDir);
  const ending = new AbortController();
  /** @type {Promise<unknown>[]} */
  const underWay = [];
  const supervisor = createSupervisor({
    lock,
    progress,
    stopOrder,
    onFatal: (reason) => {
      process.stderr.write(`\n${reason}\n`);
      // What it was needed for cannot be finished any more.
      void stop(1, 5000);
    },
  });
  /**
   * @param {number} exitCode
   * @param {number} [longestGraceMs]
   */
  const stop = async (exitCode, longestGraceMs) => {
    if (ending.signal.aborted) return;
    ending.abort();
    const step = progress.step('Stop');
    await supervisor.stop(longestGraceMs);
    // What is still on its way up tidies up after itself; not for ever.
    await Promise.race([Promise.allSettled(underWay), sleep(3000)]);
    lock.release();
    step.done('everything has ended');
    process.exit(exitCode);
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => void stop(signal === 'SIGINT' ? 130 : 143));
  }
  try {
    if (lock.recovered.length > 0) {
      progress.warn(
        `the last run was cut off; ended what it left running: ${lock.recovered.join(', ')}`,
      );
    }
    if (options.fresh) forgetData(dataDir);
    const site = { root, dataDir, env, ports: options.ports, yes: options.yes };
    const portBook = createPortBook();
    const { places, environment } = await bringUp({
      ...site,
      progress,
      supervisor,
      portBook,
      underWay,
      signal: ending.signal,
    });
    lock.setNotes(Object.fromEntries(places), environment);
    const lines = places.map(([name, place]) => `  ${name.padEnd(13)} ${place}`);
    progress.say(`\nReady after ${duration(Date.now() - started).trim()}.\n\n${lines.join('\n')}`);
    // Commands find what runs by its data folder.
    const folder = options.dataDir === null ? '' : `TANDEM_DATA_DIR=${dataDir} `;
    progress.say(`\n  ${'Try it'.padEnd(13)} ${folder}npm run demo   (in another terminal)`);
    progress.say(`  ${'Logs'.padEnd(13)} ${dataDir}/logs\n\nCtrl-C stops everything.`);
  } catch (error) {
    // What fails because it is being stopped is no news.
    if (ending.signal.aborted) return;
    report(error);
    await stop(1);
  }
}

/**
 * @param {Site} site
 * @returns {Promise<{ places: [string, string][], environment: Record<string, string> }>} what can be reached where, and the
 * variables that lead there
 */
async function bringUp(site) {
  const { root, env, signal } = site;
  await ensureDependencies({ root, env, progress, signal });
  await ensureBuild({ root, env, progress, signal });

  // Mistakes in the environment are told before anything is started.
  const config = await readConfig(site, withStandIns(env));
  const port = await portFor(site, 'port', config.http.port);
  const origin = `http://${urlHost(config.http.host)}:${port}`;
  const services = /** @type {const} */ ([
    bringUpRedis(site, config),
    bringUpTemporal(site, config, origin),
    bringUpGraph(site),
  ]);
  site.underWay.push(...services);
  const [redis, temporal, graph] = await Promise.all(services);
  // The emulator reaches this server without a tunnel.
  const isLocal = graph.emulator !== null && !isAnySet(env, addressVariables);
  const address = isLocal ? { PUBLIC_BASE_URL: origin } : {};
  const own = { ...address, PORT: String(port), TANDEM_DATA_DIR: site.dataDir };
  const brought = { ...redis, ...temporal.env, ...graph.env, ...own };
  const whole = { ...env, ...brought };
  await Promise.all([bringUpServer(site, whole, origin), bringUpWorker(site, whole)]);
  /** @type {[string, string | null][]} */
  const places = [
    ['Board', graph.emulator?.boardUrl ?? null],
    ['Redis', redis['REDIS_URL'] ?? null],
    ['Temporal UI', temporal.webUi],
    ['MCP', `${origin}/mcp`],
    ['REST', `${origin}/api/agent/tasks`],
    ['API docs', `${origin}/api/docs`],
    ['Approvals', `${origin}/approvals`],
    ['Health', `${origin}/health`],
  ];
  return {
    places: places.flatMap(([name, place]) => (place === null ? [] : [[name, place]])),
    environment: brought,
  };
}

/**
 * @param {Site} site
 * @param {NodeJS.ProcessEnv} env
 * @param {string} origin
 */
async function bringUpServer(site, env, origin) {
  const step = progress.step('Server');
  const { hostname, port } = new URL(origin);
  await bringUpProcess(site, 'server', env, async () => {
    // A question that nobody answers is cheap this way; as a failed fetch it costs the others time.
    if (!(await answers(Number(port), hostname.replace(/^\[|\]$/g, '')))) return false;
    const answer = await fetch(`${origin}/health/ready`).catch(() => null);
    return answer?.ok === true;
  });
  step.done(origin);
}

/**
 * @param {Site} site
 * @param {NodeJS.ProcessEnv} env
 */
async function bringUpWorker(site, env) {
  const step = progress.step('Worker');
  await bringUpProcess(site, 'worker', env, (child) =>
    readLog(child.logFile, child.logStart).includes('"msg":"Worker is ready"'),
  );
  step.done(`task queue ${env['TEMPORAL_TASK_QUEUE'] ?? 'tandem'}`);
}

/**
 * @param {string} host
 * @returns {string} as it is written in a URL from this machine
 */
function urlHost(host) {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

/** @param {unknown} error */
function report(error) {
  const isOurs =
    error instanceof BootstrapError || (error instanceof Error && error.name === 'ConfigError');
  const text = error instanceof Error && !isOurs ? error.stack : messageOf(error);
  process.stderr.write(`\n${text}\n`);
}
