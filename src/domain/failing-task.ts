import type { TaskDocument } from './task.js';

/** A task that cannot be synced as it is, and when that is tried again. */
export interface FailingTask {
  /** Planner's limit code where it is a limit, else our own code for what Graph said. */
  readonly code: string;
  readonly message: string;
  readonly advice: string;
  readonly operation: 'create' | 'update' | 'delete';
  /** Since when it fails with this code (ms). */
  readonly since: number;
  readonly tries: number;
  /** When it is tried again by itself (ms). */
  readonly nextAt: number;
  /** Tasks of a plan that fail for the same reason: one is tried for all of them. Null: only for itself. */
  readonly group: string | null;
}

/** From 5 minutes, doubling to 6 hours (ms): somebody has to change something before it can work. */
const firstMs = 300_000;
const longestMs = 21_600_000;

/** Tasks of one group that are tried together once one of them went through. */
const portion = 20;

/** The failure after another try in vain. `isNews`: the task was changed since, so it starts over. */
export function failAgain(
  known: FailingTask | null,
  failure: Pick<FailingTask, 'code' | 'message' | 'advice' | 'operation' | 'group'>,
  { now, isNews }: { readonly now: number; readonly isNews: boolean },
): FailingTask {
  const isSame = known !== null && known.code === failure.code && !isNews;
  const tries = isSame ? known.tries + 1 : 1;
  const waitMs = Math.min(firstMs * 2 ** Math.min(tries - 1, 20), longestMs);
  return { ...failure, since: isSame ? known.since : now, tries, nextAt: now + waitMs };
}

/** What a failure has in common with others of its plan: no permission, or a limit that is not the task's own. */
export function groupOf(code: string, document: TaskDocument | null): string | null {
  switch (code) {
    case 'forbidden':
    case 'MaximumTasksInProject':
    case 'MaximumActiveTasksInProject':
    case 'MaximumBucketsInProject':
    case 'MaximumTasksCreatedByUser':
      return code;
    case 'MaximumTasksAssignedToUser':
      return `${code}:${(document?.assigneeIds ?? []).toSorted().join(',')}`;
    default:
      return null;
  }
}

/**
 * The failing tasks of a plan that are to be tried now: those by themselves when their time has come, and of each group
 * one, when the time of the one that was tried most has come.
 */
export function dueTasks(
  failing: ReadonlyMap<string, FailingTask>,
  now: number,
): readonly string[] {
  const alone = [...failing].filter(([, { group }]) => group === null);
  return [...alone, ...probesOf(failing).values()]
    .filter(([, { nextAt }]) => nextAt <= now)
    .map(([taskId]) => taskId);
}

/** Of each group the task that is tried for all of it. */
export function probesOf(
  failing: ReadonlyMap<string, FailingTask>,
): ReadonlyMap<string, readonly [taskId: string, task: FailingTask]> {
  const probes = new Map<string, readonly [string, FailingTask]>();
  for (const [taskId, task] of failing) {
    if (task.group === null) continue;
    const probe = probes.get(task.group);
    if (probe === undefined || isTriedMore(task, probe[1])) probes.set(task.group, [taskId, task]);
  }
  return probes;
}

function isTriedMore(one: FailingTask, other: FailingTask): boolean {
  return one.tries > other.tries || (one.tries === other.tries && one.nextAt < other.nextAt);
}

/** The next portion of the groups for which there is room again, those tried least first. */
export function nextPortion(
  failing: ReadonlyMap<string, FailingTask>,
  groups: ReadonlySet<string>,
): readonly string[] {
  return [...failing]
    .filter(([, { group }]) => group !== null && groups.has(group))
    .toSorted(([, one], [, other]) => one.tries - other.tries || one.since - other.since)
    .slice(0, portion)
    .map(([taskId]) => taskId);
}
