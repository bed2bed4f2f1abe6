/** Starts and tells the durable flows of accounts. Every call is harmless to repeat, and rejects while Temporal is away. */
export interface AccountFlows {
  /** Makes sure that it runs, also after Temporal lost its data. */
  ensure(id: string): Promise<void>;
  /** Somebody signed it in, or its configuration changed: it looks at what there is now. */
  signedIn(id: string): Promise<void>;
  /** Answers once there is a token after the given revision. */
  refresh(id: string, after: number): Promise<{ readonly revision: number }>;
  /** Its tokens are forgotten, and the flow ends. */
  signOut(id: string): Promise<void>;
}
