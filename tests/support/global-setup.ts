import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { createEmulator, type Emulator } from '../../emulator/create-emulator.js';
import { findBrowser } from '../../scripts/lib/browser.mjs';
import { build, projectRoot } from '../../scripts/lib/build.mjs';
import { joinCertificates } from '../../scripts/lib/certificates.mjs';
import { startServices } from './services.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** One Redis for all files: each uses its own namespace. */
    redisUrl: string;
    /** One Temporal for all files: each uses its own task queue. */
    temporalAddress: string;
    /** One emulator for all files: each uses its own plan. NODE_EXTRA_CA_CERTS of every test process names its authority. */
    emulator: Omit<Emulator, 'close'>;
    /** A Chromium, Chrome or Edge of this machine; null when there is none. */
    browserPath: string | null;
  }
}

/** Unit tests and replays need no services, so that a run of these alone starts none. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const files = project.vitest.state.getPaths();
  const needs = (kinds: RegExp) => files.some((file) => kinds.test(file));
  if (!needs(/[\\/]tests[\\/](integration|e2e|browser)[\\/]/)) return async () => {};
  if (needs(/[\\/]tests[\\/](e2e|browser)[\\/]/)) await build(projectRoot, tellBuild);

  const folder = mkdtempSync(join(tmpdir(), 'tandem-test-ca-'));
  const services = await startServices();
  const { close, ...emulator } = await createEmulator({ caDir: folder });
  // Node reads it when a process starts; the test processes are started after this.
  const theirs = process.env['NODE_EXTRA_CA_CERTS'];
  process.env['NODE_EXTRA_CA_CERTS'] = joinCertificates(emulator.caFile, theirs, folder);

  project.provide('redisUrl', services.redisUrl);
  project.provide('temporalAddress', services.temporalAddress);
  project.provide('emulator', emulator);
  project.provide('browserPath', findBrowser(process.env));
  return async () => {
    await Promise.all([close(), services.close()]);
    rmSync(folder, { recursive: true, force: true });
  };
}

function tellBuild(parts: readonly string[]): void {
  process.stderr.write(`Building ${parts.join(', ')}\n`);
}
