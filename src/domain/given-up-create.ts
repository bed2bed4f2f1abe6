import type { CreateAttempt } from './adoption.js';
import { holdsPosted, isSince } from './adoption.js';
import { emptyDetails, sameField } from './content.js';
import type { OwnIdentity, PlannerTask } from './planner.js';
import { mayBeMadeBy } from './planner.js';
import type { TaskContent } from './task.js';
import { detailsFields } from './task.js';

/** A create that was given up and repeated: Graph may still apply it, and then a task stands on the board twice. */
export interface GivenUpCreate extends CreateAttempt {
  /** The task for which it was made. */
  readonly taskId: string;
  /** The Planner task that was found to be its late result and is being removed. */
  readonly takenBy?: string;
}

/** So long after it was given up a create is remembered, and so many of one plan. */
export const givenUpMs = 86_400_000;
export const mostGivenUp = 1_000;

/** Where Graph names nobody, only a task that is made so soon after the attempt (ms) can be one of ours. */
const unnamedMs = 600_000;

/**
 * What an unknown task of the plan is:
 * - `double`: the untouched result of a given-up create, made by this app; it may be removed
 * - `touched`: such a result that somebody has changed since, or one that Graph says another made: people decide
 * - `other`: nothing to do with any of them
 */
export type LateCreate =
  | { readonly kind: 'double'; readonly record: GivenUpCreate }
  | {
      readonly kind: 'touched';
      readonly record: GivenUpCreate | null;
      /** Nothing else can come of that create. */
      readonly isUsedUp: boolean;
    }
  | { readonly kind: 'other' };

/** Judges a Planner task that belongs to no task against the creates of its plan that were given up. Pure. */
export function judgeLateCreate(
  own: OwnIdentity,
  found: { readonly task: PlannerTask; readonly content: TaskContent },
  records: readonly GivenUpCreate[],
): LateCreate {
  const { task, content } = found;
  const createdAt = task.createdAt === null ? Infinity : Date.parse(task.createdAt);
  const { plannerId } = task;
  const since = records.filter(
    (one) =>
      (one.takenBy === undefined || one.takenBy === plannerId) && isSince({ createdAt }, one),
  );
  const exact = since
    .filter((one) => holdsPosted(task, one))
    .toSorted((one, other) => rank(one) - rank(other) || one.at - other.at);
  const isNamed = task.createdBy.appId === own.appId;
  const [twin] = exact;
  if (twin !== undefined) {
    const isOurs = mayBeMadeBy(own, task.createdBy) && (isNamed || createdAt - twin.at < unnamedMs);
    const hasDetails = detailsFields.some(
      (field) => !sameField(field, content, blankDetails(content)),
    );
    return isOurs && !hasDetails
      ? { kind: 'double', record: twin }
      : { kind: 'touched', record: twin, isUsedUp: isOurs };
  }
  const taken = since.find((one) => one.takenBy === plannerId);
  if (taken !== undefined) return { kind: 'touched', record: taken, isUsedUp: true };
  if (!isNamed || since.length === 0) return { kind: 'other' };
  // Renamed, or made by another tool with this app's sign-in: a record is used up only where the title says which.
  const named = since.find((one) => one.posted.title === task.fields.title);
  return { kind: 'touched', record: named ?? null, isUsedUp: named !== undefined };
}

function blankDetails(content: TaskContent): TaskContent {
  return { ...content, ...emptyDetails };
}

/** One that was already taken for this task comes first. */
function rank({ takenBy }: GivenUpCreate): number {
  return takenBy === undefined ? 1 : 0;
}
