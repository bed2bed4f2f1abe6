import type { NameMatch } from '../../domain/names/match-name.js';
import { ProblemError } from '../../domain/problem.js';

/** What became of the search for what a name means. */
export type LookUp =
  | NameMatch
  /** There is no plan in which to look, or none that Planner knows. */
  | { readonly kind: 'planless' }
  /** Graph does not answer, or does not allow it. */
  | { readonly kind: 'away'; readonly cause: ProblemError };

/** Only an absent Redis is still thrown: without it nothing can be written either. */
export async function lookUp(find: () => Promise<NameMatch>): Promise<LookUp> {
  try {
    return await find();
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code === 'redis_unavailable') throw error;
    const isPlanUnknown = error.code === 'not_found' || error.code === 'invalid_input';
    return isPlanUnknown ? { kind: 'planless' } : { kind: 'away', cause: error };
  }
}
