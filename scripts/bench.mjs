// npm run bench: measures against baselines of the same run. Only prepares and runs; the bench itself is bench/main.ts.
import { join } from 'node:path';
import { BootstrapError } from './lib/bootstrap-error.mjs';
import { projectRoot } from './lib/build.mjs';
import { checkNode } from './lib/environment.mjs';
import { ensureDependencies } from './lib/prepare.mjs';
import { createProgress } from './lib/progress.mjs';

try {
  checkNode(process.versions.node);
  const progress = createProgress(process.stdout);
  await ensureDependencies({ root: projectRoot, env: process.env, progress });
  // The bench is TypeScript that is not shipped: it is not built but run from its source.
  const { runnerImport } = await import('vite');
  /** @type {{ module: typeof import('../bench/main.js') }} */
  const { module } = await runnerImport(join(projectRoot, 'bench', 'main.ts'));
  process.exitCode = await module.main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof BootstrapError)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
}
