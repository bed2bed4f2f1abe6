import type { Editor, SyncError, SyncState, TaskField } from '../domain/task.js';
import type { Conflict } from './conflict-log.js';
import type { NextStep } from './whats-next.js';

/** Somebody, by the name that people know. */
export interface NamedEditor extends Editor {
  /** A person's display name, an agent's name; null where it is not known. */
  readonly name: string | null;
}

/** Who wrote a value last, and how that is known. */
export interface LastWrite {
  readonly by: NamedEditor;
  /** UTC. A person's write lies between the two; they are equal where the time is known exactly. */
  readonly from: string;
  readonly to: string;
  /** In words. */
  readonly how: string;
}

export interface FieldExplanation {
  readonly field: TaskField;
  readonly agents: unknown;
  readonly planner: unknown;
  /** `equal`, or in which direction the next sync will carry a value; `both` where rows differ both ways. */
  readonly difference: 'equal' | 'to_planner' | 'to_agents' | 'both';
  /** Null for values that nobody has changed since Planner or Tandem made the task. */
  readonly lastWrite: LastWrite | null;
  /** The last conflict about it, and in words what decided. */
  readonly conflict: (Conflict & { readonly decided: string }) | null;
}

/** Everything that there is to know about the sync of one task. */
export interface TaskExplanation {
  readonly task: {
    readonly id: string;
    readonly title: string;
    readonly planId: string | null;
    readonly planTitle: string | null;
    readonly plannerId: string | null;
    readonly webUrl: string | null;
    readonly rev: number;
    readonly syncedRev: number | null;
    readonly state: SyncState | 'deleted';
    readonly error: SyncError | null;
  };
  /** The whole in a few sentences. */
  readonly summary: readonly string[];
  readonly fields: readonly FieldExplanation[];
  /** When Planner's values were read (UTC), and why not now, where they were not. */
  readonly plannerReadAt: string | null;
  readonly plannerNote: string | null;
  readonly next: NextStep;
  /** The sync of its plan in Temporal. */
  readonly workflow: {
    readonly workflowId: string;
    readonly runId: string | null;
    readonly webUrl: string | null;
  } | null;
}
