import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import type { GraphRoute } from '../graph/route.js';
import { getBoardFormat, updateBoardFormat } from './board-formats.js';
import { createBucket, deleteBucket, getBucket, updateBucket } from './buckets.js';
import {
  listBucketsOfPlan,
  listPlansOfGroup,
  listPlansOfPerson,
  listRosterPlansOfPerson,
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
import {
  addRosterMember,
  createRoster,
  deleteRoster,
  getRoster,
  getRosterMember,
  listPlansOfRoster,
  listRosterMembers,
  removeRosterMember,
} from './rosters.js';
import {
  createTaskMessage,
  deleteTaskMessage,
  listTaskMessages,
  updateTaskMessage,
} from './task-messages.js';
import { createTask, deleteTask, getTask, updateTask } from './tasks.js';

const BOARD_FORMATS: readonly BoardFormatName[] = [
  'assignedToTaskBoardFormat',
  'bucketTaskBoardFormat',
  'progressTaskBoardFormat',
];

/** Planner's part of Graph v1.0. */
export function createPlannerRoutes(service: PlannerService): readonly GraphRoute[] {
  const on: On = (path, methods) => ({
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
    ...rosterRoutes(on),
    beta(on('planner/tasks/*/messages', { GET: listTaskMessages, POST: createTaskMessage })),
    beta(on('planner/tasks/*/messages/*', { PATCH: updateTaskMessage, DELETE: deleteTaskMessage })),
    ...BOARD_FORMATS.map((name) =>
      on(`planner/tasks/*/${name}`, {
        GET: (planner, call, taskId) => getBoardFormat(planner, call, { taskId, name }),
        PATCH: (planner, call, taskId) => updateBoardFormat(planner, call, { taskId, name }),
      }),
    ),
  ];
}

type On = (
  path: string,
  methods: Record<string, (service: PlannerService, call: GraphCall, id: string) => GraphAnswer>,
) => GraphRoute;

function rosterRoutes(on: On): readonly GraphRoute[] {
  return [
    on('planner/rosters', { GET: refuseWholeSet, POST: createRoster }),
    on('planner/rosters/*', { GET: getRoster, DELETE: deleteRoster }),
    on('planner/rosters/*/plans', { GET: listPlansOfRoster }),
    on('planner/rosters/*/members', { GET: listRosterMembers, POST: addRosterMember }),
    on('planner/rosters/*/members/*', { GET: getRosterMember, DELETE: removeRosterMember }),
    on('me/planner/rosterPlans', {
      GET: (planner, call) => listRosterPlansOfPerson(planner, call, personOf(call)),
    }),
    on('users/*/planner/rosterPlans', { GET: listRosterPlansOfPerson }),
  ].map(beta);
}

function beta(route: GraphRoute): GraphRoute {
  return { ...route, version: 'beta' };
}
