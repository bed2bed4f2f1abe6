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

  async function readTask(taskId: string): Promise<void> {
    try {
      const task = await writes.read(taskId, () => planner.task(taskId));
      store.dispatch({ type: 'tasksRead', tasks: [task] });
    } catch (error) {
      if (!(error instanceof GraphFailure && error.kind === 'gone')) throw error;
      store.dispatch({ type: 'taskGone', id: taskId });
    }
  }

  return {
    readTask,

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

    async readDetails(taskId) {
      const details = await writes.read(taskId, () => planner.details(taskId));
      store.dispatch({ type: 'detailsRead', details });
    },

    readAllTasks: () =>
      forShownPlan(async (planId) => {
        const startedAt = writes.now();
        const tasks = await planner.tasks(planId);
        if (!isShown(planId)) return;
        const overtaken = tasks.filter(({ id }) => writes.hasWrittenSince(id, startedAt));
        store.dispatch({
          type: 'tasksRead',
          tasks: tasks.filter((task) => !overtaken.includes(task)),
        });
        await Promise.all(overtaken.map(({ id }) => readTask(id)));
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
