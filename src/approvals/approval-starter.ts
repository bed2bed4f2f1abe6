/** The durable flow of an approval. Each call rejects while Temporal is away. */
export interface ApprovalStarter {
  /** Starts it, where it does not run already. */
  start(approval: ApprovalStart): Promise<void>;
  /** Somebody has decided; starts it where it is gone. */
  decided(approval: ApprovalStart): Promise<void>;
}

export interface ApprovalStart {
  readonly approvalId: string;
  readonly operation: string;
  /** Until nobody can decide any more (ms). */
  readonly livesMs: number;
}
