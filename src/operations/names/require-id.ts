import { isGuid } from '../../domain/guid.js';
import type { NameBook } from '../../metadata/name-book.js';
import { lookUp, type LookUp } from './look-up.js';
import { nameProblem, toNameError, type NamedThing } from './name-problem.js';
import { matchPlan } from './plan-name.js';

/**
 * The ids that names mean in inputs which take nothing else. ProblemError invalid_input with candidates where a name is
 * not clear; graph_forbidden or graph_unavailable where it cannot be found out.
 */
export async function requirePersonId(
  names: Pick<NameBook, 'person'>,
  person: string,
  field: string,
): Promise<string> {
  if (isGuid(person)) return person.toLowerCase();
  return idIn(await lookUp(() => names.person(person)), field, 'person');
}

export async function requirePlanId(
  names: Pick<NameBook, 'plan'>,
  plan: string,
  field = 'planId',
): Promise<string> {
  return idIn(await matchPlan(names, plan), field, 'plan');
}

/** Null: none is named, which means all. */
export async function optionalPlanId(
  names: Pick<NameBook, 'plan'>,
  plan: string | undefined,
): Promise<string | null> {
  return plan === undefined ? null : requirePlanId(names, plan);
}

export async function requireBucketId(
  names: Pick<NameBook, 'bucket'>,
  bucket: { readonly planId: string; readonly name: string },
  field: string,
): Promise<string> {
  const { planId, name } = bucket;
  return idIn(await lookUp(() => names.bucket(planId, name)), field, 'bucket');
}

function idIn(found: LookUp, field: string, thing: NamedThing): string {
  if (found.kind === 'one') return found.id;
  throw toNameError(nameProblem(field, thing, found), found);
}
