import { ProblemError } from '../problem.js';
import type { Caller, Scope } from './caller.js';

/** What decides about an operation. */
export interface Guarded {
  readonly name: string;
  readonly scope: Scope;
  /** It is about all plans at once, so not for callers who see some. */
  readonly spansPlans?: true;
  readonly annotations: { readonly readOnly: boolean };
}

/** Why the caller may not use an operation at all; null: it may. */
export function refuseOperation(
  { name, scope, spansPlans, annotations }: Guarded,
  caller: Pick<Caller, 'scopes' | 'plans' | 'policy'>,
  isReadOnly: boolean,
): ProblemError | null {
  if (!caller.scopes.has(scope)) {
    return new ProblemError('insufficient_scope', `${name} needs the scope ${scope}`, { scope });
  }
  if (spansPlans === true && caller.plans !== null) {
    return new ProblemError('forbidden', `${name} is about all plans, and this key is for some`);
  }
  if (annotations.readOnly) return null;
  if (isReadOnly) return new ProblemError('read_only', `${name} writes, and READ_ONLY is set`);
  if (caller.policy === 'read') {
    return new ProblemError('write_policy', `${name} writes, and this key only reads`);
  }
  return null;
}
