import { contentOf, differingFields, pick } from '../domain/content.js';
import type { HistoryEntry } from '../domain/history/history-entry.js';
import type { KeptValue, UndoneValue } from '../domain/history/undo.js';
import { planUndo } from '../domain/history/undo.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import type { TaskDocument } from '../domain/task.js';
import type { TaskStore, WriteAccess, WriteContext } from '../tasks/task-store.js';
import { withOwnRowIds } from './own-row-ids.js';
import type { TaskHistory, TaskRecord } from './task-history.js';

export interface UndoTaskDeps {
  readonly store: TaskStore;
  readonly history: TaskHistory;
}

/**
 * What taking back did, or would do, to one task. `kept`: values that somebody changed since, and who.
 * `unchanged`: there was nothing to take back, or nothing that could be; `note` says why.
 */
export interface UndoneTask {
  readonly id: string;
  readonly title: string;
  readonly outcome: 'changed' | 'deleted' | 'restored' | 'unchanged';
  /** The task's revision after it. */
  readonly rev: number;
  readonly undone: readonly UndoneValue[];
  readonly kept: readonly KeptValue[];
  readonly note: string | null;
}

export interface UndoTaskRequest {
  readonly taskId: string;
  readonly isChosen: (entry: HistoryEntry) => boolean;
  readonly actor: string;
  readonly dryRun: boolean;
  readonly access?: UndoAccess;
}

/** What whoever takes back may do. */
export interface UndoAccess {
  readonly write: WriteAccess;
  /** Whether a task is there for them. */
  sees(document: TaskDocument): boolean;
  /** Why they may not write to it; null: they may. */
  refuse(document: TaskDocument): string | null;
}

/** Agents may write at any moment: then what to take back is judged anew. */
const maxRaces = 8;

/** Takes the chosen operations on one task back, through the same writes that agents make. */
export async function undoTask(deps: UndoTaskDeps, request: UndoTaskRequest): Promise<UndoneTask> {
  for (let race = 0; race < maxRaces; race += 1) {
    const record = await deps.history.read(request.taskId);
    const { access } = request;
    if (access?.sees(record.document) === false) {
      throw new ProblemError('not_found', 'There is no such task');
    }
    const refusal = access?.refuse(record.document) ?? null;
    if (refusal !== null) return unchanged(record, `${refusal}.`);
    const done =
      record.tombstone === null
        ? await undoWrites(deps, record, request)
        : await undoDeletion(deps, record, request);
    if (done !== 'raced') return done;
  }
  const record = await deps.history.read(request.taskId);
  return unchanged(record, 'It is being written to at this moment; try again.');
}

async function undoWrites(
  deps: UndoTaskDeps,
  record: TaskRecord,
  request: UndoTaskRequest,
): Promise<UndoneTask | 'raced'> {
  const { document, history } = record;
  const content = contentOf(document);
  const plan = planUndo(content, history, request.isChosen);
  const context = { ...contextOf(request), expectedRev: document.rev };
  switch (plan.kind) {
    case 'keep':
      return {
        ...unchanged(record, 'Others have worked on it since it was made, so it stays.'),
        kept: plan.kept,
      };
    case 'delete': {
      const undone = { ...unchanged(record, null), outcome: 'deleted' as const };
      if (request.dryRun) return undone;
      const reply = await deps.store.write({ operation: 'delete', id: document.id }, context);
      if (reply.status >= 400) return refused(record, reply);
      return { ...undone, rev: reply.rev };
    }
    case 'change': {
      const { undone, kept } = plan;
      const changed = { ...unchanged(record, null), outcome: 'changed' as const, undone, kept };
      const fields = differingFields(content, plan.content);
      if (fields.length === 0) {
        const note = kept.length > 0 ? 'All of it was changed since.' : 'There is nothing to do.';
        return { ...unchanged(record, note), kept };
      }
      if (request.dryRun) return changed;
      const body = withOwnRowIds(pick(plan.content, fields), content);
      const reply = await deps.store.write({ operation: 'update', id: document.id, body }, context);
      if (reply.status >= 400) return refused(record, reply);
      return { ...changed, rev: reply.rev };
    }
  }
}

async function undoDeletion(
  deps: UndoTaskDeps,
  record: TaskRecord,
  request: UndoTaskRequest,
): Promise<UndoneTask | 'raced'> {
  const { document, history } = record;
  const [last] = history;
  if (last === undefined || last.operation !== 'delete' || !request.isChosen(last)) {
    return unchanged(record, 'It was deleted by somebody else since.');
  }
  const earlier = history.slice(1);
  const plan = planUndo(contentOf(document), earlier, request.isChosen);
  if (plan.kind === 'delete') {
    return unchanged(record, 'It was made and deleted by what is taken back; it stays deleted.');
  }
  const undone = plan.kind === 'change' ? plan.undone : [];
  const restored = { ...unchanged(record, null), outcome: 'restored' as const };
  if (request.dryRun) return { ...restored, undone, kept: plan.kept };
  const reply = await deps.store.write(
    { operation: 'restore', id: document.id },
    contextOf(request),
  );
  if (reply.status >= 400) return refused(record, reply);
  if (undone.length === 0) return { ...restored, rev: reply.rev, kept: plan.kept };
  const rest = await undoTask(deps, request);
  return { ...rest, outcome: 'restored' };
}

function contextOf({ actor, access }: UndoTaskRequest): WriteContext {
  return { actor, cause: 'undo', ...(access !== undefined && { access: access.write }) };
}

function unchanged({ document }: TaskRecord, note: string | null): UndoneTask {
  const { id, title, rev } = document;
  return { id, title, rev, outcome: 'unchanged', undone: [], kept: [], note };
}

/** Stale: somebody wrote meanwhile. Everything else says why it cannot be done. */
function refused(
  record: TaskRecord,
  reply: { readonly status: number; readonly json: string },
): UndoneTask | 'raced' {
  const problem = JSON.parse(reply.json) as Problem;
  const isRaced = ['stale_revision', 'deleted', 'not_deleted'].includes(problem.code);
  return isRaced ? 'raced' : unchanged(record, problem.detail ?? problem.title);
}
