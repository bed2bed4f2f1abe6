// npm run docs: writes the tables of the documentation that are made from the registry of operations.
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { projectRoot } from './lib/build.mjs';

/** @type {{ module: typeof import('../tests/support/docs/tables.js') }} */
const { module } = await runnerImport(join(projectRoot, 'tests', 'support', 'docs', 'tables.ts'));
await module.writeDocuments(projectRoot);
