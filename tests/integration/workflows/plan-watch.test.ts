import type { WorkflowHandleWithFirstExecutionRunId } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import type { PlanWatchActivities } from '../../../activities/plan-watch-activities.js';
import type { ReconcileActivities } from '../../../activities/reconcile-activities.js';
import type { ProbeOutcome } from '../../../src/sync/sources/probe-sources.js';
import type { SweepOutcome } from '../../../src/domain/sweep-outcome.js';
import type { PlanWatchInput } from '../../../workflows/plan-watch/contract.js';
import {
  awaited,
  lookNow,
  planWatchWorkflow,
  plansTouched,
  rhythmChanged,
  watchedPlans,
} from '../../../workflows/plan-watch/contract.js';
import { reconcileWorkflow } from '../../../workflows/reconcile/contract.js';
import { runsOf, startWorkflowLab, type WorkflowLab } from './workflow-lab.js';

const wait = { timeout: 20_000, interval: 20 };

interface Sweep {
  readonly at: number;
  readonly plans: Parameters<PlanWatchActivities['sweepPlans']>[0]['plans'];
}

/** What the probe says where nothing is set up for it. */
const notTried = { notification: 'not_tried', delta: 'not_tried', againMs: 86_400_000 } as const;

/** Stands where Redis and Graph would be, for one account. */
class FakePlanner {
  linked: readonly string[] = [];
  readonly sweeps: Sweep[] = [];
  listed = 0;
  probed = 0;
  probe: (probe: number) => ProbeOutcome = () => notTried;
  beforeList: (attempt: number) => void = () => {};
  hang: (planId: string) => Promise<void> = () => Promise.resolve();
  sweep: (planId: string, sweep: number) => Omit<SweepOutcome, 'planId'> = () => ({
    isActive: false,
    error: null,
  });

  of(planId: string): readonly Sweep[] {
    return this.sweeps.filter((sweep) => sweep.plans.some((plan) => plan.planId === planId));
  }
}

let lab: WorkflowLab;
const planners = new Map<string, FakePlanner>();

beforeAll(async () => {
  lab = await startWorkflowLab({
    address: inject('temporalAddress'),
    activities: {
      async listWatchedPlans() {
        return [];
      },
      async listPlans({ accountId, knownDigest }) {
        const planner = planners.get(accountId);
        if (planner === undefined) return { digest: '', planIds: [] };
        planner.listed += 1;
        planner.beforeList(planner.listed);
        const digest = planner.linked.join();
        return { digest, planIds: digest === knownDigest ? null : planner.linked };
      },
      async sweepPlans({ plans }) {
        // Plans are named after their account, so that tests can run side by side.
        const planner = planners.get(plans[0]?.planId.split('/plan')[0] ?? '');
        planner?.sweeps.push({ at: Date.now(), plans });
        const number = planner?.sweeps.length ?? 0;
        await Promise.all(plans.map(({ planId }) => (planner ?? new FakePlanner()).hang(planId)));
        return plans.map(({ planId }) => ({
          planId,
          ...(planner?.sweep(planId, number) ?? { isActive: false, error: null }),
        }));
      },
      async probeSources({ accountId }) {
        const planner = planners.get(accountId);
        if (planner !== undefined) planner.probed += 1;
        return planner?.probe(planner.probed) ?? notTried;
      },
      async requeueLeftBehind() {
        return 7;
      },
    } satisfies PlanWatchActivities & ReconcileActivities,
  });
});
afterAll(() => lab.close());

/** An account of the test's own, with so many linked plans. */
function anAccount(plans: number) {
  const accountId = lab.newId();
  const planner = new FakePlanner();
  planner.linked = Array.from({ length: plans }, (_, at) => `${accountId}/plan-${String(at)}`);
  planners.set(accountId, planner);
  return {
    accountId,
    planner,
    planIds: planner.linked,
    watch: (input: Partial<PlanWatchInput> = {}): Promise<WorkflowHandleWithFirstExecutionRunId> =>
      lab.client.workflow.start(planWatchWorkflow, {
        workflowId: accountId,
        taskQueue: lab.taskQueue,
        args: [{ accountId, rhythm: { minMs: 1_000, maxMs: 10_000 }, ...input }],
      }),
  };
}

