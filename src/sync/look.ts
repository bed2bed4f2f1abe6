import { emptyDetails } from '../domain/content.js';
import type { PersonTime } from '../domain/merge/conflict-rule.js';
import type { WriteTimes } from '../domain/merge/merge-types.js';
import { closeGaps } from '../domain/planner-gaps.js';
import type { Etag, PlannerDetails, PlannerTask } from '../domain/planner.js';
import type { TaskContent, TaskField } from '../domain/task.js';
import { detailsFields } from '../domain/task.js';
import type { SyncBookkeeping } from './sync-record.js';

/** What we hold Planner to contain, how we know, and since when. */
export interface Look {
  readonly content: TaskContent;
  readonly etag: Etag;
  /** Null until the details were read once. */
  readonly detailsEtag: Etag | null;
  /** The answers behind it, where Graph was asked; they carry the times that Graph knows. */
  readonly task: PlannerTask | null;
  readonly details: PlannerDetails | null;
  /** When the look began: values are at least as new (ms). */
  readonly since: number;
  /** When the values were seen first, and the look before that (ms): a person wrote in between. */
  readonly person: PersonTime;
  /** The same for the details, where they were read later than the task. */
  readonly detailsPerson?: PersonTime;
}

/** A look from what Graph answered. What it did not say is taken as `assumed`, the details as a whole among it. */
export function toLook(
  task: PlannerTask,
  details: PlannerDetails | null,
  seen: Pick<Look, 'since' | 'person' | 'detailsPerson'>,
  assumed: {
    readonly fields: Partial<TaskContent> &
      Pick<TaskContent, 'description' | 'checklist' | 'references'>;
    readonly etag: Etag | null;
  } = { fields: emptyDetails, etag: null },
): Look {
  const { description, checklist, references } =
    details === null ? assumed.fields : closeGaps(details.fields, details.gaps, assumed.fields);
  return {
    content: {
      ...closeGaps(task.fields, task.gaps, assumed.fields),
      description,
      checklist,
      references,
    },
    etag: task.etag,
    detailsEtag: details?.etag ?? assumed.etag,
    task,
    details,
    ...seen,
  };
}

/** Who wrote when, for the merge: the agents' stamps, and Graph's own times where it gives some. */
export function writeTimes(bookkeeping: SyncBookkeeping, look: Look): WriteTimes {
  const { agentWrites } = bookkeeping;
  return {
    agentAt: (field, key) =>
      (key === undefined ? undefined : agentWrites.get(`${field}:${key}`)) ??
      agentWrites.get(field) ??
      agentWrites.get('*') ??
      null,
    personAt: (field, key) => {
      const exact = exactTime(look, field, key);
      if (exact !== null) return { from: exact, to: exact };
      return isDetailsField(field) ? (look.detailsPerson ?? look.person) : look.person;
    },
  };
}

function isDetailsField(field: TaskField): boolean {
  return detailsFields.some((one) => one === field);
}

function exactTime(look: Look, field: keyof TaskContent, key: string | undefined): number | null {
  const at = graphTimeOf(look, field, key);
  const ms = at === null || at === undefined ? Number.NaN : Date.parse(at);
  return Number.isNaN(ms) ? null : ms;
}

/** When a person made a value what it is, where Graph tells. */
export function graphTimeOf(
  { task, details }: Look,
  field: keyof TaskContent,
  key: string | undefined,
): string | null | undefined {
  if (field === 'percentComplete') {
    return task?.fields.percentComplete === 100 ? task.completedAt : null;
  }
  if (key === undefined) return null;
  if (field === 'checklist') return details?.checklistChanges[key]?.at;
  if (field === 'references') return details?.referenceChanges[key]?.at;
  return null;
}

/** Who made a person's changes, where every changed field names the same one; else nobody is named. */
export function personBehind(look: Look, changed: readonly (keyof TaskContent)[]): string | null {
  const ids = new Set(changed.flatMap((field) => identitiesOf(look, field)));
  const [only] = ids;
  return ids.size === 1 && only !== undefined ? only : null;
}

function identitiesOf(
  { task, details }: Look,
  field: keyof TaskContent,
): readonly (string | null)[] {
  switch (field) {
    case 'percentComplete':
      return [task?.completedBy?.userId ?? null];
    case 'checklist':
      return newest(details?.checklistChanges);
    case 'references':
      return newest(details?.referenceChanges);
    default:
      return [null];
  }
}

function newest(
  changes: PlannerDetails['checklistChanges'] | undefined,
): readonly (string | null)[] {
  const [last] = Object.values(changes ?? {}).toSorted((one, other) =>
    (other.at ?? '').localeCompare(one.at ?? ''),
  );
  return [last?.by.userId ?? null];
}
