// Bundles the workflows once at build time, so that a worker starts quickly and runs exactly what was tested.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const source = fileURLToPath(new URL('../workflows/index.ts', import.meta.url));
const converter = new URL(
  '../src/temporal/payload-encryption/failure-converter.cjs',
  import.meta.url,
);
mkdirSync(new URL('../dist/', import.meta.url), { recursive: true });

// What a workflow throws is converted inside its sandbox, which knows no setting: so there is a bundle for each.
await bundle('workflow-bundle.js', {});
await bundle('workflow-bundle-encrypted.js', { failureConverterPath: fileURLToPath(converter) });

/**
 * @param {string} name
 * @param {{ failureConverterPath?: string }} options
 */
async function bundle(name, options) {
  const { code } = await bundleWorkflowCode({
    workflowsPath: source,
    logger: new DefaultLogger('WARN'),
    ...options,
  });
  const target = fileURLToPath(new URL(`../dist/${name}`, import.meta.url));
  // In one step: a worker that starts meanwhile reads the old one or the new one, whole.
  writeFileSync(`${target}.new`, code);
  renameSync(`${target}.new`, target);
}
