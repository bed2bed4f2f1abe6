import type { PlanWatchActivities } from '../../activities/plan-watch-activities.js';
import {
  awaited,
  lookNow,
  planWatchWorkflow,
  plansTouched,
  rhythmChanged,
  type PlanWatchInput,
} from '../../workflows/plan-watch/contract.js';
import { runsOf, type WorkflowLab } from '../integration/workflows/workflow-lab.js';
import type { Keep } from './record.js';
import { until } from './until.js';

/** Stands where Redis and Graph would be: the second look is lost, one plan is throttled, a plan is linked later. */
export class FakeWatch {
  lists = 0;
  private sweeps = 0;
  private probes = 0;

  readonly activities: PlanWatchActivities = {
    listWatchedPlans: async () => [],
    listPlans: async ({ accountId, knownDigest }) => {
      this.lists += 1;
      const grown = accountId === 'grows' && this.lists > 1;
      const planIds = ['plan-1', 'plan-2', ...(grown ? ['plan-4'] : [])];
      const digest = planIds.join();
      return { digest, planIds: digest === knownDigest ? null : planIds };
    },
    probeSources: async ({ accountId }) => {
      this.probes += 1;
      if (accountId === 'told' && this.probes === 1) throw new Error('lost');
      return { notification: 'accepted', delta: 'refused', againMs: 86_400_000 };
    },
    sweepPlans: async ({ accountId, plans }) => {
      this.sweeps += 1;
      if (accountId === 'told') {
        const wantsProbe = this.sweeps === 3 && ({ wantsProbe: true } as const);
        return plans.map(({ planId }) => ({
          planId,
          isActive: true,
          error: null,
          source: planId === 'plan-1' ? 'notification' : 'sweep',
          ...wantsProbe,
        }));
      }
      if (accountId === 'leaves') {
        return plans.map(({ planId }) => ({
          planId,
          isActive: false,
          error: null,
          ...(this.sweeps > 1 && { isLeft: true }),
        }));
      }
      if (this.sweeps === 2) throw new Error('lost');
      return plans.map(({ planId }) => ({
        planId,
        isActive: planId === 'plan-1',
        error: planId === 'plan-2' ? { code: 'throttled', retryAfterMs: 1_000 } : null,
      }));
    },
  };

  begin(): void {
    this.lists = 0;
    this.sweeps = 0;
    this.probes = 0;
  }
}

export async function recordPlanWatch(
  lab: WorkflowLab,
  fake: FakeWatch,
  keep: Keep,
): Promise<void> {
  await recordRhythm(lab, fake, keep);
  await recordListRefresh(lab, fake, keep);
  await recordSources(lab, fake, keep);
  await recordEnd(lab, fake, keep);
}

/** The watch of a person that loses its last plan, and so ends. */
async function recordEnd(lab: WorkflowLab, fake: FakeWatch, keep: Keep): Promise<void> {
  fake.begin();
  const rhythm = { minMs: 300, maxMs: 1_000 };
  const started = await watch(lab, { accountId: 'leaves', rhythm });
  await started.result();
  await keep('plan-watch-person-ends', started);
}

function watch(lab: WorkflowLab, input: PlanWatchInput) {
  return lab.client.workflow.start(planWatchWorkflow, {
    workflowId: lab.newId(),
    taskQueue: lab.taskQueue,
    args: [input],
  });
}

/** A lost look, touched plans, another rhythm; and the run after that, which was told all of it. */
async function recordRhythm(lab: WorkflowLab, fake: FakeWatch, keep: Keep): Promise<void> {
  fake.begin();
  const rhythm = { minMs: 300, maxMs: 1_000 };
  const started = await watch(lab, { accountId: 'app', rhythm, historyLimit: 60 });
  const run = (id: string) => lab.client.workflow.getHandle(started.workflowId, id);
  const first = run(started.firstExecutionRunId);
  await started.signal(plansTouched, { planIds: ['plan-1', 'plan-3'] });
  await started.signal(awaited, { planIds: ['plan-2'], untilMs: Date.now() + 60_000 });
  await started.signal(lookNow, { planIds: ['plan-2'] });
  await started.signal(rhythmChanged, { minMs: 200, maxMs: 800 });
  await until(async () => (await runsOf(lab.client, first)).length > 2);
  const [, second = ''] = await runsOf(lab.client, first);
  await keep('plan-watch-adaptive', first);
  await keep('plan-watch-adaptive-continue-as-new-after', run(second));
  await started.terminate();
}

/** The list of plans is read again after a minute, with a plan that was linked since. */
async function recordListRefresh(lab: WorkflowLab, fake: FakeWatch, keep: Keep): Promise<void> {
  fake.begin();
  const rhythm = { minMs: 25_000, maxMs: 40_000 };
  const started = await watch(lab, { accountId: 'grows', rhythm });
  await until(() => fake.lists > 1);
  await started.signal(plansTouched, { planIds: ['plan-4'] });
  await started.terminate();
  await keep('plan-watch-adaptive-list-refresh', started);
}

/** Sources that could not be asked for at first, a plan that Graph tells of and that is asked for; and the run after that. */
async function recordSources(lab: WorkflowLab, fake: FakeWatch, keep: Keep): Promise<void> {
  fake.begin();
  const rhythm = { minMs: 300, maxMs: 1_000 };
  const started = await watch(lab, { accountId: 'told', rhythm, historyLimit: 60 });
  const run = (id: string) => lab.client.workflow.getHandle(started.workflowId, id);
  const first = run(started.firstExecutionRunId);
  await started.signal(lookNow, { planIds: ['plan-1'] });
  await until(async () => (await runsOf(lab.client, first)).length > 2);
  const [, second = ''] = await runsOf(lab.client, first);
  await keep('plan-watch-sources', first);
  await keep('plan-watch-sources-continue-as-new-after', run(second));
  await started.terminate();
}
