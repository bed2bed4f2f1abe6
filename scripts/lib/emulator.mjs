import { join } from 'node:path';
import { startChild, readLog, waitUntilReady } from './children.mjs';

/** @import { Child } from './children.mjs' */

/**
 * @typedef {object} EmulatorAddress
 * @property {string} graphUrl
 * @property {string} boardUrl
 * @property {string} caFile
 * @property {string} tenantId
 * @property {string} clientId
 * @property {string} clientSecret
 * @property {string} defaultPlanId
 */

/**
 * @param {object} options
 * @param {string} options.root
 * @param {string} options.folder
 * @param {number} options.httpsPort
 * @param {number} options.httpPort
 * @param {string} options.logFile
 * @param {NodeJS.ProcessEnv} options.env
 * @param {(child: Child) => void} [options.onStarted] before it is ready
 * @returns {Promise<{ child: Child, emulator: EmulatorAddress }>}
 */
export async function startEmulator({
  root,
  folder,
  httpsPort,
  httpPort,
  logFile,
  env,
  onStarted,
}) {
  const ports = ['--https-port', String(httpsPort), '--http-port', String(httpPort)];
  const child = await startChild({
    name: 'Emulator',
    command: process.execPath,
    args: [
      join(root, 'dist', 'emulator', 'main.js'),
      '--data-dir',
      folder,
      ...ports,
      '--json',
      // The server that it notifies is on this machine, too.
      '--allow-http-notification-url',
    ],
    logFile,
    env,
    cwd: root,
  });
  onStarted?.(child);
  const emulator = await waitUntilReady(child, 30_000, () => readyLine(child));
  return { child, emulator };
}

/**
 * @param {EmulatorAddress} emulator
 * @returns {Record<string, string>} what a product needs to use it instead of Microsoft's Graph
 */
export function emulatorEnvironment(emulator) {
  return {
    GRAPH_BASE_URL: emulator.graphUrl,
    PLANNER_WEB_URL: emulator.boardUrl,
    AZURE_AUTHORITY_HOST: emulator.graphUrl,
    AZURE_TENANT_ID: emulator.tenantId,
    AZURE_CLIENT_ID: emulator.clientId,
    AZURE_CLIENT_SECRET: emulator.clientSecret,
    DEFAULT_PLANNER_PLAN_ID: emulator.defaultPlanId,
  };
}

/**
 * @param {Child} child
 * @returns {EmulatorAddress | null}
 */
function readyLine(child) {
  const lines = readLog(child.logFile, child.logStart).split('\n');
  const line = lines.find((text) => text.startsWith('{"ready":true'));
  return line === undefined ? null : JSON.parse(line);
}
