import { matchName } from '../../domain/names/match-name.js';
import type { Candidate } from '../../domain/problem.js';
import { nameProblem, toNameError, type NamedThing } from './name-problem.js';

/**
 * Which of these a caller means, by id or by name. ProblemError invalid_input with candidates where that is not clear.
 */
export function requireOne<One extends Candidate>(
  all: readonly One[],
  wanted: string,
  { field, thing }: { readonly field: string; readonly thing: NamedThing },
): One {
  const byId = all.find(({ id }) => id === wanted);
  if (byId !== undefined) return byId;
  const found = matchName(wanted.trim(), all);
  if (found.kind !== 'one') throw toNameError(nameProblem(field, thing, found), found);
  const named = all.find(({ id }) => id === found.id);
  if (named === undefined) throw new TypeError('A match is one of those that were given');
  return named;
}
