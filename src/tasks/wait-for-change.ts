import { ProblemError } from '../domain/problem.js';
import type { TaskDocument, UpdateEvent } from '../domain/task.js';
import type { ChangeAnswer } from './change-waiters.js';
import type { EventStream } from './event-stream.js';
import type { HurryLooks } from './hurried-looks.js';
import type { LinkedPlans } from './linked-plans.js';
import type { TaskStore } from './task-store.js';

export interface ChangeWish {
  readonly taskId?: string;
  readonly planId?: string | undefined;
  readonly after?: string | undefined;
  /** With `taskId`: answer at once where the task has another rev. */
  readonly rev?: number | undefined;
  readonly source?: UpdateEvent['source'] | undefined;
  /** `content`: what tasks and plans hold; `all`: also how their sync fares. */
  readonly kinds: 'content' | 'all';
  /** What is not there for whoever waits; left out: everything is. */
  readonly isSeen?: (event: UpdateEvent) => boolean;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

export interface WishedChange extends ChangeAnswer {
  readonly changed: boolean;
  /** The task that was asked for, as it stands now; null where it was deleted, or none was asked for. */
  readonly task: TaskDocument | null;
}

/** Waits for something to change. ProblemError not_found, deleted, and those of `EventStream.wait`. */
export type WaitForChange = (wish: ChangeWish) => Promise<WishedChange>;

/** For so many plans a wait for anything is a wait for each of them: their looks share a request. */
const mostHurried = 20;

export function createWaitForChange(deps: {
  readonly store: Pick<TaskStore, 'read'>;
  readonly events: Pick<EventStream, 'wait' | 'readEvents'>;
  readonly linked: Pick<LinkedPlans, 'all'>;
  readonly hurry: HurryLooks;
  readonly now: () => number;
}): WaitForChange {
  const { store, events, linked, hurry, now } = deps;

  return async (wish) => {
    const { taskId, rev } = wish;
    // Before the task is read, so that no change falls in between.
    const after = wish.after ?? (rev === undefined ? undefined : await newestCursor());
    const before = taskId === undefined ? null : await readTask(taskId, wish);
    if (rev !== undefined && before?.rev !== rev) {
      return { changed: true, events: [], cursor: after ?? '0', gap: null, task: before };
    }
    const untilMs = now() + wish.timeoutMs;
    const { planId, timeoutMs, signal } = wish;
    const answer = await events.wait({
      ...(taskId !== undefined && { taskId }),
      ...(planId !== undefined && { planId }),
      ...(after !== undefined && { after }),
      ...(signal !== undefined && { signal }),
      timeoutMs,
      counts: (event) => counts(wish, event),
      onWaiting: () => {
        plansOf(wish, before).then(
          (planIds) => hurry(planIds, untilMs),
          () => undefined, // Redis has just gone: the wait goes on, its looks are not hurried
        );
      },
    });
    const changed = answer.events.length > 0 || answer.gap !== null;
    const task =
      taskId === undefined ? null : changed ? await readTask(taskId, { rev: 0 }) : before;
    return { changed, ...answer, task };
  };

  async function newestCursor(): Promise<string> {
    return (await events.readEvents({ limit: 1 })).cursor;
  }

  /** Null for a task that was deleted since the caller saw it. */
  async function readTask(
    taskId: string,
    seen: Pick<ChangeWish, 'rev' | 'after'>,
  ): Promise<TaskDocument | null> {
    try {
      return JSON.parse(await store.read(taskId)) as TaskDocument;
    } catch (error) {
      const isDeleted = error instanceof ProblemError && error.code === 'deleted';
      if (isDeleted && (seen.rev !== undefined || seen.after !== undefined)) return null;
      throw error;
    }
  }

  async function plansOf(
    { planId, taskId }: ChangeWish,
    task: TaskDocument | null,
  ): Promise<readonly string[]> {
    if (planId !== undefined) return [planId];
    if (taskId !== undefined) return task?.planId == null ? [] : [task.planId];
    const all = await linked.all();
    return all.length <= mostHurried ? all : [];
  }
}

const contentActions: readonly UpdateEvent['action'][] = [
  'created',
  'updated',
  'deleted',
  'plan_updated',
];

function counts({ kinds, source, isSeen }: ChangeWish, event: UpdateEvent): boolean {
  if (isSeen?.(event) === false) return false;
  if (source !== undefined && event.source !== source) return false;
  return kinds === 'all' || contentActions.includes(event.action);
}
