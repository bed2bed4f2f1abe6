import { compareHints } from '../graph/order-hint.js';
import type { GraphBucket, GraphTask, GraphTaskDetails } from '../graph/shapes.js';
import { applyDetailsPatch, applyTaskPatch } from './apply-patch.js';
import type { BoardState } from './board-state.js';
import { appliedLabels, categoryName } from './category.js';
import { priorityOf } from './priority.js';
import { progressOf } from './progress.js';

export interface Column {
  readonly bucket: Pick<GraphBucket, 'id' | 'name' | 'orderHint'>;
  readonly open: readonly GraphTask[];
  readonly completed: readonly GraphTask[];
}

/** Where tasks stand that have no bucket, or one that was just deleted. */
export const noBucketId = '';

/** The task with the changes that are still on their way. The same object as long as nothing changes. */
export function shownTask(state: BoardState, id: string): GraphTask | undefined {
  const task = state.tasks.get(id);
  if (task === undefined) return undefined;
  return state.pending.reduce(
    (shown, change) =>
      change.entity === 'task' && change.id === id ? applyTaskPatch(shown, change.patch) : shown,
    task,
  );
}

export function shownDetails(state: BoardState, id: string): GraphTaskDetails | undefined {
  const details = state.details.get(id);
  if (details === undefined) return undefined;
  return state.pending.reduce(
    (shown, change) =>
      change.entity === 'details' && change.id === id
        ? applyDetailsPatch(shown, change.patch)
        : shown,
    details,
  );
}

/** The board's columns with the tasks that match the filter, each in Planner's order. */
export function columns(state: BoardState): readonly Column[] {
  const known = new Set(state.buckets.map(({ id }) => id));
  const tasksOf = new Map<string, GraphTask[]>();
  const matches = matcher(state);
  for (const id of state.tasks.keys()) {
    const task = shownTask(state, id);
    if (task === undefined || !matches(task)) continue;
    const bucketId =
      task.bucketId !== null && known.has(task.bucketId) ? task.bucketId : noBucketId;
    const list = tasksOf.get(bucketId);
    if (list === undefined) tasksOf.set(bucketId, [task]);
    else list.push(task);
  }
  const stray = { id: noBucketId, name: 'No bucket', orderHint: '' };
  const shown = tasksOf.has(noBucketId) ? [stray, ...state.buckets] : state.buckets;
  return shown.map((bucket) => toColumn(bucket, tasksOf.get(bucket.id) ?? []));
}

function isCompleted({ percentComplete }: GraphTask): boolean {
  return percentComplete >= 100;
}

function toColumn(bucket: Column['bucket'], tasks: readonly GraphTask[]): Column {
  const sorted = tasks.toSorted(
    (a, b) => compareHints(a.orderHint, b.orderHint) || compareHints(a.id, b.id),
  );
  return {
    bucket,
    open: sorted.filter((task) => !isCompleted(task)),
    completed: sorted
      .filter(isCompleted)
      .toSorted((a, b) => compareHints(b.completedDateTime ?? '', a.completedDateTime ?? '')),
  };
}

/** Every word of the filter must appear in what the card says: title, labels, people, progress, priority. */
function matcher(state: BoardState): (task: GraphTask) => boolean {
  const words = state.filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return () => true;
  const names = new Map(state.people.map(({ id, displayName }) => [id, displayName]));
  return (task) => {
    const text = [
      task.title,
      ...appliedLabels(task.appliedCategories).map((label) =>
        categoryName(label, state.categoryNames),
      ),
      ...Object.keys(task.assignments).map((id) => names.get(id) ?? ''),
      progressOf(task.percentComplete).name,
      priorityOf(task.priority).name,
    ]
      .join('\n')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  };
}

export interface Place {
  readonly bucketId: string;
  /** The card it shall stand before; undefined is the end. */
  readonly beforeId: string | undefined;
}

/** The top of a bucket, where Planner puts a card that is moved without pointing at a place. */
export function topOf(shown: readonly Column[], bucketId: string): Place {
  const column = shown.find(({ bucket }) => bucket.id === bucketId);
  return { bucketId, beforeId: column?.open[0]?.id };
}

/** The place one step away in a direction, for a card moved by keyboard; undefined at the board's edge. */
export function placeBeside(
  shown: readonly Column[],
  taskId: string,
  direction: 'up' | 'down' | 'left' | 'right',
): Place | undefined {
  const at = shown.findIndex((column) => column.open.some(({ id }) => id === taskId));
  const column = shown[at];
  if (column === undefined) return undefined;
  const row = column.open.findIndex(({ id }) => id === taskId);
  if (direction === 'up' || direction === 'down') {
    const beforeId = column.open[direction === 'up' ? row - 1 : row + 2]?.id;
    const isAtEdge = direction === 'up' ? row === 0 : row === column.open.length - 1;
    return isAtEdge ? undefined : { bucketId: column.bucket.id, beforeId };
  }
  const target = shown[at + (direction === 'left' ? -1 : 1)];
  if (target === undefined || target.bucket.id === noBucketId) return undefined;
  return { bucketId: target.bucket.id, beforeId: target.open[row]?.id };
}
