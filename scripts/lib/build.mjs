import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { BootstrapError } from './bootstrap-error.mjs';
import { contentHash } from './content-hash.mjs';
import { acquireLock } from './lock.mjs';
import { run } from './processes.mjs';

/** @import { Lock } from './lock.mjs' */

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {readonly string[]} sources
 * @property {(path: string) => boolean} [isLeftOut]
 * @property {string} proof a file that is there when the part is built
 * @property {(root: string, signal?: AbortSignal) => Promise<void>} make
 */

const tools = ['package.json', 'package-lock.json', 'scripts/build.mjs', 'scripts/lib/build.mjs'];
const board = 'emulator/board';
/** @param {string} path */
const isBoard = (path) => path === board || path.startsWith(`${board}/`);
/** What the code reads at run time beside itself. @param {string} name */
const isAsset = (name) => /\.(lua|json|xml|cjs)$/.test(name);

/** What lies in a workspace beside its sources. @param {string} path */
const isBuilt = (path) => /^(?:client|bridge)\/(?:dist|node_modules)(?:\/|$)/.test(path);

const tsc = 'node_modules/typescript/bin/tsc';
const vite = 'node_modules/vite/bin/vite.js';
/** @param {string} folder */
const viteBuild = (folder) => [
  vite,
  'build',
  '--config',
  `${folder}/vite.config.ts`,
  '--logLevel',
  'warn',
];

/** @type {readonly Part[]} */
const parts = [
  {
    name: 'code',
    sources: ['src', 'workflows', 'activities', 'emulator', 'tsconfig.json', ...tools],
    isLeftOut: isBoard,
    proof: 'dist/src/server.js',
    make: compile,
  },
  {
    name: 'workflow bundle',
    // What workflows may import; the arrows between folders see to it that it is no more.
    sources: ['workflows', 'src', 'activities', 'scripts/bundle-workflows.mjs', ...tools],
    proof: 'dist/workflow-bundle-encrypted.js',
    make: (root, signal) =>
      runNode('workflow bundle', ['scripts/bundle-workflows.mjs'], { root, signal }),
  },
  {
    name: 'client',
    sources: ['client', 'tsconfig.json', ...tools],
    isLeftOut: isBuilt,
    proof: 'client/dist/index.js',
    make: (root, signal) => runNode('client', [tsc, '-p', 'client'], { root, signal }),
  },
  {
    name: 'bridge',
    sources: ['bridge', 'tsconfig.json', ...tools],
    isLeftOut: isBuilt,
    proof: 'bridge/dist/main.js',
    make: (root, signal) => runNode('bridge', [tsc, '-p', 'bridge'], { root, signal }),
  },
  {
    name: 'board page',
    sources: [board, ...tools],
    proof: 'dist/emulator/board-page/index.html',
    make: (root, signal) => runNode('board page', viteBuild(board), { root, signal }),
  },
  {
    name: 'pages',
    sources: ['pages', 'client', 'tsconfig.json', ...tools],
    isLeftOut: isBuilt,
    proof: 'dist/pages/home.js',
    make: (root, signal) => runNode('pages', viteBuild('pages'), { root, signal }),
  },
];

/**
 * @param {string} root
 * @returns {string[]} names of the parts whose sources have changed since they were built
 */
export function staleParts(root) {
  const stamps = readStamps(root);
  return parts
    .filter((part) => hasSources(root, part))
    .filter(
      (part) => stamps[part.name] !== hashOf(root, part) || !existsSync(join(root, part.proof)),
    )
    .map(({ name }) => name);
}

/**
 * Builds what has changed; parts side by side. Two builds of one folder take turns.
 * @param {string} root
 * @param {(names: readonly string[]) => void} onBuilding told once, when there is something to do
 * @param {AbortSignal} [signal]
 * @returns {Promise<readonly string[]>} the parts that were built
 */
