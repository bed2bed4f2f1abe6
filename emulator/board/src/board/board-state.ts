import type { Activity, Person, PlanName } from '../control/activity.js';
import type {
  DetailsPatch,
  GraphBucket,
  GraphTask,
  GraphTaskDetails,
  TaskPatch,
} from '../graph/shapes.js';
import type { CategoryNames } from './category.js';

export type Connection = 'connecting' | 'live' | 'lost';

/** A change that is on its way to Graph and already shown. */
export type PendingChange =
  | {
      readonly token: number;
      readonly id: string;
      readonly entity: 'task';
      readonly patch: TaskPatch;
    }
  | {
      readonly token: number;
      readonly id: string;
      readonly entity: 'details';
      readonly patch: DetailsPatch;
    };

/** A short light on a card: who changed which of its fields. */
export interface Highlight {
  readonly seq: number;
  readonly actorKind: 'person' | 'app';
  readonly fields: readonly string[];
  readonly isNew: boolean;
}

export interface Notice {
  readonly id: number;
  readonly tone: 'success' | 'error';
  readonly text: string;
}

export interface BoardState {
  readonly phase: 'loading' | 'ready' | 'failed';
  /** Why the plan could not be read: the page is away from Graph, or Graph does not show it to this person. */
  readonly failure: 'unreachable' | 'refused';
  readonly people: readonly Person[];
  readonly actingAs: string | null;
  readonly plans: readonly PlanName[];
  readonly plan: PlanName | null;
  readonly categoryNames: CategoryNames;
  readonly buckets: readonly GraphBucket[];
  readonly tasks: ReadonlyMap<string, GraphTask>;
  readonly details: ReadonlyMap<string, GraphTaskDetails>;
  readonly pending: readonly PendingChange[];
  /** Newest first, at most `activityKept`. */
  readonly activity: readonly Activity[];
  readonly lastChange: ReadonlyMap<string, Activity>;
  readonly highlights: ReadonlyMap<string, Highlight>;
  readonly connection: Connection;
  readonly filter: string;
  readonly openTaskId: string | null;
  /** The task whose deletion waits for a yes. */
  readonly deletingTaskId: string | null;
  readonly notices: readonly Notice[];
}

export const activityKept = 200;

export const emptyBoard: BoardState = {
  phase: 'loading',
  failure: 'unreachable',
  people: [],
  actingAs: null,
  plans: [],
  plan: null,
  categoryNames: {},
  buckets: [],
  tasks: new Map(),
  details: new Map(),
  pending: [],
  activity: [],
  lastChange: new Map(),
  highlights: new Map(),
  connection: 'connecting',
  filter: '',
  openTaskId: null,
  deletingTaskId: null,
  notices: [],
};

/** Everything of a plan that one loading reads. */
export interface LoadedPlan {
  readonly plan: PlanName;
  readonly categoryNames: CategoryNames;
  readonly buckets: readonly GraphBucket[];
  readonly tasks: readonly GraphTask[];
  readonly activity: readonly Activity[];
}

export type BoardEvent =
  | { readonly type: 'peopleRead'; readonly people: readonly Person[] }
  | { readonly type: 'plansRead'; readonly plans: readonly PlanName[] }
  | { readonly type: 'personChosen'; readonly id: string }
  | { readonly type: 'planChosen'; readonly plan: PlanName }
  | ({ readonly type: 'planLoaded' } & LoadedPlan)
  | { readonly type: 'loadingFailed'; readonly failure: BoardState['failure'] }
  | { readonly type: 'planRenamed'; readonly plan: PlanName; readonly categoryNames: CategoryNames }
  | { readonly type: 'bucketsRead'; readonly buckets: readonly GraphBucket[] }
  | { readonly type: 'tasksRead'; readonly tasks: readonly GraphTask[] }
  | { readonly type: 'detailsRead'; readonly details: GraphTaskDetails }
  | { readonly type: 'taskGone'; readonly id: string }
  | { readonly type: 'changeSent'; readonly change: PendingChange }
  | { readonly type: 'changeSettled'; readonly token: number }
  | { readonly type: 'changeArrived'; readonly change: Activity }
  | { readonly type: 'highlightEnded'; readonly id: string; readonly seq: number }
  | { readonly type: 'connectionChanged'; readonly connection: Connection }
  | { readonly type: 'filterChanged'; readonly text: string }
  | { readonly type: 'taskOpened'; readonly id: string }
  | { readonly type: 'taskClosed' }
  | { readonly type: 'deleteAsked'; readonly id: string }
  | { readonly type: 'deleteAnswered' }
  | { readonly type: 'noticeShown'; readonly notice: Notice }
  | { readonly type: 'noticeGone'; readonly id: number };
