import type { Activity, Actor } from '../../../emulator/board/src/control/activity.js';
import type {
  GraphBucket,
  GraphTask,
  GraphTaskDetails,
} from '../../../emulator/board/src/graph/shapes.js';
import { emptyBoard, type BoardState } from '../../../emulator/board/src/board/board-state.js';

export const maya: Actor = { kind: 'person', id: 'maya', displayName: 'Maya Okafor' };
export const agent: Actor = { kind: 'app', id: 'agent', displayName: 'Nightly agent' };

export function aTask(fields: Partial<GraphTask> = {}): GraphTask {
  return {
    '@odata.etag': 'W/"1"',
    id: 't1',
    planId: 'p1',
    bucketId: 'b1',
    title: 'A task',
    orderHint: 'M',
    percentComplete: 0,
    priority: 5,
    startDateTime: null,
    dueDateTime: null,
    completedDateTime: null,
    createdDateTime: '2026-11-20T08:00:00Z',
    hasDescription: false,
    checklistItemCount: 0,
    activeChecklistItemCount: 0,
    referenceCount: 0,
    appliedCategories: {},
    assignments: {},
    ...fields,
  };
}

export function theDetails(fields: Partial<GraphTaskDetails> = {}): GraphTaskDetails {
  return {
    '@odata.etag': 'W/"1"',
    id: 't1',
    description: null,
    checklist: {},
    references: {},
    ...fields,
  };
}

function aBucket(id: string, orderHint: string): GraphBucket {
  return { '@odata.etag': 'W/"1"', id, name: id.toUpperCase(), planId: 'p1', orderHint };
}

export function aChange(fields: Partial<Activity> = {}): Activity {
  return {
    seq: 1,
    at: '2026-11-22T10:00:00Z',
    planId: 'p1',
    entity: 'task',
    id: 't1',
    operation: 'updated',
    by: agent,
    fields: ['title'],
    title: 'A task',
    ...fields,
  };
}

/** A loaded board of plan p1 with two buckets. */
export function aBoard(tasks: readonly GraphTask[], fields: Partial<BoardState> = {}): BoardState {
  return {
    ...emptyBoard,
    phase: 'ready',
    plan: { id: 'p1', title: 'Plan' },
    buckets: [aBucket('b1', 'A'), aBucket('b2', 'B')],
    tasks: new Map(tasks.map((task) => [task.id, task])),
    ...fields,
  };
}
