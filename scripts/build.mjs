import { BootstrapError, messageOf } from './lib/bootstrap-error.mjs';
import { build, projectRoot } from './lib/build.mjs';
import { createProgress } from './lib/progress.mjs';

const progress = createProgress(process.stdout);
const step = progress.step('Build');
try {
  const built = await build(projectRoot, (names) => step.update(names.join(', ')));
  step.done(built.length === 0 ? 'up to date' : built.join(', '));
} catch (error) {
  step.fail('');
  process.stderr.write(`${error instanceof BootstrapError ? messageOf(error) : String(error)}\n`);
  process.exitCode = 1;
}
