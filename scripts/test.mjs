// npm test: prepares what the tests need, runs all of them, and ends with one line of counts.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { BootstrapError, messageOf } from './lib/bootstrap-error.mjs';
import { findBrowser } from './lib/browser.mjs';
import { projectRoot } from './lib/build.mjs';
import { checkNode } from './lib/environment.mjs';
import { installPackage } from './lib/packages.mjs';
import { ensureBuild, ensureDependencies } from './lib/prepare.mjs';
import { createProgress } from './lib/progress.mjs';
import { ensureRedis } from './lib/redis-install.mjs';
import { ensureTemporalCli } from './lib/temporal-cli.mjs';
import { countLine, countTests } from './lib/test-counts.mjs';

/** @import { ChildProcess } from 'node:child_process' */
/** @import { TestCounts } from './lib/test-counts.mjs' */

const root = projectRoot;
const env = process.env;
const mustHaveAll = env['CI'] === 'true';
const progress = createProgress(process.stdout);
const [withCheck, filters] = takeFlag(process.argv.slice(2), '--check');

/** @type {TestCounts} */
let counts = { passed: 0, failed: 1, skipped: 0 };
let exitCode = 1;
try {
  checkNode(process.versions.node);
  await ensureDependencies({ root, env, progress });
  await ensureBuild({ root, env, progress });
  const left = await unavailableKinds();
  const checking = withCheck ? check() : null;
  const tested = await runTests(left);
  counts = tested.counts;
  const checked = await checking;
  exitCode = Math.max(checked?.code ?? 0, tested.code, counts.failed > 0 ? 1 : 0);
  process.stdout.write(`\n${checked?.output ?? ''}`);
  if (checked !== null && checked.code !== 0) {
    process.stderr.write('\nThe checks (npm run check) failed.\n');
  }
} catch (error) {
  const isOurs = error instanceof BootstrapError;
  process.stderr.write(
    `\n${isOurs || !(error instanceof Error) ? messageOf(error) : error.stack}\n`,
  );
}
process.stdout.write(`${countLine(counts)}\n`);
process.exitCode = exitCode;

/**
 * Gets what the tests need, and names what cannot be had here and which tests are left out for it.
 * @returns {Promise<string[]>} kinds of tests to leave out; in CI that is an error instead
 */
async function unavailableKinds() {
  /** @type {Set<string>} */
  const left = new Set();
  /**
   * @param {string} title
   * @param {readonly string[]} kinds that cannot do without
   * @param {(report: (text: string) => void) => Promise<string>} get says what there is
   */
  const need = async (title, kinds, get) => {
    const step = progress.step(title);
    try {
      step.done(await get(step.update));
    } catch (error) {
      if (mustHaveAll || !(error instanceof BootstrapError)) throw error;
      step.fail(`not to be had here; left out: ${kinds.join(', ')} tests`);
      progress.say(messageOf(error));
      for (const kind of kinds) left.add(kind);
    }
  };
  const onServices = ['integration', 'e2e', 'browser'];
  await need('Redis', onServices, async (report) => {
    const { version, path } = await ensureRedis({ env, yes: mustHaveAll, report });
    return `${version}, ${path}`;
  });
  await need('Temporal', onServices, async (report) => {
    const { serverVersion, path } = await ensureTemporalCli({ env, root, report });
    return `server ${serverVersion}, ${path}`;
  });
  await need('Browser', ['browser'], ensureBrowser);
  return [...left];
}

/**
 * @param {(text: string) => void} report
 * @returns {Promise<string>}
 */
async function ensureBrowser(report) {
  const found = findBrowser(env);
  if (found !== null) return found;
  const names = { what: 'A browser for its tests', apt: 'chromium', brew: null };
  await installPackage(names, { env, yes: mustHaveAll, report });
  const installed = findBrowser(env);
  if (installed !== null) return installed;
  throw new BootstrapError('Install Chromium, Chrome or Edge to run the browser tests.');
}

/**
 * @param {readonly string[]} leftOut
 * @returns {Promise<{ code: number, counts: TestCounts }>}
 */
async function runTests(leftOut) {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-report-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const projects = leftOut.map((kind) => `--project=!${kind}`);
  const args = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...reporters, ...projects];
  const code = await endOf(startProgram(process.execPath, [...args, ...filters], 'inherit'));
  try {
    if (!existsSync(report)) throw new BootstrapError('The tests could not be run.');
    const { passed, failed, skipped } = countTests(readFileSync(report, 'utf8'));
    const files = filters.length > 0 ? 0 : leftOut.flatMap(testFiles).length;
    return { code, counts: { passed, failed, skipped: skipped + files } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} kind
 * @returns {string[]}
 */
function testFiles(kind) {
  const folder = join(root, 'tests', kind);
  const names = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
    : [];
  return names.filter((name) => name.endsWith('.test.ts'));
}

/**
 * The checks, in the time that the tests only wait: they keep no processor from a test that counts seconds.
 * @returns {Promise<{ code: number, output: string }>}
 */
async function check() {
  const child = startProgram('npm', ['run', 'check', '--silent'], 'pipe');
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
  }
  return { code: await endOf(child), output };
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {'inherit' | 'pipe'} stdio
 */
function startProgram(command, args, stdio) {
  const isScript = process.platform === 'win32' && command === 'npm';
  const child = spawn(command, args, { cwd: root, stdio, shell: isScript });
  // Ctrl-C reaches it as well; what it has started is ended by it, and then we end.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return child;
}

/**
 * @param {ChildProcess} child
 * @returns {Promise<number>} its exit code
 */
function endOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/**
 * @param {readonly string[]} args
 * @param {string} flag
 * @returns {[boolean, string[]]}
 */
function takeFlag(args, flag) {
  return [args.includes(flag), args.filter((arg) => arg !== flag)];
}
