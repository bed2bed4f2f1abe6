import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import type { GraphRoute } from '../graph/route.js';
import { getBoardFormat, updateBoardFormat } from './board-formats.js';
import { createBucket, deleteBucket, getBucket, updateBucket } from './buckets.js';
import {
  listBucketsOfPlan,
  listPlansOfGroup,
  listPlansOfPerson,
  listTasksOfBucket,
  listTasksOfPerson,
  listTasksOfPlan,
  personOf,
  refuseWholeSet,
} from './lists.js';
import { getPlanDetails, updatePlanDetails } from './plan-details.js';
import type { PlannerService } from './planner-service.js';
import { createPlan, deletePlan, getPlan, updatePlan } from './plans.js';
import type { BoardFormatName } from './records.js';
import { getTaskDetails, updateTaskDetails } from './task-details.js';
import { createTask, deleteTask, getTask, updateTask } from './tasks.js';

const BOARD_FORMATS: readonly BoardFormatName[] = [
  'assignedToTaskBoardFormat',
  'bucketTaskBoardFormat',
  'progressTaskBoardFormat',
];

/** Planner's part of Graph v1.0. */
export function createPlannerRoutes(service: PlannerService): readonly GraphRoute[] {
  const on = (
    path: string,
    methods: Record<string, (service: PlannerService, call: GraphCall, id: string) => GraphAnswer>,
  ): GraphRoute => ({
    path: path.split('/'),
    methods: Object.fromEntries(
      Object.entries(methods).map(([method, handle]) => [
        method,
        (call: GraphCall, id: string) => handle(service, call, id),
      ]),
    ),
  });
  return [
    on('planner/tasks/*', { GET: getTask, PATCH: updateTask, DELETE: deleteTask }),
    on('planner/tasks/*/details', { GET: getTaskDetails, PATCH: updateTaskDetails }),
    on('planner/plans/*/tasks', { GET: listTasksOfPlan }),
    on('planner/tasks', { GET: refuseWholeSet, POST: createTask }),
    on('planner/plans/*', { GET: getPlan, PATCH: updatePlan, DELETE: deletePlan }),
    on('planner/plans/*/details', { GET: getPlanDetails, PATCH: updatePlanDetails }),
    on('planner/plans/*/buckets', { GET: listBucketsOfPlan }),
    on('planner/plans', { GET: refuseWholeSet, POST: createPlan }),
    on('planner/buckets/*', { GET: getBucket, PATCH: updateBucket, DELETE: deleteBucket }),
    on('planner/buckets/*/tasks', { GET: listTasksOfBucket }),
    on('planner/buckets', { GET: refuseWholeSet, POST: createBucket }),
    on('groups/*/planner/plans', { GET: listPlansOfGroup }),
    on('users/*/planner/plans', { GET: listPlansOfPerson }),
    on('users/*/planner/tasks', { GET: listTasksOfPerson }),
    on('me/planner/plans', {
      GET: (planner, call) => listPlansOfPerson(planner, call, personOf(call)),
    }),
    on('me/planner/tasks', {
      GET: (planner, call) => listTasksOfPerson(planner, call, personOf(call)),
    }),
    ...BOARD_FORMATS.map((name) =>
      on(`planner/tasks/*/${name}`, {
        GET: (planner, call, taskId) => getBoardFormat(planner, call, { taskId, name }),
        PATCH: (planner, call, taskId) => updateBoardFormat(planner, call, { taskId, name }),
      }),
    ),
  ];
}
