import type { Operation } from '../define-operation.js';
import { plannerAssignTask } from './planner-assign-task.js';
import { plannerCompleteTask } from './planner-complete-task.js';
import { plannerCreateTask } from './planner-create-task.js';
import { plannerGetPlan } from './planner-get-plan.js';
import { plannerGetTask } from './planner-get-task.js';
import { plannerListMyTasks } from './planner-list-my-tasks.js';
import { plannerListPlans } from './planner-list-plans.js';
import { plannerListTasks } from './planner-list-tasks.js';
import { plannerMoveTask } from './planner-move-task.js';
import { plannerReopenTask } from './planner-reopen-task.js';
import { plannerSearchTasks } from './planner-search-tasks.js';
import { plannerUpdateTask } from './planner-update-task.js';

export const plannerOperations: readonly Operation[] = [
  plannerListPlans,
  plannerGetPlan,
  plannerListTasks,
  plannerListMyTasks,
  plannerSearchTasks,
  plannerGetTask,
  plannerCreateTask,
  plannerUpdateTask,
  plannerCompleteTask,
  plannerReopenTask,
  plannerMoveTask,
  plannerAssignTask,
];
