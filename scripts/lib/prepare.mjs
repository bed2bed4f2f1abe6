import { build } from './build.mjs';
import { installDependencies, staleDependencies } from './dependencies.mjs';

/** @import { Progress } from './progress.mjs' */

/**
 * @typedef {object} Place
 * @property {string} root
 * @property {NodeJS.ProcessEnv} env
 * @property {Progress} progress
 * @property {AbortSignal} [signal]
 */

/**
 * Installs the locked dependencies when they are missing or stale; silent otherwise.
 * @param {Place} place
 */
export async function ensureDependencies({ root, env, progress, signal }) {
  const missing = staleDependencies(root);
  if (missing === null) return;
  const step = progress.step('Dependencies');
  step.update(`${missing}: npm ci`);
  await installDependencies(root, env, signal);
  step.done('installed as locked');
}

/**
 * Builds what has changed.
 * @param {Place} place
 */
export async function ensureBuild({ root, progress, signal }) {
  const step = progress.step('Build');
  const built = await build(root, (names) => step.update(names.join(', ')), signal);
  step.done(built.length === 0 ? 'up to date' : built.join(', '));
}
