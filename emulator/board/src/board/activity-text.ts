import type { Activity, Actor } from '../control/activity.js';

const fieldNames: Readonly<Record<string, string>> = {
  title: 'title',
  bucketId: 'bucket',
  orderHint: 'position',
  percentComplete: 'progress',
  priority: 'priority',
  startDateTime: 'start date',
  dueDateTime: 'due date',
  assignments: 'people',
  appliedCategories: 'labels',
  description: 'notes',
  checklist: 'checklist',
  references: 'links',
  previewType: 'preview',
  name: 'name',
  categoryDescriptions: 'label names',
};

/** Several changes of one actor to one thing, told as one. */
export interface ActivityEntry {
  readonly latest: Activity;
  readonly operation: Activity['operation'];
  readonly fields: readonly string[];
  readonly count: number;
}

const togetherMs = 90_000;

/** Newest first in, newest first out: what one actor did to one thing within a minute and a half is one entry. */
export function groupActivity(newestFirst: readonly Activity[]): readonly ActivityEntry[] {
  const entries: ActivityEntry[] = [];
  for (const change of newestFirst) {
    const index = entries.findIndex(({ latest }) => belongTogether(latest, change));
    const entry = entries[index];
    if (entry === undefined) {
      entries.push({
        latest: change,
        operation: change.operation,
        fields: change.fields,
        count: 1,
      });
    } else {
      entries[index] = {
        latest: entry.latest,
        operation: strongest(entry.operation, change.operation),
        fields: [...new Set([...entry.fields, ...change.fields])],
        count: entry.count + 1,
      };
    }
  }
  return entries;
}

function belongTogether(later: Activity, earlier: Activity): boolean {
  return (
    later.id === earlier.id &&
    isTask(later) === isTask(earlier) &&
    sameActor(later.by, earlier.by) &&
    Date.parse(later.at) - Date.parse(earlier.at) <= togetherMs
  );
}

function strongest(
  later: Activity['operation'],
  earlier: Activity['operation'],
): Activity['operation'] {
  if (later === 'deleted' || earlier === 'deleted') return 'deleted';
  return later === 'created' || earlier === 'created' ? 'created' : 'updated';
}

function sameActor(left: Actor, right: Actor): boolean {
  return left.kind === right.kind && left.id === right.id;
}

/** A change of a task or of its details: what a card shows. */
export function isTask(change: Activity): boolean {
  return change.entity === 'task' || change.entity === 'details';
}

/** What was done, to be read after the actor's name and before the thing's. */
export function describeOperation(entry: Pick<ActivityEntry, 'operation' | 'fields'>): string {
  switch (entry.operation) {
    case 'created':
      return 'added';
    case 'deleted':
      return 'deleted';
    case 'updated':
      return entry.fields.length === 0 ? 'changed' : `changed ${describeFields(entry.fields)} of`;
  }
}

/** "title and due date", in words a person uses. A moved card's position is not worth a word beside its bucket. */
export function describeFields(fields: readonly string[]): string {
  const worthTelling = fields.length > 1 ? fields.filter((field) => field !== 'orderHint') : fields;
  const names = [...new Set(worthTelling.map((field) => fieldNames[field] ?? field))];
  if (names.length <= 1) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** The name to show; an app registration may have none. */
export function actorName(actor: Actor): string {
  const name = actor.displayName.trim();
  if (name !== '') return name;
  return actor.kind === 'app' ? 'An app' : 'Somebody';
}