/** As if nothing had happened for a long time: the next look is an hour away. */
function asleep(planIds: readonly string[]): NonNullable<PlanWatchInput['carried']> {
  return planIds.map((planId) => ({
    planId,
    intervalMs: 3_600_000,
    nextAt: Date.now() + 3_600_000,
    quietSince: 0,
  }));
}

describe.concurrent('the watch', () => {
  test('looks at once, and then in its rhythm', async () => {
    const { planner, watch, planIds } = anAccount(1);
    await watch();
    await vi.waitFor(() => expect(planner.sweeps.length).toBeGreaterThanOrEqual(4), wait);

    const times = planner.sweeps.map((sweep) => sweep.at);
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(900); // jitter shortens by a tenth
    expect(planner.sweeps[0]?.plans).toEqual([
      { planId: planIds[0], intervalMs: 1_000, pace: 'active' },
    ]);
  });

  test('looks at twenty plans in one activity, at more in several side by side', async () => {
    const { planner, watch, planIds } = anAccount(25);
    const handle = await watch({
      carried: asleep(planIds),
      rhythm: { minMs: 3_600_000, maxMs: 3_600_000 },
    });
    await vi.waitFor(() => expect(planner.listed).toBe(1), wait);
    await handle.signal(lookNow, { planIds });
    await vi.waitFor(() => expect(planner.sweeps.length).toBeGreaterThanOrEqual(2), wait);

    const sizes = planner.sweeps.slice(0, 2).map(({ plans }) => plans.length);
    expect(sizes.toSorted((one, other) => other - one)).toEqual([20, 5]);
  });

  test('goes on after a look that failed and after a look that was refused', async () => {
    const { planner, watch } = anAccount(1);
    planner.sweep = (_planId, sweep) => {
      if (sweep === 1) throw new Error('the worker lost its way');
      return sweep === 2
        ? { isActive: false, error: { code: 'throttled', retryAfterMs: 3_000 } }
        : { isActive: true, error: null };
    };
    await watch();
    await vi.waitFor(() => expect(planner.sweeps.length).toBeGreaterThanOrEqual(4), wait);

    const [, refused = 0, next = 0] = planner.sweeps.map((sweep) => sweep.at);
    expect(next - refused).toBeGreaterThanOrEqual(3_000);
  });

  test('waits for the list of plans while Redis is away', async () => {
    const { planner, watch } = anAccount(1);
    planner.beforeList = (attempt) => {
      if (attempt === 1) throw new Error('Redis is away');
    };
    await watch();

    await vi.waitFor(() => expect(planner.sweeps.length).toBeGreaterThanOrEqual(1), wait);
    expect(planner.listed).toBe(2);
  });

  test('looks soon where an agent writes, without waiting for the slow look', async () => {
    const { planner, watch, planIds } = anAccount(2);
    const handle = await watch({ carried: asleep(planIds) });
    await vi.waitFor(async () => expect(await handle.query(watchedPlans)).toHaveLength(2), wait);
    const [touched = '', other = ''] = planIds;
    await handle.signal(plansTouched, { planIds: [touched] });
    await vi.waitFor(() => expect(planner.of(touched).length).toBeGreaterThanOrEqual(2), wait);

    expect(planner.of(other)).toHaveLength(0);
  });

  test('looks at once where somebody asks for it, however far away the next look is', async () => {
    const { planner, watch, planIds } = anAccount(2);
    const handle = await watch({
      carried: asleep(planIds),
      rhythm: { minMs: 3_600_000, maxMs: 3_600_000 },
    });
    await vi.waitFor(async () => expect(await handle.query(watchedPlans)).toHaveLength(2), wait);
    const [asked = '', other = ''] = planIds;
    await handle.signal(lookNow, { planIds: [asked] });
    await vi.waitFor(() => expect(planner.of(asked)).toHaveLength(1), wait);

    expect(planner.of(other)).toHaveLength(0);
  });

  test('looks at once at a plan that is linked while it reads the list of plans', async () => {
    const { accountId, planner, watch } = anAccount(1);
    const handle = await watch();
    const planId = `${accountId}/plan-new`;
    await handle.signal(plansTouched, { planIds: [planId] });

    await vi.waitFor(() => expect(planner.of(planId).length).toBeGreaterThanOrEqual(1), wait);
  });

  test('ends when another account has its last plan, and begins again with the next one', async () => {
    const { accountId, planner, watch, planIds } = anAccount(1);
    planner.sweep = (planId) => ({
      isActive: false,
      error: null,
      ...(planId === planIds[0] && { isLeft: true }),
    });
    await (await watch()).result();
    expect(planner.sweeps).toHaveLength(1);

    const next = `${accountId}/plan-next`;
    planner.linked = [next];
    const again = await lab.client.workflow.signalWithStart(planWatchWorkflow, {
      workflowId: accountId,
      taskQueue: lab.taskQueue,
      args: [{ accountId, rhythm: { minMs: 1_000, maxMs: 10_000 } }],
      signal: plansTouched,
      signalArgs: [{ planIds: [next] }],
    });
    await vi.waitFor(() => expect(planner.of(next).length).toBeGreaterThanOrEqual(2), wait);
    expect((await again.describe()).status.name).toBe('RUNNING');
  });

  test('of the app goes on without a plan', async () => {
    const handle = await lab.client.workflow.start(planWatchWorkflow, {
      workflowId: lab.newId(),
      taskQueue: lab.taskQueue,
      args: [{ accountId: 'app', rhythm: { minMs: 1_000, maxMs: 10_000 } }],
    });
    await vi.waitFor(async () => expect(await handle.query(watchedPlans)).toEqual([]), wait);
    expect((await handle.describe()).status.name).toBe('RUNNING');
    await handle.terminate();
  });

  test('takes over a new rhythm while it waits', async () => {
    const { planner, watch, planIds } = anAccount(1);
    const handle = await watch({ carried: asleep(planIds) });
    await vi.waitFor(() => expect(planner.listed).toBe(1), wait);
    await handle.signal(rhythmChanged, { minMs: 200, maxMs: 400 });
    await vi.waitFor(() => expect(planner.sweeps.length).toBeGreaterThanOrEqual(2), wait);

    expect(planner.sweeps[0]?.plans[0]?.intervalMs).toBe(400);
  });

  test('looks more often where somebody waits for a change', async () => {
    const { planner, watch, planIds } = anAccount(2);
    const handle = await watch({
      carried: asleep(planIds),
      rhythm: { minMs: 200, maxMs: 3_600_000 },
    });
    const [wanted = '', other = ''] = planIds;
    await handle.signal(awaited, { planIds: [wanted], untilMs: Date.now() + 60_000 });
    await vi.waitFor(() => expect(planner.of(wanted).length).toBeGreaterThanOrEqual(3), wait);

    expect(planner.of(other)).toHaveLength(0);
    expect(planner.of(wanted)[0]?.plans[0]?.pace).toBe('awaited');
  });

  test('goes on with other plans while a look hangs', async () => {
    const { planner, watch, planIds } = anAccount(2);
    const [hanging = '', lively = ''] = planIds;
    let release = (): void => {};
    planner.hang = (planId) =>
      planId === hanging && planner.of(hanging).length === 1
        ? new Promise((resolve) => (release = resolve))
        : Promise.resolve();
    const handle = await watch({ carried: asleep(planIds), rhythm: { minMs: 200, maxMs: 400 } });
    await handle.signal(lookNow, { planIds: [hanging] });
    await vi.waitFor(() => expect(planner.of(hanging)).toHaveLength(1), wait);
    await handle.signal(lookNow, { planIds: [lively] });
    await vi.waitFor(() => expect(planner.of(lively).length).toBeGreaterThanOrEqual(2), wait);

    expect(planner.of(hanging)).toHaveLength(1);
    release();
    await vi.waitFor(() => expect(planner.of(hanging).length).toBeGreaterThan(1), wait);
  });

  test('asks at its start which sources Graph offers, and again when that is due', async () => {
    const { planner, watch } = anAccount(1);
    planner.probe = (probe) => ({ ...notTried, againMs: probe === 1 ? 300 : 86_400_000 });
    await watch();
    await vi.waitFor(() => expect(planner.probed).toBe(2), wait);
  });

  test('asks anew when a look finds that the answer is not for the present settings', async () => {
    const { planner, watch } = anAccount(1);
    planner.sweep = (_planId, sweep) => ({
      isActive: false,
      error: null,
      ...(sweep === 2 && { wantsProbe: true }),
    });
    await watch({ probeAt: Date.now() + 3_600_000 });
    await vi.waitFor(() => expect(planner.probed).toBe(1), wait);
    expect(planner.sweeps.length).toBeGreaterThanOrEqual(2);
  });

  test('goes on looking when Graph cannot be asked for its sources', async () => {
    const { planner, watch } = anAccount(1);
    planner.probe = () => {
      throw new Error('Redis is away');
    };
    await watch();
    await vi.waitFor(() => expect(planner.sweeps.length).toBeGreaterThanOrEqual(2), wait);
    expect(planner.probed).toBe(1);
  });

  test('looks seldom where Graph tells of changes, and at once when it does', async () => {
    const { planner, watch, planIds } = anAccount(2);
    const [told = '', other = ''] = planIds;
    planner.sweep = (planId) => ({
      isActive: true,
      error: null,
      source: planId === told ? 'notification' : 'sweep',
    });
    const handle = await watch({ rhythm: { minMs: 200, maxMs: 3_600_000 } });
    await vi.waitFor(() => expect(planner.of(other).length).toBeGreaterThan(4), wait);
    const isLookedAt = (): number =>
      planner.of(told).filter(({ plans }) => plans.some(({ planId }) => planId === told)).length;
    const before = isLookedAt();
    await handle.signal(lookNow, { planIds: [told] });
    await vi.waitFor(() => expect(isLookedAt()).toBe(before + 1), wait);
    const [asked] =
      planner
        .of(told)
        .at(-1)
        ?.plans.filter(({ planId }) => planId === told) ?? [];
    expect(asked).toMatchObject({ isAsked: true, pace: 'told', intervalMs: 3_600_000 });
    expect(before).toBe(1);
  });

  test('continues as new in the same rhythm', async () => {
    const { accountId, planner, watch, planIds } = anAccount(2);
    const [busy = '', sleeping = ''] = planIds;
    const asleepPlans = asleep([sleeping]);
    const handle = await watch({
      historyLimit: 60,
      rhythm: { minMs: 200, maxMs: 3_600_000 },
      carried: asleepPlans,
    });
    const first = lab.client.workflow.getHandle(accountId, handle.firstExecutionRunId);
    await vi.waitFor(
      async () => expect((await runsOf(lab.client, first)).length).toBeGreaterThanOrEqual(2),
      wait,
    );
    const sweeps = planner.of(busy).length;
    await vi.waitFor(() => expect(planner.of(busy).length).toBeGreaterThan(sweeps + 1), wait);

    expect(planner.of(sleeping)).toHaveLength(0);
    const view = await lab.client.workflow.getHandle(accountId).query(watchedPlans);
    expect(view.find((plan) => plan.planId === sleeping)?.nextAt).toBe(asleepPlans[0]?.nextAt);
  });
});

test('reconcile answers how many changes it handed to sync again', async () => {
  const count = await lab.client.workflow.execute(reconcileWorkflow, {
    workflowId: lab.newId(),
    taskQueue: lab.taskQueue,
    args: [{ accountId: 'app' }],
  });

  expect(count).toBe(7);
});
