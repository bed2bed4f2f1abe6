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
  /** Aborts when nobody waits for the answer any more; only where the operation `waits`. */
  readonly signal?: AbortSignal;
  /** Tells a caller who wants to know that the work goes on. */
  readonly progress?: (report: OperationProgress) => void;
  /** From the header `Idempotency-Key`. */
  readonly idempotencyKey?: string;
}

export interface OperationProgress {
  readonly progress: number;
  readonly total: number;
  readonly message: string;
}
