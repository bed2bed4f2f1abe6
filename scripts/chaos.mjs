// npm run test:chaos: agents and people at work while everything is killed and broken, then a verdict. Only prepares and
// runs; the run itself is tests/chaos/main.ts.
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
  // TypeScript that is not shipped: it is not built but run from its source.
  const { runnerImport } = await import('vite');
  /** @type {{ module: typeof import('../tests/chaos/main.js') }} */
  const { module } = await runnerImport(join(projectRoot, 'tests', 'chaos', 'main.ts'));
  process.exitCode = await module.main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof BootstrapError)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
}
