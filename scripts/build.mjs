// npm run build: types, workflow bundle and board page into dist, each only when its sources changed.
import { BootstrapError } from './lib/bootstrap-error.mjs';
import { projectRoot } from './lib/build.mjs';
import { ensureBuild, ensureDependencies } from './lib/prepare.mjs';
import { createProgress } from './lib/progress.mjs';

const place = { root: projectRoot, env: process.env, progress: createProgress(process.stdout) };
try {
  await ensureDependencies(place);
  await ensureBuild(place);
} catch (error) {
  if (!(error instanceof BootstrapError)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
}
