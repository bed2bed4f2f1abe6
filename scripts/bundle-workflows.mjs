// Bundles the workflows once at build time, so that a worker starts quickly and runs exactly what was tested.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const source = fileURLToPath(new URL('../workflows/index.ts', import.meta.url));
const target = fileURLToPath(new URL('../dist/workflow-bundle.js', import.meta.url));
const { code } = await bundleWorkflowCode({
  workflowsPath: source,
  logger: new DefaultLogger('WARN'),
});
mkdirSync(new URL('../dist/', import.meta.url), { recursive: true });
// In one step: a worker that starts meanwhile reads the old one or the new one, whole.
writeFileSync(`${target}.new`, code);
renameSync(`${target}.new`, target);
