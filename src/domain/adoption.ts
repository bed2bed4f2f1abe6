import { emptyDetails, sameField } from './content.js';
import type { PlannerTask, PlannerTaskFields } from './planner.js';
import { mayBeMadeBy } from './planner.js';
import { taskFields } from './task.js';

/** A create whose answer we have not got: what was posted and when (ms). */
export interface CreateAttempt {
  readonly at: number;
  readonly posted: PlannerTaskFields;
  /**
   * It came out of a backup. This app may have made other tasks since that are unknown as well, so that only what was
   * posted tells which one is its: never their number.
   */
  readonly isRestored?: boolean;
}

export interface OwnCreateAttempt extends CreateAttempt {
  readonly taskId: string;
}

/** A Planner task of the plan that belongs to no task yet. */
export interface AdoptionCandidate {
  readonly plannerId: string;
  readonly fields: PlannerTaskFields;
  readonly createdAt: number;
  /** Made by this app, as far as Graph says. */
  readonly isOwn: boolean;
}

/** Clocks of Graph and Redis may differ by this much. */
const clockToleranceMs = 60_000;

/**
 * Which unclaimed Planner tasks came from which lost create. One that holds exactly what was posted is it, whoever
 * Graph names as its maker: for an app's own tasks that may be a user. Of the app's own tasks then the title as posted
 * decides; if exactly as many of them as attempts remain, a person has renamed them and they are paired in order of
 * time. Anything else is left open: `undecided` attempts wait for another look, `absent` ones certainly made nothing
 * that can be seen.
 */
export function assignLostCreates(
  attempts: readonly OwnCreateAttempt[],
  candidates: readonly AdoptionCandidate[],
): {
  readonly adopted: ReadonlyMap<string, string>;
  readonly undecided: ReadonlySet<string>;
  readonly absent: ReadonlySet<string>;
} {
  const adopted = new Map<string, string>();
  const free = candidates.toSorted(byTime);
  let open = attempts.toSorted((one, other) => one.at - other.at);
  for (const isMatch of [holdsPosted, hasPostedTitle]) {
    open = open.filter((attempt) => {
      const at = free.findIndex(
        (candidate) => isMatch(candidate, attempt) && isSince(candidate, attempt),
      );
      const [match] = at === -1 ? [] : free.splice(at, 1);
      if (match !== undefined) adopted.set(attempt.taskId, match.plannerId);
      return match === undefined;
    });
  }

  const absent = idsOf(open.filter((attempt) => attempt.isRestored === true));
  open = open.filter((attempt) => attempt.isRestored !== true);
  const oldest = open[0];
  const renamed =
    oldest === undefined ? [] : free.filter((one) => one.isOwn && isSince(one, oldest));
  if (renamed.length === 0) {
    return { adopted, undecided: new Set(), absent: new Set([...absent, ...idsOf(open)]) };
  }
  if (renamed.length !== open.length) return { adopted, undecided: idsOf(open), absent };
  open.forEach((attempt, at) => {
    const candidate = renamed[at];
    if (candidate !== undefined) adopted.set(attempt.taskId, candidate.plannerId);
  });
  return { adopted, undecided: new Set(), absent };
}

/** Whether a Planner task that nobody knows yet is left to the open creates of its plan: it may be one of theirs. */
export function isLeftToCreates(
  ownAppId: string,
  { createdBy, fields }: Pick<PlannerTask, 'createdBy' | 'fields'>,
  attempts: readonly CreateAttempt[],
): boolean {
  if (attempts.length === 0) return false;
  return (
    mayBeMadeBy(ownAppId, createdBy) || attempts.some((attempt) => holdsPosted({ fields }, attempt))
  );
}

function holdsPosted(
  { fields }: Pick<AdoptionCandidate, 'fields'>,
  { posted }: CreateAttempt,
): boolean {
  if (fields.title !== posted.title) return false;
  // A task posted without a bucket stands in one of Planner's choice.
  const { bucketId } = posted.bucketId === null ? fields : posted;
  const [held, sent] = [
    { ...emptyDetails, ...fields },
    { ...emptyDetails, ...posted, bucketId },
  ];
  return taskFields.every((field) => sameField(field, held, sent));
}

function hasPostedTitle(candidate: AdoptionCandidate, { posted }: CreateAttempt): boolean {
  return candidate.isOwn && candidate.fields.title === posted.title;
}

function isSince(candidate: AdoptionCandidate, attempt: CreateAttempt): boolean {
  return candidate.createdAt >= attempt.at - clockToleranceMs;
}

function byTime(one: AdoptionCandidate, other: AdoptionCandidate): number {
  return one.createdAt - other.createdAt;
}

function idsOf(attempts: readonly OwnCreateAttempt[]): ReadonlySet<string> {
  return new Set(attempts.map((attempt) => attempt.taskId));
}
