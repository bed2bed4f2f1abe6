import { ProblemError } from '../problem.js';
import type { Caller, Scope, StepUp } from './caller.js';

/** What decides about an operation. */
export interface Guarded {
  readonly name: string;
  /** Null: nothing but to be let in. */
  readonly scope: Scope | null;
  /** It is about all plans at once, so not for callers who see some. */
  readonly spansPlans?: true;
  readonly annotations: { readonly readOnly: boolean };
}

/** Why the caller may not use an operation at all; null: it may. */
export function refuseOperation(
  { name, scope, spansPlans, annotations }: Guarded,
  caller: Pick<Caller, 'scopes' | 'plans' | 'policy' | 'stepUp'>,
  isReadOnly: boolean,
): ProblemError | null {
  if (scope !== null && !caller.scopes.has(scope)) {
    return missingScope(name, scope, caller.stepUp?.(scope));
  }
  if (spansPlans === true && caller.plans !== null) {
    return new ProblemError('forbidden', `${name} is about all plans, and this key is for some`);
  }
  if (annotations.readOnly) return null;
  if (isReadOnly) return new ProblemError('read_only', `${name} writes, and READ_ONLY is set`);
  if (caller.policy === 'read') {
    return new ProblemError(
      'write_policy',
      `${name} writes, and this key or connection only reads`,
    );
  }
  return null;
}

function missingScope(name: string, scope: Scope, stepUp: StepUp | undefined): ProblemError {
  const needed = `${name} needs the scope ${scope}`;
  if (stepUp === undefined) return new ProblemError('insufficient_scope', needed, { scope });
  const detail = stepUp.advice === null ? needed : `${needed}; ${stepUp.advice}`;
  return new ProblemError('insufficient_scope', detail, { scope }, { scope: stepUp.scope });
}