export async function build(root, onBuilding, signal) {
  if (staleParts(root).length === 0) return [];
  const lock = await takeTurn(join(root, 'dist', '.build'));
  try {
    const names = staleParts(root);
    if (names.length === 0) return [];
    onBuilding(names);
    const stale = parts.filter(({ name }) => names.includes(name));
    const results = await Promise.allSettled(stale.map((part) => buildPart(root, part, signal)));
    const errors = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason] : [],
    );
    if (errors.length > 0)
      throw new BootstrapError(errors.map((error) => error.message).join('\n'));
    return names;
  } finally {
    lock.release();
  }
}

/**
 * @param {string} root
 * @param {Part} part
 * @param {AbortSignal} [signal]
 */
async function buildPart(root, part, signal) {
  // Taken before: what is edited meanwhile is built next time.
  const hash = hashOf(root, part);
  await part.make(root, signal);
  writeFileSync(
    stampsFile(root),
    JSON.stringify({ ...readStamps(root), [part.name]: hash }, null, 2),
  );
}

/**
 * Into a folder beside, put into place when it is complete: a failed build leaves the last good one.
 * @param {string} root
 * @param {AbortSignal} [signal]
 */
async function compile(root, signal) {
  const fresh = join(root, 'dist', '.build', 'code');
  rmSync(fresh, { recursive: true, force: true });
  const args = [tsc, '-p', 'tsconfig.json', '--outDir', fresh];
  await runNode('code', args, { root, signal });
  for (const folder of ['src', 'emulator']) copyAssets(root, folder, fresh);
  for (const folder of ['src', 'workflows', 'activities']) {
    rmSync(join(root, 'dist', folder), { recursive: true, force: true });
  }
  // The board page lives among the emulator's code and is built by itself.
  const emulator = join(root, 'dist', 'emulator');
  for (const name of existsSync(emulator) ? readdirSync(emulator) : []) {
    if (name !== 'board-page') rmSync(join(emulator, name), { recursive: true, force: true });
  }
  cpSync(fresh, join(root, 'dist'), { recursive: true });
  rmSync(fresh, { recursive: true, force: true });
}

/**
 * @param {string} root
 * @param {string} folder
 * @param {string} target
 */
function copyAssets(root, folder, target) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (isBoard(path)) continue;
    if (entry.isDirectory()) copyAssets(root, path, target);
    else if (isAsset(entry.name)) {
      mkdirSync(dirname(join(target, path)), { recursive: true });
      cpSync(join(root, path), join(target, path));
    }
  }
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @param {{ root: string, signal?: AbortSignal | undefined }} options
 */
async function runNode(name, args, { root, signal }) {
  const { code, output } = await run(process.execPath, args, { cwd: root, signal });
  if (code !== 0) throw new BootstrapError(`Building the ${name} failed:\n${output.trim()}`);
}

/**
 * @param {string} folder
 * @returns {Promise<Lock>}
 */
async function takeTurn(folder) {
  for (;;) {
    try {
      return await acquireLock(folder);
    } catch (error) {
      if (!(error instanceof BootstrapError)) throw error;
      await sleep(200);
    }
  }
}

/**
 * @param {string} root
 * @param {Part} part
 * @returns {boolean}
 */
function hasSources(root, part) {
  return part.sources.some((path) => !tools.includes(path) && existsSync(join(root, path)));
}

/**
 * @param {string} root
 * @param {Part} part
 * @returns {string}
 */
function hashOf(root, part) {
  return contentHash(root, part.sources, part.isLeftOut);
}

/**
 * @param {string} root
 * @returns {string}
 */
function stampsFile(root) {
  return join(root, 'dist', 'built.json');
}

/**
 * @param {string} root
 * @returns {Record<string, string>}
 */
function readStamps(root) {
  try {
    return JSON.parse(readFileSync(stampsFile(root), 'utf8'));
  } catch {
    return {};
  }
}

/** The project's folder. */
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));
