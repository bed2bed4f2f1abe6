import { ApplicationFailure } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { describe, expect, it } from 'vitest';
import { createPlanSyncActivities } from '../../../activities/plan-sync-activities.js';
import { createPlanWatchActivities } from '../../../activities/plan-watch-activities.js';
import { createReconcileActivities } from '../../../activities/reconcile-activities.js';
import { runActivity } from '../../../activities/run-activity.js';
import { GraphError } from '../../../src/domain/graph-error.js';

/** Everything that Temporal would write into its history. */
async function told(work: () => Promise<unknown>): Promise<{ text: string; error: unknown }> {
  try {
    await new MockActivityEnvironment().run(() => runActivity(work));
  } catch (error) {
    if (!(error instanceof ApplicationFailure)) throw error;
    const { message, type, stack, details, cause } = error;
    return { text: JSON.stringify({ message, type, stack, details, cause }), error };
  }
  throw new Error('It did not fail');
}

const secret = 'Karmesin';

describe('what Temporal is told of a failed activity', () => {
  it('is of an error that nobody foresaw only what kind it is and where it arose', async () => {
    const { text, error } = await told(async () => JSON.parse(`{"title": "${secret}`));
    expect(text).not.toContain(secret);
    expect(error).toMatchObject({ type: 'SyntaxError', message: 'SyntaxError' });
    expect(text).toContain('run-activity.test');
  });

  it('holds no line of a message that looks like a place in a program', async () => {
    const { text } = await told(async () => {
      throw new TypeError(`bad\n    at ${secret} (file:1:1)`);
    });
    expect(text).not.toContain(secret);
  });

  it('holds neither a cause nor a name that somebody made up', async () => {
    const { text } = await told(async () => {
      const error = new Error(secret, { cause: new Error(secret) });
      error.name = `${secret} in words`;
      throw error;
    });
    expect(text).not.toContain(secret);
  });

  it('is of Graph its code and its time, without its words', async () => {
    const { text, error } = await told(async () => {
      throw new GraphError({
        code: 'throttled',
        message: secret,
        status: 429,
        advice: '',
        retryAfterMs: 7_000,
        limit: null,
        requestId: null,
        applied: 'no',
      });
    });
    expect(text).not.toContain(secret);
    expect(error).toMatchObject({ type: 'throttled', nextRetryDelay: 7_000 });
  });

  it('is no more of any activity', async () => {
    const fails = async () => Promise.reject(new Error(secret));
    // Whatever they ask for first fails.
    const deps: unknown = new Proxy(fails, {
      get: (_, name) => {
        if (name === 'then') return undefined;
        // What is chosen by account is there; what it then is asked for fails.
        return String(name).endsWith('Of') ? () => deps : deps;
      },
    });
    const sync = createPlanSyncActivities(deps as Parameters<typeof createPlanSyncActivities>[0]);
    const watch = createPlanWatchActivities(
      deps as Parameters<typeof createPlanWatchActivities>[0],
    );
    const reconcile = createReconcileActivities(
      deps as Parameters<typeof createReconcileActivities>[0],
    );
    const environment = () => new MockActivityEnvironment();
    const runs = [
      environment().run(sync.syncTasks, { planId: 'P', refs: ['T'] }),
      environment().run(sync.syncTask, { planId: 'P', ref: 'T' }),
      environment().run(watch.listWatchedPlans, 'app'),
      environment().run(watch.sweepPlans, { plans: [{ planId: 'P', intervalMs: 1 }] }),
      environment().run(watch.probeSources, { accountId: 'app' }),
      environment().run(reconcile.requeueLeftBehind),
    ];
    for (const run of runs) {
      await expect(run).rejects.toMatchObject({ type: 'Error', message: 'Error' });
    }
  });
});
