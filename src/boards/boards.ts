import type { Caller } from '../domain/access/caller.js';
import { personOf } from '../graph/gateway/graph-account.js';
import { createPlannerClient } from '../graph/planner/planner-client.js';
import type { GroupsFound } from '../graph/planner/plan-lists.js';
import { limitHistory } from '../review/limit-history.js';
import type { TaskStore } from '../tasks/task-store.js';
import { createBoardComments, type BoardComments } from './board-comments.js';
import type { BoardDeps, BoardUser } from './board-deps.js';
import { createBoardGuard } from './board-guard.js';
import { createBoardPeople, type BoardPeople } from './board-people.js';
import { createBoardPlans, type BoardPlans } from './board-plans.js';
import type { BoardTask } from './board-task.js';
import { changeInPlanner } from './change-in-planner.js';
import { changeInStore } from './change-in-store.js';
import type { ChangedTask } from './change-task.js';
import { completionOf, type Completion } from './completion.js';
import { createInPlanner, createInStore, type CreatedTask, type NewTask } from './create-task.js';
import { deleteInPlanner, deleteInStore } from './delete-task.js';
import { createFindTask, type FindTask } from './find-task.js';
import { createTaskSources, type TaskSources } from './list-tasks.js';
import { createPlanWords, type PlanWords } from './plan-words.js';
import { createReachablePlans, type PlansFound } from './reachable-plans.js';
import { createSyncedPlans } from './synced-plans.js';
import type { TaskChange } from './task-change.js';

/** Planner's boards: through the store and its sync where a task is synced, in Planner itself where it is not. */
export interface Boards {
  /** For one call, in the name of an account. */
  open(user: BoardUser): Board;
  /** The same for a caller who sees or changes only some of it. */
  limitedTo(caller: Pick<Caller, 'plans' | 'policy'>, store: TaskStore): Boards;
}

/** All failures are ProblemErrors and GraphErrors. */
export interface Board {
  /** The object id of the account's person; null: it is the app. */
  readonly self: string | null;
  /** ProblemError plan_not_found: what is not the caller's is not there. */
  requirePlan(planId: string): void;
  readonly people: BoardPeople;
  readonly words: PlanWords;
  readonly plans: BoardPlans;
  readonly comments: BoardComments;
  /** All plans that the account can reach. */
  reachable(): Promise<PlansFound>;
  /** The groups that can hold plans. */
  groups(): Promise<GroupsFound>;
  findTask: FindTask;
  readonly sources: TaskSources;
  create(task: NewTask): Promise<CreatedTask>;
  /** ProblemError write_policy: whether the caller may change it is asked before anything is said of it. */
  requireWrite(task: BoardTask): void;
  change(task: BoardTask, change: TaskChange): Promise<ChangedTask>;
  remove(task: BoardTask): Promise<ChangedTask['written']>;
  /** When and by whom a completed task was completed; null: it is not, or nobody knows. */
  completion(task: BoardTask): Promise<Completion | null>;
}

export function createBoards(deps: BoardDeps): Boards {
  return {
    limitedTo: (access, store) =>
      createBoards({ ...deps, store, history: limitHistory(deps.history, access), access }),
    open: (user) => openBoard(deps, user),
  };
}

function openBoard(deps: BoardDeps, user: BoardUser): Board {
  const guard = createBoardGuard(deps, user);
  const synced = createSyncedPlans(deps);
  const client = createPlannerClient(user.graph, { lane: 'waiting' });
  const reachable = createReachablePlans(deps, user);
  return {
    self: personOf(user.account),
    requirePlan: (planId) => guard.requirePlan(planId),
    people: createBoardPeople(deps, user),
    words: createPlanWords(deps, user),
    plans: createBoardPlans(deps, user, { guard, reachable }),
    comments: createBoardComments(user, guard),
    reachable: () => reachable.list(),
    groups: () => reachable.groups(),
    findTask: createFindTask(deps, { synced, guard, client }),
    sources: createTaskSources(deps, user, { synced, guard }),
    async create(task) {
      guard.requirePlan(task.planId);
      return (await synced.has(task.planId))
        ? createInStore(deps, user, task)
        : createInPlanner(deps, client, task);
    },
    requireWrite({ place }) {
      if (place.kind === 'planner') guard.requireTaskWrite(place.seen);
      else guard.requireDocumentWrite(place.document);
    },
    async change({ place }, change) {
      if (place.kind === 'store') {
        return changeInStore(deps, user, { taskId: place.document.id, change });
      }
      guard.requireTaskWrite(place.seen);
      return changeInPlanner(deps, client, { found: place, change });
    },
    async remove(task) {
      const { place } = task;
      if (place.kind === 'store') return deleteInStore(deps, user, place.document.id);
      guard.requireTaskWrite(place.seen);
      await deleteInPlanner(deps, client, place);
      return null;
    },
    completion: (task) => completionOf({ history: deps.history, client }, task),
  };
}
