import type { Activity } from '../control/activity.js';
import { compareHints } from '../graph/order-hint.js';
import type { GraphBucket, GraphTask } from '../graph/shapes.js';
import { isTask } from './activity-text.js';
import { activityKept, emptyBoard, type BoardEvent, type BoardState } from './board-state.js';

type PlanLoaded = Extract<BoardEvent, { type: 'planLoaded' }>;

/** The board after an event. Pure: the store does the talking, the views only read. */
export function reduce(state: BoardState, event: BoardEvent): BoardState {
  switch (event.type) {
    case 'peopleRead':
      return { ...state, people: event.people };
    case 'plansRead':
      return { ...state, plans: event.plans };
    case 'personChosen':
      return { ...state, actingAs: event.id };
    case 'planChosen':
      return startPlan(state, event.plan);
    case 'planLoaded':
      return withPlan(state, event);
    case 'loadingFailed':
      // A board that is already shown stays: the connection's state says that it may be old.
      return state.phase === 'ready'
        ? state
        : { ...state, phase: 'failed', failure: event.failure };
    case 'planRenamed':
      return { ...state, plan: event.plan, categoryNames: event.categoryNames };
    case 'bucketsRead':
      return { ...state, buckets: inOrder(event.buckets) };
    case 'tasksRead':
      return { ...state, tasks: withTasks(state, event.tasks) };
    case 'detailsRead':
      return { ...state, details: new Map(state.details).set(event.details.id, event.details) };
    case 'taskGone':
      return withoutTask(state, event.id);
    case 'changeSent':
      return { ...state, pending: [...state.pending, event.change] };
    case 'changeSettled':
      return { ...state, pending: state.pending.filter(({ token }) => token !== event.token) };
    case 'changeArrived':
      return withChange(state, event.change);
    case 'highlightEnded':
      return endHighlight(state, event.id, event.seq);
    case 'connectionChanged':
      return { ...state, connection: event.connection };
    case 'filterChanged':
      return { ...state, filter: event.text };
    case 'taskOpened':
      return { ...state, openTaskId: event.id };
    case 'taskClosed':
      return { ...state, openTaskId: null, details: new Map() };
    case 'deleteAsked':
      return { ...state, deletingTaskId: event.id };
    case 'deleteAnswered':
      return { ...state, deletingTaskId: null };
    case 'noticeShown':
      return { ...state, notices: [...state.notices.slice(-2), event.notice] };
    case 'noticeGone':
      return { ...state, notices: state.notices.filter(({ id }) => id !== event.id) };
  }
}

function startPlan(state: BoardState, plan: BoardState['plan']): BoardState {
  const { people, actingAs, plans, notices } = state;
  return { ...emptyBoard, people, actingAs, plans, notices, plan };
}

/** What the stream told while the lists were read is newer than they are. */
function withPlan(state: BoardState, event: PlanLoaded): BoardState {
  const told = state.plan?.id === event.plan.id ? state.activity : [];
  const listed = new Set(event.activity.map(({ seq }) => seq));
  const activity = [...told.filter(({ seq }) => !listed.has(seq)), ...event.activity].toSorted(
    (one, other) => other.seq - one.seq,
  );
  const lastChange = lastChanges(activity);
  const tasks = event.tasks.filter(({ id }) => lastChange.get(id)?.operation !== 'deleted');
  return {
    ...state,
    phase: 'ready',
    plan: event.plan,
    categoryNames: event.categoryNames,
    buckets: inOrder(event.buckets),
    tasks: new Map(tasks.map((task) => [task.id, task])),
    activity: activity.slice(0, activityKept),
    lastChange,
  };
}

/**
 * A task of another plan does not appear here, even when somebody opens it by its address; nor one that was deleted while it
 * was read: Planner gives no id twice.
 */
function withTasks(state: BoardState, read: readonly GraphTask[]): ReadonlyMap<string, GraphTask> {
  const tasks = new Map(state.tasks);
  for (const task of read) {
    const isGone = state.lastChange.get(task.id)?.operation === 'deleted';
    if (task.planId === state.plan?.id && !isGone) tasks.set(task.id, task);
  }
  return tasks;
}

function inOrder(buckets: readonly GraphBucket[]): readonly GraphBucket[] {
  return buckets.toSorted((a, b) => compareHints(a.orderHint, b.orderHint));
}

function lastChanges(newestFirst: readonly Activity[]): ReadonlyMap<string, Activity> {
  const last = new Map<string, Activity>();
  for (const change of newestFirst) {
    if (isTask(change) && !last.has(change.id)) last.set(change.id, change);
  }
  return last;
}

function withoutTask(state: BoardState, id: string): BoardState {
  const tasks = new Map(state.tasks);
  tasks.delete(id);
  const highlights = new Map(state.highlights);
  highlights.delete(id);
  return {
    ...state,
    tasks,
    highlights,
    pending: state.pending.filter((change) => change.id !== id),
  };
}

function withChange(state: BoardState, change: Activity): BoardState {
  if (change.planId !== state.plan?.id) return state;
  // After a reconnect the stream may repeat what the list of activity already told.
  if (state.activity.some(({ seq }) => seq === change.seq)) return state;
  const activity = [change, ...state.activity].slice(0, activityKept);
  if (!isTask(change)) return { ...state, activity };
  return {
    ...state,
    activity,
    lastChange: new Map(state.lastChange).set(change.id, change),
    highlights: highlighted(state, change),
  };
}

function highlighted(state: BoardState, change: Activity): BoardState['highlights'] {
  const isOwn = change.by.kind === 'person' && change.by.id === state.actingAs;
  if (isOwn || change.operation === 'deleted') return state.highlights;
  const before = state.highlights.get(change.id);
  return new Map(state.highlights).set(change.id, {
    seq: change.seq,
    actorKind: change.by.kind,
    fields: [...new Set([...(before?.fields ?? []), ...change.fields])],
    isNew: change.operation === 'created' || before?.isNew === true,
  });
}

function endHighlight(state: BoardState, id: string, seq: number): BoardState {
  if (state.highlights.get(id)?.seq !== seq) return state;
  const highlights = new Map(state.highlights);
  highlights.delete(id);
  return { ...state, highlights };
}
