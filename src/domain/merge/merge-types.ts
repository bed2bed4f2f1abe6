import type { TaskContent, TaskField } from '../task.js';
import type { ConflictRule, PersonTime } from './conflict-rule.js';

/** Both sides changed the same thing to different values: what they were and who got it. */
export interface FieldConflict {
  /** `task`: the whole task, deleted on one side. */
  readonly field: TaskField | 'task';
  /** Row of a keyed field (checklist id, url, object id, category). */
  readonly key?: string;
  /** Property of the row, where the values are of that alone. */
  readonly cell?: string;
  readonly base: unknown;
  readonly agent: unknown;
  readonly planner: unknown;
  readonly winner: 'agent' | 'person';
  readonly rule: ConflictRule;
}

/** When each side wrote a field, or a row of it. */
export interface WriteTimes {
  agentAt(field: TaskField, key?: string): number | null;
  personAt(field: TaskField, key?: string): PersonTime;
}

export interface ThreeWay<T> {
  readonly base: T;
  readonly agent: T;
  readonly planner: T;
}

export interface Merged<T> {
  readonly value: T;
  readonly conflicts: readonly FieldConflict[];
}

export type TaskVersions = ThreeWay<TaskContent>;
