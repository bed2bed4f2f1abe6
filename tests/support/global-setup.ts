import type { TestProject } from 'vitest/node';
import { findBrowser } from '../../scripts/lib/browser.mjs';
import { startServices } from './services.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** One Redis for all files: each uses its own namespace. */
    redisUrl: string;
    /** One Temporal for all files: each uses its own task queue. */
    temporalAddress: string;
    /** A Chromium, Chrome or Edge of this machine; null when there is none. */
    browserPath: string | null;
  }
}

/** Unit tests and replays need no services, so that a run of these alone starts none. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const needsServices = /[\\/]tests[\\/](integration|e2e|browser)[\\/]/;
  const files = project.vitest.state.getPaths().filter((path) => needsServices.test(path));
  if (files.length === 0) return async () => {};
  const services = await startServices();
  project.provide('redisUrl', services.redisUrl);
  project.provide('temporalAddress', services.temporalAddress);
  project.provide('browserPath', findBrowser(process.env));
  return () => services.close();
}
