// npm run generate: what follows from the registry of operations and is kept in the repository, anew.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './lib/build.mjs';

// TypeScript is run from its source: what is built may be older.
const { runnerImport } = await import('vite');
/** @type {{ module: typeof import('../tests/support/generated-files.js') }} */
const { module } = await runnerImport(join(projectRoot, 'tests', 'support', 'generated-files.ts'));
for (const [file, text] of Object.entries(await module.generatedFiles())) {
  writeFileSync(join(projectRoot, file), text);
  process.stdout.write(`generated ${file}\n`);
}
process.exit(0);
