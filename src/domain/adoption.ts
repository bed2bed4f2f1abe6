import { emptyDetails, sameField } from './content.js';
import { likenessTo, mostAlike } from './likeness.js';
import type { OwnIdentity, PlannerTask, PlannerTaskFields } from './planner.js';
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
/** A create is applied within this time (ms), if at all: a renamed task that is younger was asked for by something else. */
const appliedWithinMs = 600_000;

/** The Planner task that a lost create made, and what that create had posted. */
export interface Adoption {
  readonly plannerId: string;
  readonly posted: PlannerTaskFields;
  /** The earlier, given-up create of the task that made it, where it was not the open one. */
  readonly earlier?: OwnCreateAttempt;
}

/**
 * Which unclaimed Planner tasks came from which lost create. One that holds exactly what was posted is it, whoever
 * Graph names as its maker: for an app's own tasks that may be a user. Next comes the late result of an earlier, given-up
 * create of the same task. The untouched late results of other tasks' given-up creates are nobody's. Of the app's own
 * tasks then the title as posted decides, and of those that a person has renamed, what is left of it; if exactly as many
 * of them as attempts remain, and none of them can be a given-up create's, they are paired in order of time. Anything
 * else is left open: `undecided` attempts wait for another look, `absent` ones certainly made nothing that can be seen.
 */
export function assignLostCreates(
  attempts: readonly OwnCreateAttempt[],
  candidates: readonly AdoptionCandidate[],
  givenUp: readonly OwnCreateAttempt[] = [],
): {
  readonly adopted: ReadonlyMap<string, Adoption>;
  readonly undecided: ReadonlySet<string>;
  readonly absent: ReadonlySet<string>;
} {
  const adopted = new Map<string, Adoption>();
  const free = candidates.toSorted(byTime);
  const take = (
    attempt: CreateAttempt,
    isMatch: (candidate: AdoptionCandidate, attempt: CreateAttempt) => boolean,
  ): Adoption | null => {
    const at = free.findIndex((one) => isMatch(one, attempt) && isSince(one, attempt));
    const [match] = at === -1 ? [] : free.splice(at, 1);
    return match === undefined ? null : { plannerId: match.plannerId, posted: attempt.posted };
  };
  let open = attempts.toSorted((one, other) => one.at - other.at);
  const settle = (find: (attempt: OwnCreateAttempt) => Adoption | null): void => {
    open = open.filter((attempt) => {
      const found = find(attempt);
      if (found !== null) adopted.set(attempt.taskId, found);
      return found === null;
    });
  };
  settle((attempt) => take(attempt, holdsPosted));
  const late = givenUp.toSorted((one, other) => one.at - other.at);
  const used = new Set<OwnCreateAttempt>();
  settle((attempt) => {
    for (const earlier of late) {
      if (earlier.taskId !== attempt.taskId || used.has(earlier)) continue;
      const found = take(earlier, holdsPosted);
      if (found === null) continue;
      used.add(earlier);
      return { ...found, earlier };
    }
    return null;
  });
  for (const earlier of late) if (!used.has(earlier)) take(earlier, holdsPosted);
  settle((attempt) => take(attempt, hasPostedTitle));

  const absent = idsOf(open.filter((attempt) => attempt.isRestored === true));
  open = open.filter((attempt) => attempt.isRestored !== true);
  const mayHaveMade = (attempt: CreateAttempt, one: AdoptionCandidate): boolean =>
    isSince(one, attempt) && isSoonAfter(one, attempt);
  const renamed = free.filter((one) => one.isOwn && open.some((by) => mayHaveMade(by, one)));
  const alike = mostAlike(open, renamed, (attempt, one) =>
    mayHaveMade(attempt, one) ? likenessTo(attempt.posted, one.fields) : null,
  );
  settle((attempt) => {
    const one = alike.get(attempt);
    if (one !== undefined) renamed.splice(renamed.indexOf(one), 1);
    return one === undefined ? null : { plannerId: one.plannerId, posted: attempt.posted };
  });
  if (renamed.length === 0) {
    return { adopted, undecided: new Set(), absent: new Set([...absent, ...idsOf(open)]) };
  }
  const mayBeLate = renamed.some((one) =>
    late.some((earlier) => !used.has(earlier) && mayHaveMade(earlier, one)),
  );
  if (renamed.length !== open.length || mayBeLate) {
    return { adopted, undecided: idsOf(open), absent };
  }
  open.forEach((attempt, at) => {
    const candidate = renamed[at];
    if (candidate === undefined) return;
    adopted.set(attempt.taskId, { plannerId: candidate.plannerId, posted: attempt.posted });
  });
  return { adopted, undecided: new Set(), absent };
}

/** Whether a Planner task that nobody knows yet is left to the open creates of its plan: it may be one of theirs. */
export function isLeftToCreates(
  own: OwnIdentity,
  { createdBy, fields }: Pick<PlannerTask, 'createdBy' | 'fields'>,
  attempts: readonly CreateAttempt[],
): boolean {
  if (attempts.length === 0) return false;
  return (
    mayBeMadeBy(own, createdBy) || attempts.some((attempt) => holdsPosted({ fields }, attempt))
  );
}

/** Whether a Planner task holds exactly what a create posted. */
export function holdsPosted(
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

/** Whether a Planner task was made at or after a create, as far as two clocks can tell. */
export function isSince(
  candidate: Pick<AdoptionCandidate, 'createdAt'>,
  attempt: CreateAttempt,
): boolean {
  return candidate.createdAt >= attempt.at - clockToleranceMs;
}

/** Where Graph does not say when, it may be. */
function isSoonAfter({ createdAt }: AdoptionCandidate, { at }: CreateAttempt): boolean {
  return createdAt === Infinity || createdAt < at + appliedWithinMs + clockToleranceMs;
}

function byTime(one: AdoptionCandidate, other: AdoptionCandidate): number {
  return one.createdAt - other.createdAt;
}

function idsOf(attempts: readonly OwnCreateAttempt[]): ReadonlySet<string> {
  return new Set(attempts.map((attempt) => attempt.taskId));
}
