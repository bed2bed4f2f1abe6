import { readdirSync, readFileSync } from 'node:fs';
import { Worker, type WorkflowBundle } from '@temporalio/worker';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundleWorkflows, quietRuntime } from '../integration/workflows/workflow-lab.js';
import { historiesFolder } from './record.js';

const names = readdirSync(historiesFolder).map((file) => file.replace(/\.json$/, ''));
let present: WorkflowBundle;
let changed: WorkflowBundle;

beforeAll(async () => {
  quietRuntime();
  [present, changed] = await Promise.all([
    bundleWorkflows(new URL('../../workflows/index.ts', import.meta.url)),
    bundleWorkflows(new URL('./changed-workflows.ts', import.meta.url)),
  ]);
});

/** Why these workflows could not have had that history; null when they could. */
async function mismatch(workflowBundle: WorkflowBundle, name: string): Promise<string | null> {
  const history: unknown = JSON.parse(
    readFileSync(new URL(`${name}.json`, historiesFolder), 'utf8'),
  );
  const results = Worker.runReplayHistories({ workflowBundle }, [
    { workflowId: `recorded/${name}`, history },
  ]);
  for await (const { error } of results) return error === undefined ? null : error.message;
  throw new Error(`${name} was not replayed`);
}

test('there are histories of every workflow in its main states', () => {
  expect(names.toSorted()).toEqual([
    'account-continue-as-new-after',
    'account-continue-as-new-before',
    'account-life',
    'account-trouble',
    'approval-done',
    'approval-expired',
    'approval-given-up',
    'approval-refused',
    'login-cancelled',
    'login-code',
    'login-device',
    'login-expired',
    'login-interrupted',
    'plan-sync-cancelled-batch-after',
    'plan-sync-cancelled-batch-before',
    'plan-sync-continue-as-new-after',
    'plan-sync-continue-as-new-before',
    'plan-sync-failed-batch',
    'plan-sync-given-up',
    'plan-sync-idle-close',
    'plan-sync-rest',
    'plan-sync-rest-by-urgency',
    'plan-sync-trouble',
    'plan-sync-woken',
    'plan-watch',
    'plan-watch-adaptive',
    'plan-watch-adaptive-continue-as-new-after',
    'plan-watch-adaptive-list-refresh',
    'plan-watch-continue-as-new-after',
    'plan-watch-list-refresh',
    'plan-watch-person-ends',
    'plan-watch-sources',
    'plan-watch-sources-continue-as-new-after',
    'reconcile',
    'reconcile-failed',
    'subscription-continue-as-new-after',
    'subscription-continue-as-new-before',
    'subscription-life',
    'subscription-trouble',
  ]);
});

describe('runs that are open when this version is installed go on with it', () => {
  test.each(names)('%s', async (name) => {
    expect(await mismatch(present, name)).toBeNull();
  });
});

describe('a change that open runs could not go on with is found', () => {
  test.each(names)('%s', async (name) => {
    expect(await mismatch(changed, name)).toMatch(/nondeterminism/i);
  });
});
