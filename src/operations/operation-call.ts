import type { OperationReply } from './define-operation.js';
import type { Caller } from '../domain/access/caller.js';

/** One call, freed of its protocol. */
export interface OperationCall {
  /** The values of the path's parameters (`{id}`), or MCP's arguments of the same names; absent where left out. */
  readonly params?: Readonly<Record<string, unknown>>;
  /** REST: body or query; MCP: the arguments that are not in the path. */
  readonly input: unknown;
  readonly actor: string;
  /** Whose accounts it may use. */
  readonly caller: Caller;
  /**
   * Aborts when nobody waits for the answer any more. A function, so that copies of a call make none: one costs a fifth of a
   * short call over REST, and most operations never ask.
   */
  readonly signal?: () => AbortSignal;
  /** Tells a caller who wants to know that the work goes on. */
  readonly progress?: (report: OperationProgress) => void;
  /** The caller's own program can show the person an address: a reply with `elicit` has it do so. */
  readonly canElicit?: true;
  /** The same for a question to which the person says yes or no. */
  readonly canElicitForm?: true;
  /** What the person said when they were shown something for an earlier try of this call. Unchecked: the id may be anybody's. */
  readonly elicited?: ElicitAnswer;
  /** From the header `Idempotency-Key`; in the steps of an action also from its input, or of an approval. */
  readonly idempotencyKey?: string;
  /** Another operation in the name of the same caller, with all that it may and may not do. */
  readonly runOther?: RunOther;
}

/** `operation`: its name. ProblemErrors of the operation, and not_found where there is none. */
export type RunOther = (
  operation: string,
  input: Readonly<Record<string, unknown>>,
  options?: { readonly idempotencyKey?: string },
) => Promise<OperationReply>;

/** What a person is shown in the caller's own program. */
export type Elicit = ElicitUrl | ElicitForm;

/** A question to say yes or no to. */
export interface ElicitForm {
  readonly kind: 'form';
  readonly id: string;
  readonly message: string;
}

export interface ElicitUrl {
  readonly kind: 'url';
  /** What it is about; comes back with the answer. No secret. */
  readonly id: string;
  readonly url: string;
  readonly message: string;
}

export interface ElicitAnswer {
  readonly id: string;
  readonly action: 'accept' | 'decline' | 'cancel';
}

export interface OperationProgress {
  readonly progress: number;
  readonly total: number;
  readonly message: string;
}
