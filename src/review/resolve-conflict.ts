import { contentOf } from '../domain/content.js';
import { placeOf, type ValueChange } from '../domain/history/history-entry.js';
import { valueAt } from '../domain/history/value-at.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import type { TaskField } from '../domain/task.js';
import { detailsFields, taskFields } from '../domain/task.js';
import type { Alerts } from '../tasks/alerts.js';
import type { TaskStore } from '../tasks/task-store.js';
import type { Conflict, ConflictLog, Resolution } from './conflict-log.js';
import type { TaskHistory } from './task-history.js';

/** Whose value is to stand; `value`: another one, in the form of the field. */
export type Choice =
  { readonly take: 'agent' | 'person' } | { readonly take: 'value'; readonly value: unknown };

export interface ResolveOptions {
  readonly actor: string;
  /** Also when somebody has changed the value since the conflict. */
  readonly overwrite: boolean;
}

export interface ResolvedConflict {
  readonly conflict: Conflict;
  /** False: the chosen value stood already. */
  readonly isWritten: boolean;
  /** The task's revision; null when it is deleted. */
  readonly rev: number | null;
}

/**
 * Lets the chosen value stand, through the same write that agents make. ProblemError not_found, conflict_outdated when the
 * value was changed since, or the problem of the write.
 */
export type ResolveConflict = (
  id: string,
  choice: Choice,
  options: ResolveOptions,
) => Promise<ResolvedConflict>;

export interface ResolveConflictDeps {
  readonly conflicts: ConflictLog;
  readonly history: TaskHistory;
  readonly store: TaskStore;
  readonly alerts: Pick<Alerts, 'raise'>;
  readonly now: () => number;
}

export function createResolveConflict(deps: ResolveConflictDeps): ResolveConflict {
  const { conflicts, alerts, now } = deps;
  return async (id, choice, options) => {
    const conflict = await conflicts.get(id);
    const done =
      conflict.field === 'task'
        ? await decideTask(deps, conflict, { choice, options })
        : await decideField(deps, conflict, { choice, options });
    const resolution: Resolution = {
      at: new Date(now()).toISOString(),
      by: options.actor,
      take: choice.take,
    };
    await conflicts.note(id, resolution);
    await alerts.raise({
      kind: 'conflict',
      severity: 'resolved',
      subject: conflict.taskId,
      message: `Over: the conflict about ${conflict.field} was decided by ${options.actor}.`,
      advice: 'Nothing to do.',
      at: resolution.at,
    });
    return { ...done, conflict: { ...conflict, resolution } };
  };
}

type Decision = { readonly choice: Choice; readonly options: ResolveOptions };
type Done = Omit<ResolvedConflict, 'conflict'>;

/** The agent's choice of a task that a person deleted brings it back; of one that a person kept, deletes it. */
async function decideTask(
  { history, store }: ResolveConflictDeps,
  { taskId, rule }: Conflict,
  { choice, options }: Decision,
): Promise<Done> {
  if (choice.take === 'value') {
    throw new ProblemError('invalid_input', 'value: has no meaning for a whole task', {
      errors: [{ field: 'take', message: 'must be agent or person, because it is about a task' }],
    });
  }
  const { document, tombstone } = await history.read(taskId);
  const agentWantsIt = rule === 'person_delete_beats_agent_edit';
  const shallExist = (choice.take === 'agent') === agentWantsIt;
  const context = { actor: options.actor, cause: 'resolve' as const };
  if (shallExist === (tombstone === null)) {
    return { isWritten: false, rev: tombstone === null ? document.rev : null };
  }
  if (shallExist) {
    const reply = await store.write({ operation: 'restore', id: taskId }, context);
    return written(reply);
  }
  const guard = { ...context, expectedRev: document.rev };
  written(await store.write({ operation: 'delete', id: taskId }, guard));
  return { isWritten: true, rev: null };
}

async function decideField(
  { history, store }: ResolveConflictDeps,
  conflict: Conflict,
  { choice, options }: Decision,
): Promise<Done> {
  const { document, tombstone } = await history.read(conflict.taskId);
  if (tombstone !== null) {
    throw new ProblemError('deleted', `Task ${conflict.taskId} was deleted`);
  }
  const place = toPlace(conflict);
  const wanted = wantedValue(conflict, choice);
  const now = shown(conflict, valueAt(contentOf(document), place));
  if (same(now, wanted)) return { isWritten: false, rev: document.rev };
  const stood = conflict.winner === 'agent' ? conflict.agentValue : conflict.personValue;
  if (!same(now, stood) && !options.overwrite && !isMerged(place.field)) {
    throw new ProblemError(
      'conflict_outdated',
      `Somebody has changed ${placeOf(place)} since; send overwrite to write all the same`,
      { current: now },
    );
  }
  const body = toBody(place, conflict.cell, wanted);
  const { actor } = options;
  return written(
    await store.write(
      { operation: 'update', id: document.id, body },
      { actor, cause: 'resolve', ...(!options.overwrite && isWhole(place) && guard(document.rev)) },
    ),
  );
}

function guard(rev: number): { readonly expectedRev: number } {
  return { expectedRev: rev };
}

/** A description is merged line by line, so that neither side's text stands as a whole. */
function isMerged(field: TaskField): boolean {
  return field === 'description';
}

/** With `expectedRev` a list replaces; a row is written without, so that it merges by its key. */
function isWhole({ key }: Pick<ValueChange, 'key'>): boolean {
  return key === undefined;
}

function toPlace({ field, key, id }: Conflict): Omit<ValueChange, 'before'> {
  const known = [...taskFields, ...detailsFields].find((one) => one === field);
  if (known === undefined) throw new ProblemError('not_found', `Conflict ${id} cannot be read`);
  return key === null ? { field: known } : { field: known, key };
}

function wantedValue({ agentValue, personValue }: Conflict, choice: Choice): unknown {
  switch (choice.take) {
    case 'agent':
      return agentValue;
    case 'person':
      return personValue;
    case 'value':
      return choice.value;
  }
}

/** The value now, in the form in which the conflict tells its values. */
function shown({ cell }: Conflict, now: unknown): unknown {
  return cell === null || !isRow(now) ? now : now[cell];
}

function toBody(
  { field, key }: Omit<ValueChange, 'before'>,
  cell: string | null,
  wanted: unknown,
): Readonly<Record<string, unknown>> {
  if (key === undefined) return { [field]: wanted };
  if (field === 'assigneeIds' || field === 'appliedCategories') {
    return { [field]: wanted === null ? { remove: [key] } : { add: [key] } };
  }
  const name = field === 'references' ? 'url' : 'id';
  if (cell !== null) return { [field]: [{ [name]: key, [cell]: wanted }] };
  if (wanted === null) return { [field]: [{ [name]: key, remove: true }] };
  if (!isRow(wanted)) {
    throw new ProblemError('invalid_input', 'value: must be a row of the list, or null', {
      errors: [{ field: 'value', message: 'must be a row of the list, or null' }],
    });
  }
  return { [field]: [{ ...wanted, [name]: key }] };
}

function isRow(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function written(reply: {
  readonly status: number;
  readonly json: string;
  readonly rev: number;
}): Done {
  if (reply.status < 400) return { isWritten: true, rev: reply.rev };
  const { code, detail, title, errors, current } = JSON.parse(reply.json) as Problem;
  throw new ProblemError(code as ProblemError['code'], detail ?? title, {
    ...(errors !== undefined && { errors }),
    ...(current !== undefined && { current }),
  });
}
