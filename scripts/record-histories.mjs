// npm run record-histories: records the histories that tests/replay replays, anew. See DEVELOPING.md for when.
import { join } from 'node:path';
import { projectRoot } from './lib/build.mjs';

// TypeScript that is not shipped: it is not built but run from its source.
const { runnerImport } = await import('vite');
/** @type {{ module: typeof import('../tests/replay/record.js') }} */
const { module } = await runnerImport(join(projectRoot, 'tests', 'replay', 'record.ts'));
for (const file of await module.main()) process.stdout.write(`recorded ${file}\n`);
process.exit(0);
