import type { NameMatch } from '../../domain/names/match-name.js';
import type { NameBook } from '../../metadata/name-book.js';
import { isPlannerId, mayBePlannerId } from '../../metadata/wanted.js';
import { nearestName } from '../nearest-name.js';

/**
 * The plan that is meant by a title or an id. What could be an id and is near no linked plan's title is taken for one:
 * it may be of a plan that is not linked yet.
 */
export async function matchPlan(names: Pick<NameBook, 'plan'>, plan: string): Promise<NameMatch> {
  if (isPlannerId(plan)) return { kind: 'one', id: plan };
  const match = await names.plan(plan);
  const isId = match.kind === 'none' && mayBePlannerId(plan) && !isNearTitle(plan, match);
  return isId ? { kind: 'one', id: plan } : match;
}

/** Ids resemble ids; only a title that is near says that a title was meant. */
function isNearTitle(name: string, { candidates }: Extract<NameMatch, { kind: 'none' }>): boolean {
  const titles = candidates.filter((one) => one.name !== one.id).map((one) => one.name);
  return nearestName(name, titles) !== undefined;
}
