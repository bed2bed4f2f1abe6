/** Set variables that are probably meant to be one of ours: a letter or two off, other case, other underscores. */
export function findMisspellings(
  set: readonly string[],
  known: readonly string[],
): { readonly written: string; readonly meant: string }[] {
  const setNames = new Set(set);
  // A missing or wrong letter in a short name (PORT, HOST, HOME, PATH) is more likely another program's variable.
  const candidates = known
    .filter((name) => !setNames.has(name))
    .map((name) => ({ name, plain: plain(name) }))
    .filter(({ plain: text }) => text.length >= 7);
  const knownNames = new Set(known);
  return set
    .filter((written) => !knownNames.has(written))
    .flatMap((written) => {
      const text = plain(written);
      const near = candidates.find(
        (candidate) => distance(text, candidate.plain) <= (candidate.plain.length >= 12 ? 2 : 1),
      );
      return near === undefined ? [] : [{ written, meant: near.name }];
    });
}

function plain(name: string): string {
  return name.toUpperCase().replaceAll(/[_-]/g, '');
}

/**
 * Levenshtein distance; names that differ by more than two in length, or in both first and last letter, are simply far
 * apart: an environment holds a hundred of them, and nobody misspells both ends.
 */
function distance(left: string, right: string): number {
  if (Math.abs(left.length - right.length) > 2) return Infinity;
  if (left[0] !== right[0] && left.at(-1) !== right.at(-1)) return Infinity;
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [row, letter] of left.split('').entries()) {
    const current = [row + 1];
    for (const [column, other] of right.split('').entries()) {
      const substituted = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      const inserted = (current[column] ?? 0) + 1;
      const removed = (previous[column + 1] ?? 0) + 1;
      current.push(Math.min(substituted, inserted, removed));
    }
    previous = current;
  }
  return previous[right.length] ?? Infinity;
}
