import type { OperationCall } from '../operation-call.js';
import type { ActionDeps, UndoCall } from '../define-action.js';

/** An action as those see it who do not do it at once. */
export interface ActionSteps {
  /** What has the call's own `idempotencyKey` is done once, however often it is sent: an attempt that died is repeated. */
  readonly isDeduplicated: boolean;
  /** Checks the whole call. Throws ProblemError and GraphError as they come. */
  prepare(deps: ActionDeps, call: OperationCall): Promise<PreparedAction>;
}

/** What would be done, and the way to do it. */
export interface PreparedAction {
  readonly effect: string;
  readonly details: Readonly<Record<string, unknown>>;
  perform(): Promise<DoneAction>;
}

export interface DoneAction {
  readonly result: Readonly<Record<string, unknown>>;
  readonly id?: string;
  readonly undo?: UndoCall;
}
