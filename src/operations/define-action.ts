import * as z from 'zod';
import {
  defineOperation,
  type Operation,
  type OperationDeps,
  type OperationDescription,
} from './define-operation.js';
import type { actionInputs } from './inputs/action-inputs.js';
import type { OperationCall } from './operation-call.js';

/** What actions work with: all that a process has which does them later, when a person has said yes. */
export type ActionDeps = Pick<
  OperationDeps,
  | 'accounts'
  | 'graphFor'
  | 'mailFiles'
  | 'metadata'
  | 'names'
  | 'plannerIdOf'
  | 'plans'
  | 'store'
  | 'timeZone'
>;

/** Why a person may want to be asked before it is done. */
export const risks = ['send', 'post', 'cancel', 'delete', 'bulk'] as const;

export type Risk = (typeof risks)[number];

/** What was found out about a call before anything is done. */
export interface Preparation<Prepared> {
  /** What would be done, for people: `Send "Report" to Ana Lopez and 2 others`. */
  readonly effect: string;
  /** What a person should see before they say yes, by member; no secret in it. */
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
 * can be taken back where there is a call that does it.
 */
export function defineAction<Input extends ActionInput, Output extends z.ZodObject, Prepared>(
  definition: Omit<OperationDescription, 'output' | 'annotations'> & {
    readonly input: Input;
    readonly output: Output;
    readonly annotations: { readonly destructive: boolean; readonly idempotent: boolean };
    readonly risk?: Risk;
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
  const { prepare, perform, risk: _risk, annotations, ...description } = definition;
  return defineOperation({
    ...description,
    annotations: { ...annotations, readOnly: false, openWorld: true },
    output: definition.output.partial().extend(actionOutputs),
    handler: async (deps, input, call) => {
      const { effect, details = {}, prepared } = await prepare(deps, input, call);
      if (input.dryRun === true) {
        const json = JSON.stringify({ dryRun: { effect, details } });
        return { status: 200, httpStatus: 200, json };
      }
      const { result, id } = await perform(deps, prepared, call);
      return { status: 200, json: JSON.stringify(result), ...(id !== undefined && { id }) };
    },
  });
}

const actionOutputs = {
  dryRun: z
    .object({ effect: z.string(), details: z.record(z.string(), z.unknown()) })
    .optional()
    .describe('Only with dryRun: what would be done.'),
};
