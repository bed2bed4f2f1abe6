import { contentOf } from '../../domain/content.js';
import { changesBetween } from '../../domain/history/history-entry.js';
import { valueAt } from '../../domain/history/value-at.js';
import type { SyncOutcome } from '../../domain/sync-outcome.js';
import type { TaskContent, TaskDocument } from '../../domain/task.js';
import { blank } from '../planned-create.js';
import type { SyncRecord } from '../sync-record.js';
import type { SyncStep } from '../sync-store.js';
import type { PlannerWrite } from './preview-planner.js';

/** One value that a write would change. With a `key`: a row, a person or a label; null where it is not there. */
export interface PreviewedField {
  readonly field: string;
  readonly key?: string;
  readonly from: unknown;
  readonly to: unknown;
}

/**
 * `adopt`: a Planner task that a create of ours has made, though its answer was lost, is taken over.
 * `import`: a task from the board is new to the agents, or comes back to them.
 */
export interface PreviewedWrite {
  readonly direction: 'to_planner' | 'from_planner';
  readonly operation: 'create' | 'update' | 'delete' | 'import' | 'adopt';
  readonly fields: readonly PreviewedField[];
}

export interface PreviewedConflict {
  readonly field: string;
  readonly key?: string;
  readonly agentValue: unknown;
  readonly personValue: unknown;
  readonly winner: 'agent' | 'person';
  readonly rule: string;
}

/** What a sync would do to one task; no writes where both sides are equal. */
export interface PreviewedTask {
  /** Null for a task that is new to the agents. */
  readonly taskId: string | null;
  /** Null for a task that is new to Planner. */
  readonly plannerId: string | null;
  readonly title: string | null;
  readonly writes: readonly PreviewedWrite[];
  readonly conflicts: readonly PreviewedConflict[];
  /** Why it would not be done at once; null where it would. */
  readonly note: string | null;
}

/** Puts together what the sync of a task said to its stand-ins. Pure. */
export function reportTask(heard: {
  readonly ref: string;
  readonly record: SyncRecord | null;
  readonly writes: readonly PlannerWrite[];
  readonly steps: readonly SyncStep[];
  readonly outcome: SyncOutcome | undefined;
}): PreviewedTask {
  const { record, writes, steps, outcome } = heard;
  const before = record?.document ?? null;
  const after = documentAfter(before, steps);
  const shown = after ?? before ?? record?.tombstone?.document ?? null;
  const isAdopted = steps.some((step) => step.log?.operation === 'adopt');
  return {
    taskId: record?.taskId ?? null,
    plannerId: record?.plannerId ?? null,
    title: shown?.title ?? null,
    writes: [
      ...(isAdopted
        ? [{ direction: 'to_planner' as const, operation: 'adopt' as const, fields: [] }]
        : []),
      ...toPlanner(writes),
      ...fromPlanner(before, after),
    ],
    conflicts: steps.flatMap((step) => (step.conflicts ?? []).map(toConflict)),
    note: noteOf(steps, outcome),
  };
}

function documentAfter(
  before: TaskDocument | null,
  steps: readonly SyncStep[],
): TaskDocument | null {
  let document = before;
  for (const step of steps) {
    document = step.removeDocument === true ? null : (step.document ?? document);
  }
  return document;
}

function toPlanner(writes: readonly PlannerWrite[]): readonly PreviewedWrite[] {
  const ids = [...new Set(writes.map((write) => write.plannerId))];
  return ids.flatMap((id): readonly PreviewedWrite[] => {
    const own = writes.filter((write) => write.plannerId === id);
    const direction = 'to_planner';
    if (own.some((write) => write.kind === 'delete')) {
      return [{ direction, operation: 'delete', fields: [] }];
    }
    let [from, to] = [blank, blank];
    const begun = new Set<PlannerWrite['kind']>();
    for (const write of own) {
      switch (write.kind) {
        case 'create':
          to = { ...to, ...write.after };
          break;
        case 'task':
        case 'details':
          if (!begun.has(write.kind) && !begun.has('create')) from = { ...from, ...write.before };
          to = { ...to, ...write.after };
          break;
        case 'delete':
          break;
      }
      begun.add(write.kind);
    }
    const operation = begun.has('create') ? 'create' : 'update';
    const fields = fieldsBetween(from, to);
    return fields.length === 0 && operation === 'update' ? [] : [{ direction, operation, fields }];
  });
}

function fromPlanner(
  before: TaskDocument | null,
  after: TaskDocument | null,
): readonly PreviewedWrite[] {
  const direction = 'from_planner';
  if (before === null && after === null) return [];
  if (after === null) return [{ direction, operation: 'delete', fields: [] }];
  if (before === null) {
    const fields = fieldsBetween(blank, contentOf(after));
    return [{ direction, operation: 'import', fields }];
  }
  const fields = fieldsBetween(contentOf(before), contentOf(after));
  return fields.length === 0 ? [] : [{ direction, operation: 'update', fields }];
}

function fieldsBetween(before: TaskContent, after: TaskContent): readonly PreviewedField[] {
  return changesBetween(before, after).map((change) => ({
    field: change.field,
    ...(change.key !== undefined && { key: change.key }),
    from: change.before,
    to: valueAt(after, change),
  }));
}

function toConflict({
  field,
  key,
  agent,
  planner,
  winner,
  rule,
}: NonNullable<SyncStep['conflicts']>[number]): PreviewedConflict {
  return {
    field,
    ...(key !== undefined && { key }),
    agentValue: agent,
    personValue: planner,
    winner,
    rule,
  };
}

function noteOf(steps: readonly SyncStep[], outcome: SyncOutcome | undefined): string | null {
  const failing = steps.findLast((step) => step.failing !== undefined && step.failing !== null);
  if (failing?.failing !== undefined && failing.failing !== null) {
    return `It could not be synced: ${failing.failing.message} ${failing.failing.advice}`;
  }
  switch (outcome?.kind) {
    case 'again':
      return 'It waits: what became of an earlier attempt is not certain yet.';
    case 'trouble':
      return `It would be tried again later: ${outcome.code}.`;
    default:
      return null;
  }
}
