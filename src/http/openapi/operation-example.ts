/** A call as it was made, and what was answered. */
export interface OperationExample {
  /** The arguments, those of the path among them. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The body of the answer. */
  readonly answer: unknown;
}

/** By the operation's name. */
export type OperationExamples = Readonly<Record<string, OperationExample>>;
