/** One call, freed of its protocol. */
export interface OperationCall {
  /** The values of the path's parameters (`{id}`), or MCP's arguments of the same names; absent where left out. */
  readonly params?: Readonly<Record<string, unknown>>;
  /** REST: body or query; MCP: the arguments that are not in the path. */
  readonly input: unknown;
  readonly actor: string;
  /** From the header `Idempotency-Key`. */
  readonly idempotencyKey?: string;
}
