// npm run demo: an agent's view of a running Tandem. Only builds and runs; the demo itself is src/demo.ts.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { BootstrapError } from './lib/bootstrap-error.mjs';
import { projectRoot, staleParts } from './lib/build.mjs';
import { checkNode, readEnvironment } from './lib/environment.mjs';
import { ensureBuild, ensureDependencies } from './lib/prepare.mjs';
import { createProgress } from './lib/progress.mjs';

const root = projectRoot;
const env = readEnvironment(root, process.env);
const progress = createProgress(process.stdout);
try {
  checkNode(process.versions.node);
  await ensureDependencies({ root, env, progress });
  if (staleParts(root).length > 0) await ensureBuild({ root, env, progress });
  const dataDir = resolve(root, env['TANDEM_DATA_DIR'] ?? '.tandem');
  const demo = spawn(process.execPath, [join(root, 'dist/src/demo.js'), ...process.argv.slice(2)], {
    cwd: root,
    env: { ...env, TANDEM_DATA_DIR: dataDir },
    stdio: 'inherit',
  });
  process.on('SIGINT', () => {});
  demo.once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
} catch (error) {
  if (!(error instanceof BootstrapError)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
}
