/** Where work comes from. */
export const workSources = ['planner', 'todo', 'mail'] as const;

export type WorkSource = (typeof workSources)[number];

/** Something that somebody has to do. */
export interface WorkItem {
  readonly source: WorkSource;
  readonly id: string;
  readonly title: string;
  /** 2026-11-26, of the person's clock. */
  readonly dueDay: string | null;
  /** A task of To Do that stands for a flagged mail. */
  readonly isOfMail?: true;
  /** Whose plan, list or sender it is. */
  readonly place: string | null;
  readonly url?: string;
  /** For the calls that change it: the plan or list. */
  readonly placeId?: string;
}

/**
 * All work in one list: what is overdue first, then by day, then what has no day; what is due on one day by its source and
 * title. What came twice is there once. To Do's list of flagged mail is left out where the mail itself is there: it says the
 * same by ids of another kind.
 */
export function mergeWork(items: readonly WorkItem[], until: string | null): readonly WorkItem[] {
  const hasMail = items.some(({ source }) => source === 'mail');
  const known = new Map<string, WorkItem>();
  for (const item of items) {
    const isShownAsMail = item.isOfMail === true && hasMail;
    const key = JSON.stringify([item.source, item.id]);
    if (!isShownAsMail && !known.has(key)) known.set(key, item);
  }
  return [...known.values()]
    .filter(({ dueDay }) => until === null || (dueDay !== null && dueDay <= until))
    .toSorted(inOrder);
}

/** Days compare as texts; what has none comes last. */
function inOrder(one: WorkItem, other: WorkItem): number {
  if (one.dueDay !== other.dueDay) {
    if (one.dueDay === null) return 1;
    if (other.dueDay === null) return -1;
    return one.dueDay < other.dueDay ? -1 : 1;
  }
  const bySource = workSources.indexOf(one.source) - workSources.indexOf(other.source);
  if (bySource !== 0) return bySource;
  if (one.title !== other.title) return one.title < other.title ? -1 : 1;
  return one.id < other.id ? -1 : Number(one.id > other.id);
}
