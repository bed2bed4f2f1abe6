import { emptyDetails, sameField } from './content.js';
import type { PlannerTaskFields } from './planner.js';
import type { TaskContent } from './task.js';
import { taskFields } from './task.js';

/** How much of what was posted a Planner task still shows, most telling first. */
export type Likeness = readonly [words: number, chosenValues: number, values: number];

/** What a task has for which nobody chose anything. */
const unchosen: TaskContent = {
  bucketId: null,
  title: '',
  percentComplete: 0,
  priority: 5,
  startDateTime: null,
  dueDateTime: null,
  assigneeIds: [],
  appliedCategories: [],
  ...emptyDetails,
};

/**
 * How much a Planner task is like what a create posted, although somebody has renamed it since: words of the title that
 * are left, values that somebody had chosen, and all values. Null: nothing says that it came of this create; a title
 * says so from half of its words on.
 */
export function likenessTo(posted: PlannerTaskFields, held: PlannerTaskFields): Likeness | null {
  const words = wordsOf(posted.title);
  const left = [...wordsOf(held.title)].filter((word) => words.has(word)).length;
  const [sent, found] = [
    { ...emptyDetails, ...posted },
    { ...emptyDetails, ...held },
  ];
  const equal = taskFields.filter((field) => field !== 'title' && sameField(field, sent, found));
  const chosen = equal.filter((field) => !sameField(field, sent, unchosen));
  const isTelling = left > 0 && left * 2 >= words.size;
  return isTelling || chosen.length > 0
    ? [isTelling ? left : 0, chosen.length, equal.length]
    : null;
}

/** The pairs of which each side is more like the other than like anybody else, by their first. */
export function mostAlike<A, B>(
  ones: readonly A[],
  others: readonly B[],
  likenessOf: (one: A, other: B) => Likeness | null,
): ReadonlyMap<A, B> {
  const bonds = ones.flatMap((one) =>
    others.flatMap((other) => {
      const likeness = likenessOf(one, other);
      return likeness === null ? [] : [{ one, other, likeness }];
    }),
  );
  const strongest = bonds.filter((bond) =>
    bonds.every((rival) => {
      const isRival = rival.one === bond.one || rival.other === bond.other;
      return rival === bond || !isRival || isMore(bond.likeness, rival.likeness);
    }),
  );
  return new Map(strongest.map(({ one, other }) => [one, other]));
}

function isMore(one: Likeness, other: Likeness): boolean {
  return (one[0] - other[0] || one[1] - other[1] || one[2] - other[2]) > 0;
}

function wordsOf(title: string): ReadonlySet<string> {
  return new Set(title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
