import type * as z from 'zod';
import { doneOutputs, textOfDone } from './actions/action-schemas.js';
import type { PreparedAction } from './actions/action-steps.js';
import { runAction } from './actions/run-action.js';
import { checkInput, type InputAliases } from './check-input.js';
import type { Operation, OperationDeps, OperationDescription } from './define-operation.js';
import { toGraphProblem } from './graph-problem.js';
import type { actionInputs } from './inputs/action-inputs.js';
import type { OperationCall } from './operation-call.js';

export { risks, type Risk } from '../domain/approvals/risk.js';

/** What actions work with: all that a process has which does them later, when a person has said yes. */
export type ActionDeps = Pick<
  OperationDeps,
  | 'accounts'
  | 'agentSignature'
  | 'boards'
  | 'graphFor'
  | 'mailFiles'
  | 'metadata'
  | 'names'
  | 'plannerIdOf'
  | 'plans'
  | 'store'
  | 'timeZone'
>;

/** What was found out about a call before anything is done. */
export interface Preparation<Prepared> {
  /** What would be done, for people: `Send "Report" to Ana Lopez and 2 others`. */
  readonly effect: string;
  /** What a person should see before they say yes, by member; no secret in it. What differs later is not done. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Names looked up, bodies made: all that `perform` needs. */
  readonly prepared: Prepared;
}

/** A call of an operation that takes an action back. */
export interface UndoCall {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** What was done. */
export interface Performed<Result> {
  readonly result: Result;
  /** Of what was made, for the header Location and the audit log. */
  readonly id?: string;
  /** Absent: it cannot be taken back. */
  readonly undo?: UndoCall;
}

type ActionInput = z.ZodObject<typeof actionInputs>;

/**
 * A write at Microsoft in two steps: `prepare` checks everything and says what would be done, without doing anything;
 * `perform` does it. So every action has a dry run, can wait for a person's yes, is done once for one idempotency key, and
 * can be taken back where there is a call that does it. Both may be called in another process, much later than the call.
 */
export function defineAction<Input extends ActionInput, Output extends z.ZodObject, Prepared>(
  definition: Omit<OperationDescription, 'output' | 'annotations'> & {
    readonly input: Input;
    readonly aliases?: InputAliases;
    readonly output: Output;
    readonly annotations: { readonly destructive: boolean; readonly idempotent: boolean };
    /**
     * Microsoft, or the steps themselves, do the same `call.idempotencyKey` once, however often it is sent: an attempt whose
     * end is not known is then repeated, instead of being told as unknown.
     */
    readonly isDeduplicated?: true;
    readonly prepare: (
      deps: ActionDeps,
      input: z.output<Input>,
      call: OperationCall,
    ) => Promise<Preparation<Prepared>>;
    readonly perform: (
      deps: ActionDeps,
      prepared: Prepared,
      call: OperationCall,
    ) => Promise<Performed<z.input<Output>>>;
  },
): Operation {
  const { prepare, perform, aliases, isDeduplicated, annotations, ...description } = definition;

  const prepareInput = async (
    deps: ActionDeps,
    input: z.output<Input>,
    call: OperationCall,
  ): Promise<PreparedAction> => {
    const { effect, details = {}, prepared } = await prepare(deps, input, call);
    return { effect, details, perform: () => perform(deps, prepared, call) };
  };

  const action = {
    isDeduplicated: isDeduplicated === true,
    prepare: (deps: ActionDeps, call: OperationCall) =>
      prepareInput(deps, checkInput(definition.input, call, aliases), call),
  };
  return {
    ...description,
    annotations: { ...annotations, readOnly: false, openWorld: true },
    output: definition.output.partial().extend(doneOutputs),
    outsideText: [...(definition.outsideText ?? []), ...textOfDone],
    action,
    async run(deps, call) {
      const { dryRun, idempotencyKey, ...input } = checkInput(definition.input, call, aliases);
      const { idempotencyKey: inHeader, ...unkeyed } = call;
      // An answer with a secret in it is kept for nobody.
      const key = definition.answersSecrets === true ? undefined : (inHeader ?? idempotencyKey);
      const keyed = key === undefined ? unkeyed : { ...unkeyed, idempotencyKey: key };
      try {
        return await runAction(deps, keyed, {
          name: definition.name,
          risk: definition.risk ?? null,
          input,
          isDryRun: dryRun === true,
          // Without a key nobody can know that a second call is the first one again.
          isRepeatable: (action.isDeduplicated && key !== undefined) || annotations.idempotent,
          prepare: (asCall) => action.prepare(deps, asCall),
        });
      } catch (error) {
        throw toGraphProblem(error, definition);
      }
    },
  };
}
