export interface Person {
  readonly id: string;
  readonly displayName: string;
  readonly accessToken: string;
}

export interface Plan {
  readonly id: string;
  readonly bucketIds: readonly string[];
}

export type Purse =
  | 'percentComplete'
  | 'priority'
  | 'bucketId'
  | 'labels'
  | 'people'
  | 'rows'
  | 'links'
  | 'checks'
  | 'completions';

/**
 * What all writers share: the numbers of tasks, and values of which there are few. Each such value is given out once per
 * task, so that it, too, tells who wrote it.
 */
export interface World {
  readonly plans: readonly Plan[];
  readonly people: readonly Person[];
  /** Number of the next task; null when all have been made. */
  nextTask(): number | null;
  made(): number;
  /** How many times something of this kind was taken before for the task; null: there is no more. */
  take(purse: Purse, owner: string): number | null;
  /** Whether one more task of the plan may be deleted by this kind of writer. */
  takeDelete(kind: 'agent' | 'person', planId: string): boolean;
}

/** Rows and links stay far below Planner's limits, which are not what is tried here. */
const most: Readonly<Record<Purse, number>> = {
  percentComplete: 99,
  priority: 10,
  bucketId: 7,
  labels: 25,
  people: 6,
  rows: 8,
  links: 6,
  checks: 1,
  completions: 1,
};

export function createWorld(options: {
  readonly plans: readonly Plan[];
  readonly people: readonly Person[];
  readonly tasks: number;
  readonly deletesPerPlan: number;
}): World {
  const { plans, people, tasks, deletesPerPlan } = options;
  const taken = new Map<string, number>();
  let made = 0;
  const take = (key: string, limit: number): number | null => {
    const before = taken.get(key) ?? 0;
    if (before >= limit) return null;
    taken.set(key, before + 1);
    return before;
  };
  return {
    plans,
    people,
    nextTask: () => (made < tasks ? (made += 1) : null),
    made: () => made,
    take: (purse, owner) => take(`${purse}/${owner}`, most[purse]),
    takeDelete: (kind, planId) => take(`deletes/${kind}/${planId}`, deletesPerPlan) !== null,
  };
}
