/** A create whose answer we have not got: what was posted and when (ms). */
export interface CreateAttempt {
  readonly taskId: string;
  readonly at: number;
  readonly title: string;
}

/** A Planner task of the plan that this app made and that belongs to no task yet. */
export interface AdoptionCandidate {
  readonly plannerId: string;
  readonly title: string;
  readonly createdAt: number;
}

/** Clocks of Graph and Redis may differ by this much. */
const clockToleranceMs = 60_000;

/**
 * Which of the app's unclaimed Planner tasks came from which lost create. Titles as posted decide; if then exactly as
 * many tasks as attempts remain, a person has renamed them and they are paired in order of time. Anything else is left
 * open: `undecided` attempts wait for another look, `absent` ones certainly made nothing that can be seen.
 */
export function assignLostCreates(
  attempts: readonly CreateAttempt[],
  candidates: readonly AdoptionCandidate[],
): {
  readonly adopted: ReadonlyMap<string, string>;
  readonly undecided: ReadonlySet<string>;
  readonly absent: ReadonlySet<string>;
} {
  const adopted = new Map<string, string>();
  const free = candidates.toSorted(byTime);
  const open: CreateAttempt[] = [];
  for (const attempt of attempts.toSorted((one, other) => one.at - other.at)) {
    const at = free.findIndex(
      (candidate) => candidate.title === attempt.title && isSince(candidate, attempt),
    );
    const [match] = at === -1 ? [] : free.splice(at, 1);
    if (match === undefined) open.push(attempt);
    else adopted.set(attempt.taskId, match.plannerId);
  }

  const oldest = open[0];
  const renamed = oldest === undefined ? [] : free.filter((one) => isSince(one, oldest));
  if (renamed.length === 0) return { adopted, undecided: new Set(), absent: idsOf(open) };
  if (renamed.length !== open.length) return { adopted, undecided: idsOf(open), absent: new Set() };
  open.forEach((attempt, at) => {
    const candidate = renamed[at];
    if (candidate !== undefined) adopted.set(attempt.taskId, candidate.plannerId);
  });
  return { adopted, undecided: new Set(), absent: new Set() };
}

function isSince(candidate: AdoptionCandidate, attempt: CreateAttempt): boolean {
  return candidate.createdAt >= attempt.at - clockToleranceMs;
}

function byTime(one: AdoptionCandidate, other: AdoptionCandidate): number {
  return one.createdAt - other.createdAt;
}

function idsOf(attempts: readonly CreateAttempt[]): ReadonlySet<string> {
  return new Set(attempts.map((attempt) => attempt.taskId));
}
