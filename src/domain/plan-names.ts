/** How people call a plan, its buckets and its labels. */
export interface PlanNames {
  readonly planId: string;
  readonly title: string;
  /** In board order. The hint is Planner's own and opaque. */
  readonly buckets: readonly {
    readonly id: string;
    readonly name: string;
    readonly orderHint: string;
  }[];
  /** By `category1` to `category25`; only those that have a name. */
  readonly categories: Readonly<Record<string, string>>;
}

/** The same as agents are told it: without Planner's bookkeeping. */
export interface PlanAnnouncement {
  readonly planId: string;
  readonly title: string;
  readonly buckets: readonly { readonly id: string; readonly name: string }[];
  readonly categories: Readonly<Record<string, string>>;
}

/** Equal names give equal JSON. */
export function toAnnouncement(names: PlanNames): PlanAnnouncement {
  const labels = Object.keys(names.categories).toSorted(byNumber);
  return {
    planId: names.planId,
    title: names.title,
    buckets: names.buckets.map(({ id, name }) => ({ id, name })),
    categories: Object.fromEntries(labels.map((label) => [label, names.categories[label] ?? ''])),
  };
}

/** The buckets that one of the two lacks, or that have another name. */
export function changedBuckets(before: PlanNames | null, after: PlanNames): readonly string[] {
  const old = new Map(before?.buckets.map(({ id, name }) => [id, name]));
  const now = new Map(after.buckets.map(({ id, name }) => [id, name]));
  const all = new Set([...old.keys(), ...now.keys()]);
  return [...all].filter((id) => old.get(id) !== now.get(id));
}

function byNumber(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : 1);
}
