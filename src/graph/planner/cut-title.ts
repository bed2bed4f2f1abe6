/** Planner's titles, of tasks and of rows, take this many UTF-16 units. */
const longestTitle = 255;

/** A title as Planner takes it; never cut through the middle of a character. */
export function cutTitle(title: string): string {
  if (title.length <= longestTitle) return title;
  const head = title.slice(0, longestTitle);
  return /[\uD800-\uDBFF]$/.test(head) ? head.slice(0, -1) : head;
}
