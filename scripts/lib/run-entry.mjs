import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { BootstrapError } from './bootstrap-error.mjs';
import { projectRoot, staleParts } from './build.mjs';
import { checkNode, readEnvironment } from './environment.mjs';
import { ensureBuild, ensureDependencies } from './prepare.mjs';
import { createProgress } from './progress.mjs';

/**
 * Runs a built entry with this command's arguments, with the project's `.env` and its data folder; builds first where
 * something has changed. The exit code is the entry's.
 * @param {string} entry for instance `dist/src/demo.js`
 * @param {(env: NodeJS.ProcessEnv, dataDir: string) => NodeJS.ProcessEnv} [complete] what else the entry is to know
 */
export async function runEntry(entry, complete = (given) => given) {
  const root = projectRoot;
  const env = readEnvironment(root, process.env);
  const progress = createProgress(process.stdout);
  try {
    checkNode(process.versions.node);
    await ensureDependencies({ root, env, progress });
    if (staleParts(root).length > 0) await ensureBuild({ root, env, progress });
    const dataDir = resolve(root, env['TANDEM_DATA_DIR'] ?? '.tandem');
    const child = spawn(process.execPath, [join(root, entry), ...process.argv.slice(2)], {
      cwd: root,
      env: { ...complete(env, dataDir), TANDEM_DATA_DIR: dataDir },
      stdio: 'inherit',
    });
    // Ctrl-C reaches the entry too, which ends in its own way.
    process.on('SIGINT', () => {});
    child.once('exit', (code) => {
      process.exitCode = code ?? 1;
    });
  } catch (error) {
    if (!(error instanceof BootstrapError)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}
