import { editDistance, nearEnough } from '../domain/names/edit-distance.js';

/** The name of `names` that a writer most likely meant by `name`; undefined when none is near. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  const wanted = plain(name);
  let best: string | undefined;
  let bestDistance = nearEnough(wanted.length) + 1;
  for (const candidate of names) {
    const distance = editDistance(wanted, plain(candidate));
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best ?? onlyLonger(wanted, names);
}

/** `duration` for `durationMinutes`, where no other begins so. */
function onlyLonger(wanted: string, names: readonly string[]): string | undefined {
  if (wanted.length < 4) return undefined;
  const [first, ...others] = names.filter((name) => plain(name).startsWith(wanted));
  return others.length === 0 ? first : undefined;
}

/** `plan_id` and `planID` mean the same to whoever wrote them. */
function plain(name: string): string {
  return name.slice(0, 64).toLowerCase().replaceAll(/[-_ ]/g, '');
}
