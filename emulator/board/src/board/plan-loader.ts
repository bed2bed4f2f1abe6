import { GraphFailure } from '../graph/graph-failure.js';
import type { PlanName } from '../control/activity.js';
import { activityKept } from './board-state.js';
import type { BoardServices } from './board-store.js';
import type { WriteClock } from './write-clock.js';

export interface PlanLoader {
  /** Reads the whole plan. A failure ends up in the state, not in an exception. */
  load(plan: PlanName): Promise<void>;
  /** Reads one task again; one that is gone leaves the board. */
  readTask(taskId: string): Promise<void>;
  readDetails(taskId: string): Promise<void>;
  readAllTasks(): Promise<void>;
  readBuckets(): Promise<void>;
  readPlan(): Promise<void>;
}

/** All reading from Graph. An answer for a plan that is no longer shown is dropped. */
export function createPlanLoader(services: BoardServices, writes: WriteClock): PlanLoader {
  const { store, planner, control } = services;
  const isShown = (planId: string) => store.state.plan?.id === planId;

  async function forShownPlan(read: (planId: string) => Promise<void>): Promise<void> {
    const planId = store.state.plan?.id;
    if (planId !== undefined) await read(planId);
  }

  return {
    async load(plan) {
      const [shown, details, buckets, tasks, activity] = await Promise.all([
        planner.plan(plan.id),
        planner.planDetails(plan.id),
        planner.buckets(plan.id),
        planner.tasks(plan.id),
        control.activity(plan.id, activityKept),
      ]);
      if (!isShown(plan.id)) return;
      store.dispatch({
        type: 'planLoaded',
        plan: { id: shown.id, title: shown.title },
        categoryNames: details.categoryDescriptions,
        buckets,
        tasks,
        activity,
      });
    },

    async readTask(taskId) {
      const startedAt = writes.now();
      try {
        const task = await planner.task(taskId);
        // The person's own write has finished meanwhile: its answer is newer than this one.
        if (!writes.hasWrittenSince(taskId, startedAt)) {
          store.dispatch({ type: 'tasksRead', tasks: [task] });
        }
      } catch (error) {
        if (!(error instanceof GraphFailure && error.kind === 'gone')) throw error;
        store.dispatch({ type: 'taskGone', id: taskId });
      }
    },

    async readDetails(taskId) {
      const startedAt = writes.now();
      const details = await planner.details(taskId);
      if (writes.hasWrittenSince(taskId, startedAt)) return;
      store.dispatch({ type: 'detailsRead', details });
    },

    readAllTasks: () =>
      forShownPlan(async (planId) => {
        const startedAt = writes.now();
        const tasks = await planner.tasks(planId);
        if (!isShown(planId)) return;
        store.dispatch({
          type: 'tasksRead',
          tasks: tasks.filter(({ id }) => !writes.hasWrittenSince(id, startedAt)),
        });
      }),

    readBuckets: () =>
      forShownPlan(async (planId) => {
        const buckets = await planner.buckets(planId);
        if (isShown(planId)) store.dispatch({ type: 'bucketsRead', buckets });
      }),

    readPlan: () =>
      forShownPlan(async (planId) => {
        const [plan, details] = await Promise.all([
          planner.plan(planId),
          planner.planDetails(planId),
        ]);
        if (!isShown(planId)) return;
        store.dispatch({
          type: 'planRenamed',
          plan: { id: plan.id, title: plan.title },
          categoryNames: details.categoryDescriptions,
        });
      }),
  };
}
