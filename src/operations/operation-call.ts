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
  /** Aborts when nobody waits for the answer any more. Over REST it is made when it is first read. */
  readonly signal?: AbortSignal;
  /** Tells a caller who wants to know that the work goes on. */
  readonly progress?: (report: OperationProgress) => void;
  /** The caller's own program can show the person an address: a reply with `elicit` has it do so. */
  readonly canElicit?: true;
  /** What the person said when they were shown an address for an earlier try of this call. Unchecked: the id may be anybody's. */
  readonly elicited?: ElicitAnswer;
  /** From the header `Idempotency-Key`. */
  readonly idempotencyKey?: string;
}

export interface ElicitUrl {
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
