// npm run generate: what follows from the operations and is kept in the repository, anew: examples, client, tables of the docs.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './lib/build.mjs';
import { run } from './lib/processes.mjs';

// Examples are calls as they were made: the test that makes them writes them down.
const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
const test = 'tests/integration/workplace/every-operation.test.ts';
const { code, output } = await run(
  process.execPath,
  [vitest, 'run', '--project', 'integration', test],
  { cwd: projectRoot, env: { ...process.env, WRITE_EXAMPLES: 'true' } },
);
if (code !== 0) {
  process.stderr.write(output);
  process.exit(1);
}
tell('src/http/openapi/examples.json');

// TypeScript is run from its source: what is built may be older.
const { runnerImport } = await import('vite');
/** @type {{ module: typeof import('../tests/support/generated-files.js') }} */
const { module } = await runnerImport(join(projectRoot, 'tests', 'support', 'generated-files.ts'));
for (const [file, text] of Object.entries(await module.generatedFiles())) {
  const path = join(projectRoot, file);
  if (readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
  tell(file);
}
process.exit(0);

/** @param {string} file */
function tell(file) {
  process.stdout.write(`generated ${file}\n`);
}
