import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// One project per kind of test, so that each can be run alone: npx vitest run --project unit
const seconds = 1000;

// Most tests wait for servers more than they compute; Vitest's own choice on two cores would be one at a time.
const maxWorkers = Math.max(3, availableParallelism() - 1);

export default defineConfig({
  test: {
    // Once for all projects: they must not inherit it (`extends`), or each would start its own servers.
    globalSetup: ['tests/support/global-setup.ts'],
    projects: [
      // No module of ours has state, so that one loading of them does for all files.
      project('unit', 20 * seconds, { isolate: false }),
      project('integration', 30 * seconds, { isolate: false }),
      project('replay', 30 * seconds),
      project('browser', 60 * seconds),
      // Behind all others, and two at a time: each has a whole Tandem of its own.
      project('e2e', 120 * seconds, { maxWorkers: 2, sequence: { groupOrder: 1 } }),
    ],
  },
});

function project(name: string, timeoutMs: number, order: object = {}) {
  return {
    test: {
      maxWorkers,
      ...order,
      name,
      include: [`tests/${name}/**/*.test.ts`],
      // Temporal's native module wants processes of its own.
      pool: 'forks' as const,
      testTimeout: timeoutMs,
      // What is waited for comes at once on a quiet machine; a busy one is no failure.
      expect: { poll: { timeout: 10 * seconds } },
      hookTimeout: Math.max(timeoutMs, 60 * seconds),
    },
  };
}
