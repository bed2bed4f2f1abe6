import type { Operation } from '../define-operation.js';
import { plannerAddChecklistItem } from './planner-add-checklist-item.js';
import { plannerAddComment } from './planner-add-comment.js';
import { plannerAddReference } from './planner-add-reference.js';
import { plannerAssignTask } from './planner-assign-task.js';
import { plannerBulkUpdateTasks } from './planner-bulk-update-tasks.js';
import { plannerCompleteTask } from './planner-complete-task.js';
import { plannerCreateBucket } from './planner-create-bucket.js';
import { plannerCreatePlan } from './planner-create-plan.js';
import { plannerCreateTask } from './planner-create-task.js';
import { plannerDeleteBucket } from './planner-delete-bucket.js';
import { plannerDeletePlan } from './planner-delete-plan.js';
import { plannerDeleteTask } from './planner-delete-task.js';
import { plannerGetPlan } from './planner-get-plan.js';
import { plannerGetTask } from './planner-get-task.js';
import { plannerListBuckets } from './planner-list-buckets.js';
import { plannerListComments } from './planner-list-comments.js';
import { plannerListMyTasks } from './planner-list-my-tasks.js';
import { plannerListPlans } from './planner-list-plans.js';
import { plannerListTasks } from './planner-list-tasks.js';
import { plannerMoveTask } from './planner-move-task.js';
import { plannerRemoveChecklistItem } from './planner-remove-checklist-item.js';
import { plannerRemoveReference } from './planner-remove-reference.js';
import { plannerReopenTask } from './planner-reopen-task.js';
import { plannerSearchTasks } from './planner-search-tasks.js';
import { plannerUpdateBucket } from './planner-update-bucket.js';
import { plannerUpdateChecklistItem } from './planner-update-checklist-item.js';
import { plannerUpdatePlan } from './planner-update-plan.js';
import { plannerUpdateTask } from './planner-update-task.js';

export const plannerOperations: readonly Operation[] = [
  plannerListPlans,
  plannerGetPlan,
  plannerCreatePlan,
  plannerUpdatePlan,
  plannerDeletePlan,
  plannerListBuckets,
  plannerCreateBucket,
  plannerUpdateBucket,
  plannerDeleteBucket,
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
  plannerAddChecklistItem,
  plannerUpdateChecklistItem,
  plannerRemoveChecklistItem,
  plannerAddReference,
  plannerRemoveReference,
  plannerDeleteTask,
  plannerBulkUpdateTasks,
  plannerListComments,
  plannerAddComment,
];
