import type { TaskStore, WriteAccess, WriteContext } from '../tasks/task-store.js';
import type { TaskHistory } from './task-history.js';
import { ProblemError, type Problem } from '../domain/problem.js';

/** Whose value is to stand; `value`: another one, in the form of the field. */
export type Choice =
  { readonly take: 'agent' | 'person' } | { readonly take: 'value'; readonly value: unknown };

export interface ResolveOptions {
  readonly actor: string;
  /** Also when somebody has changed the value since the conflict. */
  readonly overwrite: boolean;
  /** What the actor may do; left out: everything. */
  readonly access?: WriteAccess;
}

export interface Decision {
  readonly choice: Choice;
  readonly options: ResolveOptions;
}

/** What came of a decision. */
export interface Decided {
  /** False: the chosen value stood already. */
  readonly isWritten: boolean;
  /** The task's revision; null when it is deleted. */
  readonly rev: number | null;
}

export interface DecideDeps {
  readonly history: TaskHistory;
  readonly store: TaskStore;
}

/** Who writes, and why. */
export function toContext({ actor, access }: ResolveOptions): WriteContext {
  return { actor, cause: 'resolve', ...(access !== undefined && { access }) };
}

/** The answer of the task store, or its problem as an error. */
export function written(reply: {
  readonly status: number;
  readonly json: string;
  readonly rev: number;
}): Decided {
  if (reply.status < 400) return { isWritten: true, rev: reply.rev };
  const { code, detail, title, errors, current } = JSON.parse(reply.json) as Problem;
  throw new ProblemError(code as ProblemError['code'], detail ?? title, {
    ...(errors !== undefined && { errors }),
    ...(current !== undefined && { current }),
  });
}
