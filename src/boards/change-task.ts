import type { FieldConflict } from '../domain/merge/merge-types.js';
import type { BoardTask } from './board-task.js';

/** What a change did. */
export interface ChangedTask {
  readonly before: BoardTask;
  readonly after: BoardTask;
  /** Where others wrote the same at the same moment; what stands is in `after`. */
  readonly conflicts: readonly FieldConflict[];
  /** The operation of the store that it was; null: there was none, or none of ours. */
  readonly written: { readonly taskId: string; readonly rev: number } | null;
}
